"""Case files are read strictly: UTF-8, and JSON that says one thing."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from docgen.case.files import MAX_BYTES, read_json, read_text
from docgen.findings import Finding, Place
from tests.cases.unit.making import refusal


def refused_json(tmp_path: Path, data: str | bytes) -> Finding:
    file = tmp_path / "case.json"
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    (finding,) = refusal(lambda: read_json(file))
    assert finding.place.file == str(file)
    assert finding.cure
    return finding


def read(tmp_path: Path, data: bytes) -> object:
    file = tmp_path / "case.json"
    file.write_bytes(data)
    return read_json(file)


def test_a_syntax_error_names_line_and_column(tmp_path: Path) -> None:
    finding = refused_json(tmp_path, '{\n  "a": 1\n  "b": 2\n}')
    assert finding.code == "json-syntax"
    assert (finding.place.line, finding.place.column) == (3, 3)
    assert "逗号" in finding.message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{“name”: "甲"}', "中文引号"),
        ('{"name"： "甲"}', "中文冒号"),
        ('{"name": }', "此处缺少值"),
        ('{"name": "甲}', "没有结束的引号"),
        ('{"name": "甲"} 乙', "多余的内容"),
        ('{"name": "甲\n乙"}', "换行或控制字符"),
        ('{"name": "\\甲"}', "反斜杠"),
    ],
)
def test_the_usual_slips_are_explained_in_chinese(tmp_path: Path, text: str, said: str) -> None:
    finding = refused_json(tmp_path, text)
    assert finding.code == "json-syntax"
    assert said in finding.message + finding.cure


def test_a_trailing_comma_is_explained_in_chinese(tmp_path: Path) -> None:
    finding = refused_json(tmp_path, '{"name": "甲",}')
    assert finding.code == "json-syntax"
    assert "Expecting" not in finding.message
    assert "Illegal" not in finding.message


def test_a_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xef\xbb\xbf" + '{"a": "甲"}'.encode()) == {"a": "甲"}


@pytest.mark.parametrize(
    ("codec", "name"), [("gbk", "GBK"), ("utf-16", "UTF-16"), ("gb18030", "GBK")]
)
def test_another_encoding_is_named(tmp_path: Path, codec: str, name: str) -> None:
    finding = refused_json(tmp_path, '{"name": "洛阳轴承"}'.encode(codec))
    assert finding.code == "file-not-utf8"
    assert name in finding.message
    assert "UTF-8" in finding.cure


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_rejected_with_its_line(tmp_path: Path, word: str) -> None:
    finding = refused_json(tmp_path, f'{{\n"revenue": {word}\n}}')
    assert finding.code == "json-not-a-number"
    assert word in finding.message
    assert finding.place.line == 2


def test_the_line_of_a_nan_is_not_that_of_a_text_that_says_nan(tmp_path: Path) -> None:
    finding = refused_json(tmp_path, '{\n"revenue": NaN,\n"note": "不是 NaN"\n}')
    assert finding.place.line == 2


def test_a_key_said_twice_is_rejected_with_its_line(tmp_path: Path) -> None:
    finding = refused_json(tmp_path, '{\n"size": "大",\n"size": "小"\n}')
    assert finding.code == "json-duplicate-key"
    assert "size" in finding.message
    assert finding.place.line == 3


def test_the_line_of_a_repeated_key_is_not_that_of_its_namesake_elsewhere(tmp_path: Path) -> None:
    text = '{\n"company": {\n"name": "甲",\n"name": "乙"\n},\n"contact": {\n"name": "丙"}\n}'
    assert refused_json(tmp_path, text).place.line == 4


def test_a_hundred_thousand_nested_arrays_are_a_depth_error(tmp_path: Path) -> None:
    finding = refused_json(tmp_path, "[" * 100_000 + "]" * 100_000)
    assert finding.code == "json-too-deep"


def test_an_integer_of_five_thousand_digits_is_an_error(tmp_path: Path) -> None:
    assert refused_json(tmp_path, f'{{"employees": {"9" * 5000}}}').code == "json-number"


@pytest.mark.parametrize("text", ["", "  \n"])
def test_an_empty_file_is_an_error(tmp_path: Path, text: str) -> None:
    assert refused_json(tmp_path, text).code == "json-syntax"


@pytest.mark.parametrize("text", ["[]", '"甲"', "3", "null"])
def test_a_root_that_is_no_object_is_an_error(tmp_path: Path, text: str) -> None:
    assert refused_json(tmp_path, text).code == "json-not-object"


def test_amounts_keep_their_digits(tmp_path: Path) -> None:
    assert read(tmp_path, b'{"revenue": 4412.60}') == {"revenue": Decimal("4412.60")}
    assert str(json.loads("4412.60")) != "4412.60"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    (finding,) = refusal(lambda: read_json(tmp_path / "案例.json"))
    assert finding.code == "file-missing"
    assert "案例.json" in finding.message


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (finding,) = refusal(lambda: read_text(tmp_path, Place(file="x")))
    assert finding.code == "file-is-folder"


def test_a_file_of_absurd_size_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    with file.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    (finding,) = refusal(lambda: read_json(file))
    assert finding.code == "file-too-large"


def test_line_ends_become_line_feeds(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes("甲\r\n乙\r丙\n".encode())
    assert read_text(file, Place(file="a.md")) == "甲\n乙\n丙\n"


def test_the_line_of_a_repeated_key_far_down_is_right(tmp_path: Path) -> None:
    items = ",\n".join(f'{{"a{n}": {n}}}' for n in range(100_000))
    path = tmp_path / "case.json"
    path.write_text(f'{{"list": [{items}],\n"x": 1,\n"x": 2}}', encoding="utf-8")
    (finding,) = refusal(lambda: read_json(path))
    assert finding.place.line == 100_002


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ('"revenue": 66,847.35', "千分位"),
        ('"date": 2023.3.20', "日期要加英文双引号"),
        ('"employees": １１８６', "全角数字"),
    ],
)
def test_what_office_workers_type_is_explained(tmp_path: Path, line: str, cure: str) -> None:
    path = tmp_path / "case.json"
    path.write_text(f"{{\n{line}\n}}", encoding="utf-8")
    (finding,) = refusal(lambda: read_json(path))
    assert cure in finding.cure
