"""One document in the formats asked for.

The PDF is laid out first: the Word file's table of contents shows the page numbers of that layout
until Word counts its own. Where the machine lacks what the layout needs, the Word file is made all
the same.
"""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.disk import digest_of
from docgen.document import Contents
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Collection

    from docgen.document import Document, Sheet
    from docgen.findings import Finding
    from docgen.write.inserts import Sheets
    from docgen.write.pdf import Pdf


#: What a document can be delivered as, and what a sheet can be besides.
FORMATS = ("docx", "pdf")
WORKBOOK = "xlsx"


@dataclass(frozen=True, slots=True)
class PrintedFile:
    """A file made from a document.

    Attributes:
        suffix: ``.docx``, ``.pdf`` …
        content: Its bytes, or where they are: what holds hundreds of scans is not in memory.
        pages: Its pages, or None where only the program that opens it knows.
        labels: What each page of a PDF is called, as it prints it; "" where it prints nothing.
    """

    suffix: str
    content: bytes | Path
    pages: int | None = None
    labels: tuple[str, ...] = ()

    @property
    def data(self) -> bytes:
        """Its bytes."""
        return self.content.read_bytes() if isinstance(self.content, Path) else self.content

    @property
    def size(self) -> int:
        """How many bytes it has."""
        is_path = isinstance(self.content, Path)
        return self.content.stat().st_size if is_path else len(self.content)  # type: ignore

    def digest(self) -> str:
        """Return its SHA-256 in hexadecimal figures."""
        if isinstance(self.content, Path):
            return digest_of(self.content)
        return hashlib.sha256(self.content).hexdigest()

    def write_to(self, target: Path) -> None:
        """Write it to a file."""
        if isinstance(self.content, Path):
            shutil.copyfile(self.content, target)
        else:
            target.write_bytes(self.content)


def files_of(
    document: Document, formats: Collection[str], sheets: Sheets | None = None
) -> tuple[list[PrintedFile], list[Finding]]:
    """Return the files asked for, and what kept one from being made.

    Args:
        document: The document.
        formats: Which of `FORMATS` are wanted; a document that is not editable has no Word file.
        sheets: The pages that go into the room it leaves for them.

    Raises:
        DocgenError: If the document itself cannot be printed.
    """
    from docgen.write import docx, pdf
    from docgen.write.inserts import filled, with_pictures

    wanted = [each for each in formats if document.editable or each == "pdf"]
    files: list[PrintedFile] = []
    findings: list[Finding] = []
    layout: Pdf | None = None
    if "pdf" in wanted or ("docx" in wanted and _has_contents(document)):
        try:
            layout = pdf.write(document)
        except pdf.EngineMissing as missing:
            severity = Severity.ERROR if "pdf" in wanted else Severity.WARNING
            findings += [replace(finding, severity=severity) for finding in missing.findings]
    if "docx" in wanted:
        labels = {} if layout is None else layout.labels
        whole = document if sheets is None else with_pictures(document, sheets)
        files.append(PrintedFile(".docx", docx.write(whole, labels)))
    if "pdf" in wanted and layout is not None:
        content = layout.data if sheets is None else filled(document, layout, sheets)
        files.append(PrintedFile(".pdf", content, layout.pages, layout.printed))
    return files, findings


def workbook_of(sheet: Sheet) -> PrintedFile:
    """Return a sheet as a workbook.

    Raises:
        DocgenError: If a cell cannot hold its text.
    """
    from docgen.write import xlsx

    return PrintedFile(f".{WORKBOOK}", xlsx.write(sheet))


def _has_contents(document: Document) -> bool:
    return any(
        isinstance(block, Contents) for section in document.sections for block in section.blocks
    )
