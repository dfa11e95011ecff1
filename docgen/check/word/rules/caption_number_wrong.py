"""A figure's or table's number does not follow the one before it.

What: in the series of its kind a number is missing, or stands twice; parts of one figure, (a) and
(b), have one number.
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

    from docgen.check.word.marks import CaptionMark
    from docgen.check.word.reading import Reading
    from docgen.check.word.recognition import Part


SEVERITY = Severity.ERROR


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the captions whose numbers do not follow in their series."""
    last: dict[tuple[str, str], CaptionMark] = {}
    seen: dict[tuple[str, str], int] = {}
    for part in reading.parts:
        for mark in part.marks:
            chapter, _, number = mark.number.rpartition("-")
            series = (mark.label, chapter)
            before = last.get(series)
            last[series] = mark
            if before is not None and _goes_on(before, mark):
                continue
            first = reading.style.captions.first_table if mark.label == "表" else 1
            expected = _value(before) + 1 if before is not None else first
            # After one slip the rest may well be right by their place in the series.
            by_place = first + seen.get(series, 0)
            seen[series] = seen.get(series, 0) + 1
            if int(number) not in (expected, by_place):
                yield _slip(reading, part, mark, by_place)


def _goes_on(before: CaptionMark, mark: CaptionMark) -> bool:
    """Say whether a caption is of the same table or figure: 续表, or parts (a) and (b)."""
    again = "续" in mark.text or bool(mark.part or before.part)
    return again and mark.number == before.number


def _value(mark: CaptionMark) -> int:
    return int(mark.number.rpartition("-")[2])


def _slip(reading: Reading, part: Part, mark: CaptionMark, expected: int) -> Slip:
    chapter = mark.number.rpartition("-")[0]
    wanted = f"{chapter}-{expected}" if chapter else str(expected)
    # By chapter the number stands in two places, one of them the chapter's; and of several
    # captions in one line only the first begins it.
    by_hand = chapter or part.line.label or mark is not part.marks[0]
    return Slip(
        f"编号是{mark.label}{mark.number}，按次序应为{mark.label}{wanted}。",
        "请改正编号，正文里提到的也要改。",
        part.line,
        reading.style.clause("captions.by_chapter"),
        fix=None if by_hand else Fix("number", (mark.written, str(expected))),
    )
