"""The Markdown of a narrative (正文): CommonMark and pipe tables, cut down for office writers.

What means nothing in a Chinese application stays text: HTML, entities, code, quotations, rules,
`_` and indents. What writers do in Word works: a line indented by U+3000 begins a paragraph,
``**“八个零”**管理`` is bold, a figure or a table caption is a line of its own.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

_BLANK = r"[ \t\u3000]*"
_ATTRIBUTES = r"\{(?P<attributes>[^{}]*)\}"
#: ``![题注](图/文件.png){#id width=85%}``, the whole line.
FIGURE_LINE = re.compile(
    rf"{_BLANK}!\[(?P<caption>(?:(?!\]\().)*)\]"
    rf"\((?P<path>(?:[^()\n]|\([^()\n]*\))*)\){_BLANK}(?:{_ATTRIBUTES})?{_BLANK}"
)
#: ``表：题注 {#id}``; a number typed after 表 is found and dropped.
TABLE_CAPTION = re.compile(
    rf"{_BLANK}表[ \u3000]*(?P<number>\d+(?:[-.]\d+)*)?"
    rf"(?:[ \u3000]*[：:]|(?<=\d)[ \u3000]){_BLANK}"
    rf"(?P<caption>(?:.*?[^ \t\u3000])??){_BLANK}"
    rf"(?:\{{(?P<attributes>(?:#|\w+=)[^{{}}]*)\}}{_BLANK})?"
)
_LINK = re.compile(r"\[(?P<label>[^\[\]\n]*)\]\((?P<target>(?:[^()\n]|\([^()\n]*\))*)\)")
#: What tells a link from brackets and parentheses that merely meet.
_ADDRESS = re.compile(
    r"[a-z][a-z+.-]*:|www\.|\.{0,2}/|[^\s]+\.[a-z0-9]{2,5}(?:[?#].*)?$", re.IGNORECASE
)
_CELL_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_ESCAPABLE = "*[]!|#+-"


@cache
def block_parser() -> MarkdownIt:
    """Return the parser of blocks; an ``inline`` token of it keeps its source in ``content``.

    Besides the usual tokens it makes ``figure`` and ``table_caption``, each with the match of
    `FIGURE_LINE` or `TABLE_CAPTION` in ``meta["match"]``.
    """
    parser = MarkdownIt("zero")
    parser.inline = _InlineParser()
    parser.inline.ruler.at("escape", _escape)
    parser.inline.ruler.at("link", _link)
    parser.inline.ruler.at("html_inline", _cell_break)
    parser.inline.ruler.enableOnly(["text", "newline", "escape", "emphasis", "link", "html_inline"])
    parser.inline.ruler2.enableOnly(["balance_pairs", "emphasis", "fragments_join"])
    parser.core.ruler.enableOnly(["normalize", "block"])
    interrupts: Any = {"alt": ["paragraph", "blockquote"]}
    parser.block.ruler.before("paragraph", "figure", _figure, interrupts)
    parser.block.ruler.before("paragraph", "table_caption", _table_caption, interrupts)
    parser.block.ruler.before("paragraph", "indent", _indented_line, {"alt": ["paragraph"]})
    parser.block.ruler.enableOnly(
        ["table", "list", "heading", "figure", "table_caption", "indent", "paragraph"]
    )
    return parser


def inline_tokens(source: str, *, cell: bool = False) -> list[Token]:
    """Return the tokens of one inline text; in a table cell, ``<br>`` breaks the line.

    Besides text, breaks and emphasis there are ``text_special`` (an escaped character),
    ``mention`` and ``foreign_link``; the last two keep the label in ``content`` and the target in
    ``info``.
    """
    parser = block_parser()
    return parser.inline.parse(source, parser, {"cell": cell}, [])


def columns_in(row: str) -> int:
    """Return how many cells the source of a table row has."""
    return len(re.split(r"(?<!\\)\|", re.sub(r"^\||(?<!\\)\|$", "", row.strip())))


class _Inline(StateInline):
    """Inline state whose `*` works beside Chinese punctuation and stays text in 3*4*5."""

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803
        """Say whether the run of `*` at `start` may open or close emphasis; `_` never may."""
        end = start
        while end < self.posMax and self.src[end] == self.src[start]:
            end += 1
        before = self.src[start - 1] if start > 0 else " "
        after = self.src[end] if end < self.posMax else " "
        # In Chinese text a single * is more often a note mark or a product than italic type.
        single_in_word = end - start == 1 and before.isalnum()
        if not canSplitWord or (_is_latin(before) and _is_latin(after)):
            return Scanned(False, False, end - start)
        return Scanned(
            not (after.isspace() or _closes(after) or single_in_word),
            not (before.isspace() or _opens(before)),
            end - start,
        )


class _InlineParser(ParserInline):
    def parse(
        self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]
    ) -> list[Token]:
        state = _Inline(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _opens(character: str) -> bool:
    return unicodedata.category(character) in {"Ps", "Pi"}


def _closes(character: str) -> bool:
    return unicodedata.category(character) in {"Pe", "Pf"} or character in "、，。；：！？,.;:!?…"


def _escape(state: StateInline, silent: bool) -> bool:
    r"""Take a backslash before a character that means something here; any other is text."""
    after = state.src[state.pos + 1 : state.pos + 2]
    if state.src[state.pos] != "\\" or not after:
        return False
    # 1\. and 1\) keep a line from becoming a list.
    stop = after in ".)" and state.pos > 0 and state.src[state.pos - 1].isdigit()
    if after not in _ESCAPABLE + "\n" and not stop:
        return False
    if not silent:
        token = state.push("hardbreak" if after == "\n" else "text_special", "", 0)
        token.content = after
    state.pos += 2
    return True


def _link(state: StateInline, silent: bool) -> bool:
    match = _LINK.match(state.src, state.pos, state.posMax)
    if not match or state.src[state.pos - 1 : state.pos] == "!":
        return False
    target = match["target"].strip().removeprefix("<").removesuffix(">").strip()
    is_mention = target.startswith("#")
    if not is_mention and not _ADDRESS.match(target):
        return False
    if not silent:
        token = state.push("mention" if is_mention else "foreign_link", "", 0)
        token.content = match["label"]
        token.info = target[1:].strip() if is_mention else target
    state.pos = match.end()
    return True


def _cell_break(state: StateInline, silent: bool) -> bool:
    match = _CELL_BREAK.match(state.src, state.pos) if state.env["cell"] else None
    if not match:
        return False
    if not silent:
        state.push("cellbreak", "br", 0)
    state.pos = match.end()
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _figure(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    return _own_line(state, start, silent, "figure", FIGURE_LINE)


def _table_caption(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if not TABLE_CAPTION.fullmatch(_line(state, start)):
        return False
    following = start + 1
    while following < end and not _line(state, following).strip():
        following += 1
    # 表：… before anything but a table is ordinary text.
    if following >= end or "|" not in _line(state, following):
        return False
    return _own_line(state, start, silent, "table_caption", TABLE_CAPTION)


def _own_line(
    state: StateBlock, line: int, silent: bool, name: str, pattern: re.Pattern[str]
) -> bool:
    match = pattern.fullmatch(_line(state, line))
    if not match:
        return False
    if not silent:
        token = state.push(name, "", 0)
        token.meta["match"] = match
        token.map = [line, line + 1]
        state.line = line + 1
    return True


def _indented_line(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """End a paragraph before a line indented by U+3000, the way paragraphs begin in Word."""
    return silent and _line(state, start).startswith("\u3000")
