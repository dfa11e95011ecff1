"""Which line is drawn between two cells, where both have a say (17.4.66, as Word applies it)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.read.ooxml import attribute, child, integer
from docgen.read.table_style import named_side

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from docgen.read.table_style import Area, TableStyle

#: How much a line style weighs against another; a plain line weighs 1 for each eighth of a point.
_STYLE_WEIGHTS = {"thick": 2, "double": 3, "triple": 10}
_LIGHT = {"dotted", "dashed", "dashSmallGap", "dotDash", "dotDotDash"}
_THINNEST = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One side of one cell: width in points, weight in a conflict, and whether it forbids any."""

    width: float
    weight: int
    forbids: bool = False


NO_LINE = Line(0.0, 0)


def cell_line(cell: Element, row: Element, style: TableStyle, area: Area, side: str) -> Line:
    """Return the line a cell asks for on a side.

    Its own border first, then what the table and its style give. An own border of ``none`` counts
    as not stated; ``nil`` forbids the line.
    """
    own = named_side(child(cell, "tcPr", "tcBorders"), side)
    if attribute(own) not in {None, "none"}:
        return _line(own)
    line = _line(style.border(row, area, side))
    return NO_LINE if line.forbids else line


def drawn(one: Line, other: Line) -> float:
    """Return the width of the line drawn where two cells meet, in points."""
    if one.forbids or other.forbids:
        return 0.0
    return max(one, other, key=lambda line: (line.weight, line.width)).width


def _line(element: Element | None) -> Line:
    kind = attribute(element)
    if kind in {None, "none", "nil"}:
        return Line(0.0, 0, forbids=kind == "nil")
    eighths = max(integer(attribute(element, "sz")), _THINNEST)
    weight = 1 if kind in _LIGHT else eighths * _STYLE_WEIGHTS.get(kind or "", 1)
    return Line(eighths / 8, weight)
