"""What a form says in words, as a case writes it: numbers, dates, yes and no."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from docgen.case.fields import is_list_field, value_adapter, value_kind
from docgen.document.numerals import numeral

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: What people write in a place where there is nothing to say.
_NOTHING = ("/", "／", "\\", "—", "——", "－", "-")
_DATE = re.compile(r"(\d{4})\s*[年./。、–—-]\s*(\d{1,2})\s*[月./。、–—-]\s*(\d{1,2})\s*[日号]?")
_MONTH = re.compile(r"(\d{4})\s*[年./。、–—-]\s*(\d{1,2})\s*月?")
#: 20220729, and 202207 of a month.
_DIGITS = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)?")
#: 二〇二三年三月二十日, and 二〇二三年三月; the nought is often a letter O.
_IN_CHINESE = re.compile(r"([〇○O零一二三四五六七八九]{4})年(\w{1,2})月(?:(\w{1,3})[日号])?")
_FIGURES = str.maketrans("〇○O零一二三四五六七八九", "0000123456789")
_COUNTED = {numeral(number, "chineseCounting"): number for number in range(1, 32)}
_NUMBER = re.compile(
    r"([+-]?\d+(?:\.\d+)?)\s*(?:万元/人|吨标准煤/万元|万元|人|家|项|件|次|%|个)?", re.ASCII
)
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")
_FLAGS = {"是": True, "否": False}
#: What messages call the values of each type.
KINDS: dict[type, str] = {
    Decimal: "数字", int: "整数", dt.date: "日期", bool: "是或否", str: "可选的值",
}  # fmt: skip


class NotThatKind(Exception):  # noqa: N818 - it becomes a finding
    """Words that are no value of their field."""


def typed(path: str, text: str) -> Any:
    """Return the value of a field that a form has in words; None for nothing.

    Args:
        path: The field's dotted path.
        text: The words.

    Raises:
        NotThatKind: If they are no value of that field.
    """
    kind = value_kind(path) or str
    text = text.strip()
    if not text or (text in _NOTHING and kind is not bool):
        return None
    value = _READERS[kind](text)
    adapter = value_adapter(path)
    if adapter is None:
        raise NotThatKind(path)
    for candidate in (value, _month(text)) if kind is str else (value,):
        try:
            adapter.validate_python(candidate)
        except ValidationError:
            continue
        return candidate
    raise NotThatKind(path)


def chosen(path: str, options: Sequence[str], *, offered: int) -> Any:
    """Return the value of a field that a form offers options for; None where none is ticked.

    Args:
        path: The field's dotted path.
        options: The ticked ones.
        offered: How many there are: a single box that is not ticked means no.

    Raises:
        NotThatKind: If several are ticked where there is one value.
    """
    if is_list_field(path):
        return list(options)
    if value_kind(path) is bool and offered == 1:
        return bool(options)
    if len(options) > 1:
        raise NotThatKind(path)
    return typed(path, options[0]) if options else None


def _number(text: str) -> Any:
    match = _NUMBER.fullmatch(_THOUSANDS.sub("", _plain(text)))
    if match is None:
        return text
    value = Decimal(match[1])
    # A number that JSON would write otherwise stays as it was typed.
    return float(value) if "." in match[1] and repr(float(value)) == match[1] else _whole(match[1])


def _whole(text: str) -> Any:
    return text if "." in text else int(text)


def _date(text: str) -> str:
    return _in_figures(_plain(text), _DATE, _DIGITS)


def _month(text: str) -> str:
    return _in_figures(_plain(text), _MONTH, _DIGITS)


def _in_figures(text: str, *ways: re.Pattern[str]) -> str:
    """Return a date as ISO 8601 writes it, whichever way it is written; else the text."""
    said = _without_chinese(text)
    match = next((match for way in ways if (match := way.fullmatch(said))), None)
    if match is None:
        return text
    year, *others = (part for part in match.groups() if part)
    return "-".join((year, *(f"{int(part):02}" for part in others)))


def _without_chinese(text: str) -> str:
    """Return a date with its Chinese numerals as figures; any other text as it is."""
    match = _IN_CHINESE.fullmatch("".join(text.split()))
    if match is None:
        return text
    parts = [part for part in match.groups()[1:] if part]
    counted = [part if part.isdecimal() else str(_COUNTED.get(part, 0)) for part in parts]
    return "-".join([match[1].translate(_FIGURES), *counted])


def _plain(text: str) -> str:
    """Return a text with its figures and signs as ASCII has them: full width, minus sign."""
    return unicodedata.normalize("NFKC", text).replace("\u2212", "-")


_READERS: dict[type, Callable[[str], Any]] = {
    str: lambda text: text,
    Decimal: _number,
    int: _number,
    dt.date: _date,
    bool: lambda text: _FLAGS.get(text, text),
}
