"""A heading stands more than one level below the one above it.

What: a level of headings is passed over, as from “一、” to “1．”.
Why: the outline and the contents have a hole.
Example: 一、 followed by 1．, without （一） between.
Cure: number the heading one level higher, or put the missing heading in.
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
    """Yield the headings that skip a level."""
    above = 0
    for part in reading.parts:
        if part.level:
            if above and part.level > above + 1:
                yield Slip(
                    f"标题从第 {above} 级跳到第 {part.level} 级。",
                    "请补上中间一级的标题，或提高这个标题的级别。",
                    part.line,
                )
            above = part.level
