"""Two names are one company's unless both are full names that differ in more than a slip."""

from __future__ import annotations

import pytest

from docgen.intake.company_names import may_be_one


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("洛阳甲轴承有限公司", "洛阳甲轴承股份有限公司"),
        ("洛阳新强联精密有限公司", "洛阳新强连精密有限公司"),
        ("中国石油化工股份有限公司洛阳分公司", "中国石化洛阳分公司"),
        ("甲（洛阳）轴承有限公司", "甲洛阳轴承有限公司"),
        ("甲轴承有限公司", "见公章"),
        ("甲轴承有限公司", "2023年洛阳市质量标杆申报材料"),
    ],
)
def test_these_may_be_one(one: str, other: str) -> None:
    assert may_be_one(one, other)
    assert may_be_one(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("洛阳甲轴承有限公司", "洛阳乙泵业有限公司"),
        ("衡澜流体科技股份有限公司", "洛阳砺川重载轴承科技有限公司"),
        ("甲公司", "乙公司"),
    ],
)
def test_these_are_two(one: str, other: str) -> None:
    assert not may_be_one(one, other)
