"""Lines: the classes of a block that prints text, and its text in pieces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from docgen.document import (
    Alignment,
    Heading,
    Inline,
    ListItem,
    ParagraphFormat,
    Reference,
    RunFormat,
    Text,
)
from docgen.write.pdf.css import Sheet
from docgen.write.pdf.pieces import Look, Piece, pieces_of

_NO_FORMAT = RunFormat()
# What a block takes over from its text; lines under text and raised text stay with the run.
_LIFTED = ("east_asian_font", "latin_font", "size", "bold", "italic", "spacing")


@dataclass(frozen=True, slots=True)
class Line:
    """A block's text, ready for the template: CSS classes, pieces, pieces of a list's marker."""

    classes: str
    pieces: tuple[Piece, ...]
    marker: tuple[Piece, ...] = ()


def text_line(
    sheet: Sheet,
    role: str,
    inlines: Sequence[Inline],
    paragraph: ParagraphFormat | None = None,
    prefix: str = "",
) -> Line:
    """Return a block's line.

    Args:
        sheet: Where the classes are collected.
        role: The block's role.
        inlines: The block's own text.
        paragraph: The block's own format on top of the role's.
        prefix: A heading's number or a caption's label, printed in the role's format.
    """
    form = sheet.format_of(role)
    whole = (Text(prefix), *inlines) if prefix else tuple(inlines)
    runs = [_run_format(inline, form.run) for inline in whole]
    paragraph = paragraph.over(form.paragraph) if paragraph else form.paragraph
    base = _prevailing(form.run, paragraph, whole, runs)
    first = next((run for run in runs if run), base)
    if paragraph.first_line_indent and first.size != base.size:
        # Characters of the indent are as wide as the first of the text.
        indent = paragraph.first_line_indent * (first.size or 0) / (base.size or 1)
        paragraph = replace(paragraph, first_line_indent=indent)
    classes = sheet.block_class(role, paragraph, base)
    looks = [_look(sheet, paragraph, base, run) if run else Look() for run in runs]
    return Line(classes, tuple(pieces_of(sheet, whole, looks)))


def item_line(sheet: Sheet, item: ListItem) -> Line:
    """Return a list item's line: the marker stands in the role's hanging indent.

    Each level of a nested list stands one hanging indent further in.
    """
    form = sheet.format_of(item.role)
    hanging = -(form.paragraph.first_line_indent or 0) * (form.run.size or 0)
    left = (form.paragraph.indent_left or 0) + hanging * item.level
    line = text_line(sheet, item.role, item.inlines, ParagraphFormat(indent_left=left))
    marker = text_line(sheet, item.role, (Text(item.marker),))
    return Line(line.classes, line.pieces, marker.pieces)


def entry_line(sheet: Sheet, heading: Heading, role: str) -> Line:
    """Return a heading's line in the table of contents: number and text, linked, in one face."""
    plain = tuple(
        Reference(heading.anchor, inline.text)
        for inline in (Text(heading.number), *heading.inlines)
        if isinstance(inline, Text | Reference)
    )
    # A justified line has no room for the leader.
    return text_line(sheet, role, plain, ParagraphFormat(alignment=Alignment.LEFT))


def _run_format(inline: Inline, base: RunFormat) -> RunFormat | None:
    if not isinstance(inline, Text | Reference):
        return None
    return base if inline.format == _NO_FORMAT else inline.format.over(base)


def _prevailing(
    base: RunFormat,
    paragraph: ParagraphFormat,
    inlines: Sequence[Inline],
    runs: Sequence[RunFormat | None],
) -> RunFormat:
    """Return the format of most of the characters, laid over the role's.

    So the line pitch is that of what is printed, as in Word, and plain text needs no classes.
    Larger runs stretch just the lines they stand in; smaller ones fit in any line.
    """
    printed = [
        (run, len(inline.text))
        for inline, run in zip(inlines, runs, strict=True)
        if run and isinstance(inline, Text | Reference)
    ]
    if all(run is base for run, _ in printed):
        return base
    changes: dict[str, object] = {}
    for name in _LIFTED:
        weights: dict[object, int] = {}
        for run, length in printed:
            value = getattr(run, name)
            weights[value] = weights.get(value, 0) + length
        changes[name] = max(weights, key=lambda value: weights[value])
    if paragraph.line_spacing and paragraph.line_spacing.rule == "exactly":
        # Large characters would stick out of a line placed for small ones, and stretch it.
        changes["size"] = max(run.size or 0 for run, _ in printed)
    return replace(base, **changes)  # type: ignore[arg-type]


def _look(sheet: Sheet, paragraph: ParagraphFormat, base: RunFormat, run: RunFormat) -> Look:
    if run == base:
        return Look(run)
    return Look(run, sheet.run_class(base, run), sheet.stretch_class(paragraph, base, run))
