"""The unified social credit code's check digit does not fit.

What: the code's last character is not the one that GB 32100-2015 computes from the other 17.
Why: a mistyped code names another company, or none. Some early codes fail as well, so it is a
warning.
Example: 91310115MA1H8R7C6D.
Cure: compare the code with the business licence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.credit_code import check_digit, is_well_formed
from docgen.check.problem import Aspect, Problem
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.WORDING
SEVERITY = Severity.WARNING


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the code if its check digit does not fit."""
    code = case.facts.company.credit_code
    if code is not None and is_well_formed(code) and code[-1] != check_digit(code):
        yield Problem(
            "company.credit_code",
            f"“{code}”的校验位不符：末位应为 {check_digit(code)}。",
            "请按营业执照核对；早期发的个别代码确实不符，核对无误可不管。",
        )
