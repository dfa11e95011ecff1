"""Formats as Word properties: ``w:rPr`` and ``w:pPr`` children in schema order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.write.docx.xml import Element, flag, half_points, twips, w

if TYPE_CHECKING:
    from docgen.document import LineSpacing, ParagraphFormat, RunFormat

_JC = {"left": "left", "center": "center", "right": "right", "justify": "both"}
_LINE_RULES = {"multiple": "auto", "exactly": "exact", "at-least": "atLeast"}
_LINE = 240  # twips of a single line where the rule is “auto”


def run_properties(run: RunFormat, *, hint: bool = False) -> list[Element]:
    """Return the children of ``w:rPr`` for a run format.

    Args:
        run: The format; what it leaves open is left out.
        hint: The run's ambiguous characters take the East Asian font.
    """
    size = None if run.size is None else half_points(run.size)
    children = [
        _fonts(run, hint),
        flag("b", run.bold),
        flag("bCs", run.bold),
        flag("i", run.italic),
        flag("iCs", run.italic),
        None if run.spacing is None else w("spacing", val=twips(run.spacing)),
        None if size is None else w("sz", val=size),
        None if size is None else w("szCs", val=size),
        None if run.underline is None else w("u", val="single" if run.underline else "none"),
        None if run.position is None else w("vertAlign", val=run.position),
    ]
    return [child for child in children if child is not None]


def paragraph_properties(
    paragraph: ParagraphFormat,
    size: float,
    *,
    numbering: Element | None = None,
    tabs: Element | None = None,
) -> list[Element]:
    """Return the children of ``w:pPr`` that follow ``w:pStyle``.

    Args:
        paragraph: The format; what it leaves open is left out.
        size: Type size in points, by which an indent in characters becomes twips: Word reads the
            characters, LibreOffice the twips.
        numbering: A ``w:numPr``; the schema wants it in between.
        tabs: A ``w:tabs``; the schema wants it in between.
    """
    exact = paragraph.line_spacing is not None and paragraph.line_spacing.rule == "exactly"
    children = [
        flag("keepNext", paragraph.keep_with_next),
        flag("keepLines", paragraph.keep_together),
        flag("pageBreakBefore", paragraph.page_break_before),
        flag("widowControl", paragraph.widow_control),
        numbering,
        tabs,
        # An exact pitch must not be bent by a grid.
        w("snapToGrid", val="0") if exact else None,
        _spacing(paragraph),
        _indent(paragraph, size),
        None if paragraph.alignment is None else w("jc", val=_JC[paragraph.alignment]),
    ]
    return [child for child in children if child is not None]


def _fonts(run: RunFormat, hint: bool) -> Element | None:
    attributes: dict[str, str] = {"hint": "eastAsia"} if hint else {}
    if run.latin_font is not None:
        attributes |= {
            "ascii": run.latin_font,
            "hAnsi": run.latin_font,
            "cs": run.latin_font,
        }
    if run.east_asian_font is not None:
        attributes["eastAsia"] = run.east_asian_font
    return w("rFonts", **attributes) if attributes else None


def _spacing(paragraph: ParagraphFormat) -> Element | None:
    attributes: dict[str, str] = {}
    if paragraph.space_before is not None:
        attributes["before"] = twips(paragraph.space_before)
    if paragraph.space_after is not None:
        attributes["after"] = twips(paragraph.space_after)
    if paragraph.line_spacing is not None:
        attributes |= _line(paragraph.line_spacing)
    return w("spacing", **attributes) if attributes else None


def _line(spacing: LineSpacing) -> dict[str, str]:
    pitch = (
        str(round(spacing.value * _LINE)) if spacing.rule == "multiple" else twips(spacing.value)
    )
    return {"line": pitch, "lineRule": _LINE_RULES[spacing.rule]}


def _indent(paragraph: ParagraphFormat, size: float) -> Element | None:
    attributes: dict[str, str] = {}
    if paragraph.indent_left is not None:
        attributes["left"] = twips(paragraph.indent_left)
    if paragraph.indent_right is not None:
        attributes["right"] = twips(paragraph.indent_right)
    if (characters := paragraph.first_line_indent) is not None:
        side = "hanging" if characters < 0 else "firstLine"
        attributes[f"{side}Chars"] = str(round(abs(characters) * 100))
        attributes[side] = twips(abs(characters) * size)
    return w("ind", **attributes) if attributes else None
