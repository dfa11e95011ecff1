"""Numbers as Word prints them in lists and headings (ST_NumberFormat, 17.18.59)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_DIGITS = "〇一二三四五六七八九"
_MYRIAD = 10_000
#: Beyond it Word prints decimals; and AAA… of a huge start value would fill the memory.
_LARGEST = 32_767


def numeral(number: int, style: str) -> str:
    """Return a number in one of Word's number formats; an unknown format prints decimals."""
    return _FORMATS.get(style, str)(number) if 0 <= number <= _LARGEST else str(number)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _letters(number: int) -> str:
    """A, B … Z, AA, BB: the letter is repeated, not carried."""
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _by_digit(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def _chinese_counting(number: int) -> str:
    """十, 十一 … 九十九, then digit by digit: 一〇〇."""
    return _thousand(number) if number < 100 else _by_digit(number)


def _thousand(number: int) -> str:
    text = _with_units(number, "零一二三四五六七八九", "十百千", "万")
    return text[1:] if text.startswith("一十") else text


def _legal(number: int) -> str:
    return _with_units(number, "零壹贰叁肆伍陆柒捌玖", "拾佰仟", "萬")


def _with_units(number: int, digits: str, units: str, myriad: str) -> str:
    """一百零一, 二千零三十, 一万零五: a gap of zeros is said once, trailing ones never."""
    if number == 0:
        return digits[0]
    high, low = divmod(number, _MYRIAD)
    spoken = "".join(
        digits[int(digit)] + (unit if digit != "0" else "")
        for digit, unit in zip(f"{low:04}", (*reversed(units), ""), strict=True)
    )
    text = (_with_units(high, digits, units, myriad) + myriad if high else "") + spoken
    return re.sub(f"{digits[0]}+", digits[0], text).strip(digits[0])


def _within(glyphs: str) -> Callable[[int], str]:
    """A numeral per glyph, decimals beyond the last."""

    def printed(number: int) -> str:
        index = number - 1
        return glyphs[index] if 0 <= index < len(glyphs) else str(number)

    return printed


def _glyphs(first: str, count: int) -> str:
    return "".join(chr(ord(first) + offset) for offset in range(count))


def _full_width(number: int) -> str:
    return str(number).translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})


_CIRCLED = _glyphs("①", 20) + _glyphs("㉑", 15) + _glyphs("㊱", 15)
_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _within(_CIRCLED),
    "decimalEnclosedCircleChinese": _within(_CIRCLED),
    "decimalEnclosedParen": _within(_glyphs("⑴", 20)),
    "decimalEnclosedFullstop": _within(_glyphs("⒈", 20)),
    "numberInDash": lambda number: f"- {number} -",
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "chineseCounting": _chinese_counting,
    "taiwaneseCounting": _chinese_counting,
    "chineseCountingThousand": _thousand,
    "taiwaneseCountingThousand": _thousand,
    "japaneseCounting": _thousand,
    "chineseLegalSimplified": _legal,
    "ideographDigital": _by_digit,
    "taiwaneseDigital": _by_digit,
    "ideographTraditional": _within("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _within("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _within(_glyphs("㊀", 10)),
}
