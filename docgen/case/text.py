"""Text a user handed over: what cannot be printed is refused, what cannot be seen is shown.

Everything later may rely on it: cleaned text is NFC, its only control character is the line feed,
and every character of it has a glyph, unless an error says otherwise.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docgen.findings import Finding, Place, Severity
from docgen.fonts import uncovered

if TYPE_CHECKING:
    from collections.abc import Iterable

#: How many findings of one kind are told one by one.
TOLD = 5


@dataclass(frozen=True, slots=True)
class _Kind:
    """One kind of character that may not stay in a text.

    `kept` says whether the character may stay in the returned text: it is harmless there.
    """

    code: str
    characters: str
    name: str
    cure: str
    severity: Severity = Severity.ERROR
    kept: bool = False


_RETYPE = "删除该字符，或重新输入这几个字。"
_NONCHARACTERS = r"\ufdd0-\ufdef" + "".join(
    f"\\U{plane << 16 | last:08x}" for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
_KINDS = (
    _Kind("control-character", r"\x00-\x08\x0b-\x1f\x7f-\x9f", "控制字符", _RETYPE),
    _Kind("lone-surrogate", r"\ud800-\udfff", "不成对的代理码", _RETYPE),
    _Kind("noncharacter", _NONCHARACTERS, "非字符码位", _RETYPE),
    _Kind(
        "bidi-control",
        r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
        "改变文字方向的控制符",
        "删除该控制符；它会使印出的文字与看到的不同。",
    ),
    _Kind(
        "damaged-character",
        r"\ufffc\ufffd",
        "占位符号，原来的内容已经丢失",
        "对照原稿补上丢失的内容，并检查文件的编码是否为 UTF-8。",
    ),
    _Kind(
        "private-use-character",
        r"\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd",
        "自造字（私用区字符）",
        "改用有正式编码的字；从 Word 复制来的项目符号请直接删除。",
        kept=True,
    ),
    _Kind(
        "emoji",
        r"\u20e3\U0001f000-\U0001faff",
        "表情符号",
        "删除，或改用文字表述。",
        kept=True,
    ),
    _Kind(
        "invisible-character",
        r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065"
        r"\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3"
        r"\U0001d173-\U0001d17a\U000e0000-\U000e0fff",
        "看不见的字符，已去掉",
        "在原稿中删除该字符，以免影响查找和核对。",
        Severity.WARNING,
    ),
    _Kind("tab-replaced", r"\t", "制表符，已换成空格", "改用空格。", Severity.NOTE),
    _Kind(
        "space-replaced",
        r"\u2000-\u200a\u202f\u205f",
        "特殊宽度的空格，已换成普通空格",
        "改用普通的空格。",
        Severity.NOTE,
    ),
    _Kind(
        "separator-replaced",
        r"\u2028\u2029",
        "行分隔符，已换成换行",
        "改用普通的换行。",
        Severity.NOTE,
    ),
)
_WITHOUT_FONT = _Kind(
    "character-without-font",
    "",
    "随附字体中没有的字符，印不出来",
    "改用通行的写法；人名、地名中的生僻字请核对输入法给出的编码。",
)
_UNWANTED = re.compile("[" + "".join(kind.characters for kind in _KINDS) + "]")
_PATTERNS = tuple((re.compile(f"[{kind.characters}]"), kind) for kind in _KINDS)
_INDENT = re.compile(r"^\t+", re.MULTILINE)


def clean(text: str, place: Place) -> tuple[str, list[Finding]]:
    r"""Return one string a user handed over, fit to print, and what was found in it.

    Line ends become ``\n``, a tab a space (four where it indents a line, so that lists stay
    nested), invisible characters go, NFD becomes NFC. A character that is an error is shown as
    〔U+XXXX〕 or kept where it does no harm; the error stops the work anyway.

    Args:
        text: The string.
        place: The field or file. Findings add the line and column in the string; a field of one
            line gets only the column.

    Returns:
        The cleaned string and the findings: errors ``control-character``, ``lone-surrogate``,
        ``noncharacter``, ``bidi-control``, ``damaged-character``, ``private-use-character``,
        ``emoji``, ``character-without-font``; warning ``invisible-character``; notes
        ``tab-replaced``, ``space-replaced``, ``separator-replaced``, ``text-normalised``.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    findings = []
    cleaned = text
    if _UNWANTED.search(text):
        for pattern, kind in _PATTERNS:
            findings += _report(text, [m.start() for m in pattern.finditer(text)], kind, place)
        cleaned = _UNWANTED.sub(_substitute, _INDENT.sub(_four_spaces, text))
    if not unicodedata.is_normalized("NFC", cleaned):
        cleaned = unicodedata.normalize("NFC", cleaned)
        message = "部分字符由分开的几个码组成，已合并为标准形式（NFC）。"
        findings.append(Finding("text-normalised", message, "无需处理。", place, Severity.NOTE))
    findings += _without_font(cleaned, place)
    return cleaned, findings


def printable(text: str) -> str:
    """Return a text without what no print shows as it is meant; an odd space is a plain one.

    For what others wrote into their files, where `clean` tells what goes.
    """
    return unicodedata.normalize("NFC", _UNWANTED.sub(_plain_space, text))


def visible(text: str) -> str:
    """Return a text with every character that is unprintable or unseen written 〔U+XXXX〕.

    For quoting a user's text in a message.
    """
    return _UNWANTED.sub(lambda match: _code_point(match[0]), text)


def bounded(findings: Iterable[Finding]) -> list[Finding]:
    """Return the first findings of every code, then one that says how many more there are."""
    kept = []
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        same = by_code.setdefault(finding.code, [])
        same.append(finding)
        if len(same) <= TOLD:
            kept.append(finding)
    return kept + [
        _summary(same[-1], len(same) - TOLD) for same in by_code.values() if len(same) > TOLD
    ]


def _without_font(text: str, place: Place) -> list[Finding]:
    missing = {c for c in uncovered(text) if c != "\n" and not _UNWANTED.match(c)}
    indexes = [i for i, character in enumerate(text) if character in missing] if missing else []
    return _report(text, indexes, _WITHOUT_FONT, place)


def _report(text: str, indexes: list[int], kind: _Kind, place: Place) -> list[Finding]:
    """Return a finding for each of the first indexes and one for all the rest."""
    findings = [
        Finding(
            kind.code,
            f"有{kind.name}：U+{ord(text[index]):04X}，在{_excerpt(text, index)}中。",
            kind.cure,
            _position(text, index, place),
            kind.severity,
        )
        for index in indexes[:TOLD]
    ]
    if len(indexes) > TOLD:
        findings.append(_summary(findings[-1], len(indexes) - TOLD))
    return findings


def _summary(example: Finding, more: int) -> Finding:
    place = replace(example.place, line=None, column=None)
    return replace(example, message=f"另有 {more} 处同样的问题，不再逐一列出。", place=place)


def _kind_of(character: str) -> _Kind:
    return next(kind for pattern, kind in _PATTERNS if pattern.match(character))


def _substitute(match: re.Match[str]) -> str:
    character = match[0]
    kind = _kind_of(character)
    if kind.severity is Severity.ERROR:
        return character if kind.kept else _code_point(character)
    if kind.severity is Severity.WARNING:
        return ""
    return "\n" if character in "\u2028\u2029" else " "


def _plain_space(match: re.Match[str]) -> str:
    return _substitute(match) if _kind_of(match[0]).severity is Severity.NOTE else ""


def _four_spaces(match: re.Match[str]) -> str:
    return "    " * len(match[0])


def _code_point(character: str) -> str:
    return f"〔U+{ord(character):04X}〕"


def _excerpt(text: str, index: int) -> str:
    """Quote the characters around an index, with the code point of the one meant."""
    character = text[index]
    shown = "" if _UNWANTED.match(character) else character
    before = visible(text[max(0, index - 6) : index])
    after = visible(text[index + 1 : index + 7])
    return f"“{before}{shown}{_code_point(character)}{after}”".replace("\n", " ")


def _position(text: str, index: int, place: Place) -> Place:
    start = text.rfind("\n", 0, index) + 1
    one_line_field = bool(place.pointer) and "\n" not in text
    line = None if one_line_field else text.count("\n", 0, index) + 1
    return replace(place, line=line, column=index - start + 1)
