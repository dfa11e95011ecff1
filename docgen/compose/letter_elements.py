"""The elements of an official document (公文要素) that stand at measured places.

The clauses named are those of GB/T 9704—2012. Whatever the unit does not give is left blank, with
room to write.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docgen.compose.official_title import em_width
from docgen.compose.values import printed_value
from docgen.document import (
    Alignment,
    Block,
    Cell,
    Paragraph,
    ParagraphFormat,
    Row,
    Rule,
    RunFormat,
    Table,
    Text,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

#: The number stands two lines below the red name, which begins 35 mm down (7.2.4, 7.2.5).
_LINES_OF_HEAD = 7
#: Lines left free before the attachments, and before the unit's name, where the seal takes its
#: place (7.3.4, 7.3.5.1).
_ABOVE_ATTACHMENTS, _ABOVE_UNIT = 1, 2
#: 右空四字 (7.3.5.1).
_RIGHT_OF_DATE = 4
#: Characters that are left free for a date, a name and a telephone number.
_DATE, _NAME, _PHONE = 9, 4, 7
#: 签发人姓名用3号楷体字 (7.2.6).
_SIGNER = RunFormat(east_asian_font="楷体")
_ATTACHMENTS = "附件："


@dataclass(frozen=True, slots=True)
class Grid:
    """What a page is divided into, in points.

    Attributes:
        line: The pitch of its lines.
        character: The width of a character with its spacing.
        size: The type size.
        measure: The width of the text area.
    """

    line: float
    character: float
    size: float
    measure: float


def head_line(number: str, signer: str, grid: Grid, *, upward: bool) -> Block:
    """Return the line of the document's number (发文字号), below the room for the red name.

    Args:
        number: The number, or "".
        signer: The signer (签发人), or "".
        grid: The page's grid.
        upward: It goes to a higher authority: the number stands one character from the left, the
            signer one from the right. In any other the number stands in the middle, alone (7.2.5,
            7.2.6).
    """
    signs = (Text(number),) if number else (_gap("〔", 3, grid), _gap("〕", 2, grid), Text("号"))
    room = _LINES_OF_HEAD * grid.line
    if not upward:
        middle = ParagraphFormat(alignment=Alignment.CENTER, space_before=room)
        return Paragraph(signs, "letter-line", middle)
    label = Text("签发人：")
    left = ParagraphFormat(indent_left=grid.character)
    free = 1 if signer else 1 + _NAME
    right = ParagraphFormat(alignment=Alignment.RIGHT, indent_right=free * grid.character)
    name = (label, Text(signer, _SIGNER)) if signer else (label,)
    halves = (Paragraph(signs, "letter-line", left), Paragraph(name, "letter-line", right))
    cells = tuple(Cell((half,), valign="bottom") for half in halves)
    return Table(
        (grid.measure / 2, grid.measure / 2),
        (Row(cells, height=room + grid.line, exact=True),),
        border=Rule(0.0),
        padding=(0.0, 0.0, 0.0, 0.0),
    )


def attachment_lines(names: Sequence[str], grid: Grid) -> Iterator[Paragraph]:
    """Yield the lines that name the attachments (附件说明); all lines of all names begin alike."""
    figures = len(str(len(names)))
    # Half a character for each figure and for the point.
    room = (figures + 1) / 2 if len(names) > 1 else 0.0
    for index, name in enumerate(names):
        label = (Text(_ATTACHMENTS),) if index == 0 else ()
        number = _numbered(index + 1, figures, grid) if room else ()
        hanging = room + (len(_ATTACHMENTS) if index == 0 else 0)
        look = ParagraphFormat(
            space_before=0.0 if index else _ABOVE_ATTACHMENTS * grid.line,
            indent_left=(2 + len(_ATTACHMENTS) + room) * grid.character,
            first_line_indent=-hanging * grid.character / grid.size,
            keep_with_next=True,
        )
        yield Paragraph((*label, *number, Text(name)), "letter-line", look)


def signature(unit: str, date: dt.date | None, grid: Grid) -> Iterator[Paragraph]:
    """Yield the unit's name and the date below it, placed for a seal (7.3.5.1).

    The date ends four characters from the right and the name stands in the middle above it; of a
    name too long for that the date stands in the middle below.
    """
    figures = "" if date is None else printed_value(date)
    of_date = (em_width(figures) if figures else _DATE) * grid.character
    of_unit = (em_width(unit) + 0.25) * grid.character
    box = min(max(2 * _RIGHT_OF_DATE * grid.character + of_date, of_unit), grid.measure)
    middle = ParagraphFormat(
        alignment=Alignment.CENTER, indent_left=grid.measure - box, keep_with_next=True
    )
    above = _ABOVE_UNIT * grid.line
    if unit:
        yield Paragraph((Text(unit),), "letter-line", replace(middle, space_before=above))
    # Without a name its line stays free to be written on.
    of_figures = middle if unit else replace(middle, space_before=above + grid.line)
    if figures:
        yield Paragraph((Text(figures),), "letter-line", of_figures)
    else:
        yield Paragraph(
            (_gap("年", 2, grid), _gap("月", 2, grid), Text("日")),
            "letter-line",
            replace(
                of_figures,
                alignment=Alignment.RIGHT,
                indent_left=0.0,
                indent_right=_RIGHT_OF_DATE * grid.character,
            ),
        )


def contact_note(contact: str, phone: str, grid: Grid) -> Paragraph:
    """Return the note whom to ask, in brackets (附注, 7.3.6)."""
    said = (
        Text("（联系人"),
        *_said(contact, _NAME, grid),
        Text("，联系电话"),
        *_said(phone, _PHONE, grid),
        Text("）"),
    )
    return Paragraph(said, "letter-line", ParagraphFormat(first_line_indent=2.0))


def _said(text: str, characters: int, grid: Grid) -> tuple[Text, ...]:
    """Return a colon and what follows it, or room for so many characters."""
    return (Text("：" + text),) if text else (_gap("：", characters, grid),)


def _numbered(number: int, figures: int, grid: Grid) -> tuple[Text, Text]:
    """Return an attachment's number and its point, which takes up what is left of their room."""
    free = (figures - len(str(number))) / 2 + 0.25
    return Text(str(number)), Text(".", RunFormat(spacing=free * grid.size))


def _gap(sign: str, characters: float, grid: Grid) -> Text:
    """Return a sign with room for so many characters behind it."""
    return Text(sign, RunFormat(spacing=characters * grid.character))
