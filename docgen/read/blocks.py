"""Read a Word file into the document model, every format resolved."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from docgen.document import (
    Block,
    Document,
    Heading,
    Inline,
    PageBreak,
    Paragraph,
    ParagraphFormat,
    Properties,
    RoleFormat,
    Section,
    Tab,
    Text,
)
from docgen.read.formatting import NO_TABLE, Formatting, TableLayers
from docgen.read.inlines import InlineReader
from docgen.read.numbering import Counter
from docgen.read.ooxml import attribute, child, content, integer, local
from docgen.read.package import Package, open_package
from docgen.read.sections import Footers, page_setup
from docgen.read.tables import read_table

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from docgen.document import PageSetup
    from docgen.read.properties import Layer
    from docgen.read.styles import Style

#: Word's own style names → roles; any other style prints as body in its own format.
_ROLES = {
    "title": "cover-title",
    "subtitle": "cover-subtitle",
    "list paragraph": "list",
    "toc heading": "contents-title",
}
_HEADING = re.compile(r"heading ([1-9])")
_CONTENTS = re.compile(r"toc ([1-9])")
_BODY_LEVEL = 9


def read_word(data: bytes, *, key: str, name: str, properties: Properties) -> Document:
    """Read a Word file into a document.

    Args:
        data: The file's bytes; they become the document's `word`.
        key: The document's key in the style pack.
        name: Its Chinese name, the stem of its file names, also used in messages.
        properties: Core properties of the document.

    Every paragraph and text carries its effective format with no gap. An empty paragraph holds
    one empty Text in the format of its mark, so that its line has a height. Computed numbers are
    the number of a heading or stand as text before a paragraph. Pictures, text boxes, notes and
    headers are not read; `unread_content` says what was passed over.

    Raises:
        DocgenError: When the file cannot be read safely; see `open_package`.
    """
    return read_package(
        open_package(data, f"{name}.docx"), data, key=key, name=name, properties=properties
    )


def read_package(
    package: Package, data: bytes, *, key: str, name: str, properties: Properties
) -> Document:
    """Read an opened Word file into a document; see `read_word`."""
    reader = _Reader(package)
    sections = reader.sections()
    return Document(
        key=key,
        name=name,
        sections=sections,
        roles=reader.roles,
        properties=properties,
        word=data,
    )


class _Reader:
    """One pass over a file, in the order of the document.

    Attributes:
        roles: The roles met so far, each in the format of the first style that plays it.
    """

    def __init__(self, package: Package) -> None:
        self._package = package
        self._settings = package.part("settings")
        self._formatting = Formatting(package)
        self._inlines = InlineReader(self._formatting)
        self._counter = Counter(self._formatting.numbering)
        self._headings = 0
        self._measure = 0.0
        self.roles: dict[str, RoleFormat] = {}
        self._play("body", self._formatting.styles.get(None, "paragraph"))

    def sections(self) -> tuple[Section, ...]:
        """Return the body's sections; one that goes on on the same page joins the one before."""
        footers = Footers(self._package, self._settings, self._formatting)
        sections: list[Section] = []
        for elements, properties in self._split(child(self._package.document, "body")):
            page = page_setup(properties, self._settings)
            self._measure = page.measure
            blocks = tuple(
                block for element in elements for block in self._block(element, NO_TABLE)
            )
            footer = footers.next(properties)
            if footer is not None:
                self._footer_role(footer.paragraph, footer.run)
            start = attribute(child(properties, "type"))
            if sections and start == "continuous" and _same_paper(sections[-1].page, page):
                before = sections.pop()
                sections.append(
                    Section(
                        before.blocks + blocks,
                        before.page,
                        before.page_numbers,
                        before.start,
                        before.valign,
                    )
                )
                continue
            centered = attribute(child(properties, "vAlign")) == "center"
            sections.append(
                Section(
                    blocks,
                    page,
                    footer.numbers if footer else None,
                    "odd" if start == "oddPage" else "next",
                    "center" if centered else "top",
                )
            )
        return tuple(sections)

    def _split(self, body: Element | None) -> list[tuple[list[Element], Element | None]]:
        """Return the body's elements by section, each with its ``w:sectPr``."""
        groups: list[tuple[list[Element], Element | None]] = []
        current: list[Element] = []
        last: Element | None = None
        for element in () if body is None else content(body):
            if local(element) == "sectPr":
                last = element
                continue
            current.append(element)
            ends = child(element, "pPr", "sectPr") if local(element) == "p" else None
            if ends is not None:
                groups.append((current, ends))
                current = []
        if current or last is not None or not groups:
            groups.append((current, last))
        return groups

    def _block(self, element: Element, table: TableLayers, *, in_cell: bool = False) -> list[Block]:
        match local(element):
            case "p":
                return self._paragraph(element, table, in_cell=in_cell)
            case "tbl":
                return [read_table(element, self._formatting, self._cell, self._measure)]
            case _:
                return []

    def _cell(self, cell: Element, table: TableLayers) -> tuple[Block, ...]:
        """Return a cell's blocks; a page break has no effect in a cell."""
        return tuple(
            block
            for element in content(cell)
            for block in self._block(element, table, in_cell=True)
            if not isinstance(block, PageBreak)
        )

    def _paragraph(self, element: Element, table: TableLayers, *, in_cell: bool) -> list[Block]:
        formatting = self._formatting
        style = formatting.style(element)
        layer = formatting.paragraph(element, table)
        pieces = _pieces(self._inlines.read(element, table))
        mark = formatting.run_format(formatting.mark(element, table))
        texts = [i for piece in pieces for i in piece if isinstance(i, Text)]
        size = (texts[0].format if texts else mark).size or 1.0
        number, number_inlines = self._number(element, layer, table)
        look = formatting.paragraph_format(layer, size)
        role = self._role(style)
        blocks: list[Block] = []
        for index, piece in enumerate(pieces):
            if index:
                blocks.append(PageBreak())
            if not piece and len(pieces) > 1:
                continue
            if index:  # the rest of the same paragraph
                look = replace(look, first_line_indent=0.0, page_break_before=False)
            level = _heading_level(role)
            if level and piece and not in_cell:
                self._headings += 1
                anchor = f"heading-{self._headings}"
                own = ParagraphFormat() if look == self.roles[role].paragraph else look
                blocks.append(Heading(level, number, tuple(piece), anchor, own))
            else:
                inlines = (*number_inlines, *piece) or (Text("", mark),)
                blocks.append(Paragraph(inlines, role, look))
            number, number_inlines = "", ()
        return blocks

    def _number(
        self, element: Element, layer: Layer, table: TableLayers
    ) -> tuple[str, tuple[Inline, ...]]:
        """Count a numbered paragraph; return its number, alone and as inlines with its suffix."""
        level = self._formatting.level(layer)
        number = self._counter.next(level) if level else ""
        if level is None or not number:
            return "", ()
        look = self._formatting.run_format(self._formatting.number(element, level, table))
        if level.suffix == "tab":
            return f"{number} ", (Text(number, look), Tab())
        spaced = f"{number} " if level.suffix == "space" else number
        return spaced, (Text(spaced, look),)

    def _role(self, style: Style | None) -> str:
        """Return the role a style plays, by its name or else its outline level."""
        role = "body"
        if style is not None:
            outline = integer(self._formatting.of_style(style)[0].get("outlineLvl"), _BODY_LEVEL)
            heading, contents = _HEADING.fullmatch(style.name), _CONTENTS.fullmatch(style.name)
            if style.name in _ROLES:
                role = _ROLES[style.name]
            elif contents:
                role = f"contents-{contents[1]}"
            elif heading or 0 <= outline < _BODY_LEVEL:
                role = f"heading-{heading[1] if heading else outline + 1}"
        self._play(role, style)
        return role

    def _play(self, role: str, style: Style | None) -> None:
        if role not in self.roles:
            paragraph, run = self._formatting.of_style(style)
            run_format = self._formatting.run_format(run)
            self.roles[role] = RoleFormat(
                style.title if style else "Normal",
                self._formatting.paragraph_format(paragraph, run_format.size or 1.0),
                run_format,
            )

    def _footer_role(self, paragraph: Element, run: Element) -> None:
        if "footer" not in self.roles:
            look = self._formatting.run_format(self._formatting.run(run, paragraph))
            layer = self._formatting.paragraph(paragraph)
            self.roles["footer"] = RoleFormat(
                "footer", self._formatting.paragraph_format(layer, look.size or 1.0), look
            )


def _pieces(inlines: list[Inline | PageBreak]) -> list[list[Inline]]:
    """Cut a paragraph at its page breaks."""
    pieces: list[list[Inline]] = [[]]
    for inline in inlines:
        if isinstance(inline, PageBreak):
            pieces.append([])
        else:
            pieces[-1].append(inline)
    return pieces


def _heading_level(role: str) -> int:
    prefix, _, level = role.rpartition("-")
    return int(level) if prefix == "heading" else 0


def _same_paper(one: PageSetup, other: PageSetup) -> bool:
    return (one.width, one.height) == (other.width, other.height)
