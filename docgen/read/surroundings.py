"""What stands beside a paragraph of a Word file: a picture, a table or text.

People lay pictures out in tables without lines, with the captions in the cells below: there the
paragraphs of a cell are followed by the cells above and below, not by those at its sides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.read.ooxml import local, w
from docgen.read.tables import rows_of, slots_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml.etree import _Element as Element

    from docgen.read.tables import Slot

_PICTURES = (w("drawing"), w("pict"), w("object"))
_ANCHOR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}anchor"
#: An old picture (VML) that floats says so in its style.
_FLOATS = "position:absolute"
#: Of what a cell holds, the first of these tells what it is for.
_KINDS = ("picture", "table", "text")


def has_picture(element: Element) -> bool:
    """Say whether an element holds a picture, drawing or foreign object."""
    return next(element.iter(*_PICTURES), None) is not None


def beside(paragraph: Element, step: int, layouts: Collection[Element]) -> str:
    """Return what stands before (-1) or behind (1) a paragraph.

    Args:
        paragraph: The ``w:p``. A picture in it is what stands beside its text.
        step: -1 or 1.
        layouts: The ``w:tbl`` that only lay out pictures; each is a picture.

    Returns:
        ``picture``, ``table``, ``text``, or "" for nothing; what is empty is passed over.
    """
    if has_picture(paragraph):
        return _in_own_paragraph(paragraph, step)
    return _along(paragraph, step, layouts) or _along_column(paragraph, step)


def _in_own_paragraph(paragraph: Element, step: int) -> str:
    """Return ``picture`` if one stands on that side of the paragraph's text; a floating one does.

    What stands beside the paragraph is another figure's or nothing to it.
    """
    pieces = list(_pieces(paragraph))
    if "floating" in pieces:
        return "picture"
    if "text" in pieces:
        first = pieces.index("text")
        last = len(pieces) - pieces[::-1].index("text")
        pieces = pieces[:first] if step < 0 else pieces[last:]
    return "picture" if "picture" in pieces else ""


def _pieces(paragraph: Element) -> Iterator[str]:
    """Yield a paragraph's texts and pictures in their order, those of text boxes left out."""
    for element in paragraph.iter(w("t"), *_PICTURES):
        if next(element.iterancestors(w("p"))) is not paragraph:
            continue
        if local(element) != "t":
            yield "floating" if _floats(element) else "picture"
        elif (element.text or "").strip():
            yield "text"


def _floats(picture: Element) -> bool:
    if next(picture.iter(_ANCHOR), None) is not None:
        return True
    return any(_FLOATS in (each.get("style") or "").replace(" ", "") for each in picture.iter())


def _along(element: Element | None, step: int, layouts: Collection[Element]) -> str:
    """Return the first that is there among the neighbours in one body, cell or text box."""
    while element is not None:
        element = element.getprevious() if step < 0 else element.getnext()
        if element is None:
            break
        if local(element) == "tbl":
            return "picture" if element in layouts else "table"
        if local(element) == "p" and has_picture(element):
            return "picture"
        if local(element) == "p" and _has_text(element):
            return "text"
    return ""


def _along_column(paragraph: Element, step: int) -> str:
    """Return what stands in the cells above or below the one that a paragraph is in.

    Below a first row of one cell that says something, the table itself.
    """
    cell = next(paragraph.iterancestors(w("tc"), w("txbxContent")), None)
    if cell is None or local(cell) != "tc":
        return ""
    slots = slots_of(rows_of(next(cell.iterancestors(w("tbl")))))
    own = next((slot for slot in slots if cell in slot.cells), None)
    if own is None:
        return ""
    row = own.row - 1 if step < 0 else own.row + own.rows
    while cells := [each for slot in slots if _meets(slot, row, own) for each in slot.cells]:
        kinds = {_kind(each) for each in cells}
        found = next((kind for kind in _KINDS if kind in kinds), "")
        if found == "text" and step > 0 and _heads(own, slots):
            return "table"
        if found:
            return found
        row += step
    return ""


def _meets(slot: Slot, row: int, own: Slot) -> bool:
    """Say whether a slot lies in a row and shares a column with another."""
    overlaps = slot.column < own.column + own.columns and own.column < slot.column + slot.columns
    return slot.row <= row < slot.row + slot.rows and overlaps


def _heads(own: Slot, slots: list[Slot]) -> bool:
    """Say whether a slot is the first row of a table of several columns by itself."""
    width = max(slot.column + slot.columns for slot in slots)
    return own.row == 0 and own.columns == width > 1


def _kind(cell: Element) -> str:
    if has_picture(cell):
        return "picture"
    if next(cell.iter(w("tbl")), None) is not None:
        return "table"
    return "text" if _has_text(cell) else ""


def _has_text(element: Element) -> bool:
    return bool("".join(map(str, element.itertext())).strip())
