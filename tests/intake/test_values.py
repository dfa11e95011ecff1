"""Readings become a case: what cannot be taken over is listed, what is said twice compared."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from docgen.findings import Finding, Severity
from docgen.forms import FieldReading
from docgen.intake.values import Taken, case_of, differing, taken_values
from docgen.read.rows import FormRow

FILE = "申报表.docx"


def reading(path: str, text: str = "", number: int = 3, **more: Any) -> FieldReading:
    """What a form says of a field in a row of that number."""
    return FieldReading(path, text, row=FormRow(number, 1, ("栏目", text), line=number), **more)


def ticks(path: str, *options: str) -> FieldReading:
    return reading(path, "、".join(options), options=options)


def take(*readings: FieldReading, **offered: int) -> tuple[list[Taken], list[Finding]]:
    counts = {name.replace("__", "."): number for name, number in offered.items()}
    return taken_values(readings, counts, FILE)


def case(*readings: FieldReading, **offered: int) -> dict[str, Any]:
    taken, findings = take(*readings, **offered)
    assert findings == []
    return case_of(taken)


def listed(*readings: FieldReading, **offered: int) -> Finding:
    """The one reading that could not be taken over."""
    _, (finding,) = take(*readings, **offered)
    assert finding.severity is Severity.WARNING
    assert finding.place.file == FILE
    assert finding.cure.startswith("请")
    return finding


# ── Taken over ──────────────────────────────────────────


def test_fields_become_the_groups_of_a_case_in_the_cases_order() -> None:
    made = case(
        reading("application_date", "2023年3月20日"),
        reading("years.2022.revenue", "6,200"),
        reading("contact.name", "孙二"),
        reading("company.industry.code", "3451"),
        reading("company.name", "甲公司"),
    )
    assert made == {
        "company": {"industry": {"code": "3451"}, "name": "甲公司"},
        "contact": {"name": "孙二"},
        "years": {"2022": {"revenue": 6200}},
        "application_date": "2023-03-20",
    }
    assert list(made) == ["company", "contact", "years", "application_date"]


@pytest.mark.parametrize("text", ["", "/", "—", "  "])
def test_what_is_left_empty_is_left_out(text: str) -> None:
    assert case(reading("company.name", "甲公司"), reading("contact.name", text)) == {
        "company": {"name": "甲公司"}
    }


def test_items_of_a_list_keep_their_order_and_empty_ones_go() -> None:
    made = case(
        reading("patents.10.title", "丁"),
        reading("patents.0.title", "甲"),
        reading("patents.0.date", "2020.1.2"),
        reading("patents.1.title", "/"),
        reading("patents.1.date", ""),
        reading("patents.2.title", "丙"),
    )
    assert made == {
        "patents": [{"title": "甲", "date": "2020-01-02"}, {"title": "丙"}, {"title": "丁"}]
    }


def test_the_lines_of_a_text_become_its_paragraphs() -> None:
    lines = [reading(f"experience.summary.{i}", f"第{i + 1}段。") for i in range(3)]
    assert case(*lines) == {"experience": {"summary": "第1段。\n第2段。\n第3段。"}}


def test_ticks_become_values() -> None:
    made = case(
        ticks("company.nature", "民营"),
        ticks("company.central", "否"),
        ticks("company.high_tech"),
        ticks("company.innovative", "是"),
        ticks("awards.quality", "省级", "市级"),
        ticks("company.size"),
        company__central=2,
        company__high_tech=1,
        company__innovative=1,
        awards__quality=3,
        company__size=4,
    )
    assert made == {
        "company": {"nature": "民营", "central": False, "high_tech": False, "innovative": True},
        "awards": {"quality": ["省级", "市级"]},
    }


def test_a_value_keeps_its_words_and_its_place() -> None:
    (taken,), _ = take(reading("years.2022.revenue", "6,200", number=12))
    assert (taken.value, taken.text) == (6200, "6,200")
    assert (taken.place.file, taken.place.title) == (FILE, "表 1 第 12 行“栏目 6,200”")


def test_what_only_a_controls_tag_tells_is_placed_by_its_title() -> None:
    (taken,), _ = take(FieldReading("contact.mobile", "19900000011"))
    assert taken.place.title == "联系人 / 手机"


def test_a_long_row_is_quoted_by_its_beginning() -> None:
    (taken,), _ = take(reading("experience.summary", "长" * 100))
    assert taken.place.title == f"表 1 第 3 行“栏目 {'长' * 21}…”"


# ── Not taken over ──────────────────────────────────────


@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [
        ("years.2022.revenue", "约9千万", "不是数字"),
        ("company.employees", "三百", "不是整数"),
        ("company.established", "去年", "不是日期"),
        ("company.central", "不清楚", "不是是或否"),
        ("patents.0.kind", "发明", "不是可选的值"),
    ],
)
def test_words_that_are_no_value_are_listed_with_field_row_and_kind(
    path: str, text: str, kind: str
) -> None:
    finding = listed(reading(path, text))
    assert finding.code == "field-unread"
    assert f"“{text}”" in finding.message
    assert kind in finding.message
    assert finding.place.title == f"表 1 第 3 行“栏目 {text}”"
    assert "手工填写" in finding.cure


def test_one_bad_word_does_not_keep_the_others_from_being_read() -> None:
    taken, findings = take(
        reading("contact.name", "孙二"),
        reading("company.employees", "三百"),
        reading("contact.title", "部长"),
    )
    assert [each.value for each in taken] == ["孙二", "部长"]
    assert [each.code for each in findings] == ["field-unread"]


@pytest.mark.parametrize(
    ("path", "options"), [("company.nature", ("民营", "三资")), ("company.central", ("是", "否"))]
)
def test_two_ticks_where_there_is_one_value_are_listed(path: str, options: tuple[str, ...]) -> None:
    taken, (finding,) = take(ticks(path, *options))
    assert taken == []
    assert finding.code == "field-unread"
    assert f"勾选了{'、'.join(options)}" in finding.message
    assert "只能有一项" in finding.message


def test_fields_that_nothing_parts_are_taken_by_the_first_and_listed() -> None:
    taken, (finding,) = take(
        reading("contact.name", "孙二 19900000011", unsure=True),
        reading("contact.mobile", "", unsure=True),
    )
    assert [(each.path, each.value) for each in taken] == [("contact.name", "孙二 19900000011")]
    assert finding.code == "field-not-parted"
    assert "“孙二 19900000011”" in finding.message
    assert "分开" in finding.cure


def test_where_there_is_nothing_to_part_nothing_is_listed() -> None:
    both = [reading(path, "", unsure=True) for path in ("contact.name", "contact.mobile")]
    assert case(*both) == {}


# ── Places ──────────────────────────────────────────────


def test_a_place_and_its_district_are_parted_where_the_form_does_not() -> None:
    made = case(
        reading("company.registered_place", "浙江省宁波市 慈溪市", unsure=True),
        reading("company.district", "", unsure=True),
    )
    assert made == {"company": {"registered_place": "浙江省宁波市", "district": "慈溪市"}}


def test_a_place_without_a_district_is_no_doubt() -> None:
    made = case(
        reading("company.registered_place", "浙江省杭州市", unsure=True),
        reading("company.district", "", unsure=True),
    )
    assert made == {"company": {"registered_place": "浙江省杭州市"}}


def test_where_the_form_parts_them_they_stay_as_they_are() -> None:
    made = case(
        reading("company.registered_place", "河南省洛阳市涧西区"),
        reading("company.district", "高新区"),
    )
    assert made == {"company": {"registered_place": "河南省洛阳市涧西区", "district": "高新区"}}


# ── Said twice ──────────────────────────────────────────


def said(path: str, *texts: str) -> list[Taken]:
    """What a field is said to be in rows one after the other."""
    readings = [reading(path, text, number) for number, text in enumerate(texts, start=1)]
    return take(*readings)[0]


@pytest.mark.parametrize(
    ("path", "texts"),
    [
        ("company.name", ("甲（集团）公司", "甲 (集团) 公司")),
        ("company.name", ("甲公司", "甲公司", "甲公司")),
        ("years.2022.revenue", ("6200", "6,200.00", "6200.0")),
        ("company.employees", ("1200", "1,200人")),
        ("application_date", ("2023-03-20", "2023年3月20日")),
        ("company.central", ("是", "是")),
    ],
)
def test_the_same_said_in_other_words_is_the_same(path: str, texts: tuple[str, ...]) -> None:
    taken = said(path, *texts)
    assert len(taken) == len(texts)
    assert list(differing(taken)) == []


@pytest.mark.parametrize(
    ("path", "one", "other"),
    [
        ("company.name", "甲公司", "乙公司"),
        ("years.2022.revenue", "6200", "6200.01"),
        ("company.employees", "350", "360"),
        ("application_date", "2023-03-20", "2023-03-21"),
        ("company.central", "是", "否"),
    ],
)
def test_what_differs_is_a_warning_that_names_both_places(path: str, one: str, other: str) -> None:
    (finding,) = differing(said(path, one, other))
    assert (finding.code, finding.severity) == ("values-differ", Severity.WARNING)
    assert finding.place.title == f"表 1 第 2 行“栏目 {other}”"
    assert f"在这里是“{other}”，在表 1 第 1 行“栏目 {one}”是“{one}”" in finding.message
    assert "改成一致" in finding.cure


def test_a_field_that_differs_is_told_once_and_the_first_counts() -> None:
    taken = said("company.name", "甲公司", "乙公司", "丙公司")
    assert len(list(differing(taken))) == 1
    assert case_of(taken) == {"company": {"name": "甲公司"}}


def test_an_empty_place_differs_from_nothing() -> None:
    assert list(differing(said("company.name", "甲公司", "/"))) == []


@pytest.mark.parametrize(
    ("file", "named"),
    [("材料/封面.docx", "《封面.docx》"), ("别处/封面.docx", "《别处/封面.docx》")],
)
def test_another_files_place_names_the_file(file: str, named: str) -> None:
    one, other = said("company.name", "甲公司", "乙公司")
    one = one._replace(place=replace(one.place, file=file))
    other = other._replace(place=replace(other.place, file="材料/申报表.docx"))
    (finding,) = differing([one, other])
    assert f"在{named}表 1 第 1 行" in finding.message
    assert finding.place.file == "材料/申报表.docx"
