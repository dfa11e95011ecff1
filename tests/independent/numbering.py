"""Automatic numbers, counted as Word counts them."""

from __future__ import annotations

import re

from tests.independent.numerals import numeral
from tests.independent.ooxml import Element, find, find_all, tag, value
from tests.independent.styles import Styles


class Numbering:
    """The numbering part of one file; None where it has none."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        """Keep the part."""
        self.root = root
        self._styles = styles

    def _numbered(self, paragraph: Element) -> tuple[str, int] | None:
        """The paragraph's number id and level."""
        direct = find(paragraph, "w:pPr/w:numPr")
        if direct is not None:
            number = value(find(direct, "w:numId")) or "0"
            level = int(value(find(direct, "w:ilvl")) or 0)
            return None if number == "0" else (number, level)
        for style in reversed(self._styles.chain(self._styles.of_paragraph(paragraph))):
            own = value(find(style, "w:pPr/w:numPr/w:numId"))
            if own == "0":
                return None
            if own is not None:
                # Inside a style Word takes the level that names the style.
                levels = find_all(self._abstract(own), "w:lvl")
                names = [value(find(level, "w:pStyle")) for level in levels]
                return own, names.index(style.get(tag("styleId")))
        return None

    def _abstract(self, number: str) -> Element:
        (num,) = find_all(self.root, f"w:num[@w:numId='{number}']")
        abstract = value(find(num, "w:abstractNumId"))
        (element,) = find_all(self.root, f"w:abstractNum[@w:abstractNumId='{abstract}']")
        return element

    def level(self, paragraph: Element) -> Element:
        """The level that numbers a paragraph, or None."""
        numbered = self._numbered(paragraph)
        if numbered is None:
            return None
        number, level = numbered
        return find_all(self._abstract(number), f"w:lvl[@w:ilvl='{level}']")[0]

    def number(self, paragraph: Element, counters: Counters) -> str:
        """The number printed before a paragraph, which counts it."""
        numbered = self._numbered(paragraph)
        if numbered is None:
            return ""
        return counters.next(*numbered, self._abstract(numbered[0]))


class Counters:
    """Counts numbered paragraphs as Word does.

    An abstract numbering has one count per level, which all its numbers share; a paragraph sets
    the deeper levels back. A number's start override holds from its first paragraph of that level.
    """

    def __init__(self, numbering: Element) -> None:
        self._numbering = numbering
        self._counts: dict[str, list[int | None]] = {}
        self._seen: set[tuple[str, int]] = set()

    def next(self, number: str, level: int, abstract: Element) -> str:
        counts = self._counts.setdefault(abstract.get(tag("abstractNumId")), [None] * 9)
        if (number, level) not in self._seen:
            self._seen.add((number, level))
            override = find(
                self._numbering,
                f"w:num[@w:numId='{number}']/w:lvlOverride[@w:ilvl='{level}']/w:startOverride",
            )
            if override is not None:
                counts[level] = int(value(override) or 1) - 1
        levels = {int(each.get(tag("ilvl"))): each for each in find_all(abstract, "w:lvl")}
        starts = [int(value(find(levels.get(i), "w:start")) or 0) for i in range(9)]
        counted = counts[level]
        counts[level] = starts[level] if counted is None else counted + 1
        counts[level + 1 :] = [None] * (8 - level)
        text = value(find(levels[level], "w:lvlText")) or ""
        formats = [value(find(levels.get(i), "w:numFmt")) or "decimal" for i in range(9)]
        if formats[level] == "bullet":
            return text

        def figure(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            own = counts[index]
            return numeral(formats[index], starts[index] if own is None else own)

        return re.sub(r"%([1-9])", figure, text)
