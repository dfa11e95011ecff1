"""A figure or table is never mentioned in the text.

What: nothing in the text says 见图3 or 如表2所示 of a figure or table that is there.
Why: a reader does not know what it belongs to.
Example: 图3 stands between two sections, and no sentence speaks of it.
Cure: mention it where it belongs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.word.mentions import mentions
from docgen.check.word.slip import Slip
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading


SEVERITY = Severity.WARNING


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the captions that no sentence mentions."""
    told = set(mentions(reading))
    for part in reading.parts:
        for mark in part.marks:
            if (mark.label, mark.number) in told:
                continue
            # The parts of a figure, each with its caption, are one figure.
            told.add((mark.label, mark.number))
            name = f"{mark.label}{mark.number}"
            yield Slip(f"正文没有提到{name}。", f"请在正文中写“见{name}”。", part.line)
