"""Blocks as Word's body elements: one function per block type, in a table."""

from __future__ import annotations

import io
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from docx.oxml.shape import CT_Inline
from docx.shared import Pt

from docgen.document import (
    Caption,
    Contents,
    Figure,
    Heading,
    Insert,
    ListItem,
    PageBreak,
    Paragraph,
    ParagraphFormat,
    Table,
)
from docgen.write.docx.contents import contents_element
from docgen.write.docx.formats import paragraph_properties
from docgen.write.docx.inlines import Bookmarks, field, run, runs
from docgen.write.docx.numbering import list_number
from docgen.write.docx.sections import section_properties
from docgen.write.docx.styles import style_id
from docgen.write.docx.tables import table_element
from docgen.write.docx.xml import Element, w

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from docx.parts.document import DocumentPart

    from docgen.document import Block, Document, Picture, Section


class Body:
    """Writes one document's blocks; counts its bookmarks and pictures."""

    def __init__(self, document: Document, labels: Mapping[str, str], part: DocumentPart) -> None:
        """Prepare to write.

        Args:
            document: The document.
            labels: Anchor of a heading → the printed number of its page.
            part: The Word part that the pictures are added to.
        """
        self.document = document
        self.labels = labels
        self._part = part
        self._bookmarks = Bookmarks()
        self._pictures = 0
        self._series: set[tuple[str, int]] = set()

    def elements(self, blocks: Sequence[Block]) -> list[Element]:
        """Return the elements of a run of blocks; a paragraph stands where Word demands one.

        It demands one behind the last table, and between two tables, which are one to it otherwise.
        """
        elements: list[Element] = []
        for block, after in zip_longest(blocks, blocks[1:]):
            elements += WRITERS[type(block)](self, block)
            if isinstance(block, Table) and (after is None or _begins_with_table(after)):
                elements.append(tiny_paragraph(kept=block.keep_with_next))
        return elements or [tiny_paragraph()]

    def section(self, section: Section, footers: list[Element], *, last: bool) -> list[Element]:
        """Return a section's elements; its properties stand last, in a paragraph if more follow."""
        elements = self.elements(section.blocks)
        properties = section_properties(section, footers)
        if last:
            return [*elements, properties]
        return [*elements, w("p", w("pPr", properties))]

    def paragraph(self, block: Paragraph) -> list[Element]:
        """Write a paragraph."""
        return [self._block(block.role, block.format, list(runs(block.inlines)))]

    def heading(self, block: Heading) -> list[Element]:
        """Write a heading; Word numbers it by its style."""
        content = self._bookmarks.around(block.anchor, list(runs(block.inlines)))
        return [self._block(block.role, block.format, content)]

    def list_item(self, block: ListItem) -> list[Element]:
        """Write a list item; Word prints its marker, in the hanging indent."""
        content = list(runs(block.inlines))
        return [self._block(block.role, ParagraphFormat(), content, list_number(block))]

    def figure(self, block: Figure) -> list[Element]:
        """Write a picture and the caption below it."""
        drawing = self._drawing(block.picture, (block.width, block.height), block.alt)
        picture = self._block(block.role, ParagraphFormat(), [w("r", drawing)])
        return [picture, self._caption(block.caption)]

    def insert(self, block: Insert) -> list[Element]:
        """Write a page of another file: its picture."""
        if block.picture is None:
            return []
        drawing = self._drawing(block.picture, (block.width, block.height), block.alt)
        return [self._block(block.role, ParagraphFormat(), [w("r", drawing)])]

    def table(self, block: Table) -> list[Element]:
        """Write a table, its caption above."""
        caption = [] if block.caption is None else [self._caption(block.caption)]
        return [*caption, table_element(block, self.elements)]

    def contents(self, block: Contents) -> list[Element]:
        """Write the table of contents."""
        headings = [
            each
            for section in self.document.sections
            for each in section.blocks
            if isinstance(each, Heading) and each.level <= block.levels
        ]
        return [contents_element(block, headings, self.labels)]

    def page_break(self, _: PageBreak) -> list[Element]:
        """Write a page break."""
        return [w("p", w("r", w("br", type="page")))]

    def _block(
        self,
        role: str,
        form: ParagraphFormat,
        content: Sequence[Element],
        numbering: Element | None = None,
    ) -> Element:
        size = self.document.size_of(role)
        direct = paragraph_properties(form, size, numbering=numbering)
        return w("p", w("pPr", w("pStyle", val=style_id(role)), *direct), *content)

    def _caption(self, caption: Caption) -> Element:
        series = "\\* ARABIC"
        if (caption.kind, caption.chapter) not in self._series:
            self._series.add((caption.kind, caption.chapter))
            if caption.chapter or caption.number > 1:
                # It begins anew with each chapter, or goes on from tables that Word does not count.
                series += f" \\r {caption.number}"
        number = [
            run(caption.label, hint=True),
            *([run(f"{caption.chapter}-")] if caption.chapter else []),
            *field(f"SEQ {caption.label} {series}", [run(str(caption.number))]),
        ]
        content = self._bookmarks.around(caption.anchor, number)
        return self._block(
            caption.role,
            ParagraphFormat(),
            [*content, run(caption.gap), *runs(caption.inlines)],
        )

    def _drawing(self, picture: Picture, size: tuple[float, float], alt: str) -> Element:
        self._pictures += 1
        relationship, _ = self._part.get_or_add_image(io.BytesIO(picture.data))
        width, height = map(Pt, size)
        name = f"插图{self._pictures}"
        inline: Any = CT_Inline.new_pic_inline(self._pictures, relationship, name, width, height)
        inline.docPr.set("name", name)
        inline.docPr.set("descr", alt)
        return w("drawing", inline)


WRITERS: Mapping[type[Block], Callable[[Body, Any], list[Element]]] = {
    Paragraph: Body.paragraph,
    Heading: Body.heading,
    ListItem: Body.list_item,
    Figure: Body.figure,
    Insert: Body.insert,
    Table: Body.table,
    Contents: Body.contents,
    PageBreak: Body.page_break,
}


def tiny_paragraph(*, kept: bool = False) -> Element:
    """Return the paragraph that Word demands behind a table, as low as can be.

    Args:
        kept: It stands on the page of what follows, as the table before it does.
    """
    properties = w(
        "pPr",
        w("keepNext") if kept else None,
        w("spacing", line="20", lineRule="exact"),
        w("rPr", w("sz", val="2")),
    )
    return w("p", properties)


def _begins_with_table(block: Block) -> bool:
    return isinstance(block, Table) and block.caption is None
