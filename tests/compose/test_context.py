"""What a form prints is the case's, or counted and derived from it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from docgen.case.load import load_case
from docgen.compose.choices import boxes
from docgen.compose.context import counted_honours, form_context
from docgen.style.documents import Form, HonourRule
from docgen.style.load import load_style
from tests.cases.unit.making import SAMPLE, changed, loaded, sound


def context(folder: Path, values: Any = None) -> dict[str, Any]:
    return context_of(loaded(folder, values))


def context_of(case: Any) -> dict[str, Any]:
    style = load_style("luoyang")
    form = style.documents["form"]
    assert isinstance(form, Form)
    return form_context(case, style, form)


def honour(level: str, day: str) -> dict[str, str]:
    return {"title": "奖", "issuer": "某局", "level": level, "date": day}


def test_the_sample_is_counted_as_its_lists_say() -> None:
    counts = context_of(load_case(SAMPLE, "luoyang"))["counts"]
    assert counts == {
        "patents_applied": "18",
        "patents_granted": "13",
        "inventions_granted": "5",
        "software_copyrights": "6",
        "standards": {"国际": "0", "国家": "1", "行业": "2", "地方": "1", "团体": "2", "企业": "3"},
        "standards_public": "6",
        "honours": "8",
    }


def test_a_case_without_lists_counts_nought(tmp_path: Path) -> None:
    counts = context(tmp_path)["counts"]
    assert (counts["patents_applied"], counts["honours"]) == ("0", "0")
    assert set(counts["standards"].values()) == {"0"}


def test_the_years_are_the_reporting_years_oldest_first(tmp_path: Path) -> None:
    values = changed("years.2018", {"revenue": 1})
    years = context(tmp_path, values)["years"]
    assert [(each["year"], each["revenue"], each["profit"]) for each in years] == [
        ("2020", "6000.5", "100"),
        ("2021", "6100", "110.25"),
        ("2022", "6200", "120"),
    ]


def test_growth_and_intensity_follow_from_the_amounts(tmp_path: Path) -> None:
    values = changed("years.2022.rd_spending", 310)
    first, second, third = context(tmp_path, values)["years"]
    assert "growth" not in first
    # 6100 / 6000.5 and 6200 / 6100; 310 / 6200
    assert (second["growth"], third["growth"]) == ("1.66", "1.64")
    assert ("rd_intensity" in second, third["rd_intensity"]) == (False, "5.00")


def test_what_a_case_states_is_not_worked_out(tmp_path: Path) -> None:
    values = changed("years.2022.growth", 1.7)
    assert context(tmp_path, values)["years"][2]["growth"] == "1.7"


def test_a_survey_says_who_conducted_it(tmp_path: Path) -> None:
    survey = {"value": "96.2%", "conducted": "第三方调查", "agency": "某质量协会"}
    _, _, last = context(tmp_path, changed("years.2022.satisfaction", survey))["years"]
    assert last["satisfaction"]["boxes"] == {"自评": "□", "第三方调查": "☑"}
    assert (last["satisfaction"]["value"], last["satisfaction"]["agency"]) == (
        "96.2%",
        "某质量协会",
    )


def test_an_amount_is_printed_as_typed() -> None:
    assert context_of(load_case(SAMPLE, "luoyang"))["years"][0]["profit"] == "4412.60"


def test_exactly_one_box_is_ticked(tmp_path: Path) -> None:
    assert context(tmp_path)["choose"]["nature"] == {
        "中央企业": "□",
        "地方国企": "□",
        "民营": "☑",
        "三资": "□",
    }
    assert boxes(("无",), ["甲", "乙"]) == {"甲": "□", "乙": "□"}


@pytest.mark.parametrize(
    ("employees", "revenue", "name"),
    [
        (1000, 40000, "大型企业"),
        (350, 1999, "小型企业"),
    ],
)
def test_a_size_class_that_is_not_stated_follows_from_the_figures(
    tmp_path: Path, employees: int, revenue: int, name: str
) -> None:
    values = changed("company.employees", employees)
    values["years"]["2022"]["revenue"] = revenue
    ticked = [
        option for option, box in context(tmp_path, values)["choose"]["size"].items() if box == "☑"
    ]
    assert ticked == [name]


@pytest.mark.parametrize(
    ("level", "day", "counts"),
    [
        ("国家级", "2022-06-01", True),
        ("省级", "2018-03-20", True),
        ("省级", "2018-03-19", False),
        ("市级", "2023-03-20", True),
        ("市级", "2023-03-21", False),
        ("县区级", "2022-06-01", False),
        ("行业", "2022-06-01", False),
        ("省级", "2017-12-31", False),
        ("省级", "2012-06-01", False),
    ],
)
def test_the_form_counts_honours_of_the_city_and_above_in_five_years(
    tmp_path: Path, level: str, day: str, counts: bool
) -> None:
    found = context(tmp_path, changed("honours", [honour(level, day)]))
    assert found["counts"]["honours"] == str(int(counts))
    assert len(found["honours"]) == int(counts)


def test_five_years_are_five_years(tmp_path: Path) -> None:
    days = [f"{year}-01-10" for year in range(2015, 2024)]
    values = changed("honours", [honour("市级", day) for day in days])
    # 近五年 of an application of March 2023 that reports on 2022.
    assert context(tmp_path, values)["counts"]["honours"] == "5"


def test_five_years_before_a_leap_day_begin_on_the_28th(tmp_path: Path) -> None:
    values = changed("honours", [honour("市级", "2019-02-28"), honour("市级", "2019-02-27")])
    honours = loaded(tmp_path, values).facts.honours
    counted = counted_honours(honours, HonourRule(levels=("市级",), years=5), date(2024, 2, 29))
    assert [each.date for each in counted] == [date(2019, 2, 28)]


def test_a_form_without_a_rule_counts_all_honours(tmp_path: Path) -> None:
    honours = loaded(tmp_path, changed("honours", [honour("行业", "1999-01-01")])).facts.honours
    assert counted_honours(honours, None, date(2023, 3, 20)) == list(honours)
    assert counted_honours(honours, HonourRule(levels=("市级",), years=5), date(2023, 3, 20)) == []


def test_the_summary_comes_by_paragraphs(tmp_path: Path) -> None:
    values = changed("experience.summary", "第一段。\n\n  第二段。\n")
    assert context(tmp_path, values)["summary"] == ["第一段。", "第二段。"]


def test_dates_are_printed_in_chinese(tmp_path: Path) -> None:
    assert context(tmp_path)["application_date"] == "2023年3月20日"


def test_the_narrative_and_the_overrides_are_not_for_forms(tmp_path: Path) -> None:
    names = set(context(tmp_path, sound() | {"overrides": {"shanghai": {}}}))
    assert names.isdisjoint({"narrative", "overrides"})


@pytest.mark.parametrize(("day", "printed"), [("2023-03-20", 1), ("2023-03-21", 0)])
def test_what_came_after_the_application_is_not_printed(
    tmp_path: Path, day: str, printed: int
) -> None:
    patent = {"title": "一", "number": "1", "kind": "发明专利", "status": "授权", "date": day}
    found = context(tmp_path, changed("patents", [patent]))
    assert (found["counts"]["patents_granted"], len(found["patents"])) == (str(printed), printed)


def test_the_month_of_introduction_is_printed_in_chinese(tmp_path: Path) -> None:
    found = context(tmp_path, changed("experience.applied_since", "2018-03"))
    assert found["experience"]["applied_since"] == "2018年3月"


def test_no_growth_has_no_sign(tmp_path: Path) -> None:
    values = changed("years.2022.revenue", 6099.99)
    assert context(tmp_path, values)["years"][2]["growth"] == "0.00"
