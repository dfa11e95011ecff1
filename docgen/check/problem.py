"""What a rule yields: a problem with one field of the case. The runner makes it a finding."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from docgen.findings import Severity


class Aspect(StrEnum):
    """What a rule is about; one row of the plan of a case (docgen plan)."""

    DEADLINE = "期限"
    ELIGIBILITY = "条件"
    MISSING = "缺少"
    LENGTH = "字数"
    WORDING = "写法"


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem with one field.

    Attributes:
        field: Dotted path of the field, e.g. ``contact.mobile``.
        message: What was found, in Chinese.
        cure: What to do about it, in Chinese.
        clause: The clause that asks for it, or "".
        severity: Where it differs from the rule's own.
        line: Line in the section's text, or None.
        part: What of the field, where it is a list that has it not: 用户证明, or "".
    """

    field: str
    message: str
    cure: str
    clause: str = ""
    severity: Severity | None = None
    line: int | None = None
    part: str = ""
