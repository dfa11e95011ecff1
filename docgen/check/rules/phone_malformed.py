"""A landline number is none.

What: a telephone number is neither an area code with seven or eight digits, nor a mobile number.
Why: the issuer calls it; a digit too few is noticed when the list of names is read out.
Example: 0576-800023, which lacks a digit.
Cure: write it as 0576-80000232, an extension behind a hyphen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.case.fields import value_at
from docgen.check.problem import Aspect, Problem
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.WORDING
SEVERITY = Severity.WARNING
FIELDS = ("contact.phone", "company.representative_phone")
#: With or without its area code, in brackets or behind a hyphen, and an extension.
_LANDLINE = re.compile(
    r"((\(0\d{2,3}\)|（0\d{2,3}）|0(10|2\d)-?|0\d{3}-?)?[2-9]\d{6,7})(-\d{1,6})?"
)
_MOBILE = re.compile(r"1[3-9]\d{9}")


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the telephone numbers that cannot be called."""
    for field in FIELDS:
        number = value_at(case.facts, field)
        if number and not (_LANDLINE.fullmatch(number) or _MOBILE.fullmatch(number)):
            yield Problem(
                field,
                f"“{number}”不像电话号码。",
                "固定电话写作 区号-号码，如有分机再加 -分机号。",
            )
