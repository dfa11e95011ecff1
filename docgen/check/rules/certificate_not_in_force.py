"""The certificate by ISO 9001 is not in force.

What: the notice asks for a certificate of the quality management system, and the case's is out of
date on the day of the application, or said not to be in force.
Why: only companies with a certificate in force may apply.
Example: valid until the end of August, applied for in September.
Cure: give the renewed certificate's date; without one the company may not apply.
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
    """Yield the certificate if it has run out."""
    if not style.conditions.iso9001:
        return
    certificate = case.facts.company.iso9001
    until = certificate.valid_until
    expired = until is not None and until < case.facts.application_date
    if certificate.in_force is False or expired:
        yield Problem(
            "company.iso9001.valid_until",
            f"证书有效期至 {until}，申报之日已不在有效期内。"
            if expired
            else "案例写明证书不在有效期内。",
            "请换上新证书的有效期；没有有效的证书则不符合申报条件。",
            style.clause("conditions.iso9001"),
        )
