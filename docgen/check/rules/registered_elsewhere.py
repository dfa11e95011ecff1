"""The applicant is not registered where the issuer wants it.

What: 注册地 does not name the issuer's place.
Why: only companies registered there may apply.
Example: a company of the neighbouring city.
Cure: choose the issuer of the company's own place.
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
    """Yield the place of registration if it is another one."""
    wanted, found = style.conditions.registered_in, case.facts.company.registered_place
    if wanted and found is not None and wanted not in found:
        yield Problem(
            "company.registered_place",
            f"注册地是“{found}”，申报单位须在{wanted}注册。",
            "请核对注册地，或选用企业所在地的规范。",
            style.clause("conditions"),
        )
