"""A Word file as a checker sees it: its paragraphs in order, each as it really looks.

Unlike the blocks that a form becomes, a manuscript keeps the elements, so that a finding can be
written back as a comment and a slip mended in its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from docgen.document import PageBreak, Text
from docgen.read.formatting import NO_TABLE, Formatting
from docgen.read.inlines import InlineReader
from docgen.read.numbering import Counter
from docgen.read.ooxml import child, content, integer, local, w
from docgen.read.sections import page_setup
from docgen.read.stories import Story, anchor_of, paragraphs_outside
from docgen.read.surroundings import beside, has_picture
from docgen.read.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

    from docgen.document import Block, PageSetup, ParagraphFormat, RunFormat, Table
    from docgen.read.formatting import TableLayers
    from docgen.read.numbering import Level
    from docgen.read.package import Package
    from docgen.read.properties import Layer

_BODY_LEVEL = 9
#: Widths of columns play no part here.
_ANY_MEASURE = 400.0
#: Changes that somebody has yet to accept or refuse (修订).
_CHANGES = (
    "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
    "tblPrExChange", "tblGridChange", "trPrChange", "tcPrChange", "cellIns", "cellDel", "cellMerge",
    "numberingChange",
)  # fmt: skip
_OTHER_PARTS = ("header", "footer", "footnotes", "endnotes")
#: Sections repeat these, word for word.
_REPEATED = (Story.HEADER, Story.FOOTER)


@dataclass(frozen=True, slots=True)
class Span:
    """Neighbouring characters of one look.

    Attributes:
        text: The characters.
        format: Their look.
        run: The ``w:r`` they stand in.
    """

    text: str
    format: RunFormat
    run: Element


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a file (段落).

    Attributes:
        number: Its place among the body's paragraphs that print something, from 1; 0 outside it.
        text: What it prints, without an automatic number.
        label: Its automatic number as printed, or "".
        spans: Its text by looks; texts of fields included.
        format: Its own look, every gap filled.
        style: Name of its style, in small letters.
        outline: Its outline level from 1, or 0 for body text.
        element: The ``w:p``.
        level: The numbering level that numbers it, or None.
        table: Which table of the file it stands in, from 1; 0 for none.
        picture: It holds a picture.
        contents: It is an entry of the table of contents.
        story: Which text of the file it belongs to.
    """

    number: int
    text: str
    label: str
    spans: tuple[Span, ...]
    format: ParagraphFormat
    style: str
    outline: int
    element: Element
    level: Level | None
    table: int
    picture: bool
    contents: bool
    story: Story

    @property
    def printed(self) -> str:
        """Number and text as one reads them."""
        return self.label + self.text


class Manuscript:
    """A Word file, read for checking.

    Attributes:
        package: The file.
        formatting: Resolves what its elements look like.
        lines: The body's paragraphs that print something, in order, those in tables included.
        pages: Page set-up of each section.
        layouts: Tables, by their numbers, that lay out pictures and rule no data.
    """

    def __init__(self, package: Package) -> None:
        """Read a file."""
        self.package = package
        self.formatting = Formatting(package)
        self._inlines = InlineReader(self.formatting)
        self._counter = Counter(self.formatting.numbering)
        self.pages: list[PageSetup] = []
        self._tables = 0
        self.lines: list[Line] = []
        self.layouts: set[int] = set()
        self._layout_elements: set[Element] = set()
        body = child(package.document, "body")
        for element in () if body is None else content(body):
            self._read(element, 0, NO_TABLE)
        settings = package.part("settings")
        self.pages = [
            page_setup(each, settings) for each in package.document.iter(w("sectPr"))
        ] or [page_setup(None, settings)]

    @cached_property
    def outside(self) -> tuple[Line, ...]:
        """What the file prints outside its body; headers and footers that say the same are one."""
        lines: dict[object, Line] = {}
        for story, element in paragraphs_outside(self.package):
            # A field that one of them leaves open must not swallow the next.
            spans = tuple(self._spans(element, NO_TABLE, InlineReader(self.formatting)))
            line = self._line(element, self.formatting.paragraph(element), spans, story=story)
            if line.text.strip():
                lines.setdefault((story, line.text) if story in _REPEATED else element, line)
        return tuple(lines.values())

    @cached_property
    def boxed(self) -> Mapping[Element, list[Line]]:
        """Paragraph → what stands in the text boxes that are anchored in it."""
        boxed: dict[Element, list[Line]] = {}
        for line in self.outside:
            anchor = anchor_of(line.element) if line.story is Story.TEXT_BOX else None
            if anchor is not None:
                boxed.setdefault(anchor, []).append(line)
        return boxed

    @cached_property
    def changes(self) -> int:
        """How many tracked changes wait to be accepted or refused."""
        related = [
            self.package.related(each.id)
            for each in self.package.relationships()
            if each.kind in _OTHER_PARTS
        ]
        parts = [self.package.document, *(part for part in related if part is not None)]
        return sum(1 for part in parts for name in _CHANGES for _ in part.iter(w(name)))

    @cached_property
    def comments(self) -> int:
        """How many comments are left in the text."""
        return sum(1 for _ in self.package.document.iter(w("commentReference")))

    def neighbour(self, line: Line, step: int) -> str:
        """Return what stands before (-1) or behind (1) a paragraph.

        ``table``, ``picture``, ``text``, or "" for nothing; empty paragraphs are passed over. A
        table that lays out pictures is a picture; of a cell, what follows stands above or below.
        """
        return beside(line.element, step, self._layout_elements)

    def _read(self, element: Element, table: int, layers: TableLayers) -> None:
        if local(element) == "p":
            self._paragraph(element, table, layers)
        elif local(element) == "tbl":
            self._tables += 1
            number, first = self._tables, len(self.lines)

            def read_cell(cell: Element, layers: TableLayers) -> tuple[Block, ...]:
                for inner in content(cell):
                    self._read(inner, number, layers)
                return ()

            read = read_table(element, self.formatting, read_cell, _ANY_MEASURE)
            if _is_layout(read, [line for line in self.lines[first:] if line.table == number]):
                self.layouts.add(number)
                self._layout_elements.add(element)

    def _paragraph(self, element: Element, table: int, layers: TableLayers) -> None:
        layer = self.formatting.paragraph(element, layers)
        level = self.formatting.level(layer)
        label = self._counter.next(level) if level else ""
        spans = tuple(self._spans(element, layers, self._inlines))
        if has_picture(element) or any(span.text.strip() for span in spans):
            line = self._line(element, layer, spans, label=label, level=level, table=table)
            self.lines.append(line)

    def _line(
        self,
        element: Element,
        layer: Layer,
        spans: tuple[Span, ...],
        *,
        label: str = "",
        level: Level | None = None,
        table: int = 0,
        story: Story = Story.MAIN,
    ) -> Line:
        style = self.formatting.style(element)
        name = style.name if style else ""
        size = next((span.format.size for span in spans if span.format.size), None) or 1.0
        outline = integer(layer.get("outlineLvl"), _BODY_LEVEL)
        return Line(
            number=len(self.lines) + 1 if story is Story.MAIN else 0,
            text="".join(span.text for span in spans),
            label=label,
            spans=spans,
            format=self.formatting.paragraph_format(layer, size),
            style=name,
            outline=outline + 1 if outline < _BODY_LEVEL else 0,
            element=element,
            level=level,
            table=table,
            picture=has_picture(element),
            contents=_in_contents(element, name),
            story=story,
        )

    def _spans(
        self, paragraph: Element, layers: TableLayers, inlines: InlineReader
    ) -> Iterator[Span]:
        for run in content(paragraph):
            if local(run) != "r":
                continue
            for inline in inlines.read_run(run, paragraph, layers):
                if isinstance(inline, Text):
                    yield Span(inline.text, inline.format, run)
                elif not isinstance(inline, PageBreak):
                    layer = self.formatting.run(run, paragraph, layers)
                    yield Span(" ", self.formatting.run_format(layer), run)


def _is_layout(table: Table, lines: list[Line]) -> bool:
    """Say whether a table holds pictures and no data: it has no lines, or hardly more than them."""
    pictures = sum(line.picture for line in lines)
    texts = sum(bool(line.text.strip()) for line in lines)
    return pictures > 0 and (texts <= pictures or not _is_ruled(table))


def _is_ruled(table: Table) -> bool:
    sides = [each.borders for row in table.rows for each in row.cells]
    rules = [rule for each in sides for rule in (each.top, each.right, each.bottom, each.left)]
    return any(rule is not None and rule.width > 0 for rule in rules)


def _in_contents(element: Element, style: str) -> bool:
    """Say whether a paragraph is part of a table of contents: in its control, or by its style."""
    if style.startswith("toc "):
        return True
    gallery = f"{w('sdtPr')}/{w('docPartObj')}"
    return any(each.find(gallery) is not None for each in element.iterancestors(w("sdt")))
