"""The unified social credit code is not one.

What: 统一社会信用代码 is not 18 characters of 0–9 and A–Z without I, O, S, V, Z.
Why: GB 32100-2015; the code identifies the applicant on every list.
Example: 91310115MA1H8R7C6 has 17 characters.
Cure: copy the code from the business licence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.credit_code import ALPHABET, LENGTH
from docgen.check.problem import Aspect, Problem
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.WORDING
SEVERITY = Severity.ERROR


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the code if its length or a character is wrong."""
    code = case.facts.company.credit_code
    if code is None:
        return
    wrong = sorted(set(code) - set(ALPHABET))
    if wrong:
        message = f"“{code}”含有不会出现的字符：{'、'.join(wrong)}。"
    elif len(code) != LENGTH:
        message = f"“{code}”有 {len(code)} 位，应为 {LENGTH} 位。"
    else:
        return
    yield Problem("company.credit_code", message, "请按营业执照核对（不含字母 I、O、S、V、Z）。")
