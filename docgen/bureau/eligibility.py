"""Whether the applicants may apply (申报条件), which the unit vouches for in its letter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docgen.check.case import check_case
from docgen.check.problem import Aspect

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.bureau.applicants import Applicant
    from docgen.findings import Finding
    from docgen.style.model import Style

_ASPECTS = (Aspect.DEADLINE, Aspect.ELIGIBILITY)


def ineligible(style: Style, applicants: Sequence[Applicant]) -> Iterator[Finding]:
    """Yield the conditions of the notice, and its deadline, that an applicant does not meet.

    What an applicant does not say is not held against it; the rules are those for cases.
    """
    for applicant in applicants:
        case = applicant.case(style)
        for finding in check_case(case, style, _ASPECTS) if case else ():
            field = finding.place.pointer.strip("/").replace("/", ".")
            yield replace(finding, place=applicant.place(field))
