"""A figure's or table's number does not follow the one before it.

What: in the series of its kind a number is missing, or stands twice.
Why: “图表按类别统一编号”; a gap looks like something left out.
Example: 图1, 图2, 图4.
Cure: number them one after the other, and correct what refers to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.word.slip import Fix, Slip
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading


SEVERITY = Severity.ERROR


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the captions whose numbers do not follow in their series."""
    last: dict[tuple[str, str], int] = {}
    seen: dict[tuple[str, str], int] = {}
    for part in reading.parts:
        if part.mark is None:
            continue
        chapter, _, number = part.mark.number.rpartition("-")
        series = (part.mark.label, chapter)
        if "续" in part.mark.text and int(number) == last.get(series):
            # A table that goes on under its caption again (续表).
            continue
        first = reading.style.captions.first_table if part.mark.label == "表" else 1
        expected = last.get(series, first - 1) + 1
        # After one slip the rest may well be right by their place in the series.
        by_place = first + seen.get(series, 0)
        seen[series] = seen.get(series, 0) + 1
        if int(number) not in (expected, by_place):
            expected = by_place
            wanted = f"{chapter}-{expected}" if chapter else str(expected)
            yield Slip(
                f"编号是{part.mark.label}{part.mark.number}，按次序应为{part.mark.label}{wanted}。",
                "请改正编号，正文里提到的也要改。",
                part.line,
                _clause(reading),
                # By chapter the number stands in two places, one of them the chapter's.
                fix=None if chapter or part.line.label else Fix("number", (number, str(expected))),
            )
        last[series] = int(number)


def _clause(reading: Reading) -> str:
    return reading.style.clause("captions.by_chapter")
