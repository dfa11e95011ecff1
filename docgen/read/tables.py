"""Tables: the grid, spans, borders, margins and heights of a ``w:tbl``, fully resolved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docgen.document import Block, Borders, Cell, Paragraph, Row, Rule, RunFormat, Table, Text
from docgen.read.borders import NO_LINE, Line, cell_line, drawn
from docgen.read.formatting import Formatting, TableLayers
from docgen.read.ooxml import attribute, child, content, integer, is_on, local, points, w
from docgen.read.table_style import SIDES, Area, TableStyle, stated_padding

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

#: Word allows no more columns; whatever a file claims, we build no more.
MAX_COLUMNS = 63
_VERTICAL = {"tbRl", "tbRlV", "tbLrV", "rl", "rlV", "lrV"}
#: Fills a place in the grid where the file has no cell; it adds nothing to the row's height.
_NOTHING = Paragraph((Text("", RunFormat(size=1.0)),))

CellReader = Callable[["Element", TableLayers], tuple[Block, ...]]


@dataclass(slots=True)
class Slot:
    """One cell of the grid (单元格); `cells` holds its ``w:tc``, one for each row it spans."""

    row: int
    column: int
    columns: int
    cells: list[Element] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """How many rows it spans."""
        return max(1, len(self.cells))


def read_table(
    table: Element, formatting: Formatting, read_cell: CellReader, measure: float
) -> Table:
    """Read a table.

    Args:
        table: The ``w:tbl``.
        formatting: The file's formatting.
        read_cell: Makes blocks of a ``w:tc``, given what the table style adds to its text.
        measure: Width in points to divide among columns that state none.

    Each cell states its four border lines; a line between two cells is the same on both, and where
    one side meets several cells it is the thinnest of what is drawn there.
    """
    rows = rows_of(table)
    slots = slots_of(rows)
    widths = _column_widths(table, slots, measure)
    style = TableStyle(table, formatting)
    lines = _Lines(rows, slots, style, len(widths))
    begun: dict[int, list[Slot]] = {index: [] for index in range(len(rows))}
    for slot in slots:
        begun[slot.row].append(slot)
    return Table(
        columns=widths,
        rows=tuple(
            _row(row, [_cell(slot, lines, style, read_cell) for slot in begun[index]])
            for index, row in enumerate(rows)
        ),
        border=Rule(0.0),
        padding=_four(style.padding()),
        alignment="center" if attribute(child(table, "tblPr", "jc")) == "center" else "left",
    )


def _row(row: Element, cells: list[Cell]) -> Row:
    properties = child(row, "trPr")
    height = child(properties, "trHeight")
    rule = attribute(height, "hRule")
    stated = points(attribute(height)) or None
    return Row(
        cells=tuple(cells),
        height=None if rule == "auto" else stated,
        exact=rule == "exact" and stated is not None,
        header=is_on(child(properties, "tblHeader")),
        may_break=not is_on(child(properties, "cantSplit")),
    )


def _cell(slot: Slot, lines: _Lines, style: TableStyle, read_cell: CellReader) -> Cell:
    area = lines.area(slot, slot.row)
    cell = slot.cells[0] if slot.cells else None
    properties = child(cell, "tcPr")
    padding = (
        style.padding(lines.rows[slot.row])
        | stated_padding(style.cell_property(area, "tcMar"))
        | stated_padding(child(properties, "tcMar"))
    )
    blocks = () if cell is None else read_cell(cell, style.layers(area))
    valign = child(properties, "vAlign")
    if valign is None:
        valign = style.cell_property(area, "vAlign")
    stated = attribute(valign)
    return Cell(
        blocks=blocks or (_NOTHING,),
        columns=slot.columns,
        rows=slot.rows,
        valign=stated if stated in {"center", "bottom"} else "top",
        borders=Borders(**{side: Rule(lines.width(slot, side)) for side in SIDES}),
        padding=None if padding == style.padding() else _four(padding),
        vertical=attribute(child(properties, "textDirection")) in _VERTICAL,
    )


def rows_of(table: Element) -> list[Element]:
    """Return the ``w:tr`` of a table that are not deleted."""
    return [row for row in content(table) if local(row) == "tr" and not _deleted(row)]


def slots_of(rows: list[Element]) -> list[Slot]:
    """Place the cells on the grid; cells merged downwards join the slot above."""
    slots: list[Slot] = []
    open_above: dict[int, Slot] = {}
    for index, row in enumerate(rows):
        open_here: dict[int, Slot] = {}
        properties = child(row, "trPr")
        column = max(0, integer(attribute(child(properties, "gridBefore"))))
        after = integer(attribute(child(properties, "gridAfter")))
        if 0 < column < MAX_COLUMNS:
            slots.append(Slot(index, 0, column))
        for cell in content(row):
            if local(cell) != "tc" or column >= MAX_COLUMNS:
                continue
            span = integer(attribute(child(cell, "tcPr", "gridSpan")), 1)
            span = max(1, min(span, MAX_COLUMNS - column))
            merge = child(cell, "tcPr", "vMerge")
            above = open_above.get(column)
            continues = merge is not None and attribute(merge) != "restart"
            if continues and above is not None and above.columns == span:
                above.cells.append(cell)
                slot = above
            else:
                slot = Slot(index, column, span, [cell])
                slots.append(slot)
            if merge is not None:
                open_here[column] = slot
            column += span
        if 0 < after <= MAX_COLUMNS - column:
            slots.append(Slot(index, column, after))
        open_above = open_here
    return slots


def _column_widths(table: Element, slots: list[Slot], measure: float) -> tuple[float, ...]:
    """Return the grid's widths in points; the cells' own widths fill what the grid leaves open."""
    grid = child(table, "tblGrid")
    columns = [] if grid is None else grid.findall(w("gridCol"))
    widths = [points(attribute(column, "w")) or 0.0 for column in columns]
    needed = max((slot.column + slot.columns for slot in slots), default=0)
    widths = (widths + [0.0] * needed)[:needed]
    for slot in sorted(slots, key=lambda slot: slot.columns):
        stated = child(slot.cells[0], "tcPr", "tcW") if slot.cells else None
        if attribute(stated, "type") in {None, "dxa"} and (total := points(attribute(stated, "w"))):
            covered = range(slot.column, slot.column + slot.columns)
            missing = [column for column in covered if not widths[column]]
            rest = total - sum(widths[column] for column in covered)
            for column in missing if rest > 0 else ():
                widths[column] = round(rest / len(missing), 4)
    missing = [column for column, width in enumerate(widths) if not width]
    rest = max(measure - sum(widths), 0.0)
    for column in missing:
        widths[column] = round(rest / len(missing), 4)
    return tuple(widths)


class _Lines:
    """The lines drawn round each slot, conflicts between neighbours settled.

    Attributes:
        rows: The ``w:tr`` of the table.
    """

    def __init__(
        self, rows: list[Element], slots: list[Slot], style: TableStyle, columns: int
    ) -> None:
        self.rows = rows
        self._style = style
        self._columns = columns
        self._grid = {
            (row, column): slot
            for slot in slots
            for row in range(slot.row, slot.row + slot.rows)
            for column in range(slot.column, slot.column + slot.columns)
        }
        self._asked: dict[tuple[int, int, int, str], Line] = {}

    def area(self, slot: Slot, row: int) -> Area:
        """Return the part of the grid that one ``w:tc`` of a slot covers."""
        return Area(row, slot.column, slot.columns, len(self.rows), self._columns)

    def width(self, slot: Slot, side: str) -> float:
        """Return the width in points of the line on a side of a slot."""
        top, bottom = slot.row, slot.row + slot.rows - 1
        left, right = slot.column, slot.column + slot.columns - 1
        if side in {"top", "bottom"}:
            row, beyond = (top, top - 1) if side == "top" else (bottom, bottom + 1)
            meetings = [(row, (beyond, column)) for column in range(left, right + 1)]
        else:
            beyond = left - 1 if side == "left" else right + 1
            meetings = [(row, (row, beyond)) for row in range(top, bottom + 1)]
        opposite = {"top": "bottom", "bottom": "top", "left": "right", "right": "left"}[side]
        return min(
            drawn(self._line(slot, row, side), self._across(place, opposite))
            for row, place in meetings
        )

    def _across(self, place: tuple[int, int], side: str) -> Line:
        neighbour = self._grid.get(place)
        return NO_LINE if neighbour is None else self._line(neighbour, place[0], side)

    def _line(self, slot: Slot, row: int, side: str) -> Line:
        key = (slot.row, slot.column, row, side)
        if key not in self._asked:
            cell = slot.cells[row - slot.row] if slot.cells else None
            self._asked[key] = (
                NO_LINE
                if cell is None
                else cell_line(cell, self.rows[row], self._style, self.area(slot, row), side)
            )
        return self._asked[key]


def _deleted(row: Element) -> bool:
    return child(row, "trPr", "del") is not None


def _four(padding: dict[str, float]) -> tuple[float, float, float, float]:
    return padding["top"], padding["right"], padding["bottom"], padding["left"]
