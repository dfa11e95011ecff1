"""A field has a path and a Chinese title."""

from __future__ import annotations

import pytest

from docgen.case.fields import (
    field_names,
    has_field,
    inner_model,
    is_choice_field,
    title_at,
    value_at,
)
from docgen.case.figures import YearFigures
from docgen.case.load import load_case
from docgen.case.model import Facts, Patent
from tests.cases.unit.making import SAMPLE


@pytest.mark.parametrize(
    ("steps", "title"),
    [
        (("contact", "mobile"), "联系人 / 手机"),
        (("company", "industry", "code"), "申报单位 / 所属行业 / 行业代码"),
        (("years", "2022", "profit"), "各年数据 / 2022 年 / 利润总额（万元）"),
        (("patents", 2, "title"), "专利 / 第 3 项 / 专利名称"),
        (("narrative", "results"), "总结材料 / 实施效果"),
        (("contact", "fax"), "联系人 / fax"),
        ((), ""),
    ],
)
def test_a_path_has_a_title_a_reader_knows(steps: tuple[str | int, ...], title: str) -> None:
    assert title_at(*steps) == title


@pytest.mark.parametrize(
    ("path", "one_value", "text"),
    [
        ("contact.mobile", True, True),
        ("company.employees", True, False),
        ("application_date", True, False),
        ("company.industry", False, False),
        ("patents", False, False),
        ("patents.title", False, False),
        ("years.revenue", False, False),
        ("overrides", False, False),
        ("contact.fax", False, False),
    ],
)
def test_a_pack_may_name_single_values_only(path: str, one_value: bool, text: bool) -> None:
    assert (has_field(path), is_choice_field(path)) == (one_value, text)


def test_a_path_leads_to_its_value() -> None:
    facts = load_case(SAMPLE, "luoyang").facts
    assert value_at(facts, "company.industry.name") == "滚动轴承制造"
    with pytest.raises(AttributeError):
        value_at(facts, "contact.fax")


def test_a_path_leads_through_a_year_that_may_not_be_there() -> None:
    facts = load_case(SAMPLE, "luoyang").facts
    assert value_at(facts, "years.2022.revenue") == facts.years[2022].revenue is not None
    assert value_at(facts, "years.1999.revenue") is None


def test_every_field_has_a_title_in_chinese() -> None:
    def untitled(model: type) -> list[str]:
        names = []
        for name in field_names(model):
            title = model.model_fields[name].title  # type: ignore[attr-defined]
            if not title or title.isascii():
                names.append(f"{model.__name__}.{name}")
            if (inner := inner_model(model, name)) is not None:
                names += untitled(inner)
        return names

    assert untitled(Facts) == []


def test_lists_and_years_are_unwrapped_to_what_is_in_them() -> None:
    assert inner_model(Facts, "patents") is Patent
    assert inner_model(Facts, "years") is YearFigures
    assert inner_model(Facts, "application_date") is None
    assert field_names(str) == []
