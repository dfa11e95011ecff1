"""The sections stand in another order than the notice has them.

What: a section's heading stands before one that the notice puts earlier.
Why: reviewers read by the notice's list.
Example: 实施效果 before 企业概况.
Cure: put the sections into the notice's order.
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
    """Yield the headings of sections that come too late."""
    if reading.narrative is None:
        return
    order = list(reading.narrative.sections)
    furthest, last = -1, ""
    for part in reading.parts:
        if not part.section or part.section == last:
            continue
        last = part.section
        place = order.index(part.section)
        if place < furthest:
            title = reading.style.sections[part.section].title
            yield Slip(
                f"“{title}”应在“{reading.style.sections[order[furthest]].title}”之前。",
                "请按通知的次序排列各节。",
                part.line,
                _clause(reading),
            )
        furthest = max(furthest, place)


def _clause(reading: Reading) -> str:
    return reading.style.clause(f"documents.{reading.document}")
