"""A mobile number is not one.

What: 手机 is not 11 digits beginning with 1.
Why: the issuer calls it; 联系方式 on the cover is a mobile number.
Example: 1379999000 has ten digits.
Cure: correct the number; no spaces, no hyphens.
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

ASPECT = Aspect.WORDING
SEVERITY = Severity.ERROR
_MOBILE = re.compile("1[3-9][0-9]{9}")


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the contact's mobile number if it is malformed."""
    mobile = case.facts.contact.mobile
    if mobile is not None and not _MOBILE.fullmatch(mobile):
        yield Problem(
            "contact.mobile",
            f"“{mobile}”不是手机号码。",
            "手机号码为 1 开头的 11 位数字，中间不加空格和短横。",
        )
