"""Effective formatting: what a paragraph and a run really look like (ECMA-376 Part 1, 17.7).

Order, later over earlier. Paragraphs: document defaults, table style, paragraph style root to leaf
(the numbering level that a style names lies under that style's own properties), the level named
directly, direct properties. Runs: document defaults, table style, paragraph style, character
style, direct properties; toggles by exclusive or.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docgen.read.formats import paragraph_format, run_format
from docgen.read.numbering import Numbering
from docgen.read.ooxml import attribute, child, integer, points
from docgen.read.properties import (
    TOGGLES,
    Layer,
    numbering_reference,
    paragraph_layer,
    run_layer,
)
from docgen.read.styles import Style, Styles, theme_fonts

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from docgen.document import ParagraphFormat, RunFormat
    from docgen.read.numbering import Level
    from docgen.read.package import Package

#: One line where the page has no typed grid, for 段前 and 段后 given in lines.
_LINE = 12.0


@dataclass(frozen=True, slots=True)
class TableLayers:
    """What the table style, its conditional formats included, gives to the text of one cell."""

    paragraph: Layer = field(default_factory=dict)
    run: Layer = field(default_factory=dict)


NO_TABLE = TableLayers()


class Formatting:
    """Resolves the formatting of one Word file.

    Attributes:
        styles: The file's styles.
        theme: Theme font name → typeface.
        numbering: The file's numbering definitions.
    """

    def __init__(self, package: Package) -> None:
        """Read styles, theme and numbering of a package."""
        self.styles = Styles(package.part("styles"))
        self.theme = theme_fonts(package.part("theme"))
        self.numbering = Numbering(package.part("numbering"), self.styles)
        self._default_run = run_layer(self.styles.default_run, self.theme)
        self._default_paragraph = paragraph_layer(self.styles.default_paragraph)
        self._run_chains: dict[str, Layer] = {}
        self._paragraph_chains: dict[tuple[str, bool], Layer] = {}
        grid = child(package.document, "body", "sectPr", "docGrid")
        typed = attribute(grid, "type") not in {None, "default"}
        self._line = (points(attribute(grid, "linePitch")) or _LINE) if typed else _LINE
        normal = self.run_format(self._run_layers(self.styles.get(None, "paragraph"), None))
        self._character = normal.size or 0.0

    def style(self, paragraph: Element) -> Style | None:
        """Return the paragraph's style: the default one where it names none or an unknown one."""
        return self.styles.get(attribute(child(paragraph, "pPr", "pStyle")), "paragraph")

    def run(self, run: Element, paragraph: Element, table: TableLayers = NO_TABLE) -> Layer:
        """Return the effective run properties of a ``w:r``, or of anything with a ``w:rPr``."""
        return self._run_layers(self.style(paragraph), child(run, "rPr"), table)

    def mark(self, paragraph: Element, table: TableLayers = NO_TABLE) -> Layer:
        """Return the effective run properties of the paragraph mark (段落标记)."""
        return self._run_layers(self.style(paragraph), child(paragraph, "pPr", "rPr"), table)

    def number(self, paragraph: Element, level: Level, table: TableLayers = NO_TABLE) -> Layer:
        """Return the effective run properties of the paragraph's number: the level's own win."""
        return self.mark(paragraph, table) | run_layer(level.run, self.theme)

    def paragraph(self, paragraph: Element, table: TableLayers = NO_TABLE) -> Layer:
        """Return the effective paragraph properties of a ``w:p``.

        ``numPr.numId`` and ``numPr.ilvl`` say which level numbers it.
        """
        direct = child(paragraph, "pPr")
        stated = numbering_reference(direct)
        unnumbered = stated.get("numId") == "0"
        layer = self._style_paragraph(self.style(paragraph), numbered=not unnumbered)
        layer = self._default_paragraph | table.paragraph | layer
        if stated and not unnumbered:
            number = stated.get("numId") or layer.get("numPr.numId", "0")
            depth = stated.get("ilvl") or (
                "0" if "numId" in stated else layer.get("numPr.ilvl", "0")
            )
            layer |= self._numbered(number, integer(depth))
        return layer | paragraph_layer(direct)

    def level(self, layer: Layer) -> Level | None:
        """Return the numbering level that effective paragraph properties name, or None."""
        number = layer.get("numPr.numId", "0")
        return self.numbering.level(number, integer(layer.get("numPr.ilvl")))

    def of_style(self, style: Style | None) -> tuple[Layer, Layer]:
        """Return the effective paragraph and run properties of a paragraph style by itself."""
        paragraph = self._default_paragraph | self._style_paragraph(style, numbered=True)
        return paragraph, self._run_layers(style, None)

    def run_format(self, layer: Layer) -> RunFormat:
        """Return effective run properties as a run format with no gap."""
        return run_format(layer)

    def paragraph_format(self, layer: Layer, size: float) -> ParagraphFormat:
        """Return effective paragraph properties as a paragraph format with no gap.

        `size` is the type size of the paragraph's text in points.
        """
        return paragraph_format(layer, size, character=self._character, line=self._line)

    def _run_layers(
        self, style: Style | None, direct: Element | None, table: TableLayers = NO_TABLE
    ) -> Layer:
        own = run_layer(direct, self.theme)
        named = own.get("rStyle", "")
        character = (
            self.styles.get(named, "character") if self.styles.known(named, "character") else None
        )
        levels = (table.run, self._style_run(style), self._style_run(character))
        effective = dict(self._default_run)
        for level in levels:
            effective |= level
        for toggle in TOGGLES:
            if toggle in effective and self._default_run.get(toggle) != "1":
                on = sum(level.get(toggle) == "1" for level in levels) % 2
                effective[toggle] = str(on)
            elif toggle in effective:
                effective[toggle] = "1"  # on in the defaults is on, whatever styles say (17.7.3)
        return effective | own

    def _style_run(self, style: Style | None) -> Layer:
        """Return what a paragraph or character style's chain says of runs: the leaf wins."""
        if style is None:
            return {}
        if style.id not in self._run_chains:
            merged: Layer = {}
            for ancestor in self.styles.chain(style):
                merged |= run_layer(child(ancestor.element, "rPr"), self.theme)
            self._run_chains[style.id] = merged
        return self._run_chains[style.id]

    def _style_paragraph(self, style: Style | None, *, numbered: bool) -> Layer:
        """Return what a style's chain says of paragraphs, with the levels it names or without."""
        key = ("" if style is None else style.id, numbered)
        if key not in self._paragraph_chains:
            merged: Layer = {}
            for ancestor in self.styles.chain(style):
                properties = child(ancestor.element, "pPr")
                stated = numbering_reference(properties)
                if numbered and stated:
                    number = stated.get("numId") or merged.get("numPr.numId", "0")
                    depth = self.numbering.level_of_style(number, ancestor.id)
                    # Word goes by the level that names the style; other programs by ilvl.
                    merged |= self._numbered(
                        number, integer(stated.get("ilvl")) if depth is None else depth
                    )
                merged |= paragraph_layer(properties)
            self._paragraph_chains[key] = merged
        return self._paragraph_chains[key]

    def _numbered(self, number: str, depth: int) -> Layer:
        """Return what a numbering level gives to its paragraphs, and its own place."""
        level = self.numbering.level(number, depth)
        given = {} if level is None else paragraph_layer(level.paragraph)
        return given | {"numPr.numId": number, "numPr.ilvl": str(depth)}
