"""Word count (字数), the way Word's 字数统计 counts Chinese text.

An East Asian character counts one; so does every longest run of other characters without white
space between them: a Latin word, a number, a quotation mark standing alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

#: Hangul, radicals, CJK symbols and punctuation, kana, bopomofo, Han, compatibility and full-width
#: forms; the ideographic space is white space instead.
_EAST_ASIAN = (
    r"\u1100-\u11ff\u2e80-\u2fff\u3001-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
    r"\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uffef\U00020000-\U0003ffff"
)
_HAN = r"\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_UNSEEN = r"\u200b\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef"
_LINE_BREAK = r"\n\r\v\f\x85\u2028\u2029"

_WORD = re.compile(rf"[{_EAST_ASIAN}]|[^\s{_EAST_ASIAN}{_UNSEEN}][^\s{_EAST_ASIAN}]*")
_EAST_ASIAN_CHARACTER = re.compile(f"[{_EAST_ASIAN}]")
_HAN_CHARACTER = re.compile(f"[{_HAN}]")
_NOT_A_CHARACTER = re.compile(rf"[\s{_UNSEEN}]+")
_NOT_EVEN_A_SPACE = re.compile(f"[{_LINE_BREAK}{_UNSEEN}]+")


@dataclass(frozen=True, slots=True)
class WordCount:
    """The counts of one text.

    Attributes:
        words: 字数, what a limit in a notice means.
        characters: 字符数（不计空格）.
        characters_with_spaces: 字符数（计空格）, line breaks left out.
        han: Han characters (汉字) only, what a minimum is measured by.
    """

    words: int
    characters: int
    characters_with_spaces: int
    han: int


def count(text: str) -> WordCount:
    """Count a text."""
    return WordCount(
        words=len(_WORD.findall(text)),
        characters=len(_NOT_A_CHARACTER.sub("", text)),
        characters_with_spaces=len(_NOT_EVEN_A_SPACE.sub("", text)),
        han=len(_HAN_CHARACTER.findall(text)),
    )


def position_of(text: str, n: int) -> int | None:
    """Return the index just after the n-th 字 (1-based), or None if the text has fewer.

    ``text[:position_of(text, limit)]`` is what a limit lets stand.
    """
    for number, word in enumerate(_WORD.finditer(text), start=1):
        if number == n:
            return word.end()
    return None


def is_east_asian(character: str) -> bool:
    """Say whether one character counts as East Asian (全角) in the rules above."""
    return _EAST_ASIAN_CHARACTER.fullmatch(character) is not None
