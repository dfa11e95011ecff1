"""Which characters take the Chinese font: the ambiguous ones, such as “ ” … — · °.

A Chinese font and a Latin font both have them, in different widths. Word prints them in the Latin
font unless the run says ``w:hint="eastAsia"``; CSS prints them in the first family that has them.
Both writers split their runs here, so that the same characters take the same font.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_CHINESE = (
    "\u1100-\u11ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
    "\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
)
# Punctuation, units, arrows, mathematical signs.
_AMBIGUOUS = "§¨°±´¶·¸×÷\u2010-\u2027\u2030-\u205e\u2100-\u245f"
# Enclosed numbers, box drawing, shapes, symbols and dingbats: no Latin text owns them.
_ALWAYS = "\u2460-\u2bff"
_QUOTES = {"”": "“", "’": "‘"}

_SCAN = re.compile(
    rf"(?P<chinese>[{_CHINESE}])|(?P<always>[{_ALWAYS}])|(?P<ambiguous>[{_AMBIGUOUS}])"
    r"|(?P<latin>[^\W_])"
)
_HAS_AMBIGUOUS = re.compile(f"[{_AMBIGUOUS}{_ALWAYS}]")


class Piece(NamedTuple):
    """A piece of a run.

    Attributes:
        text: The characters.
        east_asian: The piece holds ambiguous characters, and they take the Chinese font. Such a
            piece is made of ambiguous and Chinese characters only, so it may be set in the Chinese
            font as a whole. In any other piece each character takes the font that is its own.
    """

    text: str
    east_asian: bool


def script_runs(text: str, *, before: str = "", after: str = "") -> list[Piece]:
    """Split a run where the font of its ambiguous characters changes.

    An ambiguous character is Latin where the nearest letters or digits on both sides are Latin,
    and where the paragraph has no Chinese character at all; else it is Chinese. A pair of quotes
    goes together: both are Chinese if either is.

    Args:
        text: The run's text.
        before: The paragraph's text before the run.
        after: The paragraph's text after the run.

    Returns:
        The pieces in order; joined, they are `text`. An empty text has no pieces.
    """
    if not _HAS_AMBIGUOUS.search(text):
        return [Piece(text, False)] if text else []
    kinds = _kinds(before + text + after)[len(before) : len(before) + len(text)]
    pieces: list[Piece] = []
    start = 0
    for run in re.finditer("[ce]+", kinds):
        if "e" in run.group():
            if start < run.start():
                pieces.append(Piece(text[start : run.start()], False))
            pieces.append(Piece(text[run.start() : run.end()], True))
            start = run.end()
    if start < len(text):
        pieces.append(Piece(text[start:], False))
    return pieces


@lru_cache(maxsize=16)
def _kinds(paragraph: str) -> str:
    """Return a letter per character: c Chinese, e ambiguous and Chinese, - anything else."""
    kinds = ["-"] * len(paragraph)
    ambiguous: list[tuple[int, str]] = []  # position, kind of the letter before it
    waiting = 0  # the first of these whose following letter is still unknown
    letter = ""
    latin_after: set[int] = set()
    has_chinese = False
    for match in _SCAN.finditer(paragraph):
        position, kind = match.start(), match.lastgroup
        if kind == "ambiguous":
            ambiguous.append((position, letter))
        elif kind == "always":
            kinds[position] = "e"
        else:
            letter = kind or ""
            if letter == "latin":
                latin_after.update(range(waiting, len(ambiguous)))
            else:
                kinds[position] = "c"
                has_chinese = True
            waiting = len(ambiguous)
    if has_chinese:
        for index, (position, letter_before) in enumerate(ambiguous):
            if letter_before != "latin" or index not in latin_after:
                kinds[position] = "e"
        _pair_quotes(paragraph, [position for position, _ in ambiguous], kinds)
    return "".join(kinds)


def _pair_quotes(paragraph: str, positions: list[int], kinds: list[str]) -> None:
    open_quotes: dict[str, list[int]] = {opening: [] for opening in _QUOTES.values()}
    for position in positions:
        character = paragraph[position]
        if character in open_quotes:
            open_quotes[character].append(position)
        elif character in _QUOTES and open_quotes[_QUOTES[character]]:
            partner = open_quotes[_QUOTES[character]].pop()
            if "e" in (kinds[position], kinds[partner]):
                kinds[position] = kinds[partner] = "e"
