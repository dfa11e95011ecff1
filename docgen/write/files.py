"""One document in the formats asked for.

The PDF is laid out first: the Word file's table of contents shows the page numbers of that layout
until Word counts its own. Where the machine lacks what the layout needs, the Word file is made all
the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docgen.document import Contents
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Collection

    from docgen.document import Document
    from docgen.findings import Finding


#: What a document can be delivered as.
FORMATS = ("docx", "pdf")


@dataclass(frozen=True, slots=True)
class PrintedFile:
    """A file made from a document.

    Attributes:
        suffix: ``.docx`` or ``.pdf``.
        data: Its bytes.
        pages: Its pages, or None where only the program that opens it knows.
    """

    suffix: str
    data: bytes
    pages: int | None = None


def files_of(
    document: Document, formats: Collection[str]
) -> tuple[list[PrintedFile], list[Finding]]:
    """Return the files asked for, and what kept one from being made.

    Raises:
        DocgenError: If the document itself cannot be printed.
    """
    from docgen.write import docx, pdf

    files: list[PrintedFile] = []
    findings: list[Finding] = []
    layout = None
    if "pdf" in formats or _has_contents(document):
        try:
            layout = pdf.write(document)
        except pdf.EngineMissing as missing:
            severity = Severity.ERROR if "pdf" in formats else Severity.WARNING
            findings += [replace(finding, severity=severity) for finding in missing.findings]
    if "docx" in formats:
        labels = {} if layout is None else layout.labels
        files.append(PrintedFile(".docx", docx.write(document, labels)))
    if "pdf" in formats and layout is not None:
        files.append(PrintedFile(".pdf", layout.data, layout.pages))
    return files, findings


def _has_contents(document: Document) -> bool:
    return any(
        isinstance(block, Contents) for section in document.sections for block in section.blocks
    )
