"""Numbers before headings and captions, typed or automatic, told apart by their form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from docgen.document.numerals import numeral

if TYPE_CHECKING:
    from docgen.style.model import Style

_CHINESE_FORMAT = "chineseCountingThousand"
_CHINESE = "一二三四五六七八九十百零〇"
_VALUES = {character: value for value, character in enumerate("一二三四五六七八九", start=1)}
#: Form of a heading's number → what it looks like; the groups hold the number and the text.
_FORMS = {
    "一、": rf"([{_CHINESE}]+)[、．.]\s*(.*)",
    "（一）": rf"[（(]([{_CHINESE}]+)[)）]\s*(.*)",
    "1.": r"(\d{1,2})(?:[．、]|\.(?!\d))\s*(.*)",
    "（1）": r"[（(](\d{1,2})[)）]\s*(.*)",
    "1）": r"(\d{1,2})[)）]\s*(.*)",
}
_PATTERNS = {form: re.compile(pattern, re.DOTALL) for form, pattern in _FORMS.items()}
#: Behind a figure's number, which part of it: （a）, or a letter by itself.
PART = r"(?:\s*[（(][a-z][)）]|[a-zA-C](?![A-Za-z0-9]))"
_CAPTION = re.compile(
    rf"([图表])\s*(\d+(?:[-－—–.．]\d+)?)(?!\d)({PART})?\s*[:：、.．]?\s*(.*)", re.DOTALL
)
#: Between two captions of one line stands white space; 见 图2 goes on with the sentence.
_BETWEEN = re.compile(r"(?<![见如与和及或（(\s])\s+(?=[图表]\s*\d)")
_FULL_WIDTH = {ord("０") + digit: str(digit) for digit in range(10)}
#: What goes on after 图1 or 表1 in a sentence, and never in a caption.
_SENTENCE = re.compile(
    r"(所示|中|为|是|可见|可知|给出|显示|列出|表明|反映|的|和|与|、|，|；|至|～|—)"
)
_CLOSING, _ENDS = ("）", ")", "》", "”"), ("。", "；", ";")
_LONGEST_CAPTION = 60


class Numbered(NamedTuple):
    """A heading's number by its form, its value, the text behind it, and as it is written."""

    form: str
    value: int
    text: str
    written: str

    def written_as(self, value: int) -> str:
        """Return another number in the same figures."""
        return str(value) if self.written.isdigit() else numeral(value, _CHINESE_FORMAT)


class CaptionMark(NamedTuple):
    """What a caption says.

    Attributes:
        label: 图 or 表.
        number: Its number, by chapter with a hyphen, in half-width figures.
        part: Which part of the figure it is of, as printed, or "".
        text: Its text.
        written: Its number as it is written.
    """

    label: str
    number: str
    part: str
    text: str
    written: str


def numbered(text: str) -> Numbered | None:
    """Return the number that a text begins with, or None."""
    for form, pattern in _PATTERNS.items():
        if match := pattern.fullmatch(text.strip()):
            return Numbered(form, _value(match[1]), match[2].strip(), match[1])
    return None


def caption_marks(text: str) -> tuple[CaptionMark, ...]:
    """Return what reads as a caption, or as several alike in one line; () for a sentence."""
    pieces = _BETWEEN.split(text.strip())
    marks = tuple(mark for mark in map(_caption_mark, pieces) if mark)
    kinds = {(mark.label, bool(mark.text)) for mark in marks}
    if len(marks) == len(pieces) and len(kinds) == 1:
        return marks
    whole = _caption_mark(text.strip())
    return () if whole is None else (whole,)


def half_width(text: str) -> str:
    """Return a text with its full-width figures (全角数字) in half width."""
    return text.translate(_FULL_WIDTH)


def form_levels(style: Style) -> dict[str, int]:
    """Return form of number → level of heading, as the style numbers its headings."""
    levels: dict[str, int] = {}
    for level, first in enumerate(style.headings.numbering, start=1):
        found = numbered(f"{first}题")
        if found is not None:
            levels.setdefault(found.form, level)
    return levels


def _caption_mark(text: str) -> CaptionMark | None:
    match = _CAPTION.fullmatch(text)
    if match is None or len(text) > _LONGEST_CAPTION:
        return None
    label, number, part, words = match.groups(default="")
    if _SENTENCE.match(words) or words.startswith(_CLOSING) or words.endswith(_ENDS):
        return None
    plain = half_width(re.sub(r"[－—–.．]", "-", number))
    return CaptionMark(label, plain, part.strip(), words.strip(), number)


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    tens, ten, units = number.rpartition("十")
    if not ten:
        return _VALUES.get(number, 0)
    return _VALUES.get(tens, 1) * 10 + _VALUES.get(units, 0)
