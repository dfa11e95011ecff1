"""The spine label (书脊): one vertical line on a strip to cut out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.compose.values import printed_field, properties
from docgen.document import (
    Cell,
    Document,
    PageSetup,
    Paragraph,
    Row,
    Rule,
    RunFormat,
    Section,
    Table,
    Text,
)
from docgen.style.roles import role_formats, size_of

if TYPE_CHECKING:
    from docgen.bookmaking import MadeBook
    from docgen.case.load import Case
    from docgen.style.documents import Spine
    from docgen.style.model import Style

# 15 mm all round: the strip is nearly as long as the sheet. Word wants a paragraph below it.
_MARGIN, _PARAGRAPH = 42.5, 14.0
_CUTTING_LINE = Rule(0.25)
#: 15 mm, to be cut down, where nobody knows how thick the book is.
_UNKNOWN = 42.5
#: So much of the strip's width the characters may take.
_FULL = 0.8


def compose_spine(
    case: Case, style: Style, key: str, spec: Spine, book: MadeBook | None
) -> Document:
    """Compose the spine label, as wide as the book is thick.

    Raises:
        DocgenError: If the field printed on it is missing from the case.
    """
    width = spec.strip.width or (book.label if book else _UNKNOWN)
    height = spec.strip.height
    text = Paragraph((_fitted(printed_field(case, spec.field), style, width, height),), "spine")
    cell = Cell((text,), vertical=True)
    strip = Table(
        (width,),
        (Row((cell,), height=height, exact=True),),
        border=_CUTTING_LINE,
        padding=(0.0, 0.0, 0.0, 0.0),
    )
    page = PageSetup(top=_MARGIN, bottom=_MARGIN - _PARAGRAPH, inside=_MARGIN, outside=_MARGIN)
    return Document(
        key=key,
        name=spec.name,
        sections=(Section((strip,), page),),
        roles=role_formats(style),
        properties=properties(case, style, spec.name),
    )


def _fitted(text: str, style: Style, width: float, height: float) -> Text:
    """Return the text, smaller than its role says where the strip is too short or too narrow."""
    largest = min(height / (len(text) + 1), width * _FULL)
    fits = size_of(style, "spine") <= largest
    return Text(text, RunFormat() if fits else RunFormat(size=_half_points(largest)))


def _half_points(size: float) -> float:
    """Return a type size that Word can state: whole half points, rounded down."""
    return int(size * 2) / 2
