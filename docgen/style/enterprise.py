"""企业类型: an enterprise's size class from headcount and revenue, as the issuer divides them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from docgen.style.model import EnterpriseSize


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
