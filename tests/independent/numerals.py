"""Numbers in Word's number formats, written from the standard (ECMA-376-1, 17.18.59)."""

from __future__ import annotations

_CHINESE = dict(enumerate("零一二三四五六七八九"))


def numeral(number_format: str, number: int) -> str:
    """A number as Word prints it.

    Raises:
        ValueError: For a format that no document of ours should use.
    """
    if number_format == "none":
        return ""
    if number_format == "decimal":
        return str(number)
    if number_format == "chineseCountingThousand":
        return _chinese(number)
    if number_format == "decimalEnclosedCircle":
        return "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"[number - 1] if number <= 20 else str(number)
    raise ValueError(number_format)


def _chinese(number: int) -> str:
    """1 一, 10 十, 11 十一, 20 二十, 100 一百, 101 一百零一, 110 一百一十, 1010 一千零一十."""
    if number < 10:
        return _CHINESE[number]
    if number < 20:
        return "十" + (_CHINESE[number - 10] if number > 10 else "")
    for unit, name in ((1000, "千"), (100, "百"), (10, "十")):
        if number >= unit:
            rest = number % unit
            head = _CHINESE[number // unit] + name
            if rest == 0:
                return head
            gap = "零" if rest < unit // 10 else ""
            tail = _chinese(rest)
            return head + gap + ("一" + tail if 10 <= rest < 20 else tail)
    raise ValueError(number)
