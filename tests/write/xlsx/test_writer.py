"""A workbook has the sheet's words in cells of the right types, and prints as a page does."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from docgen.compose.sheet import UnitFacts, compose_sheet
from docgen.document import CellValue, Sheet
from docgen.style.bureau import Roster
from docgen.style.load import load_style
from docgen.write.xlsx import write
from tests.cases.unit.making import refusal
from tests.independent.calc import cells_in_libreoffice, printed_by_libreoffice
from tests.independent.pdf import read_pages

UNIT = UnitFacts("涧西区工信局", "李华", "0379-60000100", dt.date(2023, 3, 28))
#: Texts that a spreadsheet takes for something else, and texts that are all figures.
TRICKY = (
    '=HYPERLINK("http://example.com")', "+1", "-1", "@SUM(A1)", "007", "91000000MA00000157",
    "2023-03-28", "1e5", "http://example.com", "TRUE", "一行\n二行",
)  # fmt: skip


def sheet(*rows: Sequence[CellValue], **changes: Any) -> Sheet:
    """A table, of three columns of like width if nothing else is said, with all around it."""
    table = {
        "name": "汇总表",
        "annex": "附件4：",
        "title": ["2023年汇总表"],
        "head": ["单位：{unit}", "{date}"],
        "columns": like_columns(3),
        "foot": ["联系人：{contact}", "联系电话：{phone}"],
        "note": "备注：无。",
        "orientation": "landscape",
    }
    roster = Roster.model_validate({**table, **changes})
    return compose_sheet(load_style("luoyang"), roster, UNIT, rows)


def like_columns(count: int) -> list[dict[str, Any]]:
    return [
        {"title": f"第{number}栏", "field": "number", "width": 10} for number in range(1, count + 1)
    ]


def opened(made: Sheet) -> Any:
    """The one worksheet, as openpyxl reads it."""
    book = openpyxl.load_workbook(io.BytesIO(write(made)))
    (page,) = book.worksheets
    return page


def values(made: Sheet) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in opened(made).iter_rows()]


# ── Words and types ─────────────────────────────────────


def test_everything_stands_in_its_order() -> None:
    assert values(sheet(("甲", 1, None))) == [
        ["附件4：", None, None],
        ["2023年汇总表", None, None],
        ["单位：涧西区工信局", None, "2023年3月28日"],
        ["第1栏", "第2栏", "第3栏"],
        ["甲", 1, None],
        ["联系人：李华", "联系电话：0379-60000100", None],
        ["备注：无。", None, None],
    ]


def test_what_is_left_out_takes_no_row() -> None:
    assert values(sheet(("甲", 1, None), annex="", head=[], foot=[], note="")) == [
        ["2023年汇总表", None, None],
        ["第1栏", "第2栏", "第3栏"],
        ["甲", 1, None],
    ]


def test_numbers_are_numbers_shown_as_they_were_typed() -> None:
    row = opened(sheet((7, Decimal("4412.60"), Decimal(-3))))[5]
    assert [cell.value for cell in row] == [7, 4412.6, -3]
    assert [cell.data_type for cell in row] == ["n"] * 3
    assert [cell.number_format for cell in row] == ["0", "0.00", "0"]


def test_dates_are_dates_shown_in_chinese() -> None:
    cell = opened(sheet((dt.date(2023, 3, 28), None, None)))["A5"]
    assert cell.value == dt.datetime(2023, 3, 28)
    assert cell.is_date
    assert cell.number_format == 'yyyy"年"m"月"d"日"'


@pytest.mark.parametrize("text", TRICKY)
def test_a_text_stays_text_whatever_it_begins_with(text: str) -> None:
    cell = opened(sheet((text, None, None)))["A5"]
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")
    assert cell.hyperlink is None


def test_there_are_no_formulas_and_no_links() -> None:
    with zipfile.ZipFile(
        io.BytesIO(write(sheet(*[(text, None, None) for text in TRICKY])))
    ) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    assert not any(b"<f>" in part or b"<hyperlink" in part for part in parts.values())
    assert not any("externalLink" in name or "calcChain" in name for name in parts)


def test_text_that_no_cell_can_hold_is_refused_with_its_column() -> None:
    assert opened(sheet(("字" * 32_767, None, None)))["A5"].value == "字" * 32_767
    (finding,) = refusal(lambda: write(sheet(("字" * 32_768, None, None))))
    assert (finding.code, finding.place.title) == ("cell-too-long", "汇总表 / 第1栏")


# ── Looks ───────────────────────────────────────────────


def test_title_head_and_foot_span_the_table() -> None:
    merged = {str(each) for each in opened(sheet(("甲", 1, None))).merged_cells.ranges}
    assert merged == {"A1:C1", "A2:C2", "A3:B3", "B6:C6", "A7:C7"}


def test_the_parts_of_a_line_get_the_columns_that_leave_the_tightest_most_room() -> None:
    columns = [
        {"title": "栏", "field": "number", "width": width} for width in (4, 8, 20, 10, 12, 12)
    ]
    head = ["推荐地区：{unit}", "联系人：{contact}", "联系电话：{phone}"]
    row = opened(sheet(columns=columns, head=head))[3]
    assert [cell.column_letter for cell in row if cell.value] == ["A", "D", "E"]


def test_a_table_of_one_column_merges_nothing() -> None:
    made = sheet(("甲",), columns=like_columns(1), head=["{unit}"], foot=["{contact}"])
    assert not opened(made).merged_cells.ranges


def test_the_look_is_the_roles() -> None:
    page = opened(sheet(("甲", 1, None)))
    title, head, cell = page["A2"], page["A4"], page["A5"]
    assert (title.font.name, title.font.size, title.alignment.horizontal) == ("黑体", 18, "center")
    assert (head.font.name, head.font.size, head.font.bold) == ("宋体", 10.5, True)
    assert (cell.font.name, cell.font.size, cell.font.bold) == ("宋体", 10.5, False)


def test_only_the_table_is_ruled_blank_cells_included() -> None:
    page = opened(sheet(("甲", 1, None), least_rows=2))
    ruled = {
        cell.coordinate
        for row in page.iter_rows()
        for cell in row
        if cell.border.left.style == "thin" and cell.border.bottom.style == "thin"
    }
    assert ruled == {f"{column}{row}" for column in "ABC" for row in (4, 5, 6)}


def test_texts_wrap_in_rows_that_hold_them() -> None:
    page = opened(sheet(("长" * 100, None, None), ("甲", None, None)))
    assert page["A5"].alignment.wrap_text
    # 100 characters of 10.5 pt in a third of 257 mm: five lines.
    assert page.row_dimensions[5].height >= 5 * 10.5
    assert page.row_dimensions[6].height >= 72 / 2.54


def test_columns_are_as_wide_as_on_the_page() -> None:
    (both,) = opened(sheet(columns=like_columns(2))).column_dimensions.values()
    assert (both.min, both.max) == (1, 2)
    # Half of 257 mm, in characters of seven pixels at 96 dpi.
    assert both.width == pytest.approx(257 / 25.4 * 96 / 7 / 2, abs=1)


def test_the_date_ends_at_the_right() -> None:
    assert opened(sheet())["C3"].alignment.horizontal == "right"


# ── Use and print ───────────────────────────────────────


def test_the_heading_row_stays_and_is_printed_on_every_page() -> None:
    page = opened(sheet(("甲", 1, None)))
    assert page.freeze_panes == "A5"
    assert page.print_title_rows == "$4:$4"
    assert page.print_area == "'汇总表'!$A$1:$C$7"


@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_the_page_is_a4_one_page_wide(orientation: str) -> None:
    page = opened(sheet(orientation=orientation))
    assert page.page_setup.paperSize == 9
    assert (page.page_setup.orientation or "portrait") == orientation
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)
    assert page.page_margins.left == pytest.approx(20 / 25.4, abs=0.01)
    assert "第 &P 页" in page.oddFooter.center.text.replace("&[Page]", "&P")


def test_the_worksheet_has_a_name_that_excel_accepts() -> None:
    made = sheet(name="甲/乙[丙]*:?\\" + "长" * 40)
    title = opened(made).title
    assert title.startswith("甲 乙 丙")
    assert len(title) <= 31


def test_the_properties_are_the_documents() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write(sheet())))
    properties = book.properties
    assert (properties.title, properties.creator) == ("2023年汇总表", "涧西区工信局")
    assert properties.created == properties.modified == dt.datetime(2023, 3, 28)


def test_the_same_sheet_gives_the_same_bytes() -> None:
    made = sheet(*[(text, number, dt.date(2023, 3, 28)) for number, text in enumerate(TRICKY)])
    assert write(made) == write(made)


# ── LibreOffice ─────────────────────────────────────────


def test_libreoffice_shows_the_same_cells(tmp_path: Path) -> None:
    file = tmp_path / "表.xlsx"
    file.write_bytes(
        write(sheet(*[(text, Decimal("1.50"), dt.date(2023, 3, 5)) for text in TRICKY]))
    )
    rows = cells_in_libreoffice(file, tmp_path)
    assert rows[4:-2] == [[text, "1.50", "2023年3月5日"] for text in TRICKY]


def test_libreoffice_prints_it_one_page_wide_with_the_headings_on_each(tmp_path: Path) -> None:
    file = tmp_path / "表.xlsx"
    file.write_bytes(write(sheet(*[(f"第{number}家", number, None) for number in range(1, 101)])))
    texts = [page.compact for page in read_pages(printed_by_libreoffice(file, tmp_path), 0)]
    assert 5 <= len(texts) <= 9
    assert all("第1栏第2栏第3栏" in text for text in texts)
    assert [f"第{n}页，共{len(texts)}页" in text for n, text in enumerate(texts, 1)] == [
        True
    ] * len(texts)
