"""The experience's name is over the issuer's limit.

What: 质量标杆名称 has more characters than the notice allows.
Why: the name goes onto covers and lists; “40字以内” is a hard limit.
Example: 43 characters where 40 are allowed.
Cure: shorten the method part of the name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.problem import Aspect, Problem
from docgen.findings import Severity
from docgen.wordcount import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.LENGTH
SEVERITY = Severity.ERROR


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the name if it is too long."""
    limit = style.experience_name.limit
    most = limit.max if limit else None
    found = count(case.facts.experience.name).words
    if most is not None and found > most:
        inferred = style.source("experience_name.limit.max").inferred
        yield Problem(
            "experience.name",
            f"名称有 {found} 字，超过{'推定的' if inferred else ''}上限 {most} 字，"
            f"多 {found - most} 字。",
            "请缩短名称中的方法部分。",
            style.clause("experience_name.limit.max"),
            Severity.WARNING if inferred else None,
        )
