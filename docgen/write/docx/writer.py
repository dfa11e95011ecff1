"""Write a document as a Word file."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from docgen.resources import templates_dir
from docgen.write.docx.body import Body
from docgen.write.docx.hints import hint_runs
from docgen.write.docx.joined import open_form
from docgen.write.docx.numbering import stamp_numbering
from docgen.write.docx.package import finished
from docgen.write.docx.sections import footer_alignments, footer_paragraph
from docgen.write.docx.styles import stamp_styles
from docgen.write.docx.xml import Element, qname, referring, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document as WordDocument

    from docgen.document import Document, Section

_SHELL = "word/base.docx"


def write(document: Document, labels: Mapping[str, str]) -> bytes:
    """Return the document as a Word file.

    A document read from a filled form is that form, finished, and what was composed to follow it;
    any other is set into the shell.

    Args:
        document: The document.
        labels: Anchor of a heading → the printed number of its page, from a real layout.
    """
    if document.word is not None and document.composed_part is not None:
        part = document.composed_part
        word = open_form(document.word, part)
        _add_body(word, part, labels)
    elif document.word is not None:
        word = docx.Document(io.BytesIO(document.word))
        hint_runs(word.element.body)
    else:
        word = docx.Document(str(templates_dir() / _SHELL))
        stamp_styles(word.styles.element, document)
        stamp_numbering(word.part.numbering_part.element, document)
        _stamp_settings(word.settings.element, document)
        word.element.body.clear()
        _add_body(word, document, labels)
    return finished(word, document.properties)


def _stamp_settings(settings: Element, document: Document) -> None:
    """Say that pages face each other, in the places the schema has for it."""
    if any(section.page.mirrored for section in document.sections):
        settings.insert(0, w("mirrorMargins"))
        tab_stop = settings.find(qname("defaultTabStop"))
        assert tab_stop is not None, "the shell has a default tab stop"
        tab_stop.addnext(w("evenAndOddHeaders"))


def _add_body(word: WordDocument, document: Document, labels: Mapping[str, str]) -> None:
    body = Body(document, labels, word.part)
    elements = [
        element
        for index, section in enumerate(document.sections)
        for element in body.section(
            section,
            _footers(word, section, index),
            last=index == len(document.sections) - 1,
        )
    ]
    word.element.body.extend(elements)


def _footers(word: WordDocument, section: Section, index: int) -> list[Element]:
    """Add the section's footers as parts and return the references to them."""
    if section.page_numbers is None and index == 0:
        return []
    references = []
    alignments = footer_alignments(section.page_numbers, section.page.mirrored)
    if word.settings.odd_and_even_pages_header_footer:
        # A form may tell odd pages from even ones where the part does not.
        alignments.setdefault("even", alignments["default"])
    for kind, alignment in alignments.items():
        paragraph = footer_paragraph(section.page_numbers, alignment)
        part = Part(
            PackURI(f"/word/footer{index + 1}-{kind}.xml"),
            CONTENT_TYPE.WML_FOOTER,
            etree.tostring(w("ftr", paragraph), xml_declaration=True, encoding="UTF-8"),
            word.part.package,
        )
        relationship = word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTER)
        references.append(referring("footerReference", relationship, type=kind))
    return references
