"""A section that the issuer asks for has no text.

What: the case's narrative lacks a section of the style.
Why: the notice lists the parts of the material; a missing one is sent back.
Example: 总结材料 / 实施效果 is missing.
Cure: write the section, inline or in a file of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.case.narrative import plain_text
from docgen.check.problem import Aspect, Problem
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.MISSING
SEVERITY = Severity.ERROR


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the sections of the style that the case has no text for."""
    for name in style.printed_sections:
        section = style.sections[name]
        if not section.source:
            continue
        narrative = case.narrative.get(section.source)
        if narrative is None or not plain_text(narrative).strip():
            parts = "、".join(section.contains)
            yield Problem(
                f"narrative.{section.source}",
                f"缺少“{section.title}”。",
                f"请写入案例，应包括：{parts}。" if parts else "请写入案例。",
                style.clause(f"sections.{name}"),
            )
