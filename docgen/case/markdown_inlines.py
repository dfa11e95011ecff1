"""Running text of a narrative: emphasis, references, line joints, and what looks like markup."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from docgen.case.markdown_syntax import inline_tokens
from docgen.case.narrative import Break, Inlines, Mention, Words
from docgen.findings import Finding, Place, Severity
from docgen.wordcount import is_east_asian

if TYPE_CHECKING:
    from markdown_it.token import Token

_LABEL = re.compile(r"[ \u3000]*([图表]|证实性材料)[ \u3000]*(\d+(?:[-.]\d+)*)?[ \u3000]*")
_UNPAIRED = re.compile(r"[^*]{0,8}(?<!\*)\*\*(?!\*)[^*]{0,8}")
_PICTURE = re.compile(r"!\[[^\[\]\n]*\]\([^()\n]*\)")
#: Other people's Markdown and HTML, which is printed as it stands: what it looks like → its name.
_MARKUP = tuple(
    (re.compile(pattern, re.MULTILINE | re.IGNORECASE), name, cure)
    for pattern, name, cure in (
        (r"`[^`\n]+`|^[ ]*```", "代码标记“`”", "去掉反引号。"),
        (r"~~[^\s~][^~\n]*~~", "删除线“~~”", "去掉“~~”。"),
        (r"(?<!_)__[^\s_][^_\n]*__(?!_)", "加粗标记“__”", "加粗请写 **文字**。"),
        (
            r"</?(?:a|b|br|center|div|em|font|i|img|p|span|strong|sub|sup|table|td|th|tr|u)"
            r"(?:\s[^<>\n]*)?/?>",
            "HTML 标记",
            "去掉标记；上下标请直接输入 ²、₂ 等字符；只有表格单元格里可用 <br> 换行。",
        ),
        (r"&(?:[a-z]{2,8}|#\d+|#x[0-9a-f]+);", "HTML 实体", "直接输入该字符。"),
        (r"\[\^[^\[\]\n]+\]", "脚注标记", "把脚注内容写进正文。"),
        (r"^#{2,6}[^#\s]|^#[^#\s\d]", "标题标记“#”", "标题的“#”后要空一格。"),
        (r"^[ ]*(?:={3,}|-{3,}|\*{3,}|_{3,})[ ]*$", "分隔线", "删去这一行。"),
        (r"^>[ ]", "引用标记“>”", "去掉行首的“>”。"),
        (r"\{#[^{}\n]*\}", "标识“{#…}”", "标识只能写在插图和表题的末尾。"),
    )
)
_SUSPECT = re.compile(r"[`<&{#]|~~|__|\[\^|!\[|^[ ]*[-=*_]{3}|^>", re.MULTILINE)
_CELL_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
#: Punctuation that stands in Latin and in Chinese text: its neighbour decides.
_EITHER = "“”‘’…—·"


@dataclass(slots=True)
class Remarks:
    """The findings of one source text."""

    place: Place
    findings: list[Finding] = field(default_factory=list)

    def error(self, code: str, line: int, message: str, cure: str) -> None:
        """Add an error at a 1-based line."""
        self.findings.append(Finding(code, message, cure, replace(self.place, line=line)))

    def warning(self, code: str, line: int, message: str, cure: str) -> None:
        """Add a warning at a 1-based line."""
        place = replace(self.place, line=line)
        self.findings.append(Finding(code, message, cure, place, Severity.WARNING))


def read_inlines(source: str, line: int, remarks: Remarks, *, cell: bool = False) -> Inlines:
    """Return the inlines of a heading, paragraph, caption or table cell.

    Args:
        source: The Markdown of the text.
        line: 1-based line where it begins.
        remarks: Takes errors ``picture-in-text``, ``bad-reference`` and warnings
            ``markup-as-text``, ``unpaired-asterisks``, ``foreign-link``, ``typed-number``; one
            of a kind for each text.
        cell: The text is a table cell, where ``<br>`` breaks the line.
    """
    _remark_on_source(source, line, remarks, cell=cell)
    joiner = _Joiner()
    bold = italic = 0
    for token in inline_tokens(source, cell=cell):
        match token.type:
            case "text" | "text_special":
                if token.type == "text" and (found := _UNPAIRED.search(token.content)):
                    remarks.warning(
                        "unpaired-asterisks",
                        line,
                        f"“**”没有成对，按原样印出：“{found[0]}”。",
                        "加粗写作 **文字**，星号与文字之间不空格；要印星号请写 \\*。",
                    )
                joiner.add_words(token.content, bold=bold > 0, italic=italic > 0)
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "softbreak":
                joiner.add_line_end()
                line += 1
            case "hardbreak" | "cellbreak":
                joiner.add_break()
                line += token.type == "hardbreak"
            case "mention":
                joiner.add_mention(_mention(token, line, remarks))
            case "foreign_link":
                remarks.warning(
                    "foreign-link",
                    line,
                    f"链接“{_short(token.info)}”不印出，只印文字“{_short(token.content)}”。",
                    "需要网址时，把它写成文字。",
                )
                joiner.add_words(token.content, bold=bold > 0, italic=italic > 0)
    return joiner.inlines()


def _mention(token: Token, line: int, remarks: Remarks) -> Mention | str:
    label = _LABEL.fullmatch(token.content)
    if not label or not token.info:
        remarks.error(
            "bad-reference",
            line,
            f"引用“[{_short(token.content)}](#{_short(token.info)})”不完整。",
            "写作 [图](#标识)、[表](#标识) 或 [证实性材料](#标识)，编号和页码自动生成。",
        )
        return token.content
    if label[2]:
        remarks.warning(
            "typed-number",
            line,
            f"引用中手写的编号“{label[2]}”已去掉。",
            f"编号自动生成，写作 [{label[1]}](#{token.info})。",
        )
    return Mention(label[1], token.info, line)


def _remark_on_source(source: str, line: int, remarks: Remarks, *, cell: bool) -> None:
    if not _SUSPECT.search(source):
        return
    if found := _PICTURE.search(source):
        remarks.error(
            "picture-in-text",
            line + source.count("\n", 0, found.start()),
            f"图片“{_short(found[0])}”夹在文字中，或图片标记写得不完整。",
            "让图片单独占一行：![题注](图/文件.png){#标识 width=80%}。",
        )
    for pattern, name, cure in _MARKUP:
        found = pattern.search(_CELL_BREAK.sub("", source) if cell else source)
        if found:
            remarks.warning(
                "markup-as-text",
                line + source.count("\n", 0, found.start()),
                f"{name}在这里不起作用，按原样印出：“{_short(found[0])}”。",
                cure,
            )


def _short(text: str) -> str:
    return text if len(text) <= 30 else text[:30] + "…"


class _Joiner:
    """Puts inlines together: one Words per emphasis, line ends as Chinese needs them."""

    def __init__(self) -> None:
        self._parts: list[Words | Mention | Break] = []
        self._at_line_end = False

    def add_words(self, text: str, *, bold: bool, italic: bool) -> None:
        if self._at_line_end or not self._parts or isinstance(self._parts[-1], Break):
            text = text.lstrip()
        if not text:
            return
        text = self._joint(text[0]) + text
        last = self._parts[-1] if self._parts else None
        if isinstance(last, Words) and (last.bold, last.italic) == (bold, italic):
            self._parts[-1] = Words(last.text + text, bold, italic)
        else:
            self._parts.append(Words(text, bold, italic))

    def add_mention(self, mention: Mention | str) -> None:
        if isinstance(mention, str):
            self.add_words(mention, bold=False, italic=False)
            return
        if joint := self._joint(mention.kind):
            self._parts.append(Words(joint))
        self._parts.append(mention)

    def add_line_end(self) -> None:
        self._strip_end()
        self._at_line_end = True

    def add_break(self) -> None:
        self._strip_end()
        self._at_line_end = False
        self._parts.append(Break())

    def inlines(self) -> Inlines:
        self._strip_end()
        return tuple(self._parts)

    def _strip_end(self) -> None:
        while self._parts and isinstance(last := self._parts[-1], Words):
            text = last.text.rstrip()
            if text:
                self._parts[-1] = replace(last, text=text)
                return
            self._parts.pop()

    def _last_character(self) -> str:
        last = self._parts[-1] if self._parts else None
        if isinstance(last, Words):
            return last.text[-1]
        # A mention prints 图 and a number, Chinese on both sides.
        return last.kind if isinstance(last, Mention) else ""

    def _joint(self, after: str) -> str:
        """Return what a line end before the character `after` becomes: a space or nothing."""
        before = self._last_character()
        if not self._at_line_end or not before:
            return ""
        self._at_line_end = False
        pair = before + after
        chinese = [is_east_asian(c) for c in pair]
        closed = all(own or c in _EITHER for own, c in zip(chinese, pair, strict=True))
        return "" if closed and any(chinese) else " "
