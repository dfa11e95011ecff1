"""Effective formatting, as Word resolves it.

docDefaults → table style → paragraph style chain, a numbering level under it → character style →
direct formatting. Lengths are twips, sizes points.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.independent.numbering import Numbering
from tests.independent.ooxml import Element, find, is_on, value
from tests.independent.styles import Styles


@dataclass(frozen=True)
class Look:
    """How one run prints."""

    east_asian: str
    latin: str
    size: float
    bold: bool
    italic: bool
    spacing: int
    scale: int
    hint: bool


@dataclass(frozen=True)
class Shape:
    """How one paragraph is set. `line` is in twips, or 240ths of a line where the rule is auto."""

    alignment: str
    line_rule: str
    line: int
    before: int
    after: int
    left: int
    first_line: int
    first_line_chars: int
    keep_next: bool
    keep_lines: bool
    widow_control: bool
    snap_to_grid: bool
    outline_level: int | None


class Formats:
    """Resolves the formats of one file."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        """Keep what formats come from."""
        self._styles = styles
        self._numbering = numbering

    def _table_layers(self, table: Element | None, kind: str) -> list[Element]:
        style = value(find(table, "w:tblPr/w:tblStyle"))
        return _present(find(each, f"w:{kind}") for each in self._styles.chain(style))

    def look(self, run: Element, paragraph: Element, table: Element | None) -> Look:
        style_runs = [
            find(each, "w:rPr") for each in self._styles.chain(self._styles.of_paragraph(paragraph))
        ]
        direct = find(run, "w:rPr")
        character = value(find(direct, "w:rStyle"))
        chains = [
            self._table_layers(table, "rPr"),
            _present(style_runs),
            _present(find(each, "w:rPr") for each in self._styles.chain(character)),
        ]
        defaults = _present([find(self._styles.root, "w:docDefaults/w:rPrDefault/w:rPr")])
        layers = [*defaults, *(layer for chain in chains for layer in chain), *_present([direct])]
        return Look(
            east_asian=_last(layers, "w:rFonts", "eastAsia") or "",
            latin=_last(layers, "w:rFonts", "ascii") or "",
            size=int(_last(layers, "w:sz", "val") or 20) / 2,
            bold=_toggle(chains, direct, "w:b"),
            italic=_toggle(chains, direct, "w:i"),
            spacing=int(_last(layers, "w:spacing", "val") or 0),
            scale=int(_last(layers, "w:w", "val") or 100),
            hint=_last(layers, "w:rFonts", "hint") == "eastAsia",
        )

    def shape(self, paragraph: Element, table: Element | None) -> Shape:
        style = self._styles.of_paragraph(paragraph)
        direct = find(paragraph, "w:pPr")
        level = self._numbering.level(paragraph)
        direct_number = find(direct, "w:numPr") is not None
        layers = _present(
            [
                find(self._styles.root, "w:docDefaults/w:pPrDefault/w:pPr"),
                *self._table_layers(table, "pPr"),
                *([] if direct_number else [find(level, "w:pPr")]),
                *(find(each, "w:pPr") for each in self._styles.chain(style)),
                *([find(level, "w:pPr")] if direct_number else []),
                direct,
            ]
        )
        outline = _last(layers, "w:outlineLvl", "val")
        hanging, first = _last(layers, "w:ind", "hanging"), _last(layers, "w:ind", "firstLine")
        hanging_chars = _last(layers, "w:ind", "hangingChars")
        first_chars = _last(layers, "w:ind", "firstLineChars")
        return Shape(
            alignment=_last(layers, "w:jc", "val") or "both",
            line_rule=_last(layers, "w:spacing", "lineRule") or "auto",
            line=int(_last(layers, "w:spacing", "line") or 240),
            before=int(_last(layers, "w:spacing", "before") or 0),
            after=int(_last(layers, "w:spacing", "after") or 0),
            left=int(_last(layers, "w:ind", "left") or 0),
            first_line=int(first or 0) if hanging is None else -int(hanging),
            first_line_chars=int(first_chars or 0)
            if hanging_chars is None
            else -int(hanging_chars),
            keep_next=bool(_flag(layers, "w:keepNext")),
            keep_lines=bool(_flag(layers, "w:keepLines")),
            widow_control=_flag(layers, "w:widowControl") is not False,
            snap_to_grid=_flag(layers, "w:snapToGrid") is not False,
            outline_level=None if outline is None else int(outline),
        )


def _present(elements: Any) -> list[Element]:
    return [element for element in elements if element is not None]


def _last(layers: list[Element], path: str, attribute: str) -> str | None:
    found: str | None = None
    for layer in layers:
        own = value(find(layer, path), attribute)
        found = own if own is not None else found
    return found


def _flag(layers: list[Element], path: str) -> bool | None:
    found: bool | None = None
    for layer in layers:
        own = is_on(find(layer, path))
        found = own if own is not None else found
    return found


def _toggle(chains: list[list[Element]], direct: Element, path: str) -> bool:
    """Toggles: the leaf wins within a chain, chains are combined by XOR, direct overrides."""
    own = is_on(find(direct, path))
    if own is not None:
        return own
    return sum(bool(_flag(chain, path)) for chain in chains) % 2 == 1
