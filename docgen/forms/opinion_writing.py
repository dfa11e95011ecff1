"""Write into the room that a form has for the opinion: the text, the date, the unit's name."""

from __future__ import annotations

import re
from math import ceil
from typing import TYPE_CHECKING

from docgen.forms.folding import folded
from docgen.forms.word_editing import first_run, paragraph_like, replace_signs, set_space, signs_of
from docgen.linepitch import line_height
from docgen.read.ooxml import attribute, child, content, integer, local, points, w

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from docgen.document import ParagraphFormat, RunFormat
    from docgen.forms.opinion_place import Room
    from docgen.forms.word_editing import Sign
    from docgen.read import Formatting

#: A page's measure, where no cell states a width, and what a cell keeps free beside its text.
_MEASURE, _MARGINS = 450.0, 12.0
#: What an opinion is indented by, in characters.
_FIRST_LINE = 2
#: Indents at the sides, in twips, of text that takes its look from a line for the seal.
_NARROW = {"leftChars": "0", "left": "60", "rightChars": "0", "right": "60"}
#: The signs of a date whose figures are still to be written.
_BLANK_DATE = re.compile(r"[_＿]*(?<![0-9０-９])年[\s_＿]*月[\s_＿]*日")
_BLANKS = "_＿ \u00a0\u3000\t"
#: So much of the space before a date, in em, gives way to the figures of its year.
_YEAR = 2.0


def write_opinion(formatting: Formatting, room: Room, paragraphs: Sequence[str]) -> None:
    """Write the opinion; it takes up the room that was kept for it.

    Args:
        formatting: The file's formatting.
        room: The room.
        paragraphs: The opinion's paragraphs.
    """
    look = _Look(formatting, room)
    lines = sum(map(look.lines, paragraphs))
    added = [paragraph_like(look.model, text, look.indents) for text in paragraphs]
    _insert(room, added)
    # One line stays between the opinion and the seal.
    giving_way = room.empty[: min(lines, max(len(room.empty) - 1, 1))]
    for paragraph in giving_way:
        _remove(paragraph)
    if room.signing and not room.empty:
        _keep_off(formatting, room.signing[0], added[-1], lines)
    if room.cell is not None:
        _let_grow(room.cell)


def write_date(room: Room, date: dt.date) -> None:
    """Write the figures of the date, unless somebody did."""
    for line in room.signing:
        signs = signs_of(line)
        match = _BLANK_DATE.search("".join(sign.character for sign in signs))
        if match is not None:
            text = f"{date.year}年{date.month}月{date.day}日"
            replace_signs(signs, _without_space(signs, match.start()), match.end(), text)
            return


def write_name(room: Room, unit: str) -> None:
    """Write the unit's name where the line for the seal ends in a colon."""
    for line in room.signing:
        signs = signs_of(line)
        text = "".join(sign.character for sign in signs)
        if folded(text).endswith(":"):
            replace_signs(signs, len(text.rstrip(_BLANKS)), len(signs), unit)
            return


class _Look:
    """How the opinion looks in a room.

    Attributes:
        model: The paragraph whose look it takes over.
        indents: Attributes of its ``w:ind``.
    """

    def __init__(self, formatting: Formatting, room: Room) -> None:
        """Take the look of the empty lines, else of the label, else of the lines for the seal."""
        label = () if room.label is None else (room.label,)
        self.model = (*room.empty, *label, *room.signing)[0]
        self._run, self._paragraph = _formats(formatting, self.model)
        self._width = _width(room.cell)
        left = self._paragraph.indent_left or 0.0
        is_for_seal = self.model in room.signing or left > self._width / 4
        if is_for_seal:
            left = 0.0
        self._width -= left
        size = self._run.size or 1.0
        first = {
            "firstLineChars": str(_FIRST_LINE * 100),
            "firstLine": str(round(_FIRST_LINE * size * 20)),
        }
        self.indents = (_NARROW if is_for_seal else {}) | first

    def lines(self, text: str) -> int:
        """Return about how many lines a paragraph takes."""
        a_line = max(int(self._width / (self._run.size or 1.0)), 1)
        return ceil((_FIRST_LINE + len(text)) / a_line)


def _formats(formatting: Formatting, paragraph: Element) -> tuple[RunFormat, ParagraphFormat]:
    first = first_run(paragraph)
    layer = formatting.mark(paragraph) if first is None else formatting.run(first, paragraph)
    run = formatting.run_format(layer)
    look = formatting.paragraph_format(formatting.paragraph(paragraph), run.size or 1.0)
    return run, look


def _width(cell: Element | None) -> float:
    """Return the width of a cell's text in points: that of the columns which it spans."""
    row = None if cell is None else next(cell.iterancestors(w("tr")), None)
    if cell is None or row is None:
        return _MEASURE - _MARGINS
    cells = [each for each in content(row) if local(each) == "tc"]
    before = sum(map(_span, cells[: cells.index(cell)]))
    start = integer(attribute(child(row, "trPr", "gridBefore"))) + before
    grid = child(next(row.iterancestors(w("tbl"))), "tblGrid")
    columns = [points(attribute(each, "w")) or 0.0 for each in (() if grid is None else grid)]
    return (sum(columns[start : start + _span(cell)]) or _MEASURE) - _MARGINS


def _span(cell: Element) -> int:
    return integer(attribute(child(cell, "tcPr", "gridSpan")), 1)


def _insert(room: Room, added: Sequence[Element]) -> None:
    if room.empty:
        before = room.empty[0]
    elif room.label is not None:
        for paragraph in reversed(added):
            room.label.addnext(paragraph)
        return
    else:
        before = room.signing[0]
    for paragraph in added:
        before.addprevious(paragraph)


def _keep_off(formatting: Formatting, seal: Element, last: Element, lines: int) -> None:
    """Keep a line free between the opinion and the seal.

    The space above the seal was the room for the opinion, which takes it up but for that line.
    """
    run, look = _formats(formatting, seal)
    pitch = line_height(look, run)
    space = look.space_before or 0.0
    if space > pitch:
        set_space(seal, "before", max(space - lines * pitch, pitch))
    else:
        set_space(last, "after", pitch)


def _let_grow(cell: Element) -> None:
    """Let a row of exact height grow: in it a long opinion would be cut off."""
    row = next(cell.iterancestors(w("tr")), None)
    height = child(row, "trPr", "trHeight")
    if height is not None and attribute(height, "hRule") == "exact":
        height.set(w("hRule"), "atLeast")


def _without_space(signs: Sequence[Sign], start: int) -> int:
    """Return where the space before a date begins that its year takes up."""
    room = _YEAR
    while start and signs[start - 1].character in _BLANKS and local(signs[start - 1].source) == "t":
        room -= 1.0 if signs[start - 1].character in "\u3000＿" else 0.5
        if room < 0:
            break
        start -= 1
    return start


def _remove(element: Element) -> None:
    parent = element.getparent()
    assert parent is not None, "a paragraph stands in the body or in a cell"
    parent.remove(element)
