"""HTML of a document, through the templates in ``templates/html``.

Each block type has one macro, found in a table by the type's name. What a macro needs to know
about a block it asks the printer, which collects classes and pictures on the way.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from docgen.document import (
    Block,
    Caption,
    Cell,
    Contents,
    Document,
    Figure,
    Heading,
    Insert,
    ListItem,
    Paragraph,
    Picture,
    Reference,
    Section,
    Table,
    Text,
)
from docgen.document.numbers import serial_number
from docgen.resources import templates_dir
from docgen.write.pdf.css import Sheet, points
from docgen.write.pdf.lines import Line, entry_line, item_line, text_line
from docgen.write.pdf.pages import page_css, section_anchor
from docgen.write.pdf.pieces import BREAK_OPPORTUNITY, Piece
from docgen.write.pdf.tables import Grid, table_grid

if TYPE_CHECKING:
    from jinja2 import Environment

#: Block type → macro in ``blocks.html``.
MACROS = {
    "Paragraph": "paragraph",
    "Heading": "heading",
    "ListItem": "list_item",
    "Figure": "figure",
    "Insert": "insert",
    "Table": "table",
    "Contents": "contents",
    "PageBreak": "page_break",
}
# Punctuation that lies on its side in vertical text.
_TURNED = set("（）《》〈〉【】〔〕「」『』“”‘’—…～-()")


@dataclass(frozen=True, slots=True)
class Html:
    """A document as HTML.

    Attributes:
        text: The HTML.
        css: The generated style sheet; the shared one is ``templates/html/base.css``.
        pictures: URL → picture.
    """

    text: str
    css: str
    pictures: dict[str, Picture]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents: classes, pieces, where it leads, style of the number."""

    classes: str
    pieces: tuple[Piece, ...]
    anchor: str
    style: str


@dataclass(frozen=True, slots=True)
class Sign:
    """A character of vertical text; turned if it lies on its side."""

    piece: Piece
    turned: bool


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """A section for the template; `middle` is the class of the text area's height, or ""."""

    anchor: str
    classes: str
    middle: str
    body: Markup


def document_html(document: Document) -> Html:
    """Return a document as HTML.

    Raises:
        DocgenError: ``unknown-role``, if a block's role is not among the document's.
    """
    printer = Printer(document)
    sections = [printer.section(index) for index in range(len(document.sections))]
    template = _environment().get_template("document.html")
    text = template.render(properties=document.properties, sections=sections)
    css = page_css(document, printer.sheet) + printer.sheet.text()
    return Html(text, css, printer.pictures)


class Printer:
    """What the macros ask about blocks."""

    def __init__(self, document: Document) -> None:
        """Start with an empty style sheet and no pictures."""
        self.sheet = Sheet(document)
        self.pictures: dict[str, Picture] = {}
        self._document = document
        self._measure: float | None = None
        self._macros = _environment().get_template("blocks.html").module
        self.role_class = self.sheet.role_class

    def section(self, index: int) -> PrintedSection:
        """Return a section for the template."""
        section = self._document.sections[index]
        self._measure = section.page.measure
        name = self.sheet.class_for(f"page:s{index}")
        classes = f"{name} odd" if section.start == "odd" else name
        return PrintedSection(
            section_anchor(index),
            classes,
            self._middle(section),
            self.blocks(section.blocks),
        )

    def blocks(self, blocks: Sequence[Block]) -> Markup:
        """Return blocks as HTML, each by its type's macro."""
        return Markup("\n").join(
            self._macro(MACROS[type(block).__name__], block) for block in blocks
        )

    def line(self, block: Paragraph | Heading | Caption, prefix: str = "") -> Line:
        """Return the classes and pieces of a block that prints text."""
        own = None if isinstance(block, Caption) else block.format
        return text_line(self.sheet, block.role, block.inlines, own, prefix)

    def plain_line(self, text: str, role: str) -> Line:
        """Return the classes and pieces of a text in a role."""
        return text_line(self.sheet, role, (Text(text),))

    def item(self, item: ListItem) -> Line:
        """Return the classes and pieces of a list item and its marker."""
        return item_line(self.sheet, item)

    def title(self, heading: Heading) -> str:
        """Return a heading's bookmark: its number and text."""
        return heading.number + "".join(
            inline.text for inline in heading.inlines if isinstance(inline, Text | Reference)
        )

    def caption_label(self, caption: Caption) -> str:
        """Return what a caption prints before its own text, e.g. “图1　”."""
        return f"{caption.label}{serial_number(caption.number, caption.chapter)}{caption.gap}"

    def picture(self, picture: Picture) -> str:
        """Return the URL under which a picture's bytes are kept for the engine."""
        url = f"docgen:{hashlib.sha256(picture.data).hexdigest()}"
        self.pictures[url] = picture
        return url

    def size_class(self, block: Figure | Insert) -> str:
        """Return the class of a picture's or an insert's printed size."""
        size = f"width:{points(block.width)};height:{points(block.height)}"
        return self.sheet.class_for(size)

    def grid(self, table: Table) -> Grid:
        """Return a table's classes, spans and rows."""
        return table_grid(self.sheet, table, self._cell, self._measure)

    def signs(self, pieces: Sequence[Piece]) -> Iterator[Sign]:
        """Return the characters of vertical text one by one."""
        for piece in pieces:
            if piece.kind == "break":
                continue
            for character in piece.text.replace(BREAK_OPPORTUNITY, ""):
                sign = Piece(character, piece.classes, piece.href)
                yield Sign(sign, character in _TURNED)

    def entries(self, contents: Contents) -> Iterator[Entry]:
        """Return the lines of a table of contents."""
        for section in self._document.sections:
            style = section.page_numbers.style if section.page_numbers else "decimal"
            for block in section.blocks:
                if isinstance(block, Heading) and block.level <= contents.levels:
                    line = entry_line(self.sheet, block, f"contents-{block.level}")
                    yield Entry(line.classes, line.pieces, block.anchor, style)

    def _macro(self, name: str, block: Block) -> Markup:
        macro = getattr(self._macros, name)
        return Markup(macro(block, self))  # escaped by the macro

    def _cell(self, cell: Cell) -> Markup:
        measure, self._measure = self._measure, None
        html = Markup("\n").join(
            self._macro("vertical", block)
            if cell.vertical and isinstance(block, Paragraph)
            else self.blocks((block,))
            for block in cell.blocks
        )
        self._measure = measure
        return html

    def _middle(self, section: Section) -> str:
        if section.valign != "center":
            return ""
        return self.sheet.class_for(f"height:{points(section.page.text_height)}")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(templates_dir() / "html")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
