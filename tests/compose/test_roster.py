"""The unit's tables: what stands where, what is left to write in, how the rows are printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

import pytest

from docgen.compose.roster import compose_roster
from docgen.compose.sheet import UnitFacts, compose_sheet
from docgen.document import (
    Alignment,
    Block,
    CellValue,
    LineBreak,
    Paragraph,
    Row,
    Sheet,
    Table,
    Text,
)
from docgen.style.load import load_style
from tests.compose.making import own, sheet


def blocks(made: Sheet) -> list[Block]:
    (section,) = compose_roster(made, "summary").sections
    return list(section.blocks)


def text_of(block: Block) -> str:
    """What a block prints, cells parted by |, rows by a new line."""
    if isinstance(block, Table):
        rows = (
            "|".join("/".join(map(text_of, cell.blocks)) for cell in row.cells)
            for row in block.rows
        )
        return "\n".join(rows)
    assert isinstance(block, Paragraph)
    return "".join(
        "\n" if isinstance(each, LineBreak) else each.text
        for each in block.inlines
        if isinstance(each, Text | LineBreak)
    )


def table_of(made: Sheet) -> Table:
    """The table with the rows."""
    return next(each for each in blocks(made) if isinstance(each, Table) and each.rows[0].header)


def rows_of(made: Sheet) -> list[Row]:
    return list(table_of(made).rows)


def alignments(row: Row) -> Iterator[Alignment | None]:
    for cell in row.cells:
        (paragraph,) = cell.blocks
        assert isinstance(paragraph, Paragraph)
        yield paragraph.format.alignment


# ── Wording ─────────────────────────────────────────────


def test_luoyangs_blank_form_is_the_notices() -> None:
    """附件4, typed from the notice: label, title, line, headings, ten blank rows, foot."""
    assert [text_of(block) for block in blocks(sheet("luoyang", unit=UnitFacts()))] == [
        "附件4：",
        "2023年洛阳市质量标杆汇总表",
        "县区工业和信息化主管部门（盖章）：|年\u3000\u3000月\u3000\u3000日",
        "\n".join(["序号|企业名称|质量标杆名称|联系人|联系电话", *["||||"] * 10]),
        "县区工信部门联系人：|联系电话：",
    ]


def test_luoyangs_filled_form_says_what_is_given() -> None:
    row = (1, "甲公司", "甲公司三查经验", "孙二", "19900000001")
    assert [text_of(block) for block in blocks(sheet("luoyang", row))] == [
        "附件4：",
        "2023年洛阳市质量标杆汇总表",
        "县区工业和信息化主管部门（盖章）：洛阳市涧西区工业和信息化局|2023年3月28日",
        "\n".join(
            [
                "序号|企业名称|质量标杆名称|联系人|联系电话",
                "1|甲公司|甲公司三查经验|孙二|19900000001",
                *["||||"] * 9,
            ]
        ),
        "县区工信部门联系人：李华|联系电话：0379-60000100",
    ]


def test_zhejiangs_list_of_people_is_the_notices() -> None:
    style = load_style("zhejiang")
    assert style.bureau.contacts is not None
    made = compose_sheet(style, style.bureau.contacts, UnitFacts(), [])
    assert [text_of(block) for block in blocks(made)] == [
        "附件4",
        "浙江省制造业质量标杆推荐联络员名单",
        "推荐地区：|联系人：|联系电话：",
        "\n".join(["序号|姓名|工作单位|职务|电话|手机号码（必填）", *["|||||"] * 6]),
        "备注：填报各设区市、县（市、区）经信部门负责此项工作的经办人员1名。",
    ]


def test_values_are_printed_as_in_all_documents() -> None:
    columns = [{"title": title, "field": "number", "width": 9} for title in "甲乙丙丁"]
    row = (dt.date(2023, 3, 5), Decimal("4412.60"), 12, "一行\n二行")
    assert text_of(table_of(own([row], columns=columns))).splitlines()[1] == (
        "2023年3月5日|4412.60|12|一行/二行"
    )


def test_a_title_of_two_lines_is_one_paragraph() -> None:
    assert "第一行\n第二行" in [
        text_of(each) for each in blocks(own([], title=["第一行", "第二行"]))
    ]


def test_a_line_that_a_pack_leaves_out_is_not_there() -> None:
    assert [text_of(each) for each in blocks(own([]))] == ["表", "序号|企业名称"]


# ── Looks ───────────────────────────────────────────────


def test_the_title_is_in_the_houses_look() -> None:
    document = compose_roster(sheet("luoyang"), "summary")
    title = document.format_of("title")
    assert (title.run.east_asian_font, title.run.size) == ("黑体", 18)
    assert title.paragraph.alignment is Alignment.CENTER
    assert document.format_of("annex").paragraph.alignment is Alignment.LEFT


def test_the_heading_row_is_repeated_and_no_row_is_cut() -> None:
    header, *rows = rows_of(sheet("luoyang", (1, "甲", "经验" * 30, "孙二", "19900000001")))
    assert header.header
    assert not any(row.header or row.may_break for row in rows)


def test_a_row_that_no_page_holds_may_be_cut() -> None:
    *_, row = rows_of(own([(1, "意见" * 2000)]))
    assert row.may_break


def test_rows_are_high_enough_to_write_in() -> None:
    centimetre = 72 / 2.54
    assert all((row.height or 0) >= centimetre for row in rows_of(sheet("luoyang")))


def test_more_applicants_than_the_form_has_rows_are_more_rows() -> None:
    rows = [(n, "甲", "经验", "孙二", "1") for n in range(1, 31)]
    assert len(rows_of(sheet("luoyang", *rows))) == 31


def test_numbers_and_short_texts_are_centred_and_long_ones_begin_at_the_left() -> None:
    rows: list[tuple[CellValue, ...]] = [(1, "洛阳甲重载轴承科技有限公司"), (2, "乙")]
    _, first, second = rows_of(own(rows))
    assert list(alignments(first)) == [Alignment.CENTER, Alignment.LEFT]
    assert list(alignments(second)) == [Alignment.CENTER, Alignment.LEFT]


def test_the_date_ends_at_the_right_and_places_to_write_in_have_room() -> None:
    made = blocks(sheet("luoyang", unit=UnitFacts()))
    head, foot = (each for each in made if isinstance(each, Table) and not each.rows[0].header)
    assert list(alignments(head.rows[0])) == [Alignment.LEFT, Alignment.RIGHT]
    assert list(alignments(foot.rows[0])) == [Alignment.LEFT, Alignment.LEFT]
    # 联系电话： and eleven digits in 小四, half an em each.
    assert foot.columns[-1] >= 5 * 12 + 11 * 6
    assert head.border.width == foot.border.width == 0


def test_the_lines_are_as_wide_as_the_table() -> None:
    long = UnitFacts("洛阳市某某高新技术产业开发区工业和信息化局质量发展科" * 2)
    for made in (sheet("luoyang"), sheet("luoyang", unit=long)):
        for each in blocks(made):
            if isinstance(each, Table):
                assert sum(each.columns) == pytest.approx(made.page.measure)


def test_the_table_keeps_its_last_row_with_the_line_below() -> None:
    assert table_of(sheet("luoyang")).keep_with_next
    assert not table_of(own([])).keep_with_next
