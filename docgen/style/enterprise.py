"""企业类型: an enterprise's size class from headcount and revenue, as the issuer divides them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docgen.case.fields import value_at

if TYPE_CHECKING:
    from decimal import Decimal

    from docgen.case.model import Facts
    from docgen.style.model import EnterpriseSize, Style

#: The field that may be left out, for it follows from others.
SIZE_FIELD = "company.size"


def size_class(rule: EnterpriseSize, employees: int, revenue: Decimal | int) -> str:
    """Return the largest class whose two floors are both met.

    Args:
        rule: The classes, largest first, the last with floors of zero.
        employees: Headcount (从业人员).
        revenue: Revenue (营业收入) in 万元.
    """
    return next(
        each.name
        for each in rule.classes
        if employees >= each.employees and revenue >= each.revenue
    )


def derived_size(facts: Facts, style: Style) -> str | None:
    """Return the class that a case's figures of the last reporting year give, if they are there."""
    latest = facts.years.get(style.reporting_years[-1])
    employees = facts.company.employees
    if style.enterprise_size is None or employees is None:
        return None
    if latest is None or latest.revenue is None:
        return None
    return size_class(style.enterprise_size, employees, latest.revenue)


def chosen_value(facts: Facts, style: Style, field: str) -> Any:
    """Return a field's value; 企业类型 follows from the figures where the case leaves it out."""
    value = value_at(facts, field)
    return derived_size(facts, style) if value is None and field == SIZE_FIELD else value
