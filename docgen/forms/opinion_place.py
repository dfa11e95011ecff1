"""Where a form has room for the recommending unit's opinion (推荐意见), found by the form's words.

The label stands in a cell beside the room, above it in the same cell, or in a line above the table
that is the room; the form may be docgen's own or one that a company typed into.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docgen.forms.folding import folded
from docgen.read.ooxml import child, content, local, w
from docgen.read.tables import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as Element

    from docgen.read import Package

#: A label is no longer than this: what is longer and ends in the same words is somebody's text.
_LONGEST_LABEL = 40
#: Lines that wait for a seal, a name or a date.
_SIGNING = re.compile(r"公章|盖章|签章|印章|签字|签名|负责人|经办人|日期|^\d*年\d*月\d*日$")
_LONGEST_SIGNING = 40
#: What an empty paragraph must not hold to give way.
_HELD = tuple(map(w, ("drawing", "pict", "object", "bookmarkStart", "fldChar", "sectPr", "br")))


@dataclass(frozen=True, slots=True)
class Room:
    """The room for the opinion.

    Attributes:
        label: The paragraph that ends in the label and stands right above, or None.
        cell: The cell that the room is in, or None between the body's paragraphs.
        empty: Empty paragraphs that may give way to the opinion.
        signing: The lines for seal and date behind it, in their order.
        written: What somebody wrote there already, or "".
    """

    label: Element | None
    cell: Element | None
    empty: tuple[Element, ...]
    signing: tuple[Element, ...]
    written: str = ""


def find_room(package: Package, label: str) -> Room | None:
    """Return the last place of a form that its label marks as the room for the opinion."""
    wanted = folded(label)
    if not wanted:
        return None
    found = [room for cell in package.document.iter(w("tc")) if (room := _in_cell(cell, wanted))]
    found += _below_lines(package, wanted)
    return next(filter(_is_usable, reversed(found)), None)


def printed_text(paragraph: Element) -> str:
    """Return the text of a paragraph; deleted text is not of it."""
    return "".join(text.text or "" for text in paragraph.iter(w("t")))


def _in_cell(cell: Element, wanted: str) -> Room | None:
    """Return the room that a cell with the label at its beginning marks."""
    lines = _paragraphs(cell)
    said = ""
    for index, line in enumerate(lines):
        said += folded(printed_text(line))
        beginning, label, behind = said.partition(wanted)
        if len(beginning) > _LONGEST_LABEL:
            return None
        if label and behind.strip(":"):
            # Somebody went on in the label's own line.
            is_opinion = behind.startswith(":") and not _SIGNING.search(behind)
            return Room(line, cell, (), (), behind.strip(":")) if is_opinion else None
        if label:
            rest, beside = lines[index + 1 :], _cell_beside(cell)
            if beside is not None and not any(map(folded, map(printed_text, rest))):
                return _room(None, beside, _paragraphs(beside))
            return _room(line, cell, rest)
    return None


def _below_lines(package: Package, wanted: str) -> Iterator[Room]:
    """Yield the rooms below lines of the body that end in the label."""
    body = child(package.document, "body")
    elements = [] if body is None else list(content(body))
    for index, element in enumerate(elements):
        if local(element) != "p":
            continue
        said = folded(printed_text(element)).rstrip(":")
        if not said.endswith(wanted) or len(said) > _LONGEST_LABEL + len(wanted):
            continue
        room = _after_line(element, elements[index + 1 :])
        if room.signing:
            yield room


def _after_line(label: Element, following: Sequence[Element]) -> Room:
    """Return the room in the table that follows a line, or between the next paragraphs."""
    lines: list[Element] = []
    for element in following:
        if local(element) == "tbl" and not any(map(folded, map(printed_text, lines))):
            return _in_table(element)
        if local(element) != "p":
            break
        lines.append(element)
    signing = [index for index, line in enumerate(lines) if is_signing(printed_text(line))]
    # The first lines to sign end the room; what follows them is another matter.
    return _room(label, None, lines[: signing[-1] + 1] if signing else [])


def _in_table(table: Element) -> Room:
    """Return the room in a table's first cell; the lines to sign may stand in rows below."""
    first, *others = (
        [cell for cell in content(row) if local(cell) == "tc"] for row in rows_of(table)
    )
    room = _room(None, first[0], _paragraphs(first[0]))
    below = (line for row in others for cell in row for line in _paragraphs(cell))
    return replace(
        room, signing=(*room.signing, *(line for line in below if is_signing(printed_text(line))))
    )


def _room(label: Element | None, cell: Element | None, lines: Sequence[Element]) -> Room:
    signing = [line for line in lines if is_signing(printed_text(line))]
    before = lines[: lines.index(signing[0])] if signing else lines
    written = next(filter(None, (printed_text(line).strip() for line in before)), "")
    empty = () if written else tuple(filter(_may_give_way, before))
    return Room(label, cell, empty, tuple(signing), written)


def is_signing(text: str) -> bool:
    """Say whether a line waits for a seal, a name or a date, or has got it."""
    said = folded(text)
    return len(said) <= _LONGEST_SIGNING and _SIGNING.search(said) is not None


def _may_give_way(paragraph: Element) -> bool:
    return not any(True for _ in paragraph.iter(*_HELD))


def _is_usable(room: Room) -> bool:
    return bool(room.written or room.label is not None or room.empty or room.signing)


def _paragraphs(cell: Element) -> list[Element]:
    return [element for element in content(cell) if local(element) == "p"]


def _cell_beside(cell: Element) -> Element | None:
    row = next(cell.iterancestors(w("tr")), None)
    cells = [] if row is None else [each for each in content(row) if local(each) == "tc"]
    place = cells.index(cell) + 1 if cell in cells else len(cells)
    return cells[place] if place < len(cells) else None
