"""Read the files of a case strictly: UTF-8 text, and JSON as RFC 8259 means it.

The standard library's JSON reader accepts NaN and keeps the last of two equal keys without a
word; a case that says two things is refused instead.
"""

from __future__ import annotations

import difflib
import json
import re
import stat
from bisect import bisect
from decimal import Decimal, InvalidOperation
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING, Any, NoReturn

from docgen.case.text import visible
from docgen.disk import reason
from docgen.findings import DocgenError, Finding, Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: More than any honest case; a larger file is a mistake (or an attack).
MAX_BYTES = 32 * 1024 * 1024

#: A case nests six deep; an amount has some ten digits.
_MAX_DEPTH = 40
_MAX_EXPONENT = 30

# What sound JSON is made of, as far as it matters here; other strings are passed over whole.
_TOKEN = re.compile(
    r'(?P<key>"(?:[^"\\]|\\.)*")(?=\s*:)|"(?:[^"\\]|\\.)*"|[{}\[\]]'
    r"|(?P<constant>-?(?:NaN|Infinity))"
)
_FOREIGN_ENCODINGS = (("gb18030", "GBK（ANSI）"), ("big5", "Big5"))
#: How files of Office old and new, PDFs, pictures and archives begin.
_NO_TEXT = (b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"Rar!")
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: Path, place: Place) -> str:
    """Return a UTF-8 text file's text, byte order mark dropped, line ends as line feeds.

    Raises:
        DocgenError: If the file is missing, too large, or in another encoding.
    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except FileNotFoundError:
        _stop(
            "file-missing",
            f"找不到文件“{path.name}”。",
            "请核对文件名和所在文件夹。",
            place,
        )
    except IsADirectoryError:
        _stop(
            "file-is-folder",
            f"“{path.name}”是文件夹，不是文件。",
            "请写文件名。",
            place,
        )
    except OSError as error:
        _stop(
            "file-unreadable",
            f"打不开文件：{reason(error)}。",
            "请检查文件的权限。",
            place,
        )
    if size > MAX_BYTES:
        _stop("file-too-large", "文件超过 32 MB。", "请确认是否放错了文件。", place)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if data.startswith(_NO_TEXT):
            message = "不是文本文件，看来是 Word、PDF、图片或压缩包。"
            _stop("file-not-text", message, "请核对是否写错了文件名。", place)
        _stop(
            "file-not-utf8",
            f"文件不是 UTF-8 编码（第 {error.start + 1} 字节起读不通），{_guess_encoding(data)}。",
            "请用记事本“另存为”，编码选 UTF-8。",
            place,
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")


def located(folder: Path, name: str) -> Path | None:
    r"""Return a regular file below a folder, links followed; None if there is none of that name.

    Args:
        folder: The folder.
        name: Relative path as a user wrote it; ``\\`` separates as well as ``/``.

    Raises:
        OutsideError: If the path leads out of the folder.
    """
    relative = name.strip().replace("\\", "/")
    written = PureWindowsPath(relative)
    if not relative or "\0" in relative or written.anchor or ".." in written.parts:
        raise OutsideError(name)
    root = folder.resolve()
    try:
        path = (root / relative).resolve()
        # A device or a pipe could be read without end.
        regular = stat.S_ISREG(path.stat().st_mode)
    except (OSError, RuntimeError, ValueError):
        return None
    if not path.is_relative_to(root):
        raise OutsideError(name)
    return path if regular else None


class OutsideError(Exception):
    """A path that leads out of the case's folder."""


def near_names(root: Path, relative: str) -> str:
    """Return the question whether one of the files that are there is meant; "" for none near.

    Args:
        root: The case's folder.
        relative: The name that no file has, ``/`` between folders.
    """
    parent = (root / relative).parent
    names: list[str] = []
    try:
        listed = parent if parent.resolve().is_relative_to(root) and parent.is_dir() else root
        names = sorted(p.relative_to(root).as_posix() for p in listed.iterdir() if p.is_file())
    except (OSError, RuntimeError):
        pass  # no names to suggest
    same = [name for name in names if name.casefold() == relative.casefold()]
    near = same or difflib.get_close_matches(relative, names, n=3, cutoff=0.5)
    hint = f"是不是{'、'.join(f'“{one}”' for one in near)}？" if near else ""
    return hint + ("只有大小写不同。" if same else "")


def read_json(path: Path) -> dict[str, Any]:
    """Return the object in a JSON file; numbers with a point are Decimal.

    Raises:
        DocgenError: If it is no JSON, says one key twice, holds NaN, is nested absurdly deep, or
            is not an object.
    """
    place = Place(file=str(path))
    text = read_text(path, place)
    try:
        value = json.loads(text, parse_float=_number)
    except json.JSONDecodeError as error:
        where = Place(file=str(path), line=error.lineno, column=error.colno)
        _stop("json-syntax", f"不是合法的 JSON：{_syntax(error.msg)}。", _cure(error, text), where)
    except RecursionError:
        _stop("json-too-deep", "JSON 嵌套过深。", "请确认文件没有损坏。", place)
    except ValueError:
        _stop("json-number", "有一个数字长得无法读取。", "请改成正常大小的数字。", place)
    findings = list(_refused(text, str(path)))
    if findings:
        raise DocgenError(findings)
    if not isinstance(value, dict):
        _stop("json-not-object", "文件的最外层不是一个对象。", "最外层应为 { … }。", place)
    return value


def _refused(text: str, file: str) -> Iterator[Finding]:
    """Yield what the grammar lets through and a case must not contain, each with its line."""
    containers: list[set[str]] = []  # the keys of each open object; a list has none
    line_ends = [match.start() for match in re.finditer("\n", text)]

    def place_of(token: re.Match[str]) -> Place:
        return Place(file=file, line=bisect(line_ends, token.start()) + 1)

    for token in _TOKEN.finditer(text):
        sign = token[0]
        if sign in "{[":
            containers.append(set())
            if len(containers) == _MAX_DEPTH:
                yield Finding(
                    "json-too-deep", "JSON 嵌套过深。", "请确认文件没有损坏。", place_of(token)
                )
                return
        elif sign in "}]":
            containers.pop()
        elif token["key"]:
            key = json.loads(token["key"])
            if key in containers[-1]:
                message = f"同一对象里“{visible(key)}”出现了两次，不知道以哪个为准。"
                yield Finding("json-duplicate-key", message, "请删去其中一个。", place_of(token))
            containers[-1].add(key)
        elif token["constant"]:
            cure = "请填实际数值，没有就删去此项。"
            yield Finding("json-not-a-number", f"{sign} 不是数字。", cure, place_of(token))


def _number(text: str) -> Decimal | str:
    """Return a number; one beyond all reason stays text, which the field then refuses."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    return number if abs(number.adjusted()) <= _MAX_EXPONENT else text


_SYNTAX = {
    "Expecting property name enclosed in double quotes": "此处应是带英文双引号的名称",
    "Expecting ',' delimiter": "此处缺少英文逗号",
    "Expecting ':' delimiter": "此处缺少英文冒号",
    "Expecting value": "此处缺少值",
    "Unterminated string starting at": "字符串没有结束的引号",
    "Invalid control character at": "字符串里有换行或控制字符",
    "Invalid \\escape": "反斜杠后的字符不对",
    "Extra data": "结尾之后还有多余的内容",
    "Illegal trailing comma before end of object": "最后一项之后多了逗号",
    "Illegal trailing comma before end of array": "最后一项之后多了逗号",
}


def _syntax(message: str) -> str:
    return _SYNTAX.get(message.rstrip(": "), message)


def _cure(error: json.JSONDecodeError, text: str) -> str:
    line = text.splitlines()[error.lineno - 1] if text.strip() else ""
    if re.search("[“”]\\s*[:：,，}]|[{,，]\\s*[“”]", line):
        return '这一行用了中文引号：名称和值两边须用英文引号 "。'
    if re.search(r":\s*\d{1,3}(?:,\d{3})+", line):
        return "数字里不要千分位逗号，如写 66847.35。"
    if re.search(r":\s*\d{4}[.\-/年]\d", line):
        return '日期要加英文双引号，写成 "年-月-日"，年四位，月、日各两位。'
    if re.search('["\\d\\]}]\\s*[：，]|[０-９]', line):
        return "这一行用了中文冒号、中文逗号或全角数字，请改成英文的。"
    return "请检查这一行和上一行的引号、逗号和括号。"


def _guess_encoding(data: bytes) -> str:
    if data.startswith(_UTF16_MARKS):
        return "看来是 UTF-16（Unicode）"
    for codec, name in _FOREIGN_ENCODINGS:
        try:
            data.decode(codec)
        except UnicodeDecodeError:
            continue
        return f"看来是 {name}"
    return "也不是常见的中文编码"


def _stop(code: str, message: str, cure: str, place: Place) -> NoReturn:
    raise DocgenError([Finding(code, message, cure, place)])
