"""An e-mail address is not one.

What: 电子邮箱 has no name, no @, or no domain.
Why: notices and questions of the issuer go there.
Example: zhulin＠example.com has a full-width ＠.
Cure: correct the address.
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
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the contact's e-mail address if it is malformed."""
    email = case.facts.contact.email
    if email is not None and not _EMAIL.fullmatch(email):
        yield Problem("contact.email", f"“{email}”不是邮箱地址。", "请核对；@ 和点须用半角。")
