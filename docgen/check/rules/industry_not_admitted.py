"""The company's industry is not admitted.

What: the first two digits of 行业代码 are none of the divisions of GB/T 4754 that the notice names.
Where the notice's list is an open one (等), this is a warning.
Why: the honour is for manufacturers, or for them and some services.
Example: 5210 (retail), where divisions 06 to 46 are admitted.
Cure: check the code; it is that of the company's main business.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.check.problem import Aspect, Problem
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.ELIGIBILITY
SEVERITY = Severity.ERROR
_DIVISION = re.compile(r"[A-T]?(\d\d)")


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the industry's code if its division is not admitted."""
    admitted, code = style.conditions.industries, case.facts.company.industry.code
    division = code and _DIVISION.match(code)
    if not admitted or not division:
        return
    if not any(first <= division[1] <= last for first, last in map(_bounds, admitted)):
        yield Problem(
            "company.industry.code",
            f"行业代码“{code}”的前两位不在遴选范围（{'、'.join(admitted)}）之内。",
            "请核对行业代码；主营业务确不在范围内则不符合申报条件。",
            style.clause("conditions.industries"),
            Severity.WARNING if style.conditions.industries_open else None,
        )


def _bounds(divisions: str) -> tuple[str, str]:
    first, _, last = divisions.partition("-")
    return first, last or first
