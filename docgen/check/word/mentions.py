"""What the text of a Word file says of its figures and tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.check.word.marks import PART, half_width

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from docgen.check.word.reading import Reading
    from docgen.read.manuscript import Line

#: 职工代表36人, 下图3月产量 and 图5G基站 speak of no figure or table of that number.
_COUNTED = r"(?!\d)(?!\s*(?:[年人名位台张份块只个幅万%％]|月(?!度)))(?![D-Z](?![A-Za-z]))"
_PLAIN = rf"\d{{1,3}}{_COUNTED}{PART}?"
_BY_CHAPTER = rf"\d{{1,3}}\s*[-－—–.．]\s*\d{{1,3}}{_COUNTED}{PART}?|{_PLAIN}"
_TO = r"[至到～~\-－—–]"
_AND = r"[、和及与或]"
_COMMA = r"[，,]"
#: 图1和3项措施, and 图1，3项措施: the second number is another thing's.
_NOT_COUNTED = r"(?!\s*[项类种条次批套级道家天日周号])"
_GOES_ON = r"(?=\s*(?:$|[、，,。；;：:！？)）】」”’》]|[所中可和及与或至到分为是的给显列反均都也]))"
_LONGEST_RANGE = 30


def _pattern(number: str) -> re.Pattern[str]:
    """Return what a mention looks like: label, first number, and what follows of the kind."""
    more = "|".join(
        (
            rf"{_TO}\s*[图表]\s*(?:{number})",
            rf"{_AND}\s*(?:{number}){_NOT_COUNTED}",
            rf"(?:{_COMMA}|{_TO})\s*(?:{number}){_GOES_ON}",
        )
    )
    return re.compile(rf"(?<![附续代报仪电水钟])([图表])\s*((?:{number})(?:\s*(?:{more}))*)")


_MENTION = {False: _pattern(_PLAIN), True: _pattern(_BY_CHAPTER)}
_NUMBERS = {
    False: re.compile(r"(\D*)(\d+)"),
    True: re.compile(r"(\D*)(\d+(?:\s*[-－—–.．]\s*\d+)?)"),
}


def mentions(reading: Reading) -> dict[tuple[str, str], list[Line]]:
    """Return label and number of every figure and table mentioned, with the paragraphs."""
    marks = [mark for part in reading.parts for mark in part.marks]
    by_chapter = {mark.label for mark in marks if "-" in mark.number}
    found: dict[tuple[str, str], list[Line]] = {}
    for part in reading.parts:
        if part.marks or part.role in ("contents", "contents-title", "form"):
            continue
        for label, number in mentioned(part.line.text, by_chapter):
            found.setdefault((label, number), []).append(part.line)
    return found


def mentioned(text: str, by_chapter: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield label and number of what a text mentions; a part of a figure mentions the figure.

    Args:
        text: The text.
        by_chapter: Labels (图, 表) whose numbers are by chapter: 图2-1 is one figure, else 图2-4
            are three.
    """
    text = half_width(text)
    for chaptered in (False, True):
        for label, numbers in _MENTION[chaptered].findall(text):
            if (label in by_chapter) is chaptered:
                yield from ((label, number) for number in _numbers(numbers, chaptered=chaptered))


def _numbers(text: str, *, chaptered: bool) -> list[str]:
    """Return each number of a mention, ranges filled in."""
    found: list[str] = []
    for between, written in _NUMBERS[chaptered].findall(text):
        number = re.sub(r"\s*[-－—–.．]\s*", "-", written)
        chapter, _, last = number.rpartition("-")
        if found and re.search(_TO, between):
            above, _, first = found[-1].rpartition("-")
            chapter = chapter or above
            if re.fullmatch(r"\s*[-－—–]\s*", between) and int(last) <= int(first):
                # What does not ascend is no range: 表3-1 is the number of a chapter's table.
                found[-1] = f"{found[-1]}-{last}"
                continue
            if chapter == above and int(last) - int(first) < _LONGEST_RANGE:
                between_them = range(int(first) + 1, int(last))
                found += [_joined(chapter, str(each)) for each in between_them]
        elif found and not chapter:
            chapter = found[-1].rpartition("-")[0]
        found.append(_joined(chapter, last))
    return found


def _joined(chapter: str, number: str) -> str:
    return f"{chapter}-{number}" if chapter else number
