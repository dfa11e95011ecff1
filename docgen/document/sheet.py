"""A sheet (表): a table with what stands around it, for a workbook as well as for a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from docgen.document.document import PageNumbers, PageSetup, Properties
from docgen.document.format import RoleFormat, resolved

#: What a cell holds; None is a blank to write on.
CellValue = str | int | Decimal | date | None


@dataclass(frozen=True, slots=True)
class LinePart:
    """A part of the line above or below a table: 联系电话：0379-60000157.

    Attributes:
        text: What is printed.
        width: The width in points that it takes, with the room to write behind it.
        flush: It ends where its place ends, for nothing is written behind it.
    """

    text: str
    width: float
    flush: bool = False


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column.

    Attributes:
        title: Its heading.
        width: Its width in points.
        centred: Its cells are centred, else they begin at the left.
    """

    title: str
    width: float
    centred: bool


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row.

    Attributes:
        values: Its cells.
        height: The least height in points, which holds its text.
    """

    values: tuple[CellValue, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table and what stands around it.

    The roles are ``annex``, ``title``, ``table-line`` (head and foot), ``table-head``,
    ``table-text`` and ``table-note``.

    Attributes:
        name: Its Chinese name, the stem of its file names.
        annex: What stands at its top left, or "".
        title: The lines of its title.
        head: The line above the table, spread over its width.
        columns: The columns, left to right.
        header_height: The least height in points of the row of their headings.
        rows: The rows.
        foot: The line below the table, likewise.
        note: The note below it, or "".
        page: Page set-up.
        page_numbers: Page numbers, or None where one page holds all.
        roles: Role name → format.
        properties: Core properties.
    """

    name: str
    annex: str
    title: tuple[str, ...]
    head: tuple[LinePart, ...]
    columns: tuple[SheetColumn, ...]
    header_height: float
    rows: tuple[SheetRow, ...]
    foot: tuple[LinePart, ...]
    note: str
    page: PageSetup
    page_numbers: PageNumbers | None
    roles: Mapping[str, RoleFormat]
    properties: Properties

    def format_of(self, role: str) -> RoleFormat:
        """Return what a role looks like, filled up from the roles it is based on.

        Raises:
            KeyError: If the sheet has no such role.
        """
        return resolved(self.roles, role)
