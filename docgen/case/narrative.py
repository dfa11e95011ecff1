"""A narrative section (正文) as the case gives it: passages with positions, no style yet.

The composer turns these into blocks: numbers, roles and sizes come from the style.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.document import Alignment


@dataclass(frozen=True, slots=True)
class Words:
    """Running text in one emphasis."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference to a figure, a table or a paper of the evidence; its number is not known yet.

    Attributes:
        kind: 图, 表 or 证实性材料.
        target: Id of the figure, table or paper.
        line: 1-based line in the source.
    """

    kind: str
    target: str
    line: int


@dataclass(frozen=True, slots=True)
class Break:
    """A forced line break (换行)."""


#: What a text calls the volume of evidence where it refers to a paper of it.
EVIDENCE = "证实性材料"

Inlines = tuple[Words | Mention | Break, ...]


@dataclass(frozen=True, slots=True)
class Width:
    """A printed width: `value` in points, or in per cent of the measure (版心宽度)."""

    value: float
    relative: bool = True

    def points(self, measure: float) -> float:
        """Return the width in points on a measure in points."""
        return self.value / 100 * measure if self.relative else self.value


#: The width of a figure that states none.
DEFAULT_WIDTH = Width(80.0)


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A heading (标题) of level 1 to 5, without its number."""

    level: int
    inlines: Inlines
    line: int


@dataclass(frozen=True, slots=True)
class TextParagraph:
    """A paragraph (段落)."""

    inlines: Inlines
    line: int


@dataclass(frozen=True, slots=True)
class Item:
    """A list item (列表项). Its second and later paragraphs follow as text paragraphs.

    Attributes:
        ordered: Numbered, not bulleted.
        level: 0 for the outermost list.
        number: Position in its list, from the list's first number; 0 for a bullet.
        series: Identifies the list within the narrative, from 1.
        inlines: The text without the marker.
        line: 1-based line in the source.
    """

    ordered: bool
    level: int
    number: int
    series: int
    inlines: Inlines
    line: int


@dataclass(frozen=True, slots=True)
class FigureRef:
    """A figure (插图): where its picture is and what is printed below.

    Attributes:
        path: The file as written, ``/`` between folders, relative to the case folder.
        caption: The caption (题注) without label and number; never empty unless an error says so.
        id: What mentions call it; the caption's plain text where none is given.
        width: Printed width.
        line: 1-based line in the source.
    """

    path: str
    caption: Inlines
    id: str
    width: Width
    line: int


@dataclass(frozen=True, slots=True)
class TableData:
    """A table (表格).

    Attributes:
        caption: The caption (题注) without label and number; empty for a table without one.
        id: What mentions call it; the caption's plain text where none is given, "" without caption.
        header: The cells of the header row; empty where the source leaves them all blank.
        rows: The body rows, each as long as `alignments`.
        alignments: One per column; None where the source leaves it to the style.
        line: 1-based line in the source: the caption's, or the header row's without one.
    """

    caption: Inlines
    id: str
    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    alignments: tuple[Alignment | None, ...]
    line: int


Passage = HeadingLine | TextParagraph | Item | FigureRef | TableData


@dataclass(frozen=True, slots=True)
class Narrative:
    """A narrative section: its passages in reading order."""

    passages: tuple[Passage, ...]


def plain_text(narrative: Narrative) -> str:
    """Return the text as printed, without heading numbers, caption numbers and markers.

    A line for each heading, paragraph, item, caption and table cell that is not empty. A mention
    is its 图 or 表 alone.
    """
    texts = (inlines_text(inlines) for p in narrative.passages for inlines in texts_of(p))
    return "\n".join(text for text in texts if text)


def inlines_text(inlines: Inlines) -> str:
    """Return inlines as plain text; a forced break becomes a line feed."""
    return "".join(_text_of(inline) for inline in inlines)


def texts_of(passage: Passage) -> Iterator[Inlines]:
    """Yield every piece of text of a passage, in reading order: caption, cells, or the one text."""
    if isinstance(passage, FigureRef):
        yield passage.caption
    elif isinstance(passage, TableData):
        yield passage.caption
        yield from passage.header
        for row in passage.rows:
            yield from row
    else:
        yield passage.inlines


def mentions(narrative: Narrative) -> Iterator[Mention]:
    """Yield every reference to a figure or table, in reading order."""
    for passage in narrative.passages:
        for inlines in texts_of(passage):
            yield from (inline for inline in inlines if isinstance(inline, Mention))


def _text_of(inline: Words | Mention | Break) -> str:
    if isinstance(inline, Words):
        return inline.text
    return inline.kind if isinstance(inline, Mention) else "\n"
