"""One company's case becomes every issuer's application, each by its own rules."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

from docgen.style.documents import Form
from docgen.style.load import load_style
from tests.acceptance.documents import BESIDES, EVERY_ISSUED, ISSUED
from tests.acceptance.test_same_text import pages_of
from tests.conftest import ROOT, SECOND_SAMPLE, Issued
from tests.independent.pdf import without_repeated_heads
from tests.independent.validators import schema_errors, sdk_errors

COMPANY = "衡澜流体科技股份有限公司"
LABELS = sorted((ROOT / "tests/acceptance/labels").glob("*/*.txt"))

every_style = pytest.mark.parametrize("style", ISSUED)
every_document = pytest.mark.parametrize(
    ("style", "name"), EVERY_ISSUED, ids=["-".join(each) for each in EVERY_ISSUED]
)


def files_of(folder: Path) -> dict[str, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@every_style
def test_the_second_sample_renders_whole(issued: Issued, style: str) -> None:
    folder = issued(style).folder
    archive = {f"{COMPANY}.zip"} if style in ("national", "liaoning") else set()
    expected = {f"{name}.{suffix}" for name in ISSUED[style] for suffix in ("docx", "pdf")}
    expected |= {*BESIDES[style], *archive, "manifest.json"}
    assert set(files_of(folder)) == expected
    assert folder.name == COMPANY


@every_document
def test_word_and_pdf_print_the_same_text(issued: Issued, style: str, name: str) -> None:
    files = issued(style)
    expected = files.word(name).text
    printed = without_repeated_heads(pages_of(files, name), expected.characters, expected.tables)
    assert printed == expected.characters


@every_document
def test_two_validators_find_nothing(issued: Issued, style: str, name: str) -> None:
    assert schema_errors(issued(style).docx(name)) == []
    assert sdk_errors(issued(style).docx(name)) == []


@every_style
def test_another_run_makes_the_same_bytes(issued: Issued, style: str, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "docgen", "render", str(SECOND_SAMPLE), "--style", style, "-q"]
    environment = os.environ | {"PYTHONHASHSEED": "31415", "TZ": "Pacific/Chatham", "LC_ALL": "C"}
    subprocess.run(
        [*command, "-o", str(tmp_path)], check=True, cwd=ROOT, env=environment, capture_output=True
    )
    first = files_of(issued(style).folder)
    again = files_of(tmp_path / COMPANY)
    assert set(again) == set(first)
    assert [name for name, data in first.items() if again[name] != data] == []


@pytest.mark.parametrize("style", ["national", "liaoning"])
def test_the_editable_files_are_in_an_archive_named_by_the_applicant(
    issued: Issued, style: str
) -> None:
    folder = issued(style).folder
    with zipfile.ZipFile(folder / f"{COMPANY}.zip") as archive:
        names = (*ISSUED[style], "3-证实性材料")
        assert archive.namelist() == [f"{name}.docx" for name in names]
        for name in archive.namelist():
            assert archive.read(name) == (folder / name).read_bytes()


# ── Forms, held against the notices' own ────────────────────────


def label_id(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@pytest.mark.parametrize("labels", LABELS, ids=label_id)
def test_a_form_prints_the_notices_labels_in_their_order(issued: Issued, labels: Path) -> None:
    style = load_style(labels.parent.name)
    order = list(style.documents)
    (key,) = [
        key
        for key, form in style.documents.items()
        if isinstance(form, Form) and Path(form.template).stem == labels.stem
    ]
    # A narrative that is part of a form has no file of its own.
    number = 1 + sum(
        not getattr(style.documents[each], "part_of", "") for each in order[: order.index(key)]
    )
    (name,) = [each for each in ISSUED[style.name] if Path(each).name.startswith(f"{number}-")]
    printed = plain(issued(style.name).word(name).text.characters)
    years = {f"y{index}": year for index, year in enumerate(style.reporting_years)}
    position = 0
    for line in labels.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        label = plain(line.format(edition=style.edition, **years))
        found = printed.find(label, position)
        assert found >= 0, f"“{line}” is not printed behind “{printed[position - 30 : position]}”"
        position = found + len(label)


def plain(text: str) -> str:
    """A text without white space and the width of its punctuation, which scans confuse."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def test_every_form_has_its_labels_listed() -> None:
    forms = {
        (style, Path(form.template).stem)
        for style in ISSUED
        if style not in ("luoyang", "liaoning")  # one has a test of its own, one no forms
        for form in load_style(style).documents.values()
        if isinstance(form, Form)
    }
    assert {(path.parent.name, path.stem) for path in LABELS} == forms


# ── Typography: the classic error is to mix the issuers up ──────


@pytest.mark.parametrize(
    ("style", "name", "body", "caption"),
    [
        ("national", "2-典型经验材料", 14.0, 12.0),
        ("liaoning", "2-典型经验材料", 14.0, 12.0),
        ("luoyang", "3-质量标杆总结材料", 12.0, 10.5),
        ("shanghai", "3-质量标杆总结材料", 12.0, 10.5),
    ],
)
def test_body_and_captions_have_the_issuers_sizes(
    issued: Issued, style: str, name: str, body: float, caption: float
) -> None:
    paragraphs = [each for each in issued(style).word(name).paragraphs if each.table is None]
    captions = [each for each in paragraphs if re.match(r"[图表]\d+\u3000", each.text)]
    texts = [each for each in paragraphs if len(each.text) > 150]
    assert len(captions) >= 8
    assert len(texts) >= 15
    assert {look.size for each in captions for look in each.looks()} == {caption}
    assert {look.bold for each in captions for look in each.looks()} == {True}
    assert {look.size for each in texts for look in each.looks()} == {body}


@every_style
def test_no_page_of_a_pdf_is_empty_but_blank_backs(issued: Issued, style: str) -> None:
    for name in ISSUED[style]:
        pages = PdfReader(issued(style).pdf(name)).pages
        blank = [i for i, page in enumerate(pages) if not page.extract_text().strip()]
        # A body begins on a right-hand page: the back of the contents may be blank.
        assert blank in ([], [1]), (name, blank)


# ── No issuer in Python ─────────────────────────────────────────


PLACES = ("洛阳", "河南", "上海", "全国", "辽宁", "浙江", "常州", "中国质量")
NAMES = "|".join([*(rf"\b{style}\b" for style in ISSUED), *PLACES])
YEAR = r"(?<![\d\\u+])20[0-3]\d(?!\d)"
# Standards and Word's own formats have years in their names, a picture may have 2000 pixels.
NO_YEARS = (
    r"GB(/T)? [\d.]+[-—]\d{4}|draft[ /][\d-]+|Word 2003|https?://\S+|urn:\S+"
    r"|word/2003/|2006/xmlPackage|2000 像素"
)


def test_no_issuer_and_no_year_stands_in_python() -> None:
    sources = sorted((ROOT / "docgen").rglob("*.py"))
    assert len(sources) > 100
    found = {
        (str(path.relative_to(ROOT)), match.group())
        for path in sources
        for text in [re.sub(NO_YEARS, "", path.read_text(encoding="utf-8"))]
        for match in re.finditer(f"{NAMES}|{YEAR}", text)
    }
    assert found == set()
