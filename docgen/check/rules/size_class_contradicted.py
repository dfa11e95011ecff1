"""企业类型 is not what headcount and revenue make it.

What: the case states a size class other than the one its headcount and its revenue of the last
reporting year give by the issuer's table.
Why: the form's own note divides enterprises; reviewers hold the box against the figures.
Example: 大型企业 with 350 people and 1999 万元, which is 小型企业.
Cure: correct the class or the figures; left out, the class is worked out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.problem import Aspect, Problem
from docgen.derived import derived_value
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.WORDING
SEVERITY = Severity.ERROR


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the stated class if the figures contradict it."""
    stated, derived = case.facts.company.size, derived_value(case.facts, style, "company.size")
    if stated is None or derived is None or stated == derived:
        return
    revenue = case.facts.years[style.reporting_years[-1]].revenue
    yield Problem(
        "company.size",
        f"写的是“{stated}”；按从业人员 {case.facts.company.employees} 人、"
        f"营业收入 {revenue:f} 万元应为“{derived}”。",
        "请改正企业类型，或核对人数和收入；此项不填则自动得出。",
        style.clause("enterprise_size"),
    )
