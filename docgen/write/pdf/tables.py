"""Tables: column widths, border lines, header rows, as classes for the template."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from docgen.document import Cell, Paragraph, Row, Rule, Table
from docgen.write.pdf.css import Sheet, points, text_of

_SIDES = ("top", "right", "bottom", "left")
_MAY_BREAK = {True: "may-break", False: ""}
_OPPOSITE = {"top": "bottom", "right": "left", "bottom": "top", "left": "right"}
#: Row and column of a grid slot → the cell that covers it.
_Slots = dict[tuple[int, int], Cell]


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell for the template.

    Attributes:
        look: CSS class of padding, lines and vertical alignment.
        height: CSS class of the row's height, or "".
        exact: CSS class of a box that holds the content to the row's exact height, or "".
        columns: How many grid columns it spans.
        rows: How many rows it spans.
        body: Makes its blocks into HTML.
    """

    look: str
    height: str
    exact: str
    columns: int
    rows: int
    body: Callable[[], str]


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row for the template: CSS classes, and the cells that begin in it."""

    classes: str
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table for the template: classes of table and columns, rows of head and body."""

    classes: str
    columns: tuple[str, ...]
    header: tuple[GridRow, ...]
    body: tuple[GridRow, ...]


def table_grid(
    sheet: Sheet, table: Table, body: Callable[[Cell], str], measure: float | None
) -> Grid:
    """Return a table for the template.

    Args:
        sheet: Where the classes are collected.
        table: The table.
        body: Makes the blocks of a cell into HTML.
        measure: Width of the text area in points; None inside a cell.
    """
    slots, origins = _slots(table)
    widest = _widest_line(table)
    rows = []
    for index, row in enumerate(table.rows):
        cells = tuple(
            GridCell(
                _cell_class(sheet, table, slots, cell, (index, origins[index][number])),
                # The height of cells, for WeasyPrint counts a spanning cell into a row's twice.
                _height_class(sheet, row) if cell.rows == 1 else "",
                _exact_class(sheet, table, row, cell, widest) if cell.rows == 1 else "",
                cell.columns,
                cell.rows,
                lambda cell=cell: body(cell),  # type: ignore[misc]
            )
            for number, cell in enumerate(row.cells)
        )
        kept = sheet.class_for("break-after:avoid") if _is_kept(row) else ""
        rows.append(GridRow(" ".join(filter(None, (kept, _MAY_BREAK[row.may_break]))), cells))
    headers = next((i for i, row in enumerate(table.rows) if not row.header), 0)
    return Grid(
        _place_classes(sheet, table, measure),
        tuple(sheet.class_for(f"width:{points(width)}") for width in table.columns),
        tuple(rows[:headers]),
        tuple(rows[headers:]),
    )


def _is_kept(row: Row) -> bool:
    """Say whether a row stays with the next: Word goes by the paragraphs of its first cell."""
    blocks = row.cells[0].blocks if row.cells else ()
    first = blocks[0] if blocks else None
    return isinstance(first, Paragraph) and bool(first.format.keep_with_next)


def _place_classes(sheet: Sheet, table: Table, measure: float | None) -> str:
    width = sum(table.columns)
    declarations = {"width": points(width)}
    if measure and width > measure and table.alignment == "center":
        # Too wide for the text area: it juts out on both sides alike, as in Word.
        declarations["margin-left"] = points((measure - width) / 2)
        place = ""
    else:
        place = table.alignment
    if table.keep_with_next:
        declarations["break-after"] = "avoid"
    names = (place, "whole" if table.whole else "", sheet.class_for(text_of(declarations)))
    return " ".join(filter(None, names))


def _slots(table: Table) -> tuple[_Slots, list[list[int]]]:
    """Return which cell covers each slot, and by row the columns in which cells begin."""
    slots: _Slots = {}
    origins: list[list[int]] = []
    for index, row in enumerate(table.rows):
        column = 0
        begins = []
        for cell in row.cells:
            while (index, column) in slots:
                column += 1
            begins.append(column)
            for down in range(cell.rows):
                for across in range(cell.columns):
                    slots[index + down, column + across] = cell
            column += cell.columns
        origins.append(begins)
    return slots, origins


def _cell_class(
    sheet: Sheet, table: Table, slots: _Slots, cell: Cell, origin: tuple[int, int]
) -> str:
    declarations = {
        "padding": " ".join(points(side) for side in cell.padding or table.padding),
        "vertical-align": {"center": "middle"}.get(cell.valign, cell.valign),
    }
    for side in _SIDES:
        rule = getattr(cell.borders, side) or _inherited(table, slots, cell, origin, side)
        if rule.width:
            declarations[f"border-{side}"] = f"{points(rule.width)} solid black"
    return sheet.class_for(text_of(declarations))


def _inherited(table: Table, slots: _Slots, cell: Cell, origin: tuple[int, int], side: str) -> Rule:
    """Return the line of a side for which the cell states none.

    Where every neighbour states its own, the line is theirs; else it is the table's.
    """
    neighbours = list(_neighbours(slots, cell, origin, side))
    stated = [getattr(near.borders, _OPPOSITE[side]) for near in neighbours]
    return Rule(0) if neighbours and all(stated) else table.border


def _neighbours(slots: _Slots, cell: Cell, origin: tuple[int, int], side: str) -> Iterator[Cell]:
    row, column = origin
    if side in ("top", "bottom"):
        beside = row - 1 if side == "top" else row + cell.rows
        places = [(beside, column + across) for across in range(cell.columns)]
    else:
        beside = column - 1 if side == "left" else column + cell.columns
        places = [(row + down, beside) for down in range(cell.rows)]
    return (slots[place] for place in places if place in slots)


def _height_class(sheet: Sheet, row: Row) -> str:
    return sheet.class_for(f"height:{points(row.height)}") if row.height else ""


def _exact_class(sheet: Sheet, table: Table, row: Row, cell: Cell, line: float) -> str:
    if not (row.exact and row.height):
        return ""
    top, _, bottom, _ = cell.padding or table.padding
    # Half of the lines above and below lies in the cell.
    inner = row.height - top - bottom - line
    return sheet.class_for(f"max-height:{points(max(inner, 0))}")


def _widest_line(table: Table) -> float:
    stated = (
        rule.width
        for row in table.rows
        for cell in row.cells
        for rule in (cell.borders.top, cell.borders.bottom)
        if rule
    )
    return max(table.border.width, *stated, 0.0)
