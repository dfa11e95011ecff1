"""A sheet has the words, the widths and the heights of a table of the unit's."""

from __future__ import annotations

import datetime as dt

import pytest

from docgen.compose.sheet import UnitFacts
from docgen.document import CellValue
from tests.compose.making import own, sheet

#: The points of 20 mm and of an A4 sheet.
MARGIN, SHORT, LONG = 56.7, 595.3, 841.9


def test_a_heading_too_long_for_its_column_is_broken_before_its_bracket() -> None:
    titles = [column.title for column in sheet("zhejiang").columns]
    assert titles[0] == "序号\n（排序）"
    wide = [{"title": "序号（排序）", "field": "rank", "width": 40}]
    assert own([], columns=wide).columns[0].title == "序号（排序）"


@pytest.mark.parametrize(
    ("style", "width", "height"), [("luoyang", SHORT, LONG), ("zhejiang", LONG, SHORT)]
)
def test_the_page_is_a4_as_the_pack_turns_it(style: str, width: float, height: float) -> None:
    made = sheet(style)
    assert (made.page.width, made.page.height) == (width, height)
    assert sum(column.width for column in made.columns) == pytest.approx(width - 2 * MARGIN)


def test_columns_share_the_width_as_the_pack_says() -> None:
    narrow, wide = own([]).columns
    assert wide.width == pytest.approx(3 * narrow.width)


def test_what_is_filled_in_stands_where_it_would_be_written() -> None:
    given = own([], foot=["联系人：{contact}", "联系电话：{phone}"])
    blank = own([], UnitFacts(), foot=["联系人：{contact}", "联系电话：{phone}"])
    assert [part.width for part in given.foot] == [part.width for part in blank.foot]


def test_pages_are_numbered_where_there_may_be_several() -> None:
    assert sheet("luoyang").page_numbers is None
    rows = [(n, "甲", "经验", "孙二", "1") for n in range(1, 31)]
    assert sheet("luoyang", *rows).page_numbers is not None


def test_the_properties_name_the_unit_and_its_date() -> None:
    properties = sheet("luoyang").properties
    assert properties.title == "2023年洛阳市质量标杆汇总表"
    assert properties.creator == "洛阳市涧西区工业和信息化局"
    assert properties.date == dt.date(2023, 3, 28)


def test_without_a_date_of_the_units_it_is_the_last_day() -> None:
    assert sheet("luoyang", unit=UnitFacts()).properties.date == dt.date(2023, 3, 29)


def test_a_row_is_as_high_as_its_longest_cell_needs() -> None:
    short, long = own([(1, "甲"), (2, "长" * 100)]).rows
    assert short.height == pytest.approx(72 / 2.54, abs=0.01)
    # 100 characters of 10.5 pt in three quarters of 170 mm: three lines of 13.65 pt at least.
    assert long.height >= 3 * 13.65


def test_rows_are_filled_up_to_the_least_number_with_blank_ones() -> None:
    rows: list[tuple[CellValue, ...]] = [(1, "甲")]
    assert [row.values for row in own(rows, least_rows=3).rows] == [
        (1, "甲"),
        (None, None),
        (None, None),
    ]
    assert len(own(rows * 5, least_rows=3).rows) == 5
