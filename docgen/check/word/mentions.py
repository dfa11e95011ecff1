"""What the text of a Word file says of its figures and tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.check.word.reading import Reading
    from docgen.read.manuscript import Line

#: 职工代表36人 and 上表 before a year speak of no table.
_NUMBER = r"\d{1,3}(?!\d)(?!\s*[年人名位台张份块只个万%％])"
_MENTION = re.compile(
    rf"(?<![附续代报仪电水钟上下])([图表])\s*({_NUMBER}(?:[-－—–]{_NUMBER})?)"
    rf"((?:\s*[、，,和及与]\s*{_NUMBER})*)"
)
_RANGE = re.compile(
    rf"(?<![附续代报仪电水钟])([图表])\s*({_NUMBER})\s*(?:至|到|～|~|-|－|—|–)\s*(?:[图表])?\s*({_NUMBER})"
)
_LONGEST_RANGE = 30


def mentions(reading: Reading) -> dict[tuple[str, str], list[Line]]:
    """Return label and number of every figure and table mentioned, with the paragraphs."""
    by_chapter = any("-" in part.mark.number for part in reading.parts if part.mark)
    found: dict[tuple[str, str], list[Line]] = {}
    for part in reading.parts:
        if part.mark is not None or part.role in ("contents", "contents-title", "form"):
            continue
        for label, number in _mentioned(part.line.text, by_chapter=by_chapter):
            found.setdefault((label, number), []).append(part.line)
    return found


def _mentioned(text: str, *, by_chapter: bool) -> list[tuple[str, str]]:
    found = []
    for label, first, others in _MENTION.findall(text):
        number = re.sub("[－—–]", "-", first)
        # By chapter 图2-1 is one figure, else 图2-4 are three.
        found.append((label, number if by_chapter else number.partition("-")[0]))
        found += [(label, other) for other in re.findall(r"\d+", others)]
    for label, first, last in () if by_chapter else _RANGE.findall(text):
        if int(first) < int(last) < int(first) + _LONGEST_RANGE:
            found += [(label, str(number)) for number in range(int(first), int(last) + 1)]
    return found
