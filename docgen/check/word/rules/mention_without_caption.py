"""The text mentions a figure or table that is not there.

What: a sentence says 见图9, and no caption has that number.
Why: the reader looks for it in vain.
Example: a figure was taken out, the sentence was left.
Cure: correct the number, or put the figure in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.word.mentions import mentions
from docgen.check.word.slip import Slip
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading


SEVERITY = Severity.ERROR


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the paragraphs that mention what is not there."""
    there = {(mark.label, mark.number) for part in reading.parts for mark in part.marks}
    for (label, number), lines in mentions(reading).items():
        if (label, number) not in there and any(each[0] == label for each in there):
            yield Slip(f"提到{label}{number}，文中没有。", "请改正编号，或补上。", lines[0])
