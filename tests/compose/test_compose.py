"""Every document of a style is composed, in the style's order."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from docgen.bookmaking import BookPart, MadeBook
from docgen.case.load import load_case
from docgen.compose import BOOK_COMPOSERS, BOUND, COMPOSERS, compose, compose_about_book
from docgen.document import Paragraph, Table, Text
from docgen.style.documents import DocumentSpec
from docgen.style.load import load_style
from tests.cases.unit.making import COMPANY, SAMPLE, loaded, pack, refusal, without


def test_there_is_a_composer_for_every_kind_of_document() -> None:
    kinds = get_args(get_args(DocumentSpec)[0])
    assert kinds
    made = [*COMPOSERS, *BOOK_COMPOSERS, *BOUND]
    assert sorted(each.__name__ for each in made) == sorted(each.__name__ for each in kinds)


def test_the_sample_becomes_its_documents() -> None:
    case, style = load_case(SAMPLE, "luoyang"), load_style("luoyang")
    assert [(document.key, document.name) for document in compose(case, style)] == [
        ("cover", "封面"),
        ("form", "洛阳市质量标杆申报表"),
        ("narrative", "质量标杆总结材料"),
        ("evidence", "证实性材料"),
    ]
    assert [document.name for document in compose_about_book(case, style, None)] == [
        "书脊",
        "印装说明",
    ]


def test_without_papers_there_is_no_volume(tmp_path: Path) -> None:
    documents = compose(loaded(tmp_path, without("evidence")), load_style("luoyang"))
    assert "evidence" not in [document.key for document in documents]


def test_what_is_wrong_with_several_documents_is_told_at_once(tmp_path: Path) -> None:
    own = pack(tmp_path / "规范", 'extends = "luoyang"\n[documents.form]\ntemplate = "没有.docx"')
    case = loaded(tmp_path / "案例", without("contact.mobile"))
    found = refusal(lambda: compose(case, load_style(str(own))))
    assert [finding.code for finding in found] == ["missing-field", "template-missing"]


def strip_of(folder: Path, pages: int) -> Table:
    """The spine's strip for a book of so many pages."""
    book = MadeBook((BookPart("总结材料", 1, pages),), pages, (), two_sided=True, paper=80)
    spine = compose_about_book(loaded(folder), load_style("luoyang"), book)[0]
    (strip,) = spine.sections[0].blocks
    assert isinstance(strip, Table)
    return strip


@pytest.mark.parametrize(
    ("pages", "millimetres"),
    # 80 g/m² makes a tenth of a millimetre a leaf, cover and glue half of one.
    [(200, 10.5), (300, 15.5), (104, 6.0), (60, 3.5), (2, 3.0)],
)
def test_the_spine_is_as_wide_as_the_book_is_thick(
    tmp_path: Path, pages: int, millimetres: float
) -> None:
    assert round(strip_of(tmp_path, pages).columns[0] / 72 * 25.4, 1) == millimetres


def test_the_name_on_a_thin_spine_is_smaller(tmp_path: Path) -> None:
    (cell,) = strip_of(tmp_path, 60).rows[0].cells
    (paragraph,) = cell.blocks
    assert isinstance(paragraph, Paragraph)
    (text,) = paragraph.inlines
    assert isinstance(text, Text)
    assert text.format.size == 7.5  # four fifths of 3.5 mm, in half points


def test_the_spine_prints_the_companys_name_from_top_to_bottom(tmp_path: Path) -> None:
    spine = compose_about_book(loaded(tmp_path), load_style("luoyang"), None)[0]
    (strip,) = spine.sections[0].blocks
    assert isinstance(strip, Table)
    cell = strip.rows[0].cells[0]
    assert cell.vertical
    assert cell.blocks == (Paragraph((Text(COMPANY),), "spine"),)
    assert round(strip.columns[0] / 72 * 25.4) == 15
    assert round((strip.rows[0].height or 0) / 72 * 25.4) == 260
    assert strip.rows[0].exact
