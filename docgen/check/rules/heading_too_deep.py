"""A heading is deeper than the style numbers.

What: a heading of the text stands at a level for which the style has no number.
Why: it could not be numbered, and the contents would skip it.
Example: #### in a section whose own heading is level 1, in a style that numbers four levels.
Cure: take away one # or make it a paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.case.narrative import HeadingLine, inlines_text
from docgen.check.problem import Aspect, Problem
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.WORDING
SEVERITY = Severity.ERROR


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the headings below the last level that is numbered; they stand below their section."""
    deepest = len(style.headings.numbering)
    for section in (style.sections[name] for name in style.printed_sections):
        narrative = case.narrative.get(section.source)
        for passage in narrative.passages if narrative else ():
            if not isinstance(passage, HeadingLine):
                continue
            level = section.level + passage.level
            if level > deepest:
                yield Problem(
                    f"narrative.{section.source}",
                    f"标题“{inlines_text(passage.inlines)}”是第 {level} 级，"
                    f"规范只编到第 {deepest} 级。",
                    "请减少一个 #，或改为正文。",
                    line=passage.line,
                )
