"""The experience has not been applied long enough.

What: from the month in which the method was introduced to the application less time has passed
than the notice asks for.
Why: a benchmark must have proved itself.
Example: introduced twenty months before, where two years are asked for.
Cure: check the month; the experience may have to wait a year.
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
    """Yield the month of introduction if it is too recent."""
    wanted, since = style.conditions.applied_years, case.facts.experience.applied_since
    if not wanted or since is None:
        return
    year, month = map(int, since.split("-"))
    applied = case.facts.application_date
    if (applied.year - year) * 12 + applied.month - month < wanted * 12:
        yield Problem(
            "experience.applied_since",
            f"自 {since} 起应用，到申报之日不满 {wanted} 年。",
            "请核对开始应用的年月；确实不满则不符合申报条件。",
            style.clause("conditions.applied_years"),
        )
