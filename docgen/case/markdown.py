"""Narrative Markdown (正文) → passages with positions.

The conventions beyond plain Markdown::

    ![题注](图/文件.png){#标识 width=85%}      a figure, on a line of its own
    表：题注 {#标识}                           a table's caption, directly before the pipe table
    [图](#标识)  [表](#标识)                   a reference; the number is made

Attributes may be left out: the id is then the caption's text, the width 80 % of the measure. A
width is in % or in cm, mm, pt. Numbers typed before headings and captions are dropped: numbering
is automatic.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docgen.case.markdown_captions import TableCaption, figure, heading_text, table_caption
from docgen.case.markdown_inlines import Remarks, read_inlines
from docgen.case.markdown_syntax import block_parser, columns_in
from docgen.case.narrative import HeadingLine, Item, Narrative, Passage, TableData, TextParagraph
from docgen.case.text import bounded
from docgen.document import Alignment

if TYPE_CHECKING:
    from markdown_it.token import Token

    from docgen.case.narrative import Inlines
    from docgen.findings import Finding, Place

#: The deepest heading level.
MAX_LEVEL = 5

_ENDED_LINE = re.compile(r"[。！？][”’）》]*[ \u3000]?\n")
_TABLE_ROW = re.compile(r"^\s*\|.*\|\s*$", re.MULTILINE)
_CAPTION_ALONE = re.compile(r"表[ \u3000]*\d*[：:]")
#: The parser gives up the text below a list item this deep in its tree.
_DEEPEST_TOKEN = 19


def parse(source: str, place: Place) -> tuple[Narrative, list[Finding]]:
    """Return the passages of a narrative section and what was found in it.

    Args:
        source: Markdown, cleaned by `docgen.case.text.clean`.
        place: The field or file; findings add the line.

    Returns:
        The narrative and the findings. Errors: ``heading-too-deep``, ``list-too-deep``,
        ``table-broken``, ``table-row-too-long``, ``figure-without-caption``, ``bad-width``,
        ``picture-in-text``, ``bad-reference``. Warnings: ``typed-number``, ``empty-heading``,
        ``empty-item``, ``list-renumbered``, ``table-row-too-short``, ``table-without-caption``,
        ``caption-without-table``, ``unknown-attribute``, ``lines-joined``, and ``markup-as-text``,
        ``unpaired-asterisks``, ``foreign-link``.
    """
    reader = _Reader(source, Remarks(place))
    for token in block_parser().parse(source):
        reader.take(token)
    reader.finish()
    return Narrative(tuple(reader.passages)), bounded(reader.remarks.findings)


@dataclass(slots=True)
class _List:
    """A list being read; `typed` are the numbers its items were given."""

    ordered: bool
    series: int
    first: int
    line: int
    typed: list[int] = field(default_factory=list)


class _Reader:
    """Takes the parser's tokens one by one and makes passages of them."""

    def __init__(self, source: str, remarks: Remarks) -> None:
        self.passages: list[Passage] = []
        self.remarks = remarks
        self._source = source.split("\n")
        self._around: Token | None = None
        self._lists: list[_List] = []
        self._series = 0
        self._item_line: int | None = None
        self._caption: TableCaption | None = None
        self._table_line = 0
        self._rows: list[list[Inlines]] = []
        self._alignments: list[Alignment | None] = []
        self._joined: list[int] = []

    def take(self, token: Token) -> None:
        line = token.map[0] + 1 if token.map else 0
        if token.type in {"heading_open", "table_open", "figure", "table_caption"}:
            self._drop_empty_item()
        match token.type:
            case "heading_open" | "paragraph_open" | "td_open":
                self._around = token
            case "th_open":
                self._around = token
                self._alignments.append(_alignment(token))
            case "inline":
                self._take_text(token.content, line)
            case "figure":
                self.passages.append(figure(token.meta["match"], line, self.remarks))
            case "table_caption":
                self._caption = table_caption(token.meta["match"], line, self.remarks)
            case "table_open":
                self._rows, self._alignments, self._table_line = [], [], line
            case "tr_open":
                self._open_row(line)
            case "table_close":
                self._close_table()
            case _:
                self._take_list(token, line)

    def finish(self) -> None:
        """Report what concerns the text as a whole."""
        if self._joined:
            self.remarks.warning(
                "lines-joined",
                self._joined[0],
                f"句号后只换行、不空行的地方有 {len(self._joined)} 处，前后两行已排成一段。",
                "要分段，请在两段之间空一行，或在段首空两个全角空格。",
            )

    def _take_text(self, source: str, line: int) -> None:
        kind = self._around.type if self._around else ""
        if kind in {"th_open", "td_open"}:
            self._rows[-1].append(read_inlines(source, line, self.remarks, cell=True))
        elif kind == "heading_open" and self._around:
            self._take_heading(len(self._around.markup), source, line)
        else:
            self._take_paragraph(source, line)

    def _take_heading(self, level: int, source: str, line: int) -> None:
        inlines = read_inlines(heading_text(source, line, self.remarks), line, self.remarks)
        if not inlines:
            self.remarks.warning(
                "empty-heading", line, "标题是空的，没有印出。", "补上标题或删去。"
            )
            return
        if level > MAX_LEVEL:
            self.remarks.error(
                "heading-too-deep",
                line,
                f"标题有 {level} 个“#”，最多 {MAX_LEVEL} 级。",
                "减少标题的层级。",
            )
        self.passages.append(HeadingLine(min(level, MAX_LEVEL), inlines, line))

    def _take_paragraph(self, source: str, line: int) -> None:
        self._caption = None
        self._joined += [
            line + source.count("\n", 0, end.end()) for end in _ENDED_LINE.finditer(source)
        ]
        self._remark_on_paragraph(source, line)
        inlines = read_inlines(source, line, self.remarks)
        if not inlines:
            return
        if self._item_line is None:
            self.passages.append(TextParagraph(inlines, line))
            return
        around = self._lists[-1]
        number = around.first + len(around.typed) - 1 if around.ordered else 0
        level = len(self._lists) - 1
        self.passages.append(
            Item(around.ordered, level, number, around.series, inlines, self._item_line)
        )
        self._item_line = None

    def _remark_on_paragraph(self, source: str, line: int) -> None:
        if _TABLE_ROW.search(source):
            self.remarks.error(
                "table-broken",
                line,
                "这里的表格没有认出来。",
                "表头下面要有一行 |---|---|，列数与表头相同；表格前空一行。",
            )
        elif _CAPTION_ALONE.match(source):
            self.remarks.warning(
                "caption-without-table",
                line,
                "以“表：”开头的这一行后面没有表格，按正文印出。",
                "把表格紧接着写在题注之后。",
            )

    def _take_list(self, token: Token, line: int) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._open_list(token, line)
            case "bullet_list_close" | "ordered_list_close":
                self._close_list()
            case "list_item_open":
                self._open_item(token, line)
            case "list_item_close":
                self._drop_empty_item()

    def _open_list(self, token: Token, line: int) -> None:
        self._drop_empty_item()
        self._series += 1
        ordered = token.type == "ordered_list_open"
        first = int(token.attrs.get("start", 1))
        self._lists.append(_List(ordered, self._series, first, line))

    def _close_list(self) -> None:
        closed = self._lists.pop()
        counted = list(range(closed.first, closed.first + len(closed.typed)))
        # 1. 1. 1. is the usual way to leave the counting to the program.
        if closed.ordered and closed.typed != counted and len(set(closed.typed)) > 1:
            self.remarks.warning(
                "list-renumbered",
                closed.line,
                "列表的编号不连续，已重新连续编号。",
                "核对编号；正文中提到“第几条”的地方也要核对。",
            )

    def _open_item(self, token: Token, line: int) -> None:
        self._drop_empty_item()
        self._item_line = line
        self._lists[-1].typed.append(int(token.info or 0))
        if token.level >= _DEEPEST_TOKEN:
            self.remarks.error(
                "list-too-deep", line, "列表嵌套过深，后面的内容读不出来。", "减少列表的层级。"
            )

    def _drop_empty_item(self) -> None:
        if self._item_line is not None:
            self.remarks.warning(
                "empty-item",
                self._item_line,
                "列表项没有文字，没有印出。",
                "补上文字，或删去这个列表符号。",
            )
            self._item_line = None

    def _open_row(self, line: int) -> None:
        self._rows.append([])
        cells = columns_in(self._source[line - 1])
        if len(self._rows) > 1 and cells > len(self._alignments):
            self.remarks.error(
                "table-row-too-long",
                line,
                f"这一行有 {cells} 格，表头只有 {len(self._alignments)} 格，多出的内容会丢失。",
                "补齐表头，或删去多余的“|”；单元格里要印竖线请写 \\|。",
            )
        elif len(self._rows) > 1 and cells < len(self._alignments):
            self.remarks.warning(
                "table-row-too-short",
                line,
                f"这一行只有 {cells} 格，表头有 {len(self._alignments)} 格，其余留空。",
                "补齐单元格；若这一行不属于表格，请在它前面空一行。",
            )

    def _close_table(self) -> None:
        caption = self._caption
        self._caption = None
        if caption is None or not caption.inlines:
            self.remarks.warning(
                "table-without-caption",
                self._table_line,
                "表格没有题注。",
                "在表格前面单独写一行“表：题注”。",
            )
        header, *rows = (tuple(row) for row in self._rows)
        self.passages.append(
            TableData(
                caption.inlines if caption else (),
                caption.id if caption else "",
                header if any(header) else (),
                tuple(rows),
                tuple(self._alignments),
                caption.line if caption else self._table_line,
            )
        )


def _alignment(token: Token) -> Alignment | None:
    style = str(token.attrGet("style") or "")
    return Alignment(style.removeprefix("text-align:")) if style else None
