"""The opinion sheet (推荐意见表) for issuers whose forms have no place for the unit's opinion.

The sheet is the house's own: no notice prints one. One A4 page says of whom, of what and what the
unit says, and has room for the seal; where the unit gives no text there are lines to write on.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from docgen.compose.official_title import em_width
from docgen.compose.values import printed_value
from docgen.document import (
    Alignment,
    Block,
    Borders,
    Cell,
    Document,
    LineBreak,
    LineSpacing,
    Paragraph,
    ParagraphFormat,
    Properties,
    Row,
    Rule,
    RunFormat,
    Section,
    Table,
    Text,
)
from docgen.style.roles import page_setup, role_formats, size_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from docgen.forms.opinion import Opinion
    from docgen.style.model import Style

_TITLE = "推荐意见表"
#: Fields of the case that the sheet names, and their labels where the unit's own table has none.
_DIRECTION = "experience.direction"
FACTS = {
    "company.name": "企业名称",
    "experience.name": "质量标杆名称",
    _DIRECTION: "申报方向",
}
#: Share of the measure that labels take.
_LABEL = 0.22
_ROW_HEIGHT = 30.0
_PADDING = (4.0, 5.4, 4.0, 5.4)
#: The opinion stands in from the frame; so many lines so far apart are ruled to write on, points.
_INSET = (10.0, 14.0, 10.0, 14.0)
_RULED_LINES, _RULED_PITCH = 11, 28.0
_OPINION_HEIGHT = (_RULED_LINES + 2) * _RULED_PITCH
_RULE, _NO_RULE = Rule(0.5), Rule(0.0)
#: Height of the place for name, seal and date, in points.
_SIGNING_HEIGHT, _LEAST_SIGNING_HEIGHT = 130.0, 90.0
#: So far from the left the unit's name stands, a share of the width.
_NAME_FROM = 0.4
#: Line spacing of the opinion, exact so that all renderers need the same room, points.
_WIDE, _NARROW = LineSpacing("exactly", 24.0), LineSpacing("exactly", 16.0)
_CENTRED = ParagraphFormat(alignment=Alignment.CENTER)


def compose_opinion(style: Style, stated: Mapping[str, str], opinion: Opinion) -> Document:
    """Compose the sheet of one applicant.

    Args:
        style: The style.
        stated: Field → what the applicant says, as printed; what it does not say is left blank.
        opinion: What the unit says.
    """
    page = replace(page_setup(style.page), mirrored=False)
    widths = (page.measure * _LABEL, page.measure * (1 - _LABEL))
    honour = style.full_honour
    title = Paragraph((Text(honour), LineBreak(), Text(_TITLE)), "title")
    table = Table(
        widths,
        (
            *_facts(style, stated),
            _opinion(opinion, style, sum(widths)),
            _signing(opinion, style, sum(widths)),
        ),
        padding=_PADDING,
    )
    return Document(
        key="opinion",
        name=_TITLE,
        sections=(Section((title, table), page),),
        roles=role_formats(style),
        properties=Properties(
            title=honour + _TITLE,
            creator=opinion.unit,
            subject=honour,
            # A file has a date, and the same one every time.
            date=opinion.date or dt.date(style.edition, 1, 1),
        ),
    )


def _facts(style: Style, stated: Mapping[str, str]) -> Iterator[Row]:
    """Yield a row for each fact, called as in the unit's own table; no direction is no row."""
    titles = {column.field: column.title for column in style.bureau.summary.columns}
    for field, label in FACTS.items():
        text = stated.get(field, "")
        if text or field != _DIRECTION:
            name = Paragraph((Text(titles.get(field, label)),), "plain", _CENTRED)
            yield Row((Cell((name,)), Cell((Paragraph((Text(text),), "plain"),))), _ROW_HEIGHT)


def _opinion(opinion: Opinion, style: Style, width: float) -> Row:
    label = Paragraph((Text("推荐意见："),), "plain", ParagraphFormat(line_spacing=_WIDE))
    inside = _inside(width)
    look = ParagraphFormat(line_spacing=_pitch(opinion.paragraphs, style, inside))
    text: tuple[Block, ...] = tuple(
        Paragraph((Text(each),), "body", look) for each in opinion.paragraphs
    )
    written = text or (_ruled_lines(inside),)
    cell = Cell(
        (label, *written),
        columns=2,
        valign="top",
        borders=Borders(bottom=_NO_RULE),
        padding=_INSET,
    )
    return Row((cell,), height=_OPINION_HEIGHT, may_break=True)


def _pitch(paragraphs: Sequence[str], style: Style, width: float) -> LineSpacing:
    """Return the widest line spacing with which the text stays on the page."""
    a_line = width // size_of(style, "body")
    lines = sum(ceil((2 + em_width(text)) / a_line) for text in paragraphs)
    room = _OPINION_HEIGHT - 2 * _RULED_PITCH
    return _WIDE if lines * _WIDE.value <= room else _NARROW


def _inside(width: float) -> float:
    return width - _INSET[1] - _INSET[3]


def _ruled_lines(width: float) -> Table:
    blank = Cell((Paragraph((), "plain"),), borders=Borders(bottom=_RULE))
    return Table(
        (width,),
        (Row((blank,), height=_RULED_PITCH, exact=True),) * _RULED_LINES,
        border=_NO_RULE,
        padding=(0.0, 0.0, 0.0, 0.0),
    )


def _signing(opinion: Opinion, style: Style, width: float) -> Row:
    """Return the place for the unit's name and seal and the date."""
    size, inside = size_of(style, "plain"), _inside(width)
    said = f"推荐单位（公章）：{opinion.unit}"
    # A long name begins further to the left.
    indent = min(inside * _NAME_FROM, inside - (em_width(said) + 0.5) * size)
    name = Paragraph((Text(said),), "plain", ParagraphFormat(indent_left=max(indent, 0.0)))
    right = ParagraphFormat(
        alignment=Alignment.RIGHT, indent_right=width * 0.1, space_before=2 * size
    )
    date = Paragraph(_date(opinion.date, size), "plain", right)
    cell = Cell((name, date), columns=2, borders=Borders(top=_NO_RULE), padding=_INSET)
    is_long = _pitch(opinion.paragraphs, style, inside) is _NARROW
    return Row((cell,), height=_LEAST_SIGNING_HEIGHT if is_long else _SIGNING_HEIGHT)


def _date(date: dt.date | None, size: float) -> tuple[Text, ...]:
    """Return a date, or its signs with room for two figures between them."""
    if date is not None:
        return (Text(printed_value(date)),)
    room = RunFormat(spacing=2 * size)
    return Text("年", room), Text("月", room), Text("日")
