"""A Word form as the person sees it who fills it in: rows of cells, and what its controls hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docgen.document import Tab, Text
from docgen.read.formatting import Formatting
from docgen.read.inlines import InlineReader
from docgen.read.ooxml import attribute, child, content, is_on, local, w
from docgen.read.tables import rows_of, slots_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from docgen.read.package import Package


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of a table, or a paragraph between tables as a row of one cell.

    Attributes:
        number: Its place among the file's rows that print something, from 1.
        table: Which table of the file it stands in, from 1; 0 for a paragraph.
        cells: The texts of its cells, left to right, a line a paragraph. A cell that spans several
            rows stands in each of them.
        element: The ``w:tr`` or ``w:p``; None where it is read from no file's rows.
        line: Its place among all the rows of its table, from 1; 0 for a paragraph.
    """

    number: int
    table: int
    cells: tuple[str, ...]
    element: Element | None = field(default=None, compare=False, repr=False)
    line: int = 0

    @property
    def place(self) -> str:
        """Where it stands, as one counts who has the file open: 表 2 第 5 行."""
        return f"表 {self.table} 第 {self.line} 行" if self.table else f"第 {self.number} 段"

    @property
    def text(self) -> str:
        """All that it says, for quoting it."""
        return " ".join(" ".join(cell.split()) for cell in self.cells if cell.strip())


def form_rows(package: Package, *, empty: bool = False) -> list[FormRow]:
    """Return the rows of a file in their order.

    Args:
        package: The file.
        empty: Also those that print no text; they have the number of the one before.
    """
    reader = _Reader(Formatting(package))
    body = child(package.document, "body")
    rows: list[FormRow] = []
    number = tables = 0
    for element in () if body is None else _blocks(body):
        if local(element) == "p":
            found: list[tuple[Element, tuple[str, ...]]] = [(element, (reader.text(element),))]
            table = 0
        else:
            found = list(zip(rows_of(element), reader.rows(element), strict=True))
            tables += 1
            table = tables
        for line, (source, cells) in enumerate(found, start=1):
            prints = any(cell.strip() for cell in cells)
            number += prints
            if prints or empty:
                rows.append(FormRow(number, table, cells, source, line if table else 0))
    return rows


def _blocks(parent: Element) -> Iterator[Element]:
    """Yield paragraphs and tables; a table that only frames others is what stands in it."""
    for element in content(parent):
        if local(element) == "p":
            yield element
        elif local(element) == "tbl":
            rows = [
                [cell for cell in content(row) if local(cell) == "tc"] for row in rows_of(element)
            ]
            cells = [cell for row in rows for cell in row]
            framed = any(local(inner) == "tbl" for cell in cells for inner in content(cell))
            if framed and len(cells) == len(rows):
                for cell in cells:
                    yield from _blocks(cell)
            else:
                yield element


def control_texts(package: Package) -> Iterator[tuple[str, str]]:
    """Yield tag and text of every content control (内容控件) that has a tag, in their order.

    A control that still shows its prompt is empty.
    """
    formatting = Formatting(package)
    for control in package.document.iter(w("sdt")):
        properties, inside = child(control, "sdtPr"), child(control, "sdtContent")
        tag = attribute(child(properties, "tag"))
        if tag and inside is not None:
            prompt = is_on(child(properties, "showingPlcHdr"))
            # Each by itself: a field that one leaves open must not swallow the next.
            yield tag, "" if prompt else _Reader(formatting).inside(inside)


class _Reader:
    """Reads the texts of paragraphs and cells."""

    def __init__(self, formatting: Formatting) -> None:
        self._inlines = InlineReader(formatting)

    def text(self, paragraph: Element) -> str:
        """Return what a paragraph says; a tab is a space, any break a line."""
        return "".join(_plain(inline) for inline in self._inlines.read(paragraph))

    def rows(self, table: Element) -> Iterator[tuple[str, ...]]:
        """Yield the cells of each row of a table."""
        rows = rows_of(table)
        slots = slots_of(rows)
        texts = {id(slot): self._cell(slot.cells[0]) for slot in slots if slot.cells}
        for index in range(len(rows)):
            here = [slot for slot in slots if slot.row <= index < slot.row + slot.rows]
            here.sort(key=lambda slot: slot.column)
            yield tuple(texts[id(slot)] for slot in here if slot.cells)

    def inside(self, element: Element) -> str:
        """Return what stands in a content control, of a piece of a line or of whole paragraphs."""
        paragraph = next(element.iterancestors(w("p")), None)
        if paragraph is None:
            return "\n".join(self.text(each) for each in element.iter(w("p")))
        runs = (each for each in content(element) if local(each) == "r")
        return "".join(
            _plain(inline) for run in runs for inline in self._inlines.read_run(run, paragraph)
        )

    def _cell(self, cell: Element) -> str:
        lines = []
        for element in content(cell):
            if local(element) == "p":
                lines.append(self.text(element))
            elif local(element) == "tbl":
                lines += [" ".join(row) for row in self.rows(element)]
        return "\n".join(lines)


def _plain(inline: object) -> str:
    if isinstance(inline, Text):
        return inline.text
    return " " if isinstance(inline, Tab) else "\n"
