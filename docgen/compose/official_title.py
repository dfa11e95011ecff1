"""The title of an official document (公文标题) in lines that each make sense.

GB/T 9704—2012 7.3.1: 分一行或多行居中排布；回行时，要做到词意完整，排列对称，长短适宜，间距恰当，
标题排列应当使用梯形或菱形.
"""

from __future__ import annotations

import re
from itertools import pairwise
from math import ceil
from string import Formatter
from typing import TYPE_CHECKING

from docgen.wordcount import is_east_asian

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

#: What Word puts between Chinese and Latin text or figures, in em.
_AUTOSPACE = 0.25
_BORDER = re.compile(r"(?<=[^\x00-\xff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[^\x00-\xff])")
_FULL_WIDTH = "“”‘’—…·"


def title_lines(unit: str, title: str, words: Mapping[str, str], room: float) -> list[str]:
    """Return the lines of a title: the unit's name, then what the document is about.

    A line ends before a value that is filled in, never inside one: 质量标杆 stays whole.

    Args:
        unit: The unit's name, or "".
        title: What follows it, with the names of `words` in braces.
        words: Name → what is filled in.
        room: How many em a line holds.
    """
    pieces = [unit, ""] if unit else [""]
    for literal, name, _, _ in Formatter().parse(title):
        pieces[-1] += literal
        if name is not None:
            pieces.append(words[name])
    return min(_arrangements(pieces), key=lambda lines: _demerits(lines, unit, room))


def em_width(text: str) -> float:
    """Return how wide a text is in em: a figure takes half of one, as in Times New Roman."""
    signs = sum(1.0 if is_east_asian(each) or each in _FULL_WIDTH else 0.5 for each in text)
    return signs + _AUTOSPACE * len(_BORDER.findall(text))


def _arrangements(pieces: Sequence[str]) -> Iterator[list[str]]:
    """Yield every way to set the pieces in lines."""
    if len(pieces) == 1:
        yield list(pieces)
        return
    for first, *others in _arrangements(pieces[1:]):
        yield [pieces[0], first, *others]
        yield [pieces[0] + first, *others]


def _demerits(lines: Sequence[str], unit: str, room: float) -> tuple[float, ...]:
    """Return what speaks against an arrangement, the weightiest first."""
    widths = [em_width(line) for line in lines]
    return (
        sum(max(ceil(width / room), 1) for width in widths),
        sum(width > room for width in widths),
        sum(here < before and here < after for before, here, after in _triples(widths)),
        bool(unit) and len(lines) > 1 and lines[0] != unit,
        max(widths),
    )


def _triples(widths: Sequence[float]) -> Iterator[tuple[float, float, float]]:
    """Yield neighbours in threes: one narrower than both its neighbours makes an hourglass."""
    for (before, here), (_, after) in pairwise(pairwise(widths)):
        yield before, here, after
