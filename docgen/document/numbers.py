"""Numbers of headings and lists, as Chinese documents print them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.document.numerals import numeral

if TYPE_CHECKING:
    from docgen.document.document import Numbering

#: Numbering style → Word's name of it (ST_NumberFormat).
WORD_FORMATS = {
    "chinese": "chineseCountingThousand",
    "decimal": "decimal",
    "circled": "decimalEnclosedCircle",
    "none": "none",
}


def serial_number(number: int, chapter: int) -> str:
    """Return a figure's or table's number, with the chapter's before it where there is one."""
    return f"{chapter}-{number}" if chapter else str(number)


def printed_number(numbering: Numbering, number: int) -> str:
    """Return a number with its punctuation, e.g. （三）; "" where the level has none."""
    if numbering.style == "none":
        return ""
    return numbering.pattern.format(numeral(number, WORD_FORMATS[numbering.style]))
