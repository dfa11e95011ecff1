"""What people type is taken for the value it is, or for none: nothing is guessed at."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.intake.typed import NotThatKind, chosen, typed

REVENUE, STAFF, FOUNDED = "years.2022.revenue", "company.employees", "company.established"
SINCE, CENTRAL, NAME = "experience.applied_since", "company.central", "company.name"


def is_refused(path: str, text: str) -> bool:
    with pytest.raises(NotThatKind):
        typed(path, text)
    return True


# ── Amounts and counts ──────────────────────────────────


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("6200", 6200),
        (" 6200 ", 6200),
        ("6,200", 6200),
        ("6，200", 6200),
        ("12,345,678", 12345678),
        ("６２００．５", 6200.5),
        ("6200万元", 6200),
        ("6，200.5 万元", 6200.5),
        ("6200\u3000万元", 6200),
        ("0", 0),
        ("-120", -120),
        ("－120", -120),
        ("\u2212120.5", -120.5),
        ("+5", 5),
    ],
)
def test_an_amount_may_have_commas_a_unit_a_sign_and_any_width(text: str, value: Any) -> None:
    found = typed(REVENUE, text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("6200.00", "6200.00"),
        ("6200.10万元", "6200.10"),
        ("12,345,678.90", "12345678.90"),
        ("１２．５０", "12.50"),
    ],
)
def test_an_amount_prints_as_it_was_typed(text: str, kept: str) -> None:
    # JSON would drop the last nought, so it is kept in quotes.
    assert typed(REVENUE, text) == kept


@pytest.mark.parametrize(
    "text",
    ["0.62亿元", "6.2亿", "6200亿元", "6200万", "62000000元", "62000千元", "$6200", "¥6200"],
)
def test_an_amount_in_another_unit_is_never_taken_for_one_in_the_forms(text: str) -> None:
    assert is_refused(REVENUE, text)


@pytest.mark.parametrize(
    "text",
    [
        "约6200", "6200左右", "6200/6300", "6200（审计前）", "（120）", "二百", "无", "待审计",
        "1,2345", "6,20", "6200,00", "1 234", "1.2.3", "1e3", "120.", "--5", "0x10", "NaN",
    ],
)  # fmt: skip
def test_what_is_no_plain_number_is_no_number(text: str) -> None:
    assert is_refused(REVENUE, text)


@pytest.mark.parametrize("text", ["0.12345", "1234567890123456789"])
def test_a_number_that_no_case_may_hold_is_refused(text: str) -> None:
    assert is_refused(REVENUE, text)


@pytest.mark.parametrize("text", ["12.5%", "12.5％", "12.5 %", "１２．５％", "12.5"])
def test_a_rate_may_have_its_sign(text: str) -> None:
    assert typed("years.2022.growth", text) == 12.5


@pytest.mark.parametrize("text", ["增长12.5%", "↑12.5%", "12.5个百分点", "百分之十二"])
def test_a_rate_in_words_is_none(text: str) -> None:
    assert is_refused("years.2022.growth", text)


@pytest.mark.parametrize("text", ["1200", "1,200", "1，200人", "1200 人", "１２００人"])
def test_a_count_may_have_its_unit(text: str) -> None:
    assert typed(STAFF, text) == 1200


@pytest.mark.parametrize("text", ["12.5", "-5", "约560", "五百六", "560名员工", "20000000"])
def test_half_of_a_person_is_no_count(text: str) -> None:
    assert is_refused(STAFF, text)


# ── Dates and months ────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "2004-05-06", "2004-5-6", "2004年5月6日", "2004年05月06日", "2004 年 5 月 6 日",
        "2004年5月6", "2004年5月6号", "2004.5.6", "2004.05.06", "2004/5/6", "2004．5．6",
        "２００４年５月６日", "2004－05－06", "2004—05—06", "2004–05–06", " 2004-05-06 ",
        "20040506", "2004。5。6", "2004、5、6", "二〇〇四年五月六日",
        "二○○四年五月六号", "二零零四 年五月六日", "二OO四年五月六日", "二〇〇四年5月6日",
    ],
)  # fmt: skip
def test_a_date_may_be_typed_in_many_ways(text: str) -> None:
    assert typed(FOUNDED, text) == "2004-05-06"


@pytest.mark.parametrize(
    "text",
    [
        "2004年5月", "2004年", "2004", "04年5月6日", "6/5/2004", "5月6日", "年 月 日",
        "2004年13月6日", "2004年2月30日", "2004年0月6日", "20041306", "2004-05-06 10:00",
        "2004年5月6日成立", "去年", "2004年5月6日至7日", "二〇〇四年十三月六日",
        "二〇〇四年五月卅日", "二〇〇四年五月", "〇四年五月六日", "二〇〇四年二月三十日",
    ],
)  # fmt: skip
def test_half_a_date_or_one_that_never_was_is_none(text: str) -> None:
    assert is_refused(FOUNDED, text)


@pytest.mark.parametrize(
    "text",
    [
        "2019-04",
        "2019年4月",
        "2019年04月",
        "2019.4",
        "2019/04",
        "２０１９年４月",
        "2019—4",
        "二〇一九年四月",
    ],
)
def test_a_month_may_be_typed_in_many_ways(text: str) -> None:
    assert typed(SINCE, text) == "2019-04"


@pytest.mark.parametrize(
    "text",
    ["2019年", "2019", "4月", "2019年13月", "2019年4月1日", "2019-04-01", "1899年4月", "前年"],
)
def test_a_year_or_a_day_is_no_month(text: str) -> None:
    assert is_refused(SINCE, text)


# ── Yes and no, choices, texts ──────────────────────────


@pytest.mark.parametrize(("text", "value"), [("是", True), ("否", False), (" 是 ", True)])
def test_yes_and_no_are_one_character_each(text: str, value: bool) -> None:
    assert typed(CENTRAL, text) is value


@pytest.mark.parametrize("text", ["有", "无", "不是", "是否", "Y", "true", "1", "√", "/", "—"])
def test_nothing_else_is_yes_or_no(text: str) -> None:
    assert is_refused(CENTRAL, text)


def test_a_value_of_a_list_is_one_of_its_options() -> None:
    assert typed("patents.0.kind", "发明专利") == "发明专利"
    assert typed("patents.12.status", "授权") == "授权"
    for path, text in (("patents.0.kind", "发明"), ("standards.0.level", "国家标准")):
        assert is_refused(path, text)


def test_a_text_stays_as_it_is() -> None:
    for text in ("甲（集团）公司", "洛阳 轴承", "第一段\n第二段", "2004年5月", "6,200"):
        assert typed(NAME, text) == text


@pytest.mark.parametrize("text", ["", "  ", "\u3000", "/", "／", "\\", "—", "——", "-", "－"])
@pytest.mark.parametrize("path", [NAME, REVENUE, STAFF, FOUNDED, SINCE, "patents.0.kind"])
def test_what_stands_for_nothing_is_nothing(path: str, text: str) -> None:
    assert typed(path, text) is None


def test_an_empty_yes_or_no_is_neither() -> None:
    assert typed(CENTRAL, " ") is None


@pytest.mark.parametrize("path", ["contact.nosuch", "years.2022.nosuch", "company", "patents"])
def test_what_is_no_field_has_no_value(path: str) -> None:
    assert is_refused(path, "甲")


# ── Boxes ───────────────────────────────────────────────


def test_the_ticked_option_is_the_value() -> None:
    assert chosen("company.nature", ["民营"], offered=4) == "民营"
    assert chosen(CENTRAL, ["是"], offered=2) is True
    assert chosen(CENTRAL, ["否"], offered=2) is False


def test_without_a_tick_there_is_no_value() -> None:
    assert chosen("company.nature", [], offered=4) is None
    assert chosen(CENTRAL, [], offered=2) is None


def test_a_single_box_says_no_by_being_empty() -> None:
    assert chosen("company.high_tech", [], offered=1) is False
    assert chosen("company.high_tech", ["是"], offered=1) is True


def test_several_ticks_are_a_list_or_no_value() -> None:
    assert chosen("awards.quality", ["国家级", "省级"], offered=3) == ["国家级", "省级"]
    assert chosen("awards.quality", [], offered=3) == []
    for path in ("company.nature", CENTRAL):
        with pytest.raises(NotThatKind):
            chosen(path, ["是", "否"], offered=2)
