"""A stated rate contradicts the amounts that it follows from.

What: 增长率 or 投入强度 is stated, and the amounts of the case give another figure.
Why: reviewers work the rate out from the amounts printed beside it.
Example: a growth of 12% stated where the two years' revenue gives 14.96%.
Cure: correct the rate or the amounts; left out, it is worked out.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from docgen.case.fields import value_at
from docgen.check.problem import Aspect, Problem
from docgen.derived import derived_value, sources_of
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.WORDING
SEVERITY = Severity.ERROR
_RATES = {"growth": "增长率", "rd_intensity": "投入强度"}
#: A rate may be stated with one decimal.
_ROUNDING = Decimal("0.06")


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the rates of the reporting years that the amounts contradict."""
    for year in style.reporting_years:
        for name, title in _RATES.items():
            field = f"years.{year}.{name}"
            stated, derived = value_at(case.facts, field), derived_value(case.facts, style, field)
            if stated is None or derived is None or abs(stated - derived) <= _ROUNDING:
                continue
            amounts = [value_at(case.facts, source) for source in sources_of(style, field)]
            yield Problem(
                field,
                f"写的{title}是 {stated:f}%；"
                f"按 {amounts[0]:f} 和 {amounts[1]:f} 万元应为 {derived:f}%。",
                "请核对两项金额，或删去此项，由金额得出。",
            )
