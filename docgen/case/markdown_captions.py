"""Figure lines, table captions and typed numbers of a narrative."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from docgen.case.markdown_inlines import Remarks, read_inlines
from docgen.case.narrative import DEFAULT_WIDTH, FigureRef, Width, inlines_text

if TYPE_CHECKING:
    from docgen.case.narrative import Inlines

_CHINESE = "一二三四五六七八九十百"
#: A number typed before a heading, behind the asterisks of a bold one.
_HEADING_NUMBER = re.compile(
    rf"(?P<stars>\**)(?P<number>"
    rf"[{_CHINESE}]+[、.．]"
    rf"|第(?:[{_CHINESE}]+|\d+)[章节篇](?=[ \u3000、：:])[、：:]?"
    rf"|[（(](?:[{_CHINESE}]+|\d{{1,2}})[）)]"
    r"|\d{1,2}[、)）]|\d{1,2}[.．](?!\d)"
    r"|\d{1,2}(?:[.．]\d{1,2})+[.．、]?(?=[ \u3000])"
    r"|[①-⑳][、.．]?"
    r")[ \u3000]*"
)
_FIGURE_NUMBER = re.compile(
    r"(?P<number>图[ \u3000]*(?:\d+(?:[-.]\d+)*(?![0-9A-Za-z%])[ \u3000]*[：:.、]?|[：:]))"
    r"[ \u3000]*"
)
_WIDTH = re.compile(r"(\d{1,4}(?:\.\d+)?)(%|％|cm|mm|pt)")
_POINTS = {"cm": 72 / 2.54, "mm": 72 / 25.4, "pt": 1.0}


@dataclass(frozen=True, slots=True)
class TableCaption:
    """A table's caption before its table is seen."""

    inlines: Inlines
    id: str
    line: int


def figure(parts: re.Match[str], line: int, remarks: Remarks) -> FigureRef:
    """Read a figure line from its match of `FIGURE_LINE`.

    Reports errors ``figure-without-caption``, ``bad-width`` and warnings ``typed-number``,
    ``unknown-attribute``.
    """
    caption = without_number(_FIGURE_NUMBER, parts["caption"], line, remarks)
    inlines = read_inlines(caption, line, remarks)
    path = unquote(parts["path"].strip().removeprefix("<").removesuffix(">").strip())
    if not inlines:
        remarks.error(
            "figure-without-caption",
            line,
            f"插图“{path[:60]}”没有题注。",
            "在方括号里写题注：![题注](图/文件.png)。",
        )
    name, width = _attributes(parts["attributes"] or "", line, remarks)
    path = path.replace("\\", "/")
    return FigureRef(path, inlines, name or inlines_text(inlines), width, line)


def table_caption(parts: re.Match[str], line: int, remarks: Remarks) -> TableCaption:
    """Read a table caption from its match of `TABLE_CAPTION`.

    Reports warnings ``typed-number``, ``unknown-attribute``.
    """
    if parts["number"]:
        _remark_typed_number(f"表{parts['number']}", line, remarks)
    inlines = read_inlines(parts["caption"], line, remarks)
    name, _ = _attributes(parts["attributes"] or "", line, remarks)
    return TableCaption(inlines, name or inlines_text(inlines), line)


def heading_text(source: str, line: int, remarks: Remarks) -> str:
    r"""Return a heading's Markdown without a typed number, e.g. 一、 or 1.2; ``1\.`` keeps it.

    Reports the warning ``typed-number``.
    """
    return without_number(_HEADING_NUMBER, source, line, remarks)


def without_number(pattern: re.Pattern[str], source: str, line: int, remarks: Remarks) -> str:
    """Return a text without the number that `pattern` finds at its start, reported."""
    match = pattern.match(source)
    # A heading that is nothing but a number keeps it.
    if not match or match.end() == len(source):
        return source
    _remark_typed_number(match["number"], line, remarks)
    return match.groupdict().get("stars", "") + source[match.end() :]


def _remark_typed_number(number: str, line: int, remarks: Remarks) -> None:
    remarks.warning(
        "typed-number",
        line,
        f"手写的编号“{number}”已去掉，编号由程序按规范生成。",
        "删去手写的编号。",
    )


def _attributes(source: str, line: int, remarks: Remarks) -> tuple[str, Width]:
    name = ""
    width = DEFAULT_WIDTH
    for attribute in source.replace("\u3000", " ").split():
        if attribute.startswith("#") and len(attribute) > 1:
            name = attribute[1:]
        elif attribute.startswith("width="):
            width = _width(attribute.removeprefix("width="), line, remarks)
        else:
            remarks.warning(
                "unknown-attribute",
                line,
                f"花括号里的“{attribute}”不起作用。",
                "花括号里只能写 #标识 和 width=宽度，用空格隔开，如 {#流程图 width=85%}。",
            )
    return name, width


def _width(source: str, line: int, remarks: Remarks) -> Width:
    match = _WIDTH.fullmatch(source.strip("\"'"))
    value = float(match[1]) if match else 0.0
    relative = match is not None and match[2] in "%％"
    if match is None or value <= 0 or (relative and value > 100):
        remarks.error(
            "bad-width",
            line,
            f"宽度“{source}”无法理解或超出版心。",
            "写作 width=85%（占版心宽度）或 width=12cm。",
        )
        return DEFAULT_WIDTH
    return Width(value) if relative else Width(value * _POINTS[match[2]], relative=False)
