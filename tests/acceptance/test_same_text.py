"""Word file and PDF print the same text, and the PDF is what a reader expects of one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from docgen.resources import fonts_dir
from tests.acceptance.documents import ALL, COMPANY, COVER, EXPERIENCE, FORM, NARRATIVE, narrative
from tests.cases.making import variant
from tests.conftest import Rendered
from tests.independent.glyphs import character_outline, shown_glyphs
from tests.independent.ooxml import find, tag, value
from tests.independent.pdf import (
    Page,
    fonts,
    outline,
    read_lines,
    read_pages,
    without_repeated_heads,
)
from tests.independent.word import Paragraph, Word

every_document = pytest.mark.parametrize("name", ALL)
both_dossiers = pytest.mark.parametrize("rendered", ["dossier", "small"])


def bottom_margin(word: Word) -> float:
    """The lowest bottom margin, in points."""
    margins = [find(each, "w:pgMar") for each in word.sections]
    return min(int(value(each, "bottom") or 0) for each in margins) / 20


def pages_of(rendered: Rendered, name: str) -> list[Page]:
    return read_pages(rendered.pdf(name), bottom_margin(rendered.word(name)))


@both_dossiers
@every_document
def test_word_and_pdf_print_the_same_characters_in_the_same_order(
    request: pytest.FixtureRequest, rendered: str, name: str
) -> None:
    """Automatic numbers and the contents' page numbers included; footers not.

    The heads that Word and the PDF repeat where a table goes on stand in the Word file once.
    """
    files: Rendered = request.getfixturevalue(rendered)
    expected = files.word(name).text
    printed = without_repeated_heads(pages_of(files, name), expected.characters, expected.tables)
    assert printed == expected.characters


@both_dossiers
@every_document
def test_by_the_charset_every_code_leads_to_the_glyph_of_its_character(
    request: pytest.FixtureRequest, rendered: str, name: str
) -> None:
    files: Rendered = request.getfixturevalue(rendered)
    glyphs = shown_glyphs(PdfReader(files.pdf(name)))
    chinese = set(re.findall("[一-鿿]", files.word(name).text.characters))
    assert len(chinese) > 5
    assert chinese <= {glyph.text for glyph in glyphs}
    wrong = [
        (glyph.face, glyph.text)
        for glyph in glyphs
        if glyph.outline != character_outline(fonts_dir() / f"{glyph.face}.otf", glyph.text)
    ]
    assert wrong == []


def test_a_row_higher_than_a_page_is_printed_whole_below_its_head(tmp_path: Path) -> None:
    from docgen.dossier import render_case

    file = variant(tmp_path / "case")
    text = file.parent / "效果.md"
    cell = "这一格写得很长，" * 220
    text.write_text(
        text.read_text(encoding="utf-8").replace("| 11,400 |", f"| {cell} |"), encoding="utf-8"
    )
    files = Rendered(render_case(file, "luoyang", tmp_path / "out").folder, file)
    expected = files.word(NARRATIVE).text
    assert cell in expected.characters
    printed = "".join(page.compact for page in pages_of(files, NARRATIVE))
    # Cells that go on over a page are drawn side by side; all of their characters are there.
    assert Counter(expected.characters) - Counter(printed) == Counter()
    # No page ends in a table's caption.
    assert not any(
        re.search(r"表\d+三年指标$", page.compact) for page in pages_of(files, NARRATIVE)
    )


def test_some_table_goes_on_over_a_page(dossier: Rendered) -> None:
    """Else the comparison above never meets a repeated head."""
    text = dossier.word(FORM).text
    whole = "".join(page.compact for page in pages_of(dossier, FORM))
    assert len(whole) > len(text.characters)


@both_dossiers
def test_contents_give_the_page_on_which_the_heading_stands(
    request: pytest.FixtureRequest, rendered: str
) -> None:
    files: Rendered = request.getfixturevalue(rendered)
    pages = pages_of(files, NARRATIVE)
    entries = contents_entries(files.word(NARRATIVE))
    assert entries
    for title, label in entries:
        (page,) = [each for each in pages if each.footer == label]
        assert compact(title) in page.compact, (title, label)
        elsewhere = [each.footer for each in pages if starts_line(each, title)]
        assert label in elsewhere, (title, label)


def contents_entries(word: Word) -> list[tuple[str, str]]:
    """Heading with number, and page, as the contents print them."""
    found = []
    for paragraph in word.paragraphs:
        title, tab, label = paragraph.printed.partition("\t")
        if tab and paragraph.element.find(tag("hyperlink")) is not None:
            found.append((title, label))
    return found


def compact(text: str) -> str:
    return re.sub(r"\s", "", text)


def starts_line(page: Page, title: str) -> bool:
    """Whether a line of the page is this heading, or its beginning."""
    lines = [compact(line) for line in page.lines]
    return any(len(line) > 3 and compact(title).startswith(line) for line in lines)


def test_pages_are_numbered_i_for_the_contents_and_from_1_for_the_body(dossier: Rendered) -> None:
    footers = [page.footer for page in pages_of(dossier, NARRATIVE)]
    assert footers[0] == "I"
    body = footers.index("1")
    # The body begins on a right-hand page: an odd sheet side, the second at the earliest.
    assert body % 2 == 0
    assert footers[body:] == [str(i) for i in range(1, len(footers) - body + 1)]


def test_page_numbers_stand_outside(dossier: Rendered) -> None:
    pages = read_lines(dossier.pdf(NARRATIVE))
    for index, lines in enumerate(pages):
        numbers = [line for line in lines if line.top > 780]
        for number in numbers:
            assert (number.left > 300) is (index % 2 == 0), number


@both_dossiers
def test_bookmarks_are_the_headings_on_their_pages(
    request: pytest.FixtureRequest, rendered: str
) -> None:
    files: Rendered = request.getfixturevalue(rendered)
    word = files.word(NARRATIVE)
    headings = [each for each in word.paragraphs if each.shape.outline_level is not None]
    marks = outline(files.pdf(NARRATIVE))
    assert [(depth, compact(title)) for depth, title, _ in marks] == [
        (each.shape.outline_level, compact(each.printed)) for each in headings
    ]
    pages = pages_of(files, NARRATIVE)
    labels = dict(contents_entries(word))
    for _, title, index in marks:
        assert compact(title) in pages[index].compact
        assert labels.get(title, pages[index].footer) == pages[index].footer


def test_form_bookmarks_are_its_title_and_annexes(dossier: Rendered) -> None:
    word = dossier.word(FORM)
    expected = [
        (each.shape.outline_level, compact(each.printed))
        for each in word.paragraphs
        if each.shape.outline_level is not None
    ]
    found = [(depth, compact(title)) for depth, title, _ in outline(dossier.pdf(FORM))]
    assert found == expected
    assert len(found) == 5


@pytest.mark.parametrize(
    ("name", "title"),
    [
        (COVER, "2023年洛阳市质量标杆申报材料"),
        (FORM, "洛阳市质量标杆申报表"),
        (NARRATIVE, EXPERIENCE),
        ("5-书脊", "书脊"),
        ("6-装订稿", "2023年洛阳市质量标杆申报材料"),
        ("4-证实性材料", "2023年洛阳市质量标杆证实性材料"),
    ],
)
def test_pdf_says_what_it_is_and_whose(dossier: Rendered, name: str, title: str) -> None:
    reader = PdfReader(dossier.pdf(name))
    assert reader.metadata is not None
    assert reader.metadata.title == title
    assert reader.metadata.author == COMPANY
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"  # type: ignore[index]
    assert {tuple(round(float(n)) for n in page.mediabox[2:]) for page in reader.pages} == {
        (595, 842)
    }


@every_document
def test_pdf_holds_its_own_fonts_and_no_others(dossier: Rendered, name: str) -> None:
    found = fonts(dossier.pdf(name))
    assert found
    assert all(font.startswith("Docgen-") for font in found), found
    assert all(found.values()), found


@every_document
def test_pdf_runs_and_fetches_nothing(dossier: Rendered, name: str) -> None:
    root: Any = PdfReader(dossier.pdf(name)).trailer["/Root"]
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(root)
    assert "/EmbeddedFiles" not in root.get("/Names", {})


def test_lines_of_justified_text_end_flush(dossier: Rendered) -> None:
    """Every line but a paragraph's last ends at the right edge of the text, on every page."""
    parts = narrative(dossier.word(NARRATIVE))
    checked, ragged = ragged_lines(dossier, NARRATIVE, (*parts.abstract, *parts.text))
    assert checked > 150
    assert ragged == []


def ragged_lines(
    files: Rendered, name: str, justified: Iterable[Paragraph]
) -> tuple[int, list[Any]]:
    """How many lines were looked at, and those that do not fill the measure."""
    word = files.word(name)
    paragraphs = {compact(each.text): each for each in justified}
    margins = find(word.sections[-1], "w:pgMar")
    inside, outside, gutter = (
        int(value(margins, side) or 0) / 20 for side in ("left", "right", "gutter")
    )
    checked, ragged = 0, []
    mirrored = b"<w:mirrorMargins" in word.parts["word/settings.xml"]
    for index, lines in enumerate(read_lines(files.pdf(name))):
        odd = index % 2 == 0 or not mirrored
        left = inside + gutter if odd else outside
        right = 595.3 - (outside if odd else inside + gutter)
        for line in lines:
            inner = [t for t in paragraphs if line.text in t and not t.endswith(line.text)]
            if len(line.text) < 25 or not inner:
                continue
            checked += 1
            shape = paragraphs[inner[0]].shape
            begins = not paragraphs[inner[0]].number and inner[0].startswith(line.text)
            indent = (shape.left + shape.first_line * begins) / 20
            if abs(line.left - left - indent) > 0.6 or abs(line.right - right) > 0.6:
                ragged.append((index + 1, line, right))
    return checked, ragged
