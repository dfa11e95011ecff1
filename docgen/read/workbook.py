"""Read a workbook (.xlsx) that nobody vouches for: its worksheets as rows of plain values.

Sizes are checked before anything is unpacked; formulas are not calculated, links not followed,
macros not run.
"""

from __future__ import annotations

import datetime as dt
import io
import warnings
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docgen.findings import DocgenError, Finding, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What a cell holds; an error such as #REF! is its text.
WorkbookValue = str | int | float | bool | dt.date | dt.time | dt.timedelta | None

#: Limits on what a list that people fill in can be.
MAX_BYTES = 16 * 1024 * 1024
MAX_ENTRIES = 1_000
MAX_UNPACKED = 64 * 1024 * 1024
MAX_SHEETS = 50
MAX_ROWS, MAX_COLUMNS = 5_000, 60

_ENCRYPTED_FLAG = 0x1
#: Compound File Binary, the container of old Office files and of encrypted new ones [MS-CFB].
_COMPOUND_FILE = bytes.fromhex("D0CF11E0A1B11AE1")
_SAVE_AS = "请用 Excel 或 WPS 另存为“Excel 工作簿 (*.xlsx)”。"
#: What openpyxl stumbles with over a file that is not as it should be.
_STUMBLES = (
    KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, OverflowError,
    SyntaxError, NotImplementedError, EOFError, zipfile.BadZipFile, zlib.error,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WorkbookCell:
    """A cell that says something.

    Attributes:
        place: Its name, e.g. ``C5``.
        value: What it holds.
        is_error: It holds an error such as #REF! in place of a value.
    """

    place: str
    value: WorkbookValue
    is_error: bool = False


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A worksheet.

    Attributes:
        title: Its name.
        rows: Its rows that say something, each with its cells by column from 0.
    """

    title: str
    rows: tuple[dict[int, WorkbookCell], ...]


def read_workbook(data: bytes, name: str) -> list[Worksheet]:
    """Return the worksheets of a workbook, in their order.

    Args:
        data: The file's bytes.
        name: The file as the user named it, for messages.

    Raises:
        DocgenError: ``xlsx-not-a-workbook``, ``xlsx-old-format``, ``xlsx-encrypted``,
            ``xlsx-damaged``, ``xlsx-too-large`` or ``xlsx-doctype``.
    """
    _refuse_other_formats(data, name)
    try:
        _examine(data, name)
        return list(_worksheets(data, name))
    except _STUMBLES as error:
        message, cure = "工作簿已损坏，读不通。", f"请用 Excel 或 WPS 打开并修复。{_SAVE_AS}"
        raise _refused("xlsx-damaged", message, cure, name) from error


def _refuse_other_formats(data: bytes, name: str) -> None:
    if len(data) > MAX_BYTES:
        raise _too_large(name, f"文件超过 {MAX_BYTES // 1024 // 1024} MB")
    if data.startswith(b"PK"):
        return
    if not data.startswith(_COMPOUND_FILE):
        raise _refused("xlsx-not-a-workbook", "不是 Excel 工作簿（.xlsx）。", _SAVE_AS, name)
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise _encrypted(name)
    raise _refused("xlsx-old-format", "是旧版的 .xls 或 .et 文件。", _SAVE_AS, name)


def _examine(data: bytes, name: str) -> None:
    """Refuse what is too large when unpacked, encrypted, no workbook, or defines entities."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        unpacked = sum(entry.file_size for entry in entries)
        if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED:
            limit = MAX_UNPACKED // 1024 // 1024
            raise _too_large(name, f"解压后过大（上限 {limit} MB），疑似压缩炸弹")
        if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
            raise _encrypted(name)
        if not any(entry.filename.startswith("xl/") for entry in entries):
            raise _refused("xlsx-not-a-workbook", "不是 Excel 工作簿（.xlsx）。", _SAVE_AS, name)
        for entry in entries:
            if entry.filename.endswith((".xml", ".rels")) and _has_doctype(archive.read(entry)):
                message = f"{entry.filename} 含有 DOCTYPE 声明，Excel 从不这样写，出于安全未读取。"
                raise _refused("xlsx-doctype", message, _SAVE_AS, name)


def _has_doctype(part: bytes) -> bool:
    mark = "<!DOCTYPE"
    return any(mark.encode(codec) in part for codec in ("utf-8", "utf-16-le", "utf-16-be"))


def _worksheets(data: bytes, name: str) -> Iterator[Worksheet]:
    import openpyxl

    with warnings.catch_warnings():
        # It warns of features that it does not read, in English.
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(
            io.BytesIO(data), read_only=True, data_only=True, keep_links=False
        )
        try:
            if len(book.worksheets) > MAX_SHEETS:
                raise _too_large(name, f"工作表超过 {MAX_SHEETS} 张")
            for sheet in book.worksheets:
                yield Worksheet(sheet.title, tuple(_rows(sheet, name)))
        finally:
            book.close()


def _rows(sheet: Any, name: str) -> Iterator[dict[int, WorkbookCell]]:
    # The size that a file states for a sheet may be wrong.
    sheet.reset_dimensions()
    for number, row in enumerate(
        sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS + 1), start=1
    ):
        cells = {
            column: WorkbookCell(cell.coordinate, cell.value, cell.data_type == "e")
            for column, cell in enumerate(row)
            if cell.value is not None and str(cell.value).strip()
        }
        if cells and (number > MAX_ROWS or max(cells) >= MAX_COLUMNS):
            where = f"“{sheet.title}”表超过 {MAX_ROWS} 行或 {MAX_COLUMNS} 列"
            raise _too_large(name, where)
        if cells:
            yield cells


def _too_large(name: str, reason: str) -> DocgenError:
    cure = "请删去不需要的内容，另存后再试。"
    return _refused("xlsx-too-large", f"{reason}，未读取。", cure, name)


def _encrypted(name: str) -> DocgenError:
    cure = "请在 Excel 的“文件－信息－保护工作簿”中取消密码后保存，再试一次。"
    return _refused("xlsx-encrypted", "设有打开密码。", cure, name)


def _refused(code: str, message: str, cure: str, name: str) -> DocgenError:
    return DocgenError([Finding(code, message, cure, Place(file=name))])
