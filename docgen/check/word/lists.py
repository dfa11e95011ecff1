"""Typed lists (（一）…；（二）…。) told from headings that are numbered alike.

A heading has text below it and goes on in its series; items of a list stand in a row, end like
sentences, begin anew at one, or look like the text around them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docgen.check.word.marks import numbered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from docgen.read.manuscript import Line

LONGEST_HEADING = 45
SENTENCE_ENDS = ("。", "；", "，", "、", "：", ";", ",", ":", "！", "？")
_SENTENCE_OVER = ("。", "！", "？")
_INTRODUCES = ("：", ":")

#: What a line looks like: style, alignment, indent, and its first characters.
Look = tuple[object, ...]


@dataclass(slots=True)
class Past:
    """What was read before a line.

    Attributes:
        values: Level → number of the last heading under the same heading.
        looks: Level → look of the last heading.
        text: Look of the last paragraph of text, or None.
        item: Index of the last item of a list since the last heading, or None.
    """

    values: dict[int, int] = field(default_factory=dict)
    looks: dict[int, Look] = field(default_factory=dict)
    text: Look | None = None
    item: int | None = None

    def enter_heading(self, level: int, value: int, look: Look) -> None:
        """Go on behind a heading; its value is 0 where it has no number."""
        self.values = {each: self.values[each] for each in self.values if each < level}
        self.values[level] = value
        self.looks[level] = look
        self.item = None


def look_of(line: Line) -> Look:
    """Return what a line looks like, for comparing."""
    first = next((span.format for span in line.spans if span.text.strip()), None)
    characters = first and (first.east_asian_font, first.size, bool(first.bold))
    indent = round(line.format.first_line_indent or 0.0)
    return line.style, line.format.alignment, indent, characters


def is_sentence(line: Line) -> bool:
    """Say whether a line is too long for a heading or ends like a sentence."""
    text = line.text.strip()
    return len(text) > LONGEST_HEADING or text.endswith(SENTENCE_ENDS)


class TypedLists:
    """Tells how many numbered lines from one on are a list."""

    def __init__(self, lines: Sequence[Line], levels: Mapping[str, int]) -> None:
        """Look at a file's lines; `levels` say which level of heading a form of number is."""
        self._lines = lines
        self._levels = levels
        self._numbers = [numbered(line.printed) for line in lines]

    def length(self, index: int, past: Past) -> int:
        """Return how many lines, from one that is no certain heading on, are a list; else 0."""
        number = self._numbers[index]
        level = self._levels.get(number.form, 0) if number else 0
        if number is None or not level:
            return 0
        before = past.values.get(level, 0)
        length, following = self._run(index), None
        if length > 1:
            following = self._next_value(index, length)
            length -= self._ends_in_heading(index, length, before, following)
        introduced = index > 0 and self._lines[index - 1].text.strip().endswith(_INTRODUCES)
        in_a_row = length > 1 and (
            introduced
            or number.value <= before
            or any(map(is_sentence, self._lines[index : index + length]))
            # The headings of this level begin only behind it.
            or (not before and following is not None and following < number.value + length)
        )
        return length if in_a_row or self._reads_as_text(index, level, past) else 0

    def _run(self, index: int) -> int:
        """Return how many lines of one form and look count on without a gap."""
        length = 1
        while self._goes_on(index, index + length) == length and look_of(
            self._lines[index]
        ) == look_of(self._lines[index + length]):
            length += 1
        return length

    def _goes_on(self, index: int, other: int) -> int:
        """Return by how much a line's number is above another's of its form; 0 for no such line."""
        if other >= len(self._lines):
            return 0
        line, one, two = self._lines[other], self._numbers[index], self._numbers[other]
        if one is None or two is None or one.form != two.form:
            return 0
        return 0 if line.table or line.outline or line.picture else two.value - one.value

    def _next_value(self, index: int, length: int) -> int | None:
        """Return the next number of a line's form behind a run under the same heading, or None."""
        own = self._numbers[index]
        for other in range(index + length, len(self._lines)):
            line, number = self._lines[other], self._numbers[other]
            if own is None or line.table:
                continue
            level = line.outline or (self._levels.get(number.form, 0) if number else 0)
            if 0 < level < self._levels[own.form]:
                return None
            if number is not None and number.form == own.form:
                return number.value
        return None

    def _ends_in_heading(self, index: int, length: int, before: int, following: int | None) -> bool:
        """Say whether the last of a run is the next heading, a list just before it."""
        number, last = self._numbers[index], self._lines[index + length - 1]
        if number is None or is_sentence(last):
            return False
        value = number.value + length - 1
        list_is_over = self._lines[index + length - 2].text.strip().endswith(_SENTENCE_OVER)
        return value == before + 1 and (following == value + 1 or list_is_over)

    def _reads_as_text(self, index: int, level: int, past: Past) -> bool:
        """Say whether a line is set like text, unlike the headings of its level, and not of them.

        Its number does not go on theirs, or goes on a list's.
        """
        look, number = look_of(self._lines[index]), self._numbers[index]
        if number is None or look != past.text or look == past.looks.get(level, look):
            return False
        goes_on_list = past.item is not None and self._goes_on(past.item, index) == 1
        return goes_on_list or number.value != past.values.get(level, 0) + 1
