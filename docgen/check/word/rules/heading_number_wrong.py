"""A heading's number does not follow the one before it.

What: among headings of one level under one parent a number is missing, or stands twice.
Why: a number that is missing looks like a section that was left out.
Example: 一、 二、 四、.
Cure: number them one after the other, or let Word number them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.word.marks import numbered
from docgen.check.word.slip import Fix, Slip
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading
    from docgen.check.word.recognition import Part


SEVERITY = Severity.ERROR


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the headings whose numbers do not follow."""
    counts: dict[int, int] = {}
    siblings: dict[int, int] = {}
    passed: set[int] = set()
    for part in reading.parts:
        level = part.level
        if not level:
            continue
        for below in [each for each in counts if each > level]:
            del counts[below], siblings[below]
        # A level passed over is told elsewhere; what number follows there is anybody's guess.
        passed = {each for each in passed if each <= level}
        passed |= {each for each in range(2, level) if each not in counts}
        if not part.value:
            continue
        siblings[level] = siblings.get(level, 0) + 1
        # After one slip the rest may well be right by their place.
        expected = siblings[level]
        fits = part.value in (counts.get(level, 0) + 1, expected)
        if not fits and level not in passed:
            yield Slip(
                f"标题序号是 {part.value}，按次序应为 {expected}。",
                "请改正序号。",
                part.line,
                fix=_fix(part, expected),
            )
        counts[level] = part.value
        passed.discard(level)


def _fix(part: Part, expected: int) -> Fix | None:
    """Return how a typed number is put right; an automatic one follows from the others."""
    # What begins anew at 1 may be a list.
    found = numbered(part.line.text) if part.typed and part.value > 1 else None
    return None if found is None else Fix("number", (found.written, found.written_as(expected)))
