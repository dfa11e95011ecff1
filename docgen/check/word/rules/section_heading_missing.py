"""A section that the notice asks for has no heading.

What: none of the file's paragraphs is the heading of one of the notice's sections.
Why: reviewers mark section by section.
Example: 企业概况 written as 公司简介.
Cure: use the notice's own heading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.word.slip import Slip
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading


SEVERITY = Severity.ERROR


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the sections of the style that the file has no heading for."""
    if reading.narrative is None:
        return
    there = {part.section for part in reading.parts}
    for name in reading.narrative.sections:
        if name not in there:
            section = reading.style.sections[name]
            yield Slip(
                f"没有“{section.title}”这一节的标题。",
                "请按通知的标题写。",
                clause=reading.style.clause(f"sections.{name}"),
            )
