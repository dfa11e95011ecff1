"""The unit's tables (汇总表, 名单) as sheets: every word and measure that they print.

Word, PDF and workbook are all made of the sheet, so they cannot differ in wording.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

from docgen.compose.tables import text_width
from docgen.compose.values import printed_value
from docgen.document import (
    A4,
    CellValue,
    LinePart,
    PageNumbers,
    PageSetup,
    Properties,
    Sheet,
    SheetColumn,
    SheetRow,
)
from docgen.linepitch import line_height
from docgen.style.roles import format_of, role_formats, size_of
from docgen.wordcount import is_east_asian

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.style.bureau import Roster
    from docgen.style.model import Style

#: 10 mm: room to write in by hand.
ROW_HEIGHT = 28.35
#: Cell margins top, right, bottom, left in points.
PADDING = (3.0, 4.0, 3.0, 4.0)
#: 20 mm at the sides and below, 25 mm above.
_SIDE, _TOP = 56.7, 70.9
#: Columns whose cells are no longer than this, in em, are centred.
_SHORT = 12.0
#: Renderers and fonts differ: a line is taken for a little longer than it is.
_LOOSE = 1.05
#: What stands between Chinese and Latin characters, in em.
_SCRIPT_GAP = 0.25
#: Characters of room for what is written in by hand; a date has its own blank.
_ROOM = {"unit": 12, "region": 12, "contact": 6, "phone": 9}
_DATE_BLANK = "\u3000\u3000年\u3000\u3000月\u3000\u3000日"
_BLANK = "\u3000"
_REGION = re.compile(r".*[省市州盟县区旗]")
#: A table that fills so much of the page's text area may go on over it.
_FULL = 0.75


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """What the unit's tables say of the unit; "" and None are left blank to be written in.

    Attributes:
        unit: Its full name.
        contact: Whom to ask.
        phone: The contact's telephone.
        date: The date of the table.
    """

    unit: str = ""
    contact: str = ""
    phone: str = ""
    date: dt.date | None = None


def compose_sheet(
    style: Style, roster: Roster, unit: UnitFacts, rows: Sequence[Sequence[CellValue]]
) -> Sheet:
    """Compose a table of the unit's as a sheet.

    Args:
        style: The style.
        roster: The table.
        unit: What stands in the lines above and below it.
        rows: The cells of each row, in the order of the roster's columns.
    """
    page = _page(roster)
    blank = (None,) * len(roster.columns)
    filled = [*rows, *[blank] * (roster.least_rows - len(rows))]
    title = tuple(style.filled(line) for line in roster.title)
    shares = page.measure / sum(column.width for column in roster.columns)
    widths = [column.width * shares for column in roster.columns]
    sheet_rows = tuple(_row(style, row, widths) for row in filled)
    headings = [
        _heading(column.title, size_of(style, "table-head"), width)
        for column, width in zip(roster.columns, widths, strict=True)
    ]
    header_height = _height(style, "table-head", headings, widths)
    needed = header_height + sum(row.height for row in sheet_rows)
    return Sheet(
        name=roster.name,
        annex=roster.annex,
        title=title,
        head=tuple(_part(style, text, unit) for text in roster.head),
        columns=tuple(
            SheetColumn(heading, width, all(_is_short(row[index]) for row in filled))
            for index, (heading, width) in enumerate(zip(headings, widths, strict=True))
        ),
        header_height=header_height,
        rows=sheet_rows,
        foot=tuple(_part(style, text, unit) for text in roster.foot),
        note=roster.note,
        page=page,
        page_numbers=_numbers(style) if needed > page.text_height * _FULL else None,
        roles=role_formats(style),
        properties=_properties(style, unit, "".join(title)),
    )


def printed_cell(value: CellValue) -> str:
    """Return a cell's text."""
    return "" if value is None else printed_value(value)


def _page(roster: Roster) -> PageSetup:
    short, long = A4
    portrait = roster.orientation == "portrait"
    return PageSetup(
        width=short if portrait else long,
        height=long if portrait else short,
        top=_TOP,
        bottom=_SIDE,
        inside=_SIDE,
        outside=_SIDE,
    )


def _numbers(style: Style) -> PageNumbers:
    return PageNumbers(pattern=style.page.number_pattern, position="center", start=1)


def _properties(style: Style, unit: UnitFacts, title: str) -> Properties:
    return Properties(
        title=title,
        creator=unit.unit,
        subject=style.full_honour,
        date=unit.date or style.dates.deadline or dt.date(style.edition, 1, 1),
    )


def _region(unit: str) -> str:
    """Return the place whose unit it is: 某市某县 of 某市某县工业和信息化局; "" for none."""
    found = _REGION.match(unit)
    return found[0] if found else ""


def _part(style: Style, text: str, unit: UnitFacts) -> LinePart:
    """Return a part of a line, its names filled in or, at its end, left as room to write.

    What is filled in stands where it would be written: the room is kept.
    """
    blanks = {name: _BLANK * room for name, room in _ROOM.items()}
    given = {
        "unit": unit.unit,
        "region": _region(unit.unit),
        "contact": unit.contact,
        "phone": unit.phone,
    }
    date = _DATE_BLANK if unit.date is None else printed_value(unit.date)
    blank = text.format(**blanks, date=date)
    filled = text.format(**blanks | {name: said for name, said in given.items() if said}, date=date)
    width = max(_width(blank), _width(filled)) * size_of(style, "table-line")
    return LinePart(filled.strip(_BLANK), width, flush=not blank.endswith(_BLANK))


def _heading(title: str, size: float, width: float) -> str:
    """Return a column's heading; one too long for its line is broken before a bracket."""
    return title if _lines(title, size, width) == 1 else title.replace("（", "\n（", 1)


def _row(style: Style, values: Sequence[CellValue], widths: Sequence[float]) -> SheetRow:
    texts = [printed_cell(value) for value in values]
    return SheetRow(tuple(values), _height(style, "table-text", texts, widths))


def _height(style: Style, role: str, texts: Sequence[str], widths: Sequence[float]) -> float:
    """Return the height that a row of texts needs, and no less than one has."""
    form = format_of(style, role)
    size, pitch = form.run.size or 0.0, line_height(form.paragraph, form.run)
    lines = max(_lines(text, size, width) for text, width in zip(texts, widths, strict=True))
    return max(lines * pitch + PADDING[0] + PADDING[2], ROW_HEIGHT)


def _lines(text: str, size: float, width: float) -> int:
    room = width - PADDING[1] - PADDING[3]
    return sum(max(ceil(_width(line) * size / room), 1) for line in text.split("\n"))


def _width(text: str) -> float:
    """Return the width of a text on one line, in em, with what stands between two scripts."""
    gaps = sum(
        is_east_asian(one) is not is_east_asian(other)
        for one, other in pairwise(text)
        if one.isalnum() and other.isalnum()
    )
    return (text_width(text) + gaps * _SCRIPT_GAP) * _LOOSE


def _is_short(value: CellValue) -> bool:
    return text_width(printed_cell(value)) <= _SHORT
