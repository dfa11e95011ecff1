"""Other programs' opinion of our Word files."""

from __future__ import annotations

import zipfile
from collections import Counter
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.acceptance.documents import ALL
from tests.conftest import ROOT, Rendered
from tests.independent.office import printed_by_libreoffice
from tests.independent.pdf import read_pages
from tests.independent.validators import schema_errors, sdk_errors
from tests.independent.word import Word

TEMPLATES = sorted((ROOT / "templates/word").glob("**/*.docx"))

every_document = pytest.mark.parametrize("name", ALL)
every_template = pytest.mark.parametrize(
    "template", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates/word"))
)


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


@pytest.fixture(scope="module")
def opened(
    dossier: Rendered, small: Rendered, tmp_path_factory: pytest.TempPathFactory
) -> dict[Path, Path]:
    """Word file → the PDF that LibreOffice makes of it."""
    files = [rendered.docx(name) for rendered in (dossier, small) for name in ALL]
    return printed_by_libreoffice(files, tmp_path_factory.mktemp("office"))


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
