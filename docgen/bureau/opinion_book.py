"""The unit's file as a workbook: worksheets with Chinese headings become the values of a file.

The first worksheet, or the one named 推荐意见, has a row a company; 推荐单位 has labels and their
values, beside them or below; 联络员 a row a person.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from docgen.findings import Finding, Place, Severity
from docgen.forms.folding import folded
from docgen.intake.typed import NotThatKind, typed
from docgen.read.workbook import read_workbook
from docgen.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from docgen.case.locator import Step
    from docgen.read.workbook import WorkbookCell, Worksheet

_OPINIONS, _UNIT, _PEOPLE = "推荐意见", "推荐单位", "联络员"
#: Heading → key.
_COMPANY_COLUMNS = {
    "企业名称": "name", "排序": "rank", "推荐意见": "opinion", "推荐单位": "unit", "日期": "date",
}  # fmt: skip
_UNIT_LABELS = {
    "推荐单位": "name", "联系人": "contact", "联系电话": "phone", "日期": "date",
    "发文字号": "number", "签发人": "signer",
}  # fmt: skip
_PEOPLE_COLUMNS = {
    "姓名": "name", "工作单位": "unit", "职务": "title", "电话": "phone", "手机号码": "mobile",
}  # fmt: skip
#: What can be nothing but a text.
_TEXT = "opinion"
#: A column that people number their rows in.
_SERIAL = "序号"
_REMARK = re.compile(r"\(.*?\)")
#: A date of a case: by it dates typed as words are read.
_ANY_DATE = "application_date"


@dataclass(slots=True)
class Cells:
    """Names the cells that values come from.

    Attributes:
        file: The workbook.
        titles: The steps to a value → its worksheet and cell: “推荐意见”表 C5.
    """

    file: str
    titles: dict[tuple[Step, ...], str] = field(default_factory=dict)

    def place(self, *steps: Step) -> Place:
        """Return the place of a value; of one that is not there, of its row or worksheet."""
        known = (steps[:length] for length in range(len(steps), 0, -1))
        return Place(self.file, title=next((self.titles[k] for k in known if k in self.titles), ""))


def read_book(data: bytes, file: str, findings: list[Finding]) -> tuple[dict[str, Any], Cells]:
    """Return what a workbook says, as a JSON file would say it, and where.

    Args:
        data: The workbook.
        file: Its name for messages.
        findings: Where goes what in it is not read.

    Raises:
        DocgenError: If it cannot be read at all.
    """
    sheets = {sheet.title.strip(): sheet for sheet in read_workbook(data, file) if sheet.rows}
    reader = _Reader(Cells(file), findings)
    unit, people = sheets.pop(_UNIT, None), sheets.pop(_PEOPLE, None)
    first = _OPINIONS if _OPINIONS in sheets else next(iter(sheets), "")
    opinions = sheets.pop(first, None)
    values: dict[str, Any] = {}
    if unit is not None:
        values["unit"] = reader.labels(unit, "unit", _UNIT_LABELS)
    if opinions is not None:
        values["companies"] = reader.table(opinions, "companies", _COMPANY_COLUMNS)
    if people is not None:
        values["people"] = reader.table(people, "people", _PEOPLE_COLUMNS)
    for name in sheets:
        cure = f"可用的工作表：{_OPINIONS}、{_UNIT}、{_PEOPLE}。"
        reader.tell("sheet-unread", f"没有读“{name}”表。", cure, f"“{name}”表", Severity.WARNING)
    return values, reader.cells


@dataclass(slots=True)
class _Reader:
    cells: Cells
    findings: list[Finding]

    def table(
        self, sheet: Worksheet, group: str, columns: Mapping[str, str]
    ) -> list[dict[str, Any]]:
        """Return a worksheet's rows below its headings, each as an object."""
        self.cells.titles[group,] = _where(sheet)
        wanted = next(iter(columns))
        heads = (index for index, row in enumerate(sheet.rows) if _has(row, wanted))
        head = next(heads, None)
        if head is None:
            message = f"没有“{wanted}”一栏。"
            cure = f"请在第一行写栏目：{'、'.join(columns)}。"
            self.tell("column-missing", message, cure, _where(sheet))
            return []
        keys = self._keys(sheet, sheet.rows[head], columns)
        items: list[dict[str, Any]] = []
        for row in sheet.rows[head + 1 :]:
            known = {keys[column]: cell for column, cell in row.items() if column in keys}
            # A row without one is a remark or a sum in a column that is not read.
            items += [self._values(sheet, known, group, len(items))] if known else []
        return items

    def labels(self, sheet: Worksheet, group: str, labels: Mapping[str, str]) -> dict[str, Any]:
        """Return a worksheet of labels, each before its value or above it, as one object."""
        self.cells.titles[group,] = _where(sheet)
        found: dict[str, WorkbookCell] = {}
        for label, value in _labelled(sheet.rows, labels):
            key = _key(label, labels)
            if key is None:
                self._unknown(sheet, label, labels)
            elif key in found:
                self._repeated(sheet, label)
            elif value is not None:
                found[key] = value
        return self._values(sheet, found, group)

    def tell(
        self, code: str, message: str, cure: str, where: str, severity: Severity = Severity.ERROR
    ) -> None:
        """Add a finding."""
        place = Place(self.cells.file, title=where)
        self.findings.append(Finding(code, message, cure, place, severity))

    def _keys(
        self, sheet: Worksheet, row: Mapping[int, WorkbookCell], columns: Mapping[str, str]
    ) -> dict[int, str]:
        """Return the key of each column that is known."""
        keys: dict[int, str] = {}
        for column, cell in row.items():
            key = _key(cell, columns)
            if key is None:
                self._unknown(sheet, cell, columns)
            elif key in keys.values():
                self._repeated(sheet, cell)
            else:
                keys[column] = key
        return keys

    def _values(
        self, sheet: Worksheet, row: Mapping[str, WorkbookCell], *steps: Step
    ) -> dict[str, Any]:
        """Return the values of an object, as JSON would have them."""
        if row and len(steps) > 1:
            number = re.sub(r"\D", "", next(iter(row.values())).place)
            self.cells.titles[steps] = f"{_where(sheet)}第 {number} 行"
        values = {}
        for key, cell in row.items():
            where = f"{_where(sheet)} {cell.place}"
            self.cells.titles[*steps, key] = where
            if cell.is_error:
                message = f"这一格是公式的错误（{cell.value}）。"
                self.tell("cell-error", message, "请改正公式，或直接填写。", where)
            elif isinstance(cell.value, bool) or (key == _TEXT and not isinstance(cell.value, str)):
                message = f"这一格写着 {cell.value}，不是文字，未采用。"
                self.tell("cell-not-text", message, "请改填文字。", where)
            else:
                values[key] = _plain(cell, key)
        return values

    def _unknown(self, sheet: Worksheet, cell: WorkbookCell, known: Mapping[str, str]) -> None:
        name = str(cell.value).strip()
        if name == _SERIAL:
            return
        cure = did_you_mean(name, known) or f"可用的：{'、'.join(known)}。"
        where = f"{_where(sheet)} {cell.place}"
        message = f"没有“{name}”这一栏，未采用。"
        self.tell("column-unknown", message, cure, where, Severity.WARNING)

    def _repeated(self, sheet: Worksheet, cell: WorkbookCell) -> None:
        message = f"“{str(cell.value).strip()}”写了两次，只读前一次。"
        self.tell("column-repeated", message, "请删去一处。", f"{_where(sheet)} {cell.place}")


def _labelled(
    rows: Sequence[Mapping[int, WorkbookCell]], labels: Mapping[str, str]
) -> Iterator[tuple[WorkbookCell, WorkbookCell | None]]:
    """Yield each label with its value: beside it, or below it where the row has labels only."""
    head: Mapping[int, WorkbookCell] = {}
    for row in rows:
        cells = [row[column] for column in sorted(row)]
        known = [place for place, cell in enumerate(cells) if _key(cell, labels)]
        if head and not known:
            yield from ((label, row.get(column)) for column, label in head.items())
            head = {}
        elif len(known) == len(cells) > 1:
            head = row
        else:
            # A second value beside the first is a remark.
            for start, end in pairwise([*sorted({0, *known}), len(cells)]):
                yield cells[start], next(iter(cells[start + 1 : end]), None)


def _where(sheet: Worksheet) -> str:
    return f"“{sheet.title}”表"


def _has(row: Mapping[int, WorkbookCell], heading: str) -> bool:
    return any(_name(cell) == heading for cell in row.values())


def _key(cell: WorkbookCell, known: Mapping[str, str]) -> str | None:
    return known.get(_name(cell))


def _name(cell: WorkbookCell) -> str:
    """Return a heading as it is compared: 手机号码（必填） is 手机号码."""
    return _REMARK.sub("", folded(str(cell.value))).rstrip(":")


def _plain(cell: WorkbookCell, key: str) -> Any:
    """Return a cell's value as JSON has it: ISO dates, telephone numbers as texts."""
    value = cell.value
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if key == "rank":
        return value
    text = str(value).strip()
    if key == "date":
        try:
            return typed(_ANY_DATE, text)
        except NotThatKind:
            pass
    return text
