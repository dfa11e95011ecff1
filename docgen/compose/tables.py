"""Tables of the narrative: column widths from what stands in the columns."""

from __future__ import annotations

import re
import unicodedata
from math import ceil
from typing import TYPE_CHECKING

from docgen.document import (
    Alignment,
    Caption,
    Cell,
    Paragraph,
    ParagraphFormat,
    Reference,
    Row,
    Table,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.document import Inline

    Cells = Sequence[tuple[Inline, ...]]

_PADDING = (2.0, 4.0, 2.0, 4.0)
_ROW_HEIGHT = 20.0
#: A cell is broken only where it is longer than this; shorter ones keep their line.
_UNBROKEN = 4.0
_SHORT = 12.0
#: Widths in the Latin face in bold, in em, with a little to spare.
_LATIN_WIDTH, _CAPITAL_WIDTH, _BROAD_WIDTH = 0.58, 0.76, 1.0
_BROAD = "MWmw@%&"
#: Halving a width so often leaves less than a millionth of a point.
_HALVINGS = 40
#: A table or row up to half a page high is moved to the next page rather than cut.
_TALL = 330.0
#: Single line spacing of Song type, in em.
_PITCH = 1.3
#: A Latin word, with the full-width brackets that stick to it: （mm/min）.
_WORD = re.compile(r"[（《“]?[\x21-\x7e\u00a0]+[）》”，。；、]?")


def compose_table(
    header: Cells,
    rows: Sequence[Cells],
    alignments: Sequence[Alignment | None],
    *,
    measure: float,
    size: float,
    caption: Caption | None,
) -> Table:
    """Return a table as wide as the measure.

    Args:
        header: The header row's cells, [] for none.
        rows: The body rows.
        alignments: One per column; None is centred where all its cells are short and on one line.
        measure: Width of the text area in points.
        size: Type size of the cells in points.
        caption: The caption printed above.
    """
    grid = [header, *rows] if header else list(rows)
    columns = range(len(alignments))
    ems = [[_widest_line(row[column]) for row in grid] for column in columns]
    shortest = [max(_longest_word(row[column]) for row in grid) for column in columns]
    widths = _shared(measure, size, [max(each) for each in ems], shortest)
    lines = [
        [_lines(cell, size, width) for cell, width in zip(row, widths, strict=True)] for row in grid
    ]
    heights = [max(row) * size * _PITCH for row in lines]
    placed = [
        alignment or _placed(max(ems[column]), max(row[column] for row in lines))
        for column, alignment in zip(columns, alignments, strict=True)
    ]
    body = [
        _row(row, "table-text", placed, may_break=height > _TALL)
        for row, height in zip(rows, heights[len(grid) - len(rows) :], strict=True)
    ]
    centred = [Alignment.CENTER] * len(placed)
    head = [_row(header, "table-head", centred, header=True)] if header else []
    return Table(
        columns=tuple(widths),
        rows=(*head, *body),
        padding=_PADDING,
        caption=caption,
        whole=sum(max(height, _ROW_HEIGHT) for height in heights) <= _TALL,
    )


def _placed(widest: float, lines: int) -> Alignment:
    """Return where a column's cells stand: short ones on one line in the middle, others left."""
    return Alignment.CENTER if lines == 1 and widest <= _SHORT else Alignment.LEFT


def _lines(cell: tuple[Inline, ...], size: float, column: float) -> int:
    """Return how many lines a cell takes in a column of a width in points."""
    room = column - _PADDING[1] - _PADDING[3]
    return sum(max(ceil(text_width(line) * size / room), 1) for line in _plain(cell).split("\n"))


def _row(
    cells: Cells,
    role: str,
    alignments: list[Alignment],
    *,
    header: bool = False,
    may_break: bool = False,
) -> Row:
    return Row(
        tuple(
            Cell((Paragraph(cell, role, ParagraphFormat(alignment=alignment)),))
            for cell, alignment in zip(cells, alignments, strict=True)
        ),
        height=_ROW_HEIGHT,
        header=header,
        may_break=may_break,
    )


def _shared(measure: float, size: float, wanted: list[float], shortest: list[float]) -> list[float]:
    """Share the measure among the columns.

    Where all cells fit on one line, the spare width goes to all in proportion. Where they do not,
    all columns come as near to one common width as what they want at most and need at least
    allows; only where the longest words alone do not fit is every column cut alike.

    Args:
        measure: Width to share, in points.
        size: Type size in points.
        wanted: Width of each column's longest cell, in em.
        shortest: Width of each column's longest unbreakable piece, in em.
    """
    edge = _PADDING[1] + _PADDING[3] + 1.0
    least = [ems * size + edge for ems in shortest]
    liked = [max(ems * size + edge, floor) for ems, floor in zip(wanted, least, strict=True)]
    if sum(liked) <= measure:
        return [width * measure / sum(liked) for width in liked]
    if sum(least) >= measure:
        return [width * measure / sum(least) for width in least]
    low, high = min(least), max(liked)
    for _ in range(_HALVINGS):
        common = (low + high) / 2
        low, high = (common, high) if sum(_held(common, least, liked)) < measure else (low, common)
    widths = _held(high, least, liked)
    return [width * measure / sum(widths) for width in widths]


def _held(common: float, least: list[float], liked: list[float]) -> list[float]:
    """Return a common width held between what each column needs and likes."""
    return [min(max(common, low), high) for low, high in zip(least, liked, strict=True)]


def _widest_line(cell: tuple[Inline, ...]) -> float:
    return max(text_width(line) for line in _plain(cell).split("\n"))


def text_width(text: str) -> float:
    """Return the width of a text on one line, in em."""
    return sum(_character_width(character) for character in text)


def _character_width(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WFA":
        return 1.0
    if character in _BROAD:
        return _BROAD_WIDTH
    return _CAPITAL_WIDTH if character.isupper() else _LATIN_WIDTH


def _longest_word(cell: tuple[Inline, ...]) -> float:
    """Return the width in em that a cell needs at least: its longest word, or a few characters."""
    text = _plain(cell)
    words = [text_width(word) for word in _WORD.findall(text)]
    return max([*words, min(text_width(text), _UNBROKEN)])


def _plain(cell: tuple[Inline, ...]) -> str:
    return "".join(each.text if isinstance(each, (Text, Reference)) else "\n" for each in cell)
