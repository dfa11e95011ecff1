"""A postcode is none.

What: 邮编 is not made of six digits.
Why: forms print it in a box of its own, and notices are sent back by post.
Example: 31750, which has five.
Cure: write the six digits.
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
_POSTCODE = re.compile(r"\d{6}", re.ASCII)


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the postcode if it is none."""
    code = case.facts.company.postcode
    if code is not None and not _POSTCODE.fullmatch(code):
        yield Problem("company.postcode", f"“{code}”不是邮编。", "邮编是六位数字。")
