"""Compose: a case and a style become documents.

One function per kind of document, in a table; a document composed here knows nothing of Word or
PDF, and the writers know nothing of the case.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from docgen.compose.cover import compose_cover
from docgen.compose.form import compose_form
from docgen.compose.narrative import compose_narrative
from docgen.compose.spine import compose_spine
from docgen.findings import DocgenError, Finding
from docgen.style.documents import Cover, Form, NarrativeSpec, Spine

if TYPE_CHECKING:
    from collections.abc import Callable

    from docgen.case.load import Case
    from docgen.document import Document
    from docgen.style.documents import DocumentSpec
    from docgen.style.model import Style

COMPOSERS: dict[type[DocumentSpec], Callable[[Case, Style, str, Any], Document]] = {
    Cover: compose_cover,
    Form: compose_form,
    NarrativeSpec: compose_narrative,
    Spine: compose_spine,
}


def compose(case: Case, style: Style) -> list[Document]:
    """Return the documents that the style asks of the applicant, in the order of the style.

    Raises:
        DocgenError: With the findings of every document that cannot be composed.
    """
    documents: dict[str, Document] = {}
    findings: list[Finding] = []
    for key, spec in style.documents.items():
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


def _joined(form: Document, part: Document) -> Document:
    """Return a form with a composed document as its last part."""
    return replace(
        form,
        sections=form.sections + part.sections,
        roles={**form.roles, **part.roles},
        heading_numbers=part.heading_numbers,
        composed_part=part,
    )
