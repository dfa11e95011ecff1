"""Compose: a case and a style become documents.

One function per kind of document, in a table; a document composed here knows nothing of Word or
PDF, and the writers know nothing of the case.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from docgen.compose.cover import compose_cover
from docgen.compose.evidence import compose_evidence
from docgen.compose.form import compose_form
from docgen.compose.narrative import compose_narrative
from docgen.compose.print_sheet import compose_print_sheet
from docgen.compose.spine import compose_spine
from docgen.document import Heading
from docgen.evidence import bundles
from docgen.findings import DocgenError, Finding
from docgen.style.documents import (
    Book,
    Cover,
    EvidenceSpec,
    Form,
    NarrativeSpec,
    PrintSheet,
    Spine,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docgen.bookmaking import MadeBook
    from docgen.case.load import Case
    from docgen.document import Block, Document, Section
    from docgen.style.documents import DocumentSpec
    from docgen.style.model import Style

COMPOSERS: dict[type[DocumentSpec], Callable[[Case, Style, str, Any], Document]] = {
    Cover: compose_cover,
    Form: compose_form,
    NarrativeSpec: compose_narrative,
    EvidenceSpec: compose_evidence,
}
#: What is said of the book, and so composed when it is made.
BOOK_COMPOSERS: dict[
    type[DocumentSpec], Callable[[Case, Style, str, Any, MadeBook | None], Document]
] = {
    Spine: compose_spine,
    PrintSheet: compose_print_sheet,
}
#: What is bound of finished documents, and composed by nobody.
BOUND = (Book,)


def compose(case: Case, style: Style) -> list[Document]:
    """Return the documents that the style asks of the applicant, in the order of the style.

    Those about the book are not among them, nor a volume of evidence without a paper.

    Raises:
        DocgenError: With the findings of every document that cannot be composed.
    """
    documents: dict[str, Document] = {}
    findings: list[Finding] = []
    for key, spec in style.documents.items():
        if type(spec) not in COMPOSERS or (
            isinstance(spec, EvidenceSpec) and not bundles(case, style)
        ):
            continue
        try:
            documents[key] = COMPOSERS[type(spec)](case, style, key, spec)
        except DocgenError as error:
            findings += error.findings
    if findings:
        raise DocgenError(findings)
    for key, spec in style.documents.items():
        if isinstance(spec, NarrativeSpec) and spec.part_of:
            documents[spec.part_of] = _joined(documents[spec.part_of], documents.pop(key))
    return list(documents.values())


def compose_about_book(case: Case, style: Style, book: MadeBook | None) -> list[Document]:
    """Return the documents about the bound book: the spine label, the print sheet.

    Args:
        case: The case.
        style: The style.
        book: The book, or None where none is made.

    Raises:
        DocgenError: If a field that one prints is missing from the case.
    """
    return [
        BOOK_COMPOSERS[type(spec)](case, style, key, spec, book)
        for key, spec in style.documents.items()
        if type(spec) in BOOK_COMPOSERS
    ]


def _joined(form: Document, part: Document) -> Document:
    """Return a form with a composed document as its last part, its page numbers as the form's."""
    footer = form.roles.get("footer")
    if footer is not None:
        look = replace(footer, title=part.roles["footer"].title)
        part = replace(part, roles={**part.roles, "footer": look})
    own = tuple(replace(each, blocks=tuple(_spelt_out(each, form))) for each in form.sections)
    return replace(
        form,
        sections=own + part.sections,
        roles={**form.roles, **part.roles},
        heading_numbers=part.heading_numbers,
        composed_part=part,
    )


def _spelt_out(section: Section, form: Document) -> Iterator[Block]:
    """Yield a form's blocks, headings with their own look: the part's are of the same roles."""
    for block in section.blocks:
        if isinstance(block, Heading):
            look = block.format.over(form.roles[block.role].paragraph)
            yield replace(block, format=look)
        else:
            yield block
