"""The cover (封面): the title's lines, then one ruled line per field."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
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
from docgen.linepitch import line_height
from docgen.style.roles import format_of, page_setup, role_formats, size_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.case.load import Case
    from docgen.style.documents import Cover, CoverField
    from docgen.style.model import Style

# Optical placing on A4: the title a good fifth down, the fields in the lower half. Where a cover
# has more to say, the space below the title gives way first, then the space above it.
_ABOVE_TITLE = 110.0
_BELOW_TITLE = 190.0
# Renderers differ by a little; a cover is one page in each.
_SPARE = 24.0
_COLON = "："
_RULE = Rule(0.75)
_NO_RULE = Rule(0.0)


@dataclass(frozen=True, slots=True)
class _Line:
    """A field as it is printed: label, value, and how many lines the value takes."""

    label: tuple[Text, ...]
    value: str
    lines: int


def compose_cover(case: Case, style: Style, key: str, spec: Cover) -> Document:
    """Compose the cover.

    Raises:
        DocgenError: If a field on the cover is missing from the case.
    """
    titles = [line.format(edition=style.edition, honour=style.honour) for line in spec.title]
    return Document(
        key=key,
        name=spec.name,
        sections=(cover_section(case, style, titles, spec.fields),),
        roles=role_formats(style),
        properties=properties(case, style, "".join(titles).replace(" ", "")),
    )


def cover_section(
    case: Case, style: Style, titles: Sequence[str], fields: Sequence[CoverField]
) -> Section:
    """Return a cover's page: the lines of its title, then a ruled line for each field.

    Raises:
        DocgenError: If a field is missing from the case.
    """
    page = replace(page_setup(style.page), mirrored=False)
    size = size_of(style, "cover-label")
    content = format_of(style, "cover-content")
    pitch = line_height(content.paragraph, content.run)
    longest = max(len(field.label) for field in fields)
    # Two points of slack keep a full label and its colon on one line in every renderer.
    label_width = (longest + 1) * size + 2.0
    widths = (label_width, page.measure - label_width)
    lines = [_line(case, style, field, longest, widths[1]) for field in fields]
    title = format_of(style, "cover-title")
    title_pitch = line_height(title.paragraph, title.run)
    needed = len(titles) * title_pitch + sum(line.lines for line in lines) * pitch
    room = max(page.text_height - needed - _SPARE, 0.0)
    above = min(_ABOVE_TITLE, room)
    below = min(_BELOW_TITLE, room - above)
    table = Table(
        widths,
        tuple(_row(line, pitch) for line in lines),
        border=_NO_RULE,
        padding=(0.0, 0.0, 0.0, 0.0),
    )
    return Section((*_title(titles, above, below), table), page)


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


def _title(lines: Sequence[str], above: float, below: float) -> list[Paragraph]:
    paragraphs = [Paragraph((Text(line),), "cover-title") for line in lines]
    paragraphs[0] = replace(paragraphs[0], format=ParagraphFormat(space_before=above))
    last = paragraphs[-1]
    form = ParagraphFormat(space_after=below).over(last.format)
    return [*paragraphs[:-1], replace(last, format=form)]


def _line(case: Case, style: Style, field: CoverField, longest: int, width: float) -> _Line:
    value = printed_field(case, field.field)
    spread = spread_label(field.label, longest, size_of(style, "cover-label"))
    lines = max(ceil(len(value) * size_of(style, "cover-content") / width), 1)
    return _Line((*spread, Text(_COLON)), value, lines)


def _row(line: _Line, pitch: float) -> Row:
    label = Paragraph(line.label, "cover-label")
    value = Paragraph((Text(line.value),), "cover-content")
    return Row(
        (
            Cell((label,), valign="top"),
            Cell((value,), valign="top", borders=Borders(bottom=_RULE)),
        ),
        height=pitch,
        exact=line.lines == 1,
    )
