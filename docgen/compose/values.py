"""Values of a case as documents print them, and what all documents of a case share."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from docgen.case.fields import value_at
from docgen.document import Properties
from docgen.findings import DocgenError, Finding

if TYPE_CHECKING:
    from docgen.case.load import Case
    from docgen.style.model import Style


def printed_value(value: Any) -> str:
    """Return a value as printed: dates as 年月日, amounts as typed, no thousands comma."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, dt.date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value)


def printed_field(case: Case, path: str) -> str:
    """Return the case's value at a dotted path as printed.

    Raises:
        DocgenError: If the case leaves the field out; nothing is ever printed as a blank.
    """
    value = value_at(case.facts, path)
    if value is None:
        place = case.locator.place(*path.split("."))
        raise DocgenError([Finding("missing-field", "缺少此项。", "请在案例中补上。", place)])
    return printed_value(value)


def properties(case: Case, style: Style, title: str) -> Properties:
    """Return the core properties of one of the case's documents."""
    return Properties(
        title=title,
        creator=case.facts.company.name,
        subject=style.full_honour,
        date=case.facts.application_date,
    )
