"""Numbers as Chinese documents print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.document.document import Numbering

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_CIRCLED_ONE = ord("①")
_CIRCLED = 20


def chinese_number(number: int) -> str:
    """Return 1 to 9999 in Chinese as Word's chineseCountingThousand prints it.

    11 is 十一, 20 二十, 101 一百零一, 110 一百一十.

    Raises:
        ValueError: Outside 1 to 9999.
    """
    if not 1 <= number <= 9999:
        raise ValueError(f"{number} is outside 1 to 9999")
    text, pending_zero = "", False
    for power in reversed(range(4)):
        digit = number // 10**power % 10
        if digit:
            text += ("零" if pending_zero else "") + _DIGITS[digit] + _UNITS[power]
            pending_zero = False
        elif text:
            pending_zero = True
    return text.removeprefix("一") if 10 <= number <= 19 else text


def printed_number(numbering: Numbering, number: int) -> str:
    """Return a heading's number with its punctuation, e.g. （三）; "" where the level has none."""
    if numbering.style == "none":
        return ""
    if numbering.style == "chinese":
        figure = chinese_number(number)
    elif numbering.style == "circled" and number <= _CIRCLED:
        figure = chr(_CIRCLED_ONE + number - 1)
    else:
        figure = str(number)
    return numbering.pattern.format(figure)
