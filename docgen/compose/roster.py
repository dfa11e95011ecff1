"""The unit's tables (汇总表, 名单) as documents: a sheet set out as the form is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.compose.sheet import PADDING, ROW_HEIGHT, printed_cell
from docgen.document import (
    Alignment,
    Block,
    Cell,
    Document,
    LineBreak,
    LinePart,
    Paragraph,
    ParagraphFormat,
    Row,
    Rule,
    Section,
    Sheet,
    Table,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A row higher than this is cut by a page break, for no page may hold it.
_TALL = 330.0
#: Between two parts of a line, in points.
_GAP = 12.0
_NO_RULE = Rule(0.0)


def compose_roster(sheet: Sheet, key: str) -> Document:
    """Compose a sheet as a document."""
    return Document(
        key=key,
        name=sheet.name,
        sections=(Section(tuple(_blocks(sheet)), sheet.page, sheet.page_numbers),),
        roles=sheet.roles,
        properties=sheet.properties,
    )


def _blocks(sheet: Sheet) -> Iterator[Block]:
    if sheet.annex:
        yield Paragraph((Text(sheet.annex),), "annex")
    lines = [each for line in sheet.title for each in (LineBreak(), Text(line))]
    yield Paragraph(tuple(lines[1:]), "title")
    if sheet.head:
        yield _line(sheet, sheet.head, above=True)
    yield _table(sheet)
    if sheet.foot:
        yield _line(sheet, sheet.foot, above=False)
    if sheet.note:
        yield Paragraph((Text(sheet.note),), "table-note")


def _table(sheet: Sheet) -> Table:
    header = Row(
        tuple(_cell(each.title, "table-head", centred=True) for each in sheet.columns),
        height=ROW_HEIGHT,
        header=True,
    )
    body = (
        Row(
            tuple(
                _cell(printed_cell(value), "table-text", centred=column.centred)
                for value, column in zip(row.values, sheet.columns, strict=True)
            ),
            height=ROW_HEIGHT,
            may_break=row.height > _TALL,
        )
        for row in sheet.rows
    )
    return Table(
        tuple(column.width for column in sheet.columns),
        (header, *body),
        padding=PADDING,
        keep_with_next=bool(sheet.foot or sheet.note),
    )


def _cell(text: str, role: str, *, centred: bool) -> Cell:
    form = ParagraphFormat(alignment=Alignment.CENTER if centred else Alignment.LEFT)
    lines = text.split("\n")
    return Cell(tuple(Paragraph((Text(line),) if line else (), role, form) for line in lines))


def _line(sheet: Sheet, parts: tuple[LinePart, ...], *, above: bool) -> Table:
    """Return a line as a row without rules: its first part at the left, its last at the right."""
    gaps = len(parts) - 1
    gap = max((sheet.page.measure - sum(part.width for part in parts)) / max(gaps, 1), _GAP)
    widths = [part.width + gap for part in parts[:-1]] + [parts[-1].width]
    scale = sheet.page.measure / sum(widths)
    cells = []
    for part in parts:
        flush = part.flush and part is parts[-1] and len(parts) > 1
        form = ParagraphFormat(alignment=Alignment.RIGHT if flush else Alignment.LEFT)
        paragraph = Paragraph((Text(part.text),), "table-line", form)
        cells.append(Cell((paragraph,), valign="bottom" if above else "top"))
    return Table(
        tuple(width * scale for width in widths),
        (Row(tuple(cells)),),
        border=_NO_RULE,
        padding=(0.0, 0.0, 4.0, 0.0) if above else (6.0, 0.0, 0.0, 0.0),
        keep_with_next=above or bool(sheet.note),
    )
