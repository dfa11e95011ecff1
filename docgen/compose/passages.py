"""Passages of the narrative as blocks: numbers, roles and sizes put to the writer's text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.case.narrative import (
    FigureRef,
    HeadingLine,
    Item,
    Mention,
    TableData,
    TextParagraph,
    Words,
    inlines_text,
)
from docgen.case.targets import Target
from docgen.compose.tables import compose_table
from docgen.derived import printed_width, references_of, targets_of
from docgen.document import (
    BULLET,
    Block,
    Caption,
    Figure,
    Heading,
    LineBreak,
    ListItem,
    Numbering,
    Paragraph,
    Reference,
    RunFormat,
    Table,
    Text,
)
from docgen.document.numbers import printed_number
from docgen.style.roles import heading_numbers, size_of

if TYPE_CHECKING:
    from docgen.case.load import Case
    from docgen.case.narrative import Inlines, Narrative, Passage
    from docgen.document import Inline, PageSetup
    from docgen.style.model import Style

_CIRCLED = Numbering("circled")
_NOTE = re.compile(r"注\d*[：:.．]")
#: The space between a number and its unit: 9 mm stays on one line (GB 3100).
_UNIT_SPACE = re.compile(
    r"(?<=\d) (?=(?:[kMGmnμµc]?(?:m|g|s|N|Pa|W|V|A|Hz|L|J|t|h)|ppm|HRC|HB|HV|mol|dB|r|min"
    r"|[℃Ω%‰°′″])[²³]?(?![A-Za-z0-9]))"
)


class Passages:
    """Turns passages into blocks, counting headings and lists as it goes."""

    def __init__(
        self,
        case: Case,
        style: Style,
        page: PageSetup,
    ) -> None:
        """Start counting at the first heading."""
        self._case = case
        self._page = page
        self._targets = targets_of(case, style)
        self._references = references_of(case, style)
        self._numbering = heading_numbers(style)
        self._table_size = size_of(style, "table-text")
        self._counts = [0] * len(self._numbering)
        self._headings = 0
        self._series: dict[tuple[int, int], int] = {}
        self._sections = 0
        self._level = 1

    def heading(self, level: int, inlines: tuple[Inline, ...]) -> Heading:
        """Return the next heading of a level with its number; deeper levels begin again."""
        self._headings += 1
        self._counts[level - 1] += 1
        self._counts[level:] = [0] * (len(self._counts) - level)
        number = printed_number(self._numbering[level - 1], self._counts[level - 1])
        return Heading(level, number, inlines, f"_Toc_{self._headings}")

    def blocks(self, narrative: Narrative, role: str, level: int = 1) -> list[Block]:
        """Return a section's passages as blocks.

        Args:
            narrative: The section's text.
            role: Role of its paragraphs.
            level: Level of the section's own heading; the writer's stand below it.
        """
        self._sections += 1
        self._level = level
        blocks: list[Block] = []
        for passage in narrative.passages:
            below_table = bool(blocks) and isinstance(blocks[-1], Table)
            is_note = below_table and _is_note(passage)
            blocks += self._blocks(passage, "table-note" if is_note else role)
        return blocks

    def _blocks(self, passage: Passage, role: str) -> list[Block]:
        match passage:
            case HeadingLine():
                return self._heading_line(passage)
            case TextParagraph():
                return [Paragraph(self._inlines(passage.inlines), role)]
            case Item():
                return [self._item(passage)]
            case FigureRef():
                return self._figure(passage)
            case TableData():
                target = self._targets[passage.id] if passage.caption else None
                caption = None if target is None else self._caption(target, passage.caption)
                cells = [[self._inlines(cell) for cell in row] for row in passage.rows]
                header = [self._inlines(cell) for cell in passage.header]
                return [
                    compose_table(
                        header,
                        cells,
                        passage.alignments,
                        measure=self._page.measure,
                        size=self._table_size,
                        caption=caption,
                    )
                ]

    def _heading_line(self, line: HeadingLine) -> list[Block]:
        return [self.heading(self._level + line.level, self._inlines(line.inlines))]

    def _item(self, item: Item) -> ListItem:
        key = (self._sections, item.series)
        series = self._series.setdefault(key, len(self._series))
        marker = printed_number(_CIRCLED, item.number) if item.ordered else BULLET
        return ListItem(
            self._inlines(item.inlines), marker, item.level, series, item.ordered, item.number
        )

    def _figure(self, figure: FigureRef) -> list[Block]:
        picture = self._case.pictures[figure.path]
        across, down = picture.pixels
        width = printed_width(figure.width, picture, self._page)
        caption = self._caption(self._targets[figure.id], figure.caption)
        alt = inlines_text(figure.caption)
        return [Figure(picture, width, width * down / across, alt, caption)]

    def _caption(self, target: Target, inlines: Inlines) -> Caption:
        return Caption(
            target.kind,
            target.label,
            target.number,
            self._inlines(inlines),
            target.anchor,
            target.chapter,
        )

    def _inlines(self, inlines: Inlines) -> tuple[Inline, ...]:
        return tuple(self._inline(inline) for inline in inlines)

    def _inline(self, inline: object) -> Inline:
        if isinstance(inline, Words):
            # None, not False: what the writer leaves plain is as its role says.
            form = RunFormat(bold=inline.bold or None, italic=inline.italic or None)
            return Text(_UNIT_SPACE.sub("\u00a0", inline.text), form)
        if isinstance(inline, Mention):
            target = self._references.get(inline.target)
            if isinstance(target, Target):
                return Reference(target.anchor, target.text)
            # A page of another file is no place to jump to. Without a target the label alone is
            # printed; the check has said so.
            return Text(inline.kind if target is None else target.text)
        return LineBreak()


def _is_note(passage: Passage) -> bool:
    """Say whether a passage is a table's note (表注): a paragraph that begins with 注."""
    return isinstance(passage, TextParagraph) and bool(_NOTE.match(inlines_text(passage.inlines)))
