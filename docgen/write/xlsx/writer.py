"""Write a sheet as a workbook: what Word and PDF print, in cells that can be sorted and counted.

Numbers are numbers and dates are dates; everything else is text, and nothing is a formula.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from decimal import Decimal
from functools import cache
from math import ceil
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from docgen.findings import DocgenError, Finding, Place
from docgen.write.xlsx.looks import DATE, Looks
from docgen.zipping import package_parts, zipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.document import CellValue, LinePart, PageSetup, Sheet, SheetRow

_A4 = 9
_POINTS_TO_PIXELS = 96 / 72
_INCH = 72.0
_FOOTER = '&C&"宋体,Regular"&9第 &P 页，共 &N 页'
#: Excel's own bounds: characters in a cell, height of a row in points, characters in a name.
_LONGEST, _HIGHEST, _LONGEST_NAME = 32_767, 409.0, 31
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
#: A row's height for its type size.
_LEADING = 1.9
#: Nothing that a cell holds is taken for something else; nothing is written to disk.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_DEFAULT_LOOK = {"font_name": "宋体", "font_size": 11}


def write(sheet: Sheet) -> bytes:
    """Return the sheet as a workbook (.xlsx).

    Raises:
        DocgenError: ``cell-too-long``, if a text is longer than a cell can hold.
    """
    import xlsxwriter

    stream = io.BytesIO()
    # XlsxWriter writes into the default look that it is given.
    options = _OPTIONS | {"default_format_properties": dict(_DEFAULT_LOOK)}
    workbook = xlsxwriter.Workbook(stream, options)
    # There is nothing to calculate: Excel need not ask whether to keep what it has calculated.
    workbook.calc_on_load = False
    _set_properties(workbook, sheet)
    _Writer(workbook, sheet).write()
    workbook.close()
    return zipped(package_parts(stream.getvalue()))


class _Writer:
    """Writes a sheet from top to bottom."""

    def __init__(self, workbook: Any, sheet: Sheet) -> None:
        self._sheet = sheet
        self._looks = Looks(workbook, sheet)
        self._page = workbook.add_worksheet(_sheet_name(sheet.name))
        self._last = len(sheet.columns) - 1
        self._row = 0

    def write(self) -> None:
        sheet = self._sheet
        for index, column in enumerate(sheet.columns):
            pixels = int(column.width * _POINTS_TO_PIXELS)
            self._page.set_column_pixels(index, index, pixels)
        if sheet.annex:
            self._across(sheet.annex, "annex", "left")
        self._across("\n".join(sheet.title), "title", "center")
        if sheet.head:
            self._line(sheet.head)
        header = self._row
        self._header()
        for row in sheet.rows:
            self._cells(row)
        if sheet.foot:
            self._line(sheet.foot)
        if sheet.note:
            self._across(sheet.note, "table-note", "left")
        self._page.freeze_panes(header + 1, 0)
        self._page.repeat_rows(header)
        self._page.print_area(0, 0, self._row - 1, self._last)
        # Telephone numbers are meant to be texts.
        whole = f"A1:{_letters(self._last)}{self._row}"
        self._page.ignore_errors({"number_stored_as_text": whole})
        _set_up_page(self._page, sheet.page)

    def _across(self, text: str, role: str, align: str) -> None:
        """Write a row of one cell over all columns."""
        size = self._sheet.format_of(role).run.size or 0.0
        measure = sum(column.width for column in self._sheet.columns)
        # No character is wider than an em.
        lines = sum(max(ceil(len(line) * size / measure), 1) for line in text.split("\n"))
        self._height(size * _LEADING * lines)
        self._span(0, self._last, text, self._looks.look(role, align))
        self._row += 1

    def _line(self, parts: Sequence[LinePart]) -> None:
        """Write the parts of a line, each over as many columns as it needs."""
        size = self._sheet.format_of("table-line").run.size or 0.0
        spans = _spans([column.width for column in self._sheet.columns], parts)
        room = [sum(each.width for each in self._sheet.columns[a : b + 1]) for a, b in spans]
        wraps = any(part.width > width for part, width in zip(parts, room, strict=True))
        self._height(size * _LEADING * (1 + wraps))
        for index, (part, (first, last)) in enumerate(zip(parts, spans, strict=True)):
            align = "right" if part.flush and index else "left"
            self._span(first, last, part.text, self._looks.look("table-line", align))
        self._row += 1

    def _header(self) -> None:
        self._height(self._sheet.header_height)
        look = self._looks.look("table-head", "center", ruled=True)
        for index, column in enumerate(self._sheet.columns):
            self._page.write_string(self._row, index, column.title, look)
        self._row += 1

    def _cells(self, row: SheetRow) -> None:
        self._height(row.height)
        for index, (value, column) in enumerate(zip(row.values, self._sheet.columns, strict=True)):
            self._cell(index, value, "center" if column.centred else "left")
        self._row += 1

    def _cell(self, column: int, value: CellValue, align: str) -> None:
        place = (self._row, column)
        if value is None:
            self._page.write_blank(*place, None, self._looks.look("table-text", align, ruled=True))
        elif isinstance(value, str):
            self._refuse_overlong(value, column)
            look = self._looks.look("table-text", align, ruled=True)
            self._page.write_string(*place, value, look)
        elif isinstance(value, dt.date):
            look = self._looks.look("table-text", align, ruled=True, number=DATE)
            self._page.write_datetime(*place, value, look)
        else:
            look = self._looks.look("table-text", align, ruled=True, number=_number_format(value))
            self._page.write_number(*place, float(value), look)

    def _span(self, first: int, last: int, text: str, look: Any) -> None:
        if first < last:
            # Excel takes the text from the first cell, and the look from all of them.
            self._page.merge_range(self._row, first, self._row, last, "", look)
        self._page.write_string(self._row, first, text, look)

    def _height(self, points: float) -> None:
        self._page.set_row(self._row, min(points, _HIGHEST))

    def _refuse_overlong(self, text: str, column: int) -> None:
        if len(text) > _LONGEST:
            message = f"有 {len(text)} 个字符，Excel 的一格最多 {_LONGEST} 个。"
            place = Place(title=f"{self._sheet.name} / {self._sheet.columns[column].title}")
            raise DocgenError([Finding("cell-too-long", message, "请缩短这一项。", place)])


def _number_format(value: int | Decimal) -> str:
    """Return the format that shows a number as it was typed: 4412.60 with both decimals."""
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    decimals = -exponent if isinstance(exponent, int) else 0
    return f"0.{'0' * decimals}" if decimals > 0 else "0"


def _spans(widths: Sequence[float], parts: Sequence[LinePart]) -> list[tuple[int, int]]:
    """Return the first and last column of each part, so that the tightest has the most room.

    There are at least as many columns as parts.
    """

    @cache
    def best(part: int, first: int) -> tuple[float, list[tuple[int, int]]]:
        """Return the least room of the parts from one on, in the columns from one on; and spans."""
        if part == len(parts) - 1:
            return sum(widths[first:]) - parts[part].width, [(first, len(widths) - 1)]
        found = []
        for last in range(first, len(widths) - len(parts) + part + 1):
            room = sum(widths[first : last + 1]) - parts[part].width
            others, spans = best(part + 1, last + 1)
            found.append((min(room, others), [(first, last), *spans]))
        return max(found, key=itemgetter(0))

    return best(0, 0)[1]


def _set_up_page(page: Any, setup: PageSetup) -> None:
    page.set_paper(_A4)
    if setup.width > setup.height:
        page.set_landscape()
    margins = (setup.inside, setup.outside, setup.top, setup.bottom)
    page.set_margins(*(margin / _INCH for margin in margins))
    page.center_horizontally()
    page.fit_to_pages(1, 0)
    page.set_footer(_FOOTER, {"margin": setup.footer / 2 / _INCH})


def _set_properties(workbook: Any, sheet: Sheet) -> None:
    said = sheet.properties
    workbook.set_properties(
        {
            "title": said.title,
            "subject": said.subject,
            "author": said.creator,
            "company": said.creator,
            "created": dt.datetime.combine(said.date, dt.time()),
        }
    )


def _sheet_name(name: str) -> str:
    """Return a name that Excel lets a worksheet have."""
    return _NOT_IN_A_NAME.sub(" ", name)[:_LONGEST_NAME].strip(" '") or "1"


def _letters(column: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    letters: str = xl_col_to_name(column)
    return letters
