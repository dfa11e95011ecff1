"""Workbooks are read as what they say, or refused for what they are."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import Any

import openpyxl
import pytest

from docgen.read.workbook import Worksheet, read_workbook
from tests.bureau.making import workbook
from tests.cases.unit.making import refusal

ROWS: list[list[Any]] = [["甲", 1, 1.5], [], [None, True, dt.datetime(2023, 3, 28)]]


def said(sheet: Worksheet) -> list[dict[str, Any]]:
    """What each row says, by the cells' names."""
    return [{cell.place: cell.value for cell in row.values()} for row in sheet.rows]


def parts(**changed: bytes | None) -> bytes:
    """A workbook with parts changed, added or (None) taken away; __ stands for /, ___ for a dot."""
    names = {name.replace("___", ".").replace("__", "/"): data for name, data in changed.items()}
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook({"表": ROWS}))) as source,
        zipfile.ZipFile(stream, "w") as target,
    ):
        for name in source.namelist():
            if name not in names:
                target.writestr(name, source.read(name))
        for name, data in names.items():
            if data is not None:
                target.writestr(name, data)
    return stream.getvalue()


def code_of(data: bytes) -> str:
    (finding,) = refusal(lambda: read_workbook(data, "意见.xlsx"))
    assert finding.place.file == "意见.xlsx"
    assert finding.cure
    return finding.code


def test_rows_that_say_something_come_with_the_names_of_their_cells() -> None:
    (sheet,) = read_workbook(workbook({"表": ROWS}), "意见.xlsx")
    assert sheet.title == "表"
    assert said(sheet) == [
        {"A1": "甲", "B1": 1, "C1": 1.5},
        {"B3": True, "C3": dt.datetime(2023, 3, 28)},
    ]


def test_worksheets_stand_in_their_order() -> None:
    sheets = read_workbook(workbook({"乙": [["一"]], "甲": [["二"]]}), "意见.xlsx")
    assert [sheet.title for sheet in sheets] == ["乙", "甲"]


def test_cells_of_white_space_say_nothing() -> None:
    (sheet,) = read_workbook(workbook({"表": [[" ", "\u3000"], ["甲"]]}), "意见.xlsx")
    assert said(sheet) == [{"A2": "甲"}]


def test_a_size_that_the_file_states_wrongly_hides_nothing() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook({"表": ROWS}))) as source:
        part = source.read("xl/worksheets/sheet1.xml")
    lying = part.replace(b'<dimension ref="A1:C3"', b'<dimension ref="A1:A1"')
    assert lying != part
    (sheet,) = read_workbook(parts(xl__worksheets__sheet1___xml=lying), "意见.xlsx")
    assert said(sheet)[0] == {"A1": "甲", "B1": 1, "C1": 1.5}


def test_an_error_is_told_from_a_text() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "#REF!"
    sheet["A1"].data_type = "e"
    sheet["B1"] = "甲"
    stream = io.BytesIO()
    book.save(stream)
    (read,) = read_workbook(stream.getvalue(), "意见.xlsx")
    assert [cell.is_error for cell in read.rows[0].values()] == [True, False]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", "企业名称,排序".encode()])
def test_a_file_of_another_kind_is_refused(data: bytes) -> None:
    assert code_of(data) == "xlsx-not-a-workbook"


def test_another_kind_of_zip_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert code_of(stream.getvalue()) == "xlsx-not-a-workbook"


def test_an_old_workbook_is_refused() -> None:
    assert code_of(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)) == "xlsx-old-format"


def test_a_password_is_told() -> None:
    container = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)
    assert code_of(container + "EncryptedPackage".encode("utf-16-le")) == "xlsx-encrypted"


def test_a_zip_that_is_locked_is_told() -> None:
    data = bytearray(workbook({"表": ROWS}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 8] |= 0x1
    assert code_of(bytes(data)) == "xlsx-encrypted"


def test_a_workbook_cut_short_is_damaged() -> None:
    assert code_of(workbook({"表": ROWS})[:-200]) == "xlsx-damaged"


def test_a_broken_part_is_damage() -> None:
    assert code_of(parts(xl__worksheets__sheet1___xml=b"<worksheet><sheetData>")) == "xlsx-damaged"


def test_a_missing_part_is_damage() -> None:
    assert code_of(parts(xl__workbook___xml=None)) == "xlsx-damaged"


@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
def test_declared_entities_are_refused(codec: str) -> None:
    text = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    assert code_of(parts(xl__sharedStrings___xml=text.encode(codec))) == "xlsx-doctype"


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", bytes(65 * 1024 * 1024))
    data = stream.getvalue()
    assert len(data) < 1024 * 1024
    assert code_of(data) == "xlsx-too-large"


def test_more_rows_than_a_list_has_are_refused() -> None:
    assert code_of(workbook({"表": [["甲"]] * 5_001})) == "xlsx-too-large"


def test_a_row_far_below_the_last_that_may_be_is_not_walked_to() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1048576"] = "甲"
    stream = io.BytesIO()
    book.save(stream)
    assert read_workbook(stream.getvalue(), "意见.xlsx")[0].rows == ()
