"""The types of a case's values: amounts, counts, dates, texts, each strict about its form."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_COUNT = re.compile(r"\s*\d+\s*", re.ASCII)
_AMOUNT = re.compile(r"\s*[+-]?\d+(\.\d+)?\s*", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_FLAGS = {"是": True, "否": False}


def _iso_date(value: Any) -> Any:
    """Let only dates through: neither 0 nor "946684800" is one."""
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        return value
    raise PydanticCustomError("date_format", "not an ISO date")


def _digits(value: Any) -> Any:
    """Let a count in quotes through only if it is all digits: "1_0" is ten to Python alone."""
    if isinstance(value, bool) or (isinstance(value, str) and not _COUNT.fullmatch(value)):
        raise PydanticCustomError("int_parsing", "not a whole number")
    return value


def _amount(value: Any) -> Any:
    """Let an amount in quotes through only as plain digits and a point."""
    if isinstance(value, bool) or (isinstance(value, str) and not _AMOUNT.fullmatch(value)):
        raise PydanticCustomError("decimal_parsing", "not a number")
    return value


def _year(value: Any) -> Any:
    """Let only plain years through: a leading nought would make another key of it."""
    if isinstance(value, str) and _YEAR.fullmatch(value):
        return value
    raise PydanticCustomError("year_format", "not a year")


def _flag(value: Any) -> Any:
    """Let true and false through, and 是 and 否 as forms say it; nothing else means yes or no."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in _FLAGS:
        return _FLAGS[value]
    raise PydanticCustomError("bool_type", "neither yes nor no")


Amount = Annotated[Decimal, Field(max_digits=16, decimal_places=4), BeforeValidator(_amount)]
Count = Annotated[int, Field(ge=0, le=10_000_000), BeforeValidator(_digits)]
Date = Annotated[dt.date, BeforeValidator(_iso_date)]
Month = Annotated[str, Field(pattern=r"^(19|20)\d{2}-(0[1-9]|1[0-2])$")]
Year = Annotated[int, Field(ge=1990, le=2200), BeforeValidator(_year)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Text = Annotated[str, Field(min_length=1, max_length=10_000)]
Paragraphs = Annotated[str, Field(min_length=1, max_length=200_000)]


class FactsModel(BaseModel):
    """A group of facts: unknown keys are told by the loader and passed over here."""

    model_config = ConfigDict(frozen=True, str_strip_whitespace=True, extra="ignore")
