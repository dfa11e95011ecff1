"""企业类型 follows from headcount and revenue by note 1 of Luoyang's form."""

from __future__ import annotations

import pytest

from docgen.style.enterprise import size_class
from docgen.style.load import load_style


@pytest.mark.parametrize(
    ("employees", "revenue", "name"),
    [
        (1000, 40000, "大型企业"),
        (1000, 39999, "中型企业"),
        (1500, 30000, "中型企业"),
        (350, 1999, "小型企业"),
        (299, 50000, "小型企业"),
        (19, 50000, "微型企业"),
        (5000, 299, "微型企业"),
    ],
)
def test_both_floors_of_a_class_must_be_met(employees: int, revenue: int, name: str) -> None:
    rule = load_style("luoyang").enterprise_size
    assert rule is not None
    assert size_class(rule, employees, revenue) == name
