"""What a table's style, with its conditional formats, says of each cell (17.7.6)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.read.formatting import Formatting, TableLayers
from docgen.read.ooxml import attribute, child, integer, points, switched_on, w
from docgen.read.properties import Layer, paragraph_layer, run_layer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

#: tblLook: attribute → bit of the older hexadecimal form (17.4.55).
_LOOK = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
_OTHER_NAME = {"left": "start", "right": "end"}
#: Cell margins where nothing is stated, as Word has them: 108 twips at the sides.
_PADDING = {"top": 0.0, "right": 5.4, "bottom": 0.0, "left": 5.4}
SIDES = ("top", "right", "bottom", "left")


@dataclass(frozen=True, slots=True)
class Area:
    """The place of a ``w:tc`` on the grid, one row high, and the size of its table."""

    row: int
    column: int
    columns: int
    table_rows: int
    table_columns: int

    def at_edge(self, side: str) -> bool:
        """Tell whether a side lies on the table's outer edge."""
        match side:
            case "top":
                return self.row == 0
            case "left":
                return self.column == 0
            case "bottom":
                return self.row + 1 >= self.table_rows
            case _:
                return self.column + self.columns >= self.table_columns


class TableStyle:
    """Resolves a table's style chain for its cells."""

    def __init__(self, table: Element, formatting: Formatting) -> None:
        """Read the table's properties and style."""
        self._formatting = formatting
        self._own = child(table, "tblPr")
        styles = formatting.styles
        style = styles.get(attribute(child(self._own, "tblStyle")), "table")
        self._chain = [ancestor.element for ancestor in styles.chain(style)]
        self._look = _look(child(self._own, "tblLook"))
        self._bands = [
            self._band_size(name) for name in ("tblStyleRowBandSize", "tblStyleColBandSize")
        ]
        self._layers: dict[tuple[str, ...], TableLayers] = {}
        self._borders: dict[tuple[tuple[str, ...], str, bool], Element | None] = {}
        self._padding = dict(_PADDING)
        for margins in (
            *(child(source, "tblPr", "tblCellMar") for source in self._chain),
            child(self._own, "tblCellMar"),
        ):
            self._padding |= stated_padding(margins)
        self._parts: dict[str, list[Element]] = {"": self._chain}
        for source in self._chain:
            for part in source.findall(w("tblStylePr")):
                if condition := attribute(part, "type"):
                    self._parts.setdefault(condition, []).append(part)

    def layers(self, area: Area) -> TableLayers:
        """Return what the style gives to the text of a cell."""
        conditions = tuple(self._conditions(area))
        if conditions not in self._layers:
            paragraph: Layer = {}
            run: Layer = {}
            for condition in conditions:
                for source in self._parts.get(condition, ()):
                    paragraph |= paragraph_layer(child(source, "pPr"))
                    run |= run_layer(child(source, "rPr"), self._formatting.theme)
            self._layers[conditions] = TableLayers(paragraph, run)
        return self._layers[conditions]

    def cell_property(self, area: Area, name: str) -> Element | None:
        """Return the style's word on a cell property, e.g. ``vAlign``, or None."""
        found = None
        for condition in self._conditions(area):
            for source in self._parts.get(condition, ()):
                stated = child(source, "tcPr", name)
                found = found if stated is None else stated
        return found

    def border(self, row: Element, area: Area, side: str) -> Element | None:
        """Return the border for a cell's side that the cell itself does not state, or None.

        The style's border for cells comes first, then the row's exceptions, then the table's; one
        of ``none`` counts as not stated.
        """
        exceptions = child(row, "tblPrEx", "tblBorders")
        at_edge = area.at_edge(side)
        key = (tuple(self._conditions(area)), side, at_edge)
        if exceptions is not None or key not in self._borders:
            found = self._cell_border(area, side)
            if attribute(found) in {None, "none"}:
                found = self._table_border(exceptions, side if at_edge else inside(side))
            if exceptions is not None:
                return found
            self._borders[key] = found
        return self._borders[key]

    def _cell_border(self, area: Area, side: str) -> Element | None:
        found = None
        for condition in self._conditions(area):
            edge = side if _at_region_edge(condition, area, side) else inside(side)
            for source in self._parts.get(condition, ()):
                stated = named_side(child(source, "tcPr", "tcBorders"), edge)
                found = found if stated is None else stated
        return found

    def _table_border(self, exceptions: Element | None, edge: str) -> Element | None:
        own = [exceptions, child(self._own, "tblBorders")]
        styles = [child(source, "tblPr", "tblBorders") for source in reversed(self._chain)]
        found = (named_side(borders, edge) for borders in (*own, *styles))
        return next((stated for stated in found if stated is not None), None)

    def padding(self, row: Element | None = None) -> dict[str, float]:
        """Return the margins of the table's cells in points by side, or those of one row."""
        return self._padding | stated_padding(child(row, "tblPrEx", "tblCellMar"))

    def _conditions(self, area: Area) -> Iterator[str]:
        """Yield the parts of the style that apply to a cell, weakest first (17.7.6)."""
        yield ""
        yield "wholeTable"
        first_row = area.row == 0 and self._look["firstRow"]
        last_row = area.at_edge("bottom") and self._look["lastRow"]
        first_column = area.column == 0 and self._look["firstColumn"]
        last_column = area.at_edge("right") and self._look["lastColumn"]
        if not (self._look["noVBand"] or first_column or last_column):
            band = (area.column - self._look["firstColumn"]) // self._bands[1]
            yield "band2Vert" if band % 2 else "band1Vert"
        if not (self._look["noHBand"] or first_row or last_row):
            band = (area.row - self._look["firstRow"]) // self._bands[0]
            yield "band2Horz" if band % 2 else "band1Horz"
        for applies, condition in (
            (first_row, "firstRow"),
            (last_row, "lastRow"),
            (first_column, "firstCol"),
            (last_column, "lastCol"),
            (first_row and first_column, "nwCell"),
            (first_row and last_column, "neCell"),
            (last_row and first_column, "swCell"),
            (last_row and last_column, "seCell"),
        ):
            if applies:
                yield condition

    def _band_size(self, name: str) -> int:
        sizes = [attribute(child(source, "tblPr", name)) for source in self._chain]
        return max(1, next((integer(size, 1) for size in reversed(sizes) if size), 1))


def named_side(borders: Element | None, side: str) -> Element | None:
    """Return the child for a side, under either of its two names."""
    stated = child(borders, side)
    return child(borders, _OTHER_NAME[side]) if stated is None and side in _OTHER_NAME else stated


def stated_padding(margins: Element | None) -> dict[str, float]:
    """Return the margins that an element states, in points by side."""
    if margins is None:
        return {}
    return {
        side: width
        for side in SIDES
        if (width := points(attribute(named_side(margins, side), "w"))) is not None
    }


def inside(side: str) -> str:
    """Return the name of the inner border that lies on a side."""
    return "insideH" if side in {"top", "bottom"} else "insideV"


def _at_region_edge(condition: str, area: Area, side: str) -> bool:
    """Tell whether a side lies on the edge of the part of the table a condition covers."""
    if condition in {"", "wholeTable"}:
        return area.at_edge(side)
    if condition.endswith(("Row", "Horz")):
        return side in {"top", "bottom"} or area.at_edge(side)
    if condition.endswith(("Col", "Vert")):
        return side in {"left", "right"} or area.at_edge(side)
    return True


def _look(element: Element | None) -> dict[str, bool]:
    """Return which conditional formats are asked for; without a word, the bands alone."""
    bits = attribute(element) or "0"
    number = int(bits, 16) if set(bits) <= set("0123456789abcdefABCDEF") else 0
    return {
        name: bool(number & bit)
        if (stated := attribute(element, name)) is None
        else switched_on(stated)
        for name, bit in _LOOK.items()
    }
