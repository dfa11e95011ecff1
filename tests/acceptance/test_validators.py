"""Other programs' opinion of our Word files."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.acceptance.documents import ALL
from tests.conftest import ROOT, Rendered
from tests.independent.pdf import read_pages
from tests.independent.word import Word

TEMPLATES = sorted((ROOT / "templates/word").glob("**/*.docx"))
SDK = ROOT / ".venv/npm/node_modules/.bin/ooxml-validator"

every_document = pytest.mark.parametrize("name", ALL)
every_template = pytest.mark.parametrize(
    "template", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates/word"))
)


def schema_errors(path: Path) -> list[str]:
    from openxml_audit import OpenXmlValidator

    return [str(error) for error in OpenXmlValidator().validate(path).errors]


def sdk_errors(path: Path) -> list[object]:
    """What Microsoft's Open XML SDK finds."""
    assert SDK.exists(), f"{SDK.relative_to(ROOT)} is not installed; run: make test"
    answer = subprocess.run([SDK, path], capture_output=True, check=False)
    report = json.loads(answer.stdout)
    assert report["ok"] is (not report["errors"])
    errors: list[object] = report["errors"]
    return errors


def test_there_are_templates() -> None:
    assert TEMPLATES


@every_document
def test_files_satisfy_the_schema(dossier: Rendered, small: Rendered, name: str) -> None:
    assert schema_errors(dossier.docx(name)) == []
    assert schema_errors(small.docx(name)) == []


@every_template
def test_templates_satisfy_the_schema(template: Path) -> None:
    assert schema_errors(template) == []


@every_document
def test_files_satisfy_microsofts_sdk(dossier: Rendered, small: Rendered, name: str) -> None:
    assert sdk_errors(dossier.docx(name)) == []
    assert sdk_errors(small.docx(name)) == []


@every_template
def test_templates_satisfy_microsofts_sdk(template: Path) -> None:
    assert sdk_errors(template) == []


def test_microsofts_sdk_does_find_errors(small: Rendered, tmp_path: Path) -> None:
    """Else its silence above would mean nothing."""
    broken = tmp_path / "broken.docx"
    word = Word(small.docx(ALL[0]))
    body = word.parts["word/document.xml"]
    with zipfile.ZipFile(broken, "w") as package:
        for name, data in word.parts.items():
            changed = body.replace(b"<w:tblGrid>", b"<w:tblGrille>").replace(
                b"</w:tblGrid>", b"</w:tblGrille>"
            )
            package.writestr(name, changed if data is body else data)
    assert sdk_errors(broken)


# ── LibreOffice ────────────────────────────────────────────────


# The vendored faces under the names Word files ask for: the machine's own fonts play no part.
_STAND_INS = {
    "宋体": "Docgen Song",
    "黑体": "Docgen Hei",
    "华文中宋": "Docgen Zhongsong",
    "Times New Roman": "Docgen Times",
}


def _font_configuration(cache: Path) -> str:
    aliases = "".join(
        f'<alias binding="same"><family>{asked}</family>'
        f"<prefer><family>{face}</family></prefer></alias>"
        for asked, face in _STAND_INS.items()
    )
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{ROOT / 'fonts'}</dir><cachedir>{cache}</cachedir>{aliases}</fontconfig>"
    )


@pytest.fixture(scope="module")
def opened(
    dossier: Rendered, small: Rendered, tmp_path_factory: pytest.TempPathFactory
) -> dict[Path, Path]:
    """Word file → the PDF that LibreOffice makes of it; one process for all files."""
    office = shutil.which("soffice")
    assert office, "LibreOffice (soffice) is not installed; run: make test"
    folder = tmp_path_factory.mktemp("office")
    files: dict[Path, Path] = {}
    for rendered in (dossier, small):
        for name in ALL:
            copy = folder / f"{len(files)}.docx"
            shutil.copy(rendered.docx(name), copy)
            files[rendered.docx(name)] = copy
    fonts = folder / "fonts.conf"
    fonts.write_text(_font_configuration(folder / "cache"), encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    command = [office, profile, *convert, *map(str, files.values())]
    environment = os.environ | {"FONTCONFIG_FILE": str(fonts)}
    subprocess.run(command, check=True, capture_output=True, timeout=120, env=environment)
    return {source: copy.with_suffix(".pdf") for source, copy in files.items()}


# Word and LibreOffice break lines and pages each in their own way.
_PAGES_MORE_OR_LESS = 2


@pytest.mark.parametrize("rendered", ["dossier", "small"])
@every_document
def test_libreoffice_prints_the_same_characters(
    request: pytest.FixtureRequest, opened: dict[Path, Path], rendered: str, name: str
) -> None:
    """As a multiset, for LibreOffice loses marks that hang over a justified line's end.

    It may print more: page numbers, and the heads of tables that go on over a page.
    """
    files: Rendered = request.getfixturevalue(rendered)
    word = files.word(name)
    ours = Counter(word.text.characters)
    theirs = Counter("".join(page.compact for page in read_pages(opened[files.docx(name)], 0)))
    lost = ours - theirs
    assert set(lost) <= set("、，")
    assert lost.total() <= ours.total() * 0.005
    heads = "".join(
        word.text.characters[table.start : table.head_end] for table in word.text.tables
    )
    assert set(theirs - ours) <= set(heads) | set("0123456789I")


@pytest.mark.parametrize("rendered", ["dossier", "small"])
@every_document
def test_libreoffice_needs_about_as_many_pages(
    request: pytest.FixtureRequest, opened: dict[Path, Path], rendered: str, name: str
) -> None:
    files: Rendered = request.getfixturevalue(rendered)
    ours = len(PdfReader(files.pdf(name)).pages)
    theirs = len(PdfReader(opened[files.docx(name)]).pages)
    assert abs(ours - theirs) <= (0 if ours == 1 else _PAGES_MORE_OR_LESS)
