"""A section is under the issuer's limit.

What: a section has fewer Han characters than the least the notice asks for; or, where it asks for
a length of “左右”, a fifth less (a warning) or less than half (an error).
Why: a text far too short tells the reviewers that there is nothing to tell.
Example: 实施情况 of 2,900 字 where 4000 字左右 are asked for.
Cure: write more on what the notice wants to read; the message names it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.lengths import limited_sections, too_short
from docgen.check.problem import Aspect, Problem
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.LENGTH
SEVERITY = Severity.ERROR


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the sections under their limits."""
    for section in limited_sections(case, style):
        breach = too_short(section.limit, section.found, inferred=section.inferred)
        if breach is None:
            continue
        parts = "、".join(section.contains)
        yield Problem(
            section.field,
            f"“{section.title}”只有 {breach.found} 字，{section.limit_text}，少 {breach.by} 字。",
            f"请补写，应包括：{parts}。" if parts else "请补写。",
            section.clause,
            breach.severity,
        )
