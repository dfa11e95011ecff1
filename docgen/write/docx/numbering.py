"""Multilevel numbering: headings bound to their styles, and lists.

Number 1 is the headings'. Lists share two abstract numberings, bullets and circled figures; each
list that counts gets a number of its own, so that it starts again at one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.document import BULLET, ListItem
from docgen.document.numbers import WORD_FORMATS
from docgen.write.docx.styles import style_id
from docgen.write.docx.xml import Element, twips, w

if TYPE_CHECKING:
    from docgen.document import Document, Numbering

_HEADINGS, _BULLETS, _COUNTED = "0", "1", "2"
_LEVELS = 9
_LIST_ROLE = "list"
_BULLET_NUMBER = "2"
_FIRST_COUNTED_NUMBER = 3


def stamp_numbering(root: Element, document: Document) -> None:
    """Write the document's numbering into ``w:numbering``."""
    root[:] = [
        _headings(document.heading_numbers),
        _list(document, _BULLETS, "bullet", BULLET),
        _list(document, _COUNTED, "decimalEnclosedCircle", "%1"),
        w("num", w("abstractNumId", val=_HEADINGS), numId="1"),
        w("num", w("abstractNumId", val=_BULLETS), numId=_BULLET_NUMBER),
        *(_counted(first) for first in _first_items(document)),
    ]


def list_number(item: ListItem) -> Element:
    """Return the ``w:numPr`` of a list item."""
    return w("numPr", w("ilvl", val=str(item.level)), w("numId", val=_number_of(item)))


def _number_of(item: ListItem) -> str:
    return str(_FIRST_COUNTED_NUMBER + item.series) if item.ordered else _BULLET_NUMBER


def _counted(first: ListItem) -> Element:
    """Return the number of a list that counts, which begins as its first item does."""
    start = w("startOverride", val=str(first.number))
    return w(
        "num",
        w("abstractNumId", val=_COUNTED),
        w("lvlOverride", start, ilvl=str(first.level)),
        numId=_number_of(first),
    )


def _first_items(document: Document) -> list[ListItem]:
    """Return the first item of each list that counts, in printing order."""
    first: dict[int, ListItem] = {}
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, ListItem) and block.ordered:
                first.setdefault(block.series, block)
    return [first[series] for series in sorted(first)]


def _headings(numbers: tuple[Numbering, ...]) -> Element:
    levels = []
    for index in range(_LEVELS):
        level = w("lvl", w("start", val="1"), ilvl=str(index))
        if index < len(numbers):
            # A level without a number counts all the same: the levels below begin anew after it.
            level.append(w("numFmt", val=WORD_FORMATS[numbers[index].style]))
            level.append(w("pStyle", val=style_id(f"heading-{index + 1}")))
            text = numbers[index].pattern.format(f"%{index + 1}")
        else:
            level.append(w("numFmt", val="none"))
            text = ""
        level.extend([w("suff", val="nothing"), w("lvlText", val=text), w("lvlJc", val="left")])
        levels.append(level)
    return w(
        "abstractNum",
        w("multiLevelType", val="multilevel"),
        *levels,
        abstractNumId=_HEADINGS,
    )


def _list(document: Document, abstract: str, number_format: str, text: str) -> Element:
    """Return a list's levels: each one hanging indent further in than the one above."""
    style = document.roles[_LIST_ROLE].paragraph
    hanging = -(style.first_line_indent or 0.0) * document.size_of(_LIST_ROLE)
    left = style.indent_left or 0.0
    levels = [
        w(
            "lvl",
            w("start", val="1"),
            w("numFmt", val=number_format),
            # The text begins where the hanging indent ends.
            w("suff", val="tab"),
            w("lvlText", val=text.replace("%1", f"%{index + 1}")),
            w("lvlJc", val="left"),
            w("pPr", w("ind", left=twips(left + index * hanging), hanging=twips(hanging))),
            w("rPr", w("rFonts", hint="eastAsia")),
            ilvl=str(index),
        )
        for index in range(_LEVELS)
    ]
    return w("abstractNum", w("multiLevelType", val="multilevel"), *levels, abstractNumId=abstract)
