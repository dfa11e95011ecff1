"""A section is over the issuer's limit.

What: a section has more 字 (as Word counts them, headings, captions and tables included) than the
notice allows; or only its plain count of characters with spaces is over, which online forms use.
Of “左右” a fifth more is a warning, half as much again an error; a limit that is only inferred
warns.
Why: “500字以内” is a hard limit; reviewers and online forms cut what is over.
Example: 摘要 has 530 字, 30 too many.
Cure: shorten it; the message shows where the limit is crossed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.lengths import limited_sections, too_long
from docgen.check.problem import Aspect, Problem
from docgen.findings import Severity
from docgen.wordcount import position_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.LENGTH
SEVERITY = Severity.ERROR
_SHOWN = 20


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the sections over their limits."""
    for section in limited_sections(case, style):
        limit, found, title = section.limit, section.found, section.title
        if breach := too_long(limit, found, inferred=section.inferred):
            crossing = _crossing(section.text, breach.allowed)
            yield Problem(
                section.field,
                f"“{title}”有 {breach.found} 字，{section.limit_text}，超 {breach.by} 字。",
                f"请删减；到“{crossing}”处已满 {breach.allowed} 字。",
                section.clause,
                breach.severity,
            )
        elif limit.max is not None and found.characters_with_spaces > limit.max:
            yield Problem(
                section.field,
                f"“{title}”有 {found.words} 字，未超上限 {limit.max} 字；"
                f"但字符数（计空格）为 {found.characters_with_spaces}，有的填报系统按此计数。",
                f"如按字符计数，须删减 {found.characters_with_spaces - limit.max} 个字符。",
                section.clause,
                Severity.WARNING,
            )


def _crossing(text: str, limit: int) -> str:
    """Return the words around the place where the limit is crossed."""
    position = position_of(text, limit) or len(text)
    return text[max(position - _SHOWN, 0) : position + 1].replace("\n", " ")
