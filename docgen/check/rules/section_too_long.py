"""A section is over the issuer's limit.

What: a section has more 字 (as Word counts them, headings, captions and tables included) than the
notice allows; or only its plain count of characters with spaces is over, which online forms use.
Why: “500字以内” is a hard limit; reviewers and online forms cut what is over.
Example: 摘要 has 530 字, 30 too many.
Cure: shorten it; the message shows where the limit is crossed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.case.targets import printed_text
from docgen.check.problem import Problem
from docgen.derived import targets_of
from docgen.findings import Severity
from docgen.wordcount import count, position_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

SEVERITY = Severity.ERROR
_SHOWN = 20


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the sections over their limits."""
    targets = targets_of(case, style)
    for name in style.printed_sections:
        section = style.sections[name]
        narrative = case.narrative.get(section.source)
        limit = section.limit.max if section.limit else None
        if narrative is None or limit is None:
            continue
        text = printed_text(narrative, targets)
        found = count(text)
        field = f"narrative.{section.source}"
        clause = style.clause(f"sections.{name}")
        if found.words > limit:
            yield Problem(
                field,
                f"“{section.title}”有 {found.words} 字，上限 {limit} 字，"
                f"超 {found.words - limit} 字。",
                f"请删减；到“{_crossing(text, limit)}”处已满 {limit} 字。",
                clause,
            )
        elif found.characters_with_spaces > limit:
            yield Problem(
                field,
                f"“{section.title}”有 {found.words} 字，未超上限 {limit} 字；"
                f"但字符数（计空格）为 {found.characters_with_spaces}，有的填报系统按此计数。",
                f"如按字符计数，须删减 {found.characters_with_spaces - limit} 个字符。",
                clause,
                Severity.WARNING,
            )


def _crossing(text: str, limit: int) -> str:
    """Return the words around the place where the limit is crossed."""
    position = position_of(text, limit) or len(text)
    return text[max(position - _SHOWN, 0) : position + 1].replace("\n", " ")
