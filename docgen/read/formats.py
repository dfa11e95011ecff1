"""The last step: effective properties become the formats of the document model, with no gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.document import Alignment, LineSpacing, ParagraphFormat, RunFormat
from docgen.read.ooxml import integer, points, switched_on
from docgen.read.symbols import is_symbol_font

if TYPE_CHECKING:
    from docgen.read.properties import Layer

#: What Word takes where a file states nothing at all.
_SIZE = 10.0
_EAST_ASIAN_FONT = "宋体"
_LATIN_FONT = "Times New Roman"
#: Space of 自动 before and after a paragraph (beforeAutospacing), as Word sets it.
_AUTO_SPACE = 14.0
_ALIGNMENTS = {
    "center": Alignment.CENTER,
    "right": Alignment.RIGHT,
    "end": Alignment.RIGHT,
    "both": Alignment.JUSTIFY,
    "distribute": Alignment.JUSTIFY,
    "thaiDistribute": Alignment.JUSTIFY,
}
_POSITIONS = {"superscript", "subscript"}


def run_format(layer: Layer) -> RunFormat:
    """Return effective run properties as a run format.

    `position` alone may be None: for text on the line. A symbol font is no Latin font: the reader
    turns its text into characters that an ordinary font has.
    """
    position = layer.get("vertAlign")
    latin = latin_slot(layer)
    return RunFormat(
        east_asian_font=layer.get("font.eastAsia", _EAST_ASIAN_FONT),
        latin_font=_LATIN_FONT if is_symbol_font(latin) else latin,
        size=points(layer.get("sz"), 2) or _SIZE,
        bold=layer.get("b") == "1",
        italic=layer.get("i") == "1",
        underline=layer.get("u", "none") != "none",
        position=position if position in _POSITIONS else None,
        spacing=points(layer.get("spacing")) or 0.0,
    )


def latin_slot(layer: Layer) -> str:
    """Return the font that effective run properties give to Latin characters."""
    return layer.get("font.ascii") or layer.get("font.hAnsi") or _LATIN_FONT


def paragraph_format(
    layer: Layer, size: float, *, character: float, line: float
) -> ParagraphFormat:
    """Return effective paragraph properties as a paragraph format.

    Args:
        layer: The effective properties.
        size: Type size of the paragraph's text in points: a first-line indent in twips is divided
            by it. One in characters wins over one in twips (17.3.1.12).
        character: Points of one character of left and right indent: the size of the default style.
        line: Points of one line of 段前 and 段后.
    """
    first_characters = integer(layer.get("ind.firstChars")) / 100
    first = points(layer.get("ind.first")) or 0.0
    return ParagraphFormat(
        alignment=_ALIGNMENTS.get(layer.get("jc", ""), Alignment.LEFT),
        line_spacing=_line_spacing(layer),
        space_before=_space(layer, "before", line),
        space_after=_space(layer, "after", line),
        first_line_indent=first_characters or round(first / size, 4),
        indent_left=_indent(layer, "left", character),
        indent_right=_indent(layer, "right", character),
        keep_with_next=layer.get("keepNext") == "1",
        keep_together=layer.get("keepLines") == "1",
        page_break_before=layer.get("pageBreakBefore") == "1",
    )


def _space(layer: Layer, side: str, line: float) -> float:
    """Return 段前 or 段后 in points: 自动 first, then lines, then the measure."""
    if switched_on(layer.get(f"spacing.{side}Autospacing", "0")):
        return _AUTO_SPACE
    lines = integer(layer.get(f"spacing.{side}Lines")) / 100
    return round(lines * line, 4) or points(layer.get(f"spacing.{side}")) or 0.0


def _indent(layer: Layer, side: str, character: float) -> float:
    characters = integer(layer.get(f"ind.{side}Chars")) / 100
    return round(characters * character, 4) or points(layer.get(f"ind.{side}")) or 0.0


def _line_spacing(layer: Layer) -> LineSpacing:
    line = layer.get("spacing.line")
    rule = layer.get("spacing.lineRule", "auto")
    if rule == "auto" or line is None:
        return LineSpacing("multiple", round((points(line, 240) or 1.0), 4))
    return LineSpacing("exactly" if rule == "exact" else "at-least", abs(points(line) or 0.0))
