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
_CAPTION = re.compile(r"([图表])\s*(\d+(?:[-－—–.．]\d+)?)(?!\d)\s*[:：、.．]?\s*(.*)", re.DOTALL)
#: What goes on after 图1 or 表1 in a sentence, and never in a caption.
_SENTENCE = re.compile(
    r"(所示|中|为|是|可见|可知|给出|显示|列出|表明|反映|的|和|与|、|，|；|至|～|—)"
)
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
    """A caption's label, number as printed, and text."""

    label: str
    number: str
    text: str


def numbered(text: str) -> Numbered | None:
    """Return the number that a text begins with, or None."""
    for form, pattern in _PATTERNS.items():
        if match := pattern.fullmatch(text.strip()):
            return Numbered(form, _value(match[1]), match[2].strip(), match[1])
    return None


def caption_mark(text: str) -> CaptionMark | None:
    """Return label, number and text of what reads as a caption, or None for a sentence."""
    match = _CAPTION.fullmatch(text.strip())
    if match is None or _SENTENCE.match(match[3]):
        return None
    if len(text) > _LONGEST_CAPTION or match[3].endswith(("。", "；", ";")):
        return None
    return CaptionMark(match[1], re.sub(r"[－—–.．]", "-", match[2]), match[3].strip())


def form_levels(style: Style) -> dict[str, int]:
    """Return form of number → level of heading, as the style numbers its headings."""
    levels: dict[str, int] = {}
    for level, first in enumerate(style.headings.numbering, start=1):
        found = numbered(f"{first}题")
        if found is not None:
            levels.setdefault(found.form, level)
    return levels


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    tens, ten, units = number.rpartition("十")
    if not ten:
        return _VALUES.get(number, 0)
    return _VALUES.get(tens, 1) * 10 + _VALUES.get(units, 0)
