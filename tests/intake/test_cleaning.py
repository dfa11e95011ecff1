"""What a form says is cleaned before it becomes a case; a stand-in for a name is no name."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.findings import Finding, Severity
from docgen.forms import FieldReading
from docgen.intake.values import Taken, case_of, taken_values
from docgen.read.rows import FormRow


def take(*readings: FieldReading) -> tuple[list[Taken], list[Finding]]:
    return taken_values(readings, {}, "申报表.docx")


def reading(path: str, text: str, number: int = 1) -> FieldReading:
    return FieldReading(path, text, row=FormRow(number, 1, ("栏目", text), line=number))


def name(text: str) -> tuple[Any, list[Finding]]:
    taken, findings = take(reading("company.name", text))
    return case_of(taken).get("company", {}).get("name"), findings


@pytest.mark.parametrize(
    "text",
    [
        "洛阳甲公司（盖章）", "洛阳甲公司 (公章)", "洛阳甲公司（加盖公章）",
        "洛阳甲公司（单位公章）", "洛阳甲公司（盖公章处）",
    ],
)  # fmt: skip
def test_the_words_for_the_seal_are_no_part_of_a_name(text: str) -> None:
    assert name(text) == ("洛阳甲公司", [])


@pytest.mark.parametrize(
    "text", ["洛阳甲（中国）有限公司", "印章（洛阳）有限公司", "甲公司（洛阳）"]
)
def test_other_brackets_stay(text: str) -> None:
    assert name(text) == (text, [])


@pytest.mark.parametrize(
    "text",
    [
        "本公司", "我公司", "本企业", "某公司", "××公司", "XX公司", "XXX有限公司", "×××",
        "企业名称", "单位全称", "**公司", "待填写", "洛阳XX轴承有限公司", "某某公司", "○○公司",
        "本公司（盖章）", "无", "待定", "暂无", "公司",
    ],
)  # fmt: skip
def test_what_stands_for_a_name_is_told_as_not_filled_in(text: str) -> None:
    value, (finding,) = name(text)
    assert value is None
    assert (finding.code, finding.severity) == ("field-not-filled-in", Severity.WARNING)
    assert f"写的是“{text.removesuffix('（盖章）')}”" in finding.message
    assert finding.place.title.startswith("表 1 第 1 行")


def test_it_is_not_told_where_the_name_stands_elsewhere() -> None:
    taken, findings = take(
        reading("company.name", "洛阳甲公司"), reading("company.name", "本公司", number=9)
    )
    assert [each.text for each in taken] == ["洛阳甲公司"]
    assert findings == []


@pytest.mark.parametrize("text", ["本公司工业泵厂", "洛阳AXX轴承有限公司", "本田汽车有限公司"])
def test_a_name_that_only_resembles_one_is_one(text: str) -> None:
    assert name(text)[0] == text


def test_a_placeholder_in_any_field_is_not_taken_but_in_a_text_it_is() -> None:
    taken, (finding,) = take(
        reading("contact.name", "XXX"), reading("experience.summary", "长" * 50 + "XXX")
    )
    assert [each.path for each in taken] == ["experience.summary"]
    assert "联系人 / 姓名" in finding.message


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("\u202a洛阳甲公司", "bidi-control"),
        ("洛阳甲公司😀", "emoji"),
        ("\uf0b7洛阳甲公司", "private-use-character"),
        ("洛阳\u200b甲公司", "invisible-character"),
    ],
)
def test_what_cannot_be_printed_is_taken_out_and_told(text: str, code: str) -> None:
    value, (finding,) = name(text)
    assert value == "洛阳甲公司"
    assert (finding.code, finding.severity) == (code, Severity.WARNING)
    assert "已去掉" in finding.message
    assert finding.place.title == "表 1 第 1 行“栏目 洛阳甲公司”"


def test_invisible_characters_make_no_number_unreadable() -> None:
    taken, _ = take(reading("years.2022.revenue", "\u200e6,200\u200b"))
    assert [each.value for each in taken] == [6200]


@pytest.mark.parametrize(
    "text",
    [
        "13800000001/0379-64800000",
        "0379-64800000、13800000001",
        "手机：13800000001 办公：0379-64800000",
        "13800000001\n037964800000",
    ],
)
def test_a_mobile_and_a_fixed_line_in_one_place_are_parted(text: str) -> None:
    taken, findings = take(reading("contact.mobile", text))
    assert findings == []
    said = {each.path: each.value for each in taken}
    assert said.pop("contact.phone").replace("-", "") == "037964800000"
    assert said == {"contact.mobile": "13800000001"}


@pytest.mark.parametrize("text", ["13800000001", "13800000001、13900000002", "0379-64800000"])
def test_numbers_of_one_kind_stay_as_they_were_typed(text: str) -> None:
    assert [(each.path, each.value) for each in take(reading("contact.mobile", text))[0]] == [
        ("contact.mobile", text)
    ]
