"""Words of the form that somebody deleted or rewrote are told, each once, with their place."""

from __future__ import annotations

import pytest

from docgen.forms.labels import LostLabel, lost_labels
from docgen.forms.pattern import Hole, Label, RowPattern
from docgen.read.rows import FormRow
from tests.forms.patterns import HOLE, pattern, rows

CONTACT = [
    pattern("企业名称", HOLE),
    pattern("联系人", "姓名", HOLE, "职务", HOLE),
    pattern("联系人", "电话", HOLE, "邮箱", HOLE),
]
FILLED = [
    ("企业名称", "甲公司"),
    ("联系人", "姓名", "孙二", "职务", "部长"),
    ("联系人", "电话", "19900000157", "邮箱", "sun@example.com"),
]
PROMISE = "在质量方面无违法行为，对所提交的材料的真实性负责。"
SIGNED = f"{PROMISE}\n企业名称（公章）：\n法人代表签字：\n年月日"


def lost(patterns: list[RowPattern], said: list[FormRow]) -> list[tuple[str, int | None, str]]:
    """The words, the row where they belong, and where that row departs from them."""
    return [
        (each.text, None if each.row is None else each.row.number, each.departs)
        for each in lost_labels(patterns, said)
    ]


def test_a_form_that_is_whole_has_lost_nothing() -> None:
    assert lost(CONTACT, rows(*FILLED)) == []


@pytest.mark.parametrize("name", ["企 业\u3000名 称", "企业\n名称", "申报企业名称：", "企业名称*"])
def test_words_may_be_spread_and_added_to(name: str) -> None:
    assert lost(CONTACT, rows((name, "甲公司"), *FILLED[1:])) == []


def test_rows_that_somebody_added_are_no_loss() -> None:
    assert lost(CONTACT, rows(*FILLED[:1], ("网址", "www.example.com"), *FILLED[1:])) == []


def test_a_label_that_was_deleted_is_told_with_its_row() -> None:
    said = rows(FILLED[0], ("联系人", "姓名", "孙二", "", "部长"), FILLED[2])
    assert list(lost_labels(CONTACT, said)) == [LostLabel("职务", said[1])]


def test_labels_that_changed_places_are_told() -> None:
    said = rows(FILLED[0], ("联系人", "职务", "部长", "姓名", "孙二"), FILLED[2])
    assert lost(CONTACT, said) == [("职务", 2, "")]


def test_a_row_that_is_gone_is_told_once_by_its_labels() -> None:
    assert lost(CONTACT, rows(FILLED[0], FILLED[2])) == [("联系人、姓名、职务", None, "")]
    assert lost(CONTACT, []) == [
        ("企业名称", None, ""),
        ("联系人、姓名、职务", None, ""),
        ("联系人、电话、邮箱", None, ""),
    ]


def test_a_cell_that_spans_several_rows_is_told_once() -> None:
    patterns = [pattern("发展情况", f"{label}（万元）", HOLE) for label in ("资产总额", "利润总额")]
    said = rows(("", "资产总额（万元）", "1"), ("", "利润总额（万元）", "2"))
    assert lost(patterns, said) == [("发展情况", 1, "")]


def test_what_is_printed_for_some_cases_only_may_be_missing() -> None:
    patterns = [*CONTACT, pattern("无", optional=True), pattern("另附", optional=True)]
    assert lost(patterns, rows(*FILLED)) == []


def test_rows_without_words_lose_none() -> None:
    patterns = [RowPattern(((Hole("contact.name"),), (Label(" "),)), 1)]
    assert lost(patterns, rows(("孙二", ""))) == []
    assert lost(patterns, []) == []


# ── Dates and sentences ─────────────────────────────────


@pytest.mark.parametrize(
    "date", ["年月日", "年   月   日", "2023年3月20日", "二〇二三年三月二十日"]
)
def test_a_date_may_be_filled_in(date: str) -> None:
    said = rows((f"甲公司{SIGNED.removesuffix('年月日')}{date}",))
    assert lost([pattern((Hole("company.name"), Label(SIGNED)))], said) == []


def test_a_date_that_is_gone_is_told_by_its_parts() -> None:
    said = rows((f"甲公司{SIGNED.removesuffix('年月日')}2023年",))
    assert lost([pattern((Hole("company.name"), Label(SIGNED)))], said) == [
        ("月", 1, ""),
        ("日", 1, ""),
    ]


def test_a_sentence_that_goes_on_otherwise_is_told_from_where_it_departs() -> None:
    said = rows((SIGNED.replace("对所提交的材料的真实性负责", "保证真实"),))
    assert lost([pattern((Hole("company.name"), Label(SIGNED)))], said) == [
        ("在质量方面无违法行为,对所提交的材料的真实性负责。", 1, "对所提交的材料的真实性负责。")
    ]


def test_a_sentence_that_begins_otherwise_departs_nowhere() -> None:
    said = rows((SIGNED.replace("在质量方面无违法行为", "守法经营"),))
    ((text, number, departs),) = lost([pattern((Hole("company.name"), Label(SIGNED)))], said)
    assert text.startswith("在质量方面无违法行为")
    assert (number, departs) == (1, "")


def test_six_characters_tell_that_a_sentence_was_begun() -> None:
    sentence = pattern("对所提交材料的真实性负责", table=0)
    # The row is the sentence's, as most of its words are there.
    for beginning, departs in (("对所提交材料", "的真实性负责"), ("对所提交材", "")):
        said = rows(f"{beginning}，其真实性负责")
        ((_, number, rest),) = lost([sentence], said)
        assert (number, rest) == (1, departs)


def test_a_rewritten_sentence_is_looked_for_between_its_neighbours_alone() -> None:
    patterns = [CONTACT[0], pattern(PROMISE, table=0), CONTACT[1]]
    rewritten = "在质量方面没有违法行为，对提交的材料的真实性负责。"
    beside = rows(FILLED[0], rewritten, FILLED[1])
    ((_, number, _),) = lost(patterns, beside)
    assert number == 2
    for said in (rows(rewritten, *FILLED[:2]), rows(*FILLED[:2], rewritten)):
        ((_, nowhere, _),) = lost(patterns, said)
        assert nowhere is None


def test_a_sentence_nobody_kept_is_told_without_a_place() -> None:
    ((text, number, departs),) = lost([pattern(PROMISE, table=0)], rows("以审计报告为准。"))
    assert text == "在质量方面无违法行为,对所提交的材料的真实性负责。"
    assert (number, departs) == (None, "")


def test_a_bureaus_opinion_below_the_words_of_its_row_is_no_loss() -> None:
    bureau = pattern("主管部门推荐意见：\n推荐单位公章\n年月日")
    opinion = "同意推荐，该企业质量管理扎实，经验值得推广。" * 20
    said = rows((f"主管部门推荐意见：\n{opinion}\n推荐单位公章\n2023年3月25日",))
    assert lost([bureau], said) == []
