"""The cover (封面): the title's lines, then one ruled line per field."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docgen.compose.field_lines import field_lines
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
    from collections.abc import Iterator, Sequence

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
    """A field as it is printed: its label, and the lines of its value."""

    label: tuple[Text, ...]
    value: tuple[str, ...]


def compose_cover(case: Case, style: Style, key: str, spec: Cover) -> Document:
    """Compose the cover.

    Raises:
        DocgenError: If a field on the cover is missing from the case.
    """
    titles = [style.filled(line) for line in spec.title]
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
    needed = len(titles) * title_pitch + sum(len(line.value) for line in lines) * pitch
    room = max(page.text_height - needed - _SPARE, 0.0)
    above = min(_ABOVE_TITLE, room)
    below = min(_BELOW_TITLE, room - above)
    table = Table(
        widths,
        tuple(row for line in lines for row in _rows(line, pitch)),
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
    room = width / size_of(style, "cover-content")
    return _Line((*spread, Text(_COLON)), tuple(_value_lines(value, case.facts.company.name, room)))


def _value_lines(value: str, company: str, room: float) -> list[str]:
    """Return a value in lines; behind the company's name a new one, if that takes no more."""
    lines = field_lines(value, room)
    rest = value.removeprefix(company)
    parted = [*field_lines(company, room), *field_lines(rest, room)]
    return parted if value != rest and rest and len(parted) == len(lines) else lines


def _rows(line: _Line, pitch: float) -> Iterator[Row]:
    """Yield a row for each line of a value, each with its rule; the label stands beside them."""
    label = Cell((Paragraph(line.label, "cover-label"),), rows=len(line.value), valign="top")
    for number, text in enumerate(line.value):
        value = Paragraph((Text(text),), "cover-content")
        cell = Cell((value,), valign="top", borders=Borders(bottom=_RULE))
        # What a renderer breaks once more must not be cut off.
        alone = len(line.value) == 1
        yield Row((cell,) if number else (label, cell), height=pitch, exact=alone)
