"""The cover (封面): the title's lines, then one ruled line per field."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docgen.compose.values import printed_field, properties
from docgen.document import (
    Borders,
    Cell,
    Document,
    Paragraph,
    ParagraphFormat,
    Row,
    Rule,
    RunFormat,
    Section,
    Table,
    Text,
)
from docgen.style.roles import page_setup, role_formats

if TYPE_CHECKING:
    from docgen.case.load import Case
    from docgen.style.model import Cover, CoverField, Style

# Optical placing on A4: the title a good fifth down, the fields in the lower half.
_ABOVE_TITLE = 110.0
_BELOW_TITLE = 190.0
_COLON = "："
_RULE = Rule(0.75)
_NO_RULE = Rule(0.0)


def compose_cover(case: Case, style: Style, key: str, spec: Cover) -> Document:
    """Compose the cover.

    Raises:
        DocgenError: If a field on the cover is missing from the case.
    """
    titles = [line.format(edition=style.edition, honour=style.honour) for line in spec.title]
    page = replace(page_setup(style.page), mirrored=False)
    return Document(
        key=key,
        name=spec.name,
        sections=(Section((*_title(titles), _fields(case, style, spec, page.measure)), page),),
        roles=role_formats(style),
        properties=properties(case, style, "".join(titles).replace(" ", "")),
    )


def spread_label(label: str, characters: int, size: float) -> tuple[Text, ...]:
    """Return a label spread to the width of so many characters by character spacing (pt).

    联系人 spread to four characters stands as wide as 申报单位; no spaces are typed.
    """
    gaps = len(label) - 1
    missing = characters - len(label)
    if gaps < 1 or missing < 1:
        return (Text(label),)
    spacing = missing * size / gaps
    return (Text(label[:-1], RunFormat(spacing=spacing)), Text(label[-1]))


def _title(lines: list[str]) -> list[Paragraph]:
    paragraphs = [Paragraph((Text(line),), "cover-title") for line in lines]
    first, last = paragraphs[0], paragraphs[-1]
    paragraphs[0] = replace(first, format=ParagraphFormat(space_before=_ABOVE_TITLE))
    below = ParagraphFormat(space_after=_BELOW_TITLE).over(paragraphs[-1].format)
    paragraphs[-1] = replace(last, format=below)
    return paragraphs


def _fields(case: Case, style: Style, spec: Cover, measure: float) -> Table:
    size = style.roles["cover-label"].size or 0.0
    longest = max(len(field.label) for field in spec.fields)
    # Two points of slack keep a full label and its colon on one line in every renderer.
    label_width = (longest + 1) * size + 2.0
    widths = (label_width, measure - label_width)
    rows = tuple(_row(case, style, field, longest) for field in spec.fields)
    return Table(widths, rows, border=_NO_RULE, padding=(0.0, 0.0, 0.0, 0.0))


def _row(case: Case, style: Style, field: CoverField, longest: int) -> Row:
    role = style.roles["cover-label"]
    label = spread_label(field.label, longest, role.size or 0.0)
    value = printed_field(case, field.field)
    pitch = role.line.value if role.line and role.line.rule == "exactly" else None
    return Row(
        (
            Cell((Paragraph((*label, Text(_COLON)), "cover-label"),), valign="top"),
            Cell(
                (Paragraph((Text(value),), "cover-content"),),
                valign="top",
                borders=Borders(bottom=_RULE),
            ),
        ),
        height=pitch,
    )
