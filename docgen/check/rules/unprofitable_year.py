"""A reporting year shows no profit.

What: 利润总额 of one of the years that must be profitable is zero or less.
Why: the issuer admits only companies profitable in each of these years.
Example: a profit of -35.20 万元 in the second of three years.
Cure: check the figure against the audit report; the company may not be eligible.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.problem import Aspect, Problem
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.ELIGIBILITY
SEVERITY = Severity.ERROR


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the years without profit."""
    wanted = style.conditions.profitable_years
    for year in style.reporting_years[-wanted:] if wanted else ():
        figures = case.facts.years.get(year)
        if figures is not None and figures.profit is not None and figures.profit <= 0:
            yield Problem(
                f"years.{year}.profit",
                f"{year} 年利润总额为 {figures.profit:f} 万元，须近 {wanted} 年连续盈利。",
                "请按审计报告核对；确为亏损则不符合申报条件。",
                style.clause("conditions"),
            )
