"""Rows are known by their labels, whatever was added, deleted, spaced or widened."""

from __future__ import annotations

import pytest

from docgen.forms.alignment import aligned
from docgen.forms.pattern import Hole, Label, RowPattern
from tests.forms.patterns import HOLE, pattern, rows

CONTACT = [
    pattern("企业名称", HOLE),
    pattern("单位地址", HOLE),
    pattern("联系人", "姓名", HOLE, "职务", HOLE),
    pattern("联系人", "联系电话", HOLE, "邮箱", HOLE),
]
FILLED = [
    ("企业名称", "甲公司"),
    ("单位地址", "试样路1号"),
    ("联系人", "姓名", "孙二", "职务", "部长"),
    ("联系人", "联系电话", "19900000157", "邮箱", "sun@example.com"),
]
#: A heading, a list below it, what stands in its place where it is empty, another heading.
LISTED = [
    pattern("附表1 专利明细表", table=0),
    pattern("序号", "专利名称", "日期", table=2),
    RowPattern(((Hole(""),), (Hole("patents.*.title"),), (Hole("patents.*.date"),)), 2, True, True),
    pattern("无", table=2, optional=True),
    pattern("附表2 标准明细表", table=0),
]


def test_a_filled_form_pairs_row_by_row() -> None:
    assert aligned(CONTACT, rows(*FILLED)) == [(0, 0), (1, 1), (2, 2), (3, 3)]


@pytest.mark.parametrize(
    "label",
    [
        "企 业 名 称",
        "企业\n名称",
        "企业名称：",
        "企业名称（全称）",
        "申报企业名称*",
        "__企业名称__",
    ],
)
def test_a_label_may_be_spread_and_added_to(label: str) -> None:
    assert aligned(CONTACT, rows((label, "甲公司"), *FILLED[1:]))[0] == (0, 0)


@pytest.mark.parametrize(
    ("printed", "typed"), [("资产总额（万元）", "资产总额(万元)"), ("2022年", "２０２２年")]
)
def test_widths_do_not_count(printed: str, typed: str) -> None:
    assert aligned([pattern(printed, HOLE)], rows((typed, "1"))) == [(0, 0)]


def test_a_row_that_was_added_has_no_pair_and_moves_no_other() -> None:
    longer = [*FILLED[:1], ("公司网址", "www.example.com"), *FILLED[1:]]
    assert aligned(CONTACT, rows(*longer)) == [(0, 0), (1, 2), (2, 3), (3, 4)]


def test_a_row_that_was_deleted_has_no_pair_and_moves_no_other() -> None:
    assert aligned(CONTACT, rows(*FILLED[:1], *FILLED[2:])) == [(0, 0), (2, 1), (3, 2)]


def test_of_rows_that_are_alike_the_one_that_explains_more_is_meant() -> None:
    patterns = [pattern("姓名", HOLE, "职务", HOLE), pattern("姓名", HOLE, "电话", HOLE)]
    assert aligned(patterns, rows(("姓名", "孙二", "电话", "0379"))) == [(1, 0)]
    assert aligned(patterns, rows(("姓名", "孙二", "职务", "部长"))) == [(0, 0)]


def test_of_two_rows_the_one_that_says_no_more_than_the_label_is_meant() -> None:
    said = [("企业名称及地址", "甲公司，试样路1号"), ("企业名称", "甲公司")]
    assert aligned(CONTACT[:1], rows(*said)) == [(0, 1)]
    assert aligned(CONTACT[:1], rows(*said[::-1])) == [(0, 0)]


def test_rows_of_the_same_labels_pair_in_their_order() -> None:
    patterns = [pattern("2022年", HOLE), pattern("2022年", HOLE)]
    assert aligned(patterns, rows(("2022年", "1"), ("2022年", "2"))) == [(0, 0), (1, 1)]


def test_rows_that_changed_places_do_not_pair_crosswise() -> None:
    swapped = rows(FILLED[1], FILLED[0], *FILLED[2:])
    pairs = aligned(CONTACT, swapped)
    assert pairs == sorted(pairs)
    assert [row for _, row in pairs] == sorted({row for _, row in pairs})
    assert pairs[-2:] == [(2, 2), (3, 3)]


def test_a_row_keeps_its_pair_while_most_of_its_labels_are_there() -> None:
    assert aligned(CONTACT[2:3], rows(("联系人", "姓名", "孙二", "", "部长"))) == [(0, 0)]
    assert aligned(CONTACT[2:3], rows(("联络员", "", "孙二", "职务", "部长"))) == []


def test_labels_in_another_order_are_not_the_rows() -> None:
    assert aligned([pattern("甲乙", HOLE, "丙丁", HOLE)], rows(("丙丁", "1", "甲乙", "2"))) == []


def test_cells_may_have_been_parted_or_joined() -> None:
    assert aligned(CONTACT[:1], rows(("企业名称：甲公司",))) == [(0, 0)]
    assert aligned(CONTACT[:1], rows(("企业", "名称", "甲公司"))) == [(0, 0)]
    assert aligned(CONTACT[:1], rows("企业名称：甲公司")) == [(0, 0)]


def test_a_sentence_that_holds_a_title_is_not_the_title() -> None:
    title = [pattern("质量标杆申报表", table=0)]
    assert aligned(title, rows("请认真填写质量标杆申报表并加盖公章")) == []
    assert aligned(title, rows("质量标杆 申报表")) == [(0, 0)]


@pytest.mark.parametrize(("patterns", "said"), [([], FILLED), (CONTACT, []), ([], [])])
def test_where_one_side_is_empty_there_are_no_pairs(
    patterns: list[RowPattern], said: list[tuple[str, ...]]
) -> None:
    assert aligned(patterns, rows(*said)) == []


# ── Lists ───────────────────────────────────────────────

HEAD = ["附表1 专利明细表", ("序号", "专利名称", "日期")]
TAIL = ["附表2 标准明细表"]


def test_a_list_has_as_many_rows_as_it_has_items() -> None:
    items = [("1", "甲", "2020-01-01"), ("2", "乙", ""), ("3", "丙", "2021-01-01")]
    assert aligned(LISTED, rows(*HEAD, *items, *TAIL)) == [
        (0, 0),
        (1, 1),
        (2, 2),
        (2, 3),
        (2, 4),
        (4, 5),
    ]


def test_a_list_of_one_and_the_last_in_the_file() -> None:
    assert aligned(LISTED, rows(*HEAD, ("1", "甲", "2020-01-01"))) == [(0, 0), (1, 1), (2, 2)]


@pytest.mark.parametrize("said", [[], [("无",)]])
def test_an_empty_list_has_no_rows(said: list[tuple[str, ...]]) -> None:
    pairs = aligned(LISTED, rows(*HEAD, *said, *TAIL))
    assert [row for index, row in pairs if index == 2] == []
    assert pairs[:2] == [(0, 0), (1, 1)]
    assert pairs[-1] == (4, 2 + len(said))


def test_a_row_of_other_cells_ends_the_list() -> None:
    items = [("1", "甲", "2020-01-01"), ("合计", "1 件")]
    pairs = aligned(LISTED, rows(*HEAD, *items, *TAIL))
    assert [row for index, row in pairs if index == 2] == [2]


def test_a_list_stands_in_the_table_of_its_heading_row() -> None:
    heading, items = rows(*HEAD), rows(("1", "甲", "2020-01-01"), table=2)
    assert [row for index, row in aligned(LISTED, [*heading, *items]) if index == 2] == []


def test_paragraphs_are_no_items() -> None:
    one = [
        pattern("附件", table=0),
        RowPattern(((Hole("patents.*.title"),),), 0, repeated=True, optional=True),
    ]
    assert aligned(one, rows("附件", "另一段文字")) == [(0, 0)]


def test_without_its_heading_row_a_list_is_nobodys() -> None:
    assert [
        row for index, row in aligned(LISTED, rows(("1", "甲", "2020-01-01"))) if index == 2
    ] == []


def test_rows_without_labels_that_are_no_list_stand_below_another() -> None:
    patterns = [
        pattern("姓名", "职务"),
        RowPattern(((Hole("contact.name"),), (Hole("contact.title"),)), 1),
    ]
    said = rows(("姓名", "职务"), ("孙二", "部长"), ("钱一", "总监"))
    assert aligned(patterns, said) == [(0, 0), (1, 1)]


def test_a_label_of_spaces_is_no_label() -> None:
    patterns = [pattern("姓名", "职务"), pattern((Label(" "), HOLE), HOLE)]
    assert aligned(patterns, rows(("姓名", "职务"), ("孙二", "部长"))) == [(0, 0), (1, 1)]
