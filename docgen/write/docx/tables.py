"""Tables as Word has them: a fixed grid, every cell with its width, spans, borders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.document import Borders, Cell, Row, Rule, Table
from docgen.write.docx.xml import Element, eighths, qname, twips, w

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from docgen.document import Block

    Content = Callable[[Sequence[Block]], list[Element]]

_EDGES = ("top", "left", "bottom", "right")
_ALL_EDGES = (*_EDGES, "insideH", "insideV")


def table_element(table: Table, content: Content) -> Element:
    """Return a ``w:tbl``.

    Args:
        table: The table; its caption is written by the caller.
        content: Turns a cell's blocks into elements.
    """
    widths = [round(width * 20) for width in table.columns]
    top, right, bottom, left = table.padding
    properties = w(
        "tblPr",
        w("tblW", w=str(sum(widths)), type="dxa"),
        w("jc", val=table.alignment),
        w("tblBorders", *(_edge(edge, table.border) for edge in _ALL_EDGES)),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *_margins(top, right, bottom, left)),
        w("tblLook", val="0620", firstRow="1", noHBand="1", noVBand="1"),
    )
    grid = w("tblGrid", *(w("gridCol", w=str(width)) for width in widths))
    rows = [_row(row, cells, widths, content) for row, cells in _placed(table)]
    _keep_with_next(rows[:-1] if table.whole else [])
    _keep_with_next(rows[-1:] if table.keep_with_next else [])
    return w("tbl", properties, grid, *rows)


def _keep_with_next(rows: Sequence[Element]) -> None:
    """Chain rows to what follows them: Word keeps a table whole by its paragraphs."""
    for row in rows:
        for paragraph in row.iter(qname("p")):
            properties = paragraph.find(qname("pPr"))
            if properties is None:
                properties = w("pPr")
                paragraph.insert(0, properties)
            # w:keepNext stands right behind w:pStyle.
            behind = 0 if properties.find(qname("pStyle")) is None else 1
            properties.insert(behind, w("keepNext"))


def _placed(table: Table) -> list[tuple[Row, list[tuple[Cell, bool]]]]:
    """Return each row with its cells, those that a span from above continues (True) included."""
    hanging: dict[
        int, tuple[Cell, int]
    ] = {}  # column → the spanning cell and the rows it still has
    placed = []
    for row in table.rows:
        cells: list[tuple[Cell, bool]] = []
        waiting = iter(row.cells)
        column = 0
        while column < len(table.columns):
            above, left = hanging.pop(column, (None, 0))
            cell = above or next(waiting)
            left = left if above else cell.rows
            cells.append((cell, above is not None))
            if left > 1:
                hanging[column] = (cell, left - 1)
            column += cell.columns
        placed.append((row, cells))
    return placed


def _row(row: Row, cells: list[tuple[Cell, bool]], widths: list[int], content: Content) -> Element:
    height = None
    if row.height is not None:
        rule = "exact" if row.exact else "atLeast"
        height = w("trHeight", val=twips(row.height), hRule=rule)
    properties = [
        None if row.may_break else w("cantSplit"),
        height,
        w("tblHeader") if row.header else None,
    ]
    present = [each for each in properties if each is not None]
    element = w("tr", w("trPr", *present) if present else None)
    column = 0
    for cell, continues in cells:
        width = sum(widths[column : column + cell.columns])
        element.append(_cell(cell, width, continues, content))
        column += cell.columns
    return element


def _cell(cell: Cell, width: int, continues: bool, content: Content) -> Element:
    merge = None
    if cell.rows > 1:
        merge = w("vMerge") if continues else w("vMerge", val="restart")
    properties = w(
        "tcPr",
        w("tcW", w=str(width), type="dxa"),
        w("gridSpan", val=str(cell.columns)) if cell.columns > 1 else None,
        merge,
        _borders(cell.borders),
        w("tcMar", *_margins(*cell.padding)) if cell.padding is not None else None,
        w("textDirection", val="tbRlV") if cell.vertical else None,
        w("vAlign", val=cell.valign),
    )
    return w("tc", properties, *([w("p")] if continues else content(cell.blocks)))


def _borders(borders: Borders) -> Element | None:
    edges = [_edge(name, rule) for name in _EDGES if (rule := getattr(borders, name)) is not None]
    return w("tcBorders", *edges) if edges else None


def _edge(name: str, rule: Rule) -> Element:
    if rule.width == 0:
        return w(name, val="nil")
    return w(name, val="single", sz=eighths(rule.width), space="0", color="auto")


def _margins(top: float, right: float, bottom: float, left: float) -> list[Element]:
    sides = {"top": top, "left": left, "bottom": bottom, "right": right}
    return [w(side, w=twips(value), type="dxa") for side, value in sides.items()]
