"""Numbering: definitions (numbering part) and the numbers that are printed (17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docgen.document.numerals import numeral
from docgen.read.ooxml import attribute, child, integer, is_on, w
from docgen.read.symbols import symbol_text

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from docgen.read.styles import Styles

_LEVELS = 9
#: Word prints 31 characters of a number at most; a longer pattern is not worth keeping.
_LONGEST_PATTERN = 31
_PLACEHOLDER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list (编号级别).

    Attributes:
        number: The ``numId`` it was asked by.
        list: Which abstract list counts it; lists of several ``numId`` may share one.
        depth: 0 for the outermost.
        start: The first number.
        format: Number format, e.g. ``chineseCountingThousand``; ``bullet`` prints the text alone.
        text: The pattern, ``%1`` standing for the number of the first level.
        suffix: ``tab``, ``space`` or ``nothing``, printed after the number.
        restart: It restarts after a level of this depth or above; -1 for never.
        legal: All numbers in it print as decimals.
        override: ``numId`` whose first use sets the count back to `start`, or "".
        style: Id of the paragraph style bound to it, or "".
        paragraph: Its ``w:pPr``.
        run: Its ``w:rPr``.
    """

    number: str
    list: str
    depth: int
    start: int
    format: str
    text: str
    suffix: str
    restart: int
    legal: bool
    override: str
    style: str
    paragraph: Element | None
    run: Element | None


class Numbering:
    """The numbering definitions of a file."""

    def __init__(self, part: Element | None, styles: Styles) -> None:
        """Index the numbering part; a file may have none."""
        abstracts = (
            {}
            if part is None
            else {
                attribute(element, "abstractNumId") or "": element
                for element in part.findall(w("abstractNum"))
            }
        )
        self._levels: dict[str, dict[int, Level]] = {}
        for element in () if part is None else part.findall(w("num")):
            number = attribute(element, "numId") or ""
            abstract = _definition(element, abstracts, styles, part)
            shared = attribute(abstract, "abstractNumId") or ""
            levels = self._levels[number] = {
                depth: _level(level, number, shared, depth)
                for level in ([] if abstract is None else abstract.findall(w("lvl")))
                if 0 <= (depth := integer(attribute(level, "ilvl"))) < _LEVELS
            }
            for override in element.findall(w("lvlOverride")):
                _override(levels, number, shared, override)

    def level(self, number: str, depth: int) -> Level | None:
        """Return a level of a numbered list, or None where nothing is numbered."""
        return self._levels.get(number, {}).get(depth)

    def level_of_style(self, number: str, style: str) -> int | None:
        """Return the depth of the level that names a paragraph style, or None."""
        levels = self._levels.get(number, {}).items()
        return next((depth for depth, level in levels if level.style == style), None)


class Counter:
    """Counts numbered paragraphs in the order of the document."""

    def __init__(self, numbering: Numbering) -> None:
        """Begin before the first paragraph."""
        self._numbering = numbering
        self._counts: dict[str, dict[int, int]] = {}
        self._overridden: set[tuple[str, int]] = set()

    def next(self, level: Level) -> str:
        """Count a paragraph and return its printed number, without the suffix."""
        counts = self._counts.setdefault(level.list, {})
        for depth in range(level.depth):
            if depth not in counts:  # a level skipped counts as begun
                above = self._numbering.level(level.number, depth)
                counts[depth] = above.start if above else 1
        fresh = level.override and (level.override, level.depth) not in self._overridden
        if fresh or level.depth not in counts:
            counts[level.depth] = level.start
        else:
            counts[level.depth] += 1
        if level.override:
            self._overridden.add((level.override, level.depth))
        self._restart_below(level, counts)
        return self._print(level, counts)

    def _restart_below(self, level: Level, counts: dict[int, int]) -> None:
        for depth in range(level.depth + 1, _LEVELS):
            below = self._numbering.level(level.number, depth)
            if below is None or level.depth <= below.restart:
                counts.pop(depth, None)

    def _print(self, level: Level, counts: dict[int, int]) -> str:
        if level.format == "bullet":
            return symbol_text(level.text, attribute(child(level.run, "rFonts"), "ascii") or "")
        if any(int(depth) > level.depth + 1 for depth in _PLACEHOLDER.findall(level.text)):
            return ""  # Word ignores such a pattern as a whole

        def number(match: re.Match[str]) -> str:
            depth = int(match[1]) - 1
            named = level if depth == level.depth else self._numbering.level(level.number, depth)
            style = "decimal" if level.legal or named is None else named.format
            return numeral(counts.get(depth, 1), style)

        return _PLACEHOLDER.sub(number, level.text)


def _definition(
    number: Element, abstracts: dict[str, Element], styles: Styles, part: Element | None
) -> Element | None:
    """Return a list's abstract definition, following a link to a list style once."""
    abstract = abstracts.get(attribute(child(number, "abstractNumId")) or "")
    link = attribute(child(abstract, "numStyleLink"))
    if link is None or part is None or not styles.known(link, "numbering"):
        return abstract
    style = styles.get(link, "numbering")
    target = attribute(child(style.element, "pPr", "numPr", "numId")) if style else None
    for element in part.findall(w("num")):
        if attribute(element, "numId") == target:
            return abstracts.get(attribute(child(element, "abstractNumId")) or "")
    return abstract


def _override(levels: dict[int, Level], number: str, shared: str, override: Element) -> None:
    """Lay one list's own level or start value over the shared definition."""
    depth = integer(attribute(override, "ilvl"))
    if not 0 <= depth < _LEVELS:
        return
    if (own := child(override, "lvl")) is not None:
        levels[depth] = replace(_level(own, number, shared, depth), override=number)
    start = attribute(child(override, "startOverride"))
    if start is not None and depth in levels:
        levels[depth] = replace(levels[depth], start=integer(start), override=number)


def _level(element: Element, number: str, shared: str, depth: int) -> Level:
    restart = attribute(child(element, "lvlRestart"))
    return Level(
        number=number,
        list=shared,
        depth=depth,
        start=integer(attribute(child(element, "start")), 0),
        format=attribute(child(element, "numFmt")) or "decimal",
        text=(attribute(child(element, "lvlText")) or "")[:_LONGEST_PATTERN],
        suffix=attribute(child(element, "suff")) or "tab",
        # lvlRestart counts levels from 1; without it any level above restarts this one.
        restart=depth - 1 if restart is None else integer(restart) - 1,
        legal=is_on(child(element, "isLgl")),
        override="",
        style=attribute(child(element, "pStyle")) or "",
        paragraph=child(element, "pPr"),
        run=child(element, "rPr"),
    )
