"""The units of a pack: type sizes as printers say them, lengths, line spacing."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, Field

from docgen.document import LineSpacing

#: 字号 → points.
SIZES = {
    "初号": 42.0, "小初": 36.0, "一号": 26.0, "小一": 24.0, "二号": 22.0, "小二": 18.0,
    "三号": 16.0, "小三": 15.0, "四号": 14.0, "小四": 12.0, "五号": 10.5, "小五": 9.0,
    "六号": 7.5, "小六": 6.5, "七号": 5.5, "八号": 5.0,
}  # fmt: skip

_POINTS = {"pt": 1.0, "磅": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54}
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(pt|磅|mm|cm)")
_LINES = {"single": 1.0, "1.5": 1.5, "double": 2.0}
#: No sheet is longer, no type or line larger; a number beyond is a slip.
_LONGEST, _LARGEST = 1200.0, 200.0
_RULES = ("exactly", "at-least")


def points(length: object) -> float:
    """Return a length such as ``2.6cm``, ``15mm`` or ``40pt`` in points.

    Raises:
        ValueError: If it is no length with a unit.
    """
    match = _LENGTH.fullmatch(length.strip()) if isinstance(length, str) else None
    if match is None:
        raise ValueError(f"“{length}”不是长度，应写作 40pt、15mm 或 2.6cm，加英文双引号")
    return float(match[1]) * _POINTS[match[2]]


def character_spacing(spacing: object) -> float:
    """Return character spacing such as ``2pt`` or ``-0.25pt`` (紧缩) in points.

    Raises:
        ValueError: If it is no length with a unit, negative or not.
    """
    if isinstance(spacing, str) and spacing.strip().startswith("-"):
        return -points(spacing.strip()[1:])
    return points(spacing)


def type_size(size: object) -> float:
    """Return a type size such as ``小四`` or ``12pt`` in points.

    Raises:
        ValueError: If it is neither a 字号 nor a length.
    """
    if isinstance(size, str) and size in SIZES:
        return SIZES[size]
    try:
        return points(size)
    except ValueError:
        raise ValueError(f"“{size}”不是字号，应写作 小四、三号 或 12pt，加英文双引号") from None


def size_name(size: float | None) -> str:
    """Return a type size as printers say it: 小四, or 13 磅 where it has no name."""
    names = {points: name for name, points in SIZES.items()}
    return names.get(size or 0.0) or f"{size:g} 磅"


def line_spacing(text: object) -> LineSpacing:
    """Return line spacing written as ``single``, ``1.5``, ``exactly 40pt`` or ``at-least 20pt``.

    Raises:
        ValueError: If it is none of these.
    """
    if isinstance(text, str) and text in _LINES:
        return LineSpacing("multiple", _LINES[text])
    rule, _, length = str(text).partition(" ")
    if rule not in _RULES or not length:
        raise ValueError(f"“{text}”不是行距，应写作 single、1.5 或 exactly 40pt，加英文双引号")
    pitch = points(length)
    if not 0 < pitch <= _LARGEST:
        raise ValueError(f"“{text}”的行距不合理，应大于 0 磅、不超过 {_LARGEST:.0f} 磅")
    return LineSpacing(rule, pitch)


Length = Annotated[float, BeforeValidator(points), Field(le=_LONGEST)]
CharacterSpacing = Annotated[
    float, BeforeValidator(character_spacing), Field(ge=-_LARGEST, le=_LONGEST)
]
TypeSize = Annotated[float, BeforeValidator(type_size), Field(gt=0, le=_LARGEST)]
Lines = Annotated[LineSpacing, BeforeValidator(line_spacing)]
