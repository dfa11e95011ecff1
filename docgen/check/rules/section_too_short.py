"""A section is under the issuer's limit.

What: a section has fewer Han characters than the least the notice asks for; or, where it asks for
a length of “左右”, a fifth less (a warning) or less than half (an error).
Why: a text far too short tells the reviewers that there is nothing to tell.
Example: 实施情况 of 2,900 字 where 4000 字左右 are asked for.
Cure: write more on what the notice wants to read; the message names it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.lengths import limited_sections
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
        limit = section.limit
        wanted = limit.least if limit.scant is None else limit.scant
        # A least length is of Han characters: spaces, figures and Latin words fill no page.
        found = section.found.words if limit.min is None else section.found.han
        if wanted is None or found >= wanted:
            continue
        is_error = found < (limit.least or 0) and not section.inferred
        parts = "、".join(section.contains)
        yield Problem(
            section.field,
            f"“{section.title}”只有 {found} 字，{section.limit_text}，"
            f"少 {(limit.min or limit.about or 0) - found} 字。",
            f"请补写，应包括：{parts}。" if parts else "请补写。",
            section.clause,
            Severity.ERROR if is_error else Severity.WARNING,
        )
