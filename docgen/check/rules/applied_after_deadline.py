"""The application is dated after the issuer's deadline.

What: 申报日期 is later than the last day the notice names.
Why: late applications are not accepted.
Example: 2 April against 29 March of the same year.
Cure: correct the date, or choose the style's newer edition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.problem import Aspect, Problem
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.DEADLINE
SEVERITY = Severity.ERROR


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the date if it is too late."""
    deadline, date = style.dates.deadline, case.facts.application_date
    if deadline is not None and date > deadline:
        yield Problem(
            "application_date",
            f"申报日期 {date} 晚于截止日期 {deadline}。",
            "请核对日期；若按新一年的通知申报，请换用新一版规范。",
            style.clause("dates"),
        )
