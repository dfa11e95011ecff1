"""PDF output, through HTML and WeasyPrint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docgen.document import Document
from docgen.write.pdf.engine import EngineMissing, render, require_engine
from docgen.write.pdf.html import document_html
from docgen.write.pdf.pages import page_labels, section_anchor

__all__ = ["EngineMissing", "Pdf", "require_engine", "write"]


@dataclass(frozen=True, slots=True)
class Pdf:
    """A printed document.

    Attributes:
        data: The PDF file.
        pages: How many pages it has, blank ones included.
        labels: Anchor of each heading and caption → number of its page as printed in the table of
            contents: “1”, “II”.
        places: Anchor → page that it stands on, from 0.
        printed: What each page is called as it prints it, “II” or “1”; "" where it prints none.
    """

    data: bytes
    pages: int
    labels: Mapping[str, str]
    places: Mapping[str, int]
    printed: tuple[str, ...]


def write(document: Document) -> Pdf:
    """Print a document; the same document gives the same bytes.

    Raises:
        EngineMissing: ``pdf-engine-missing``, if the machine lacks the libraries for it.
        DocgenError: ``unknown-role`` for a block whose role the document does not define,
            ``missing-glyph`` for a character that no face has, ``pdf-engine`` for any other
            complaint of the engine.
    """
    rendered = render(document, document_html(document))
    sections = {section_anchor(index) for index in range(len(document.sections))}
    pages = page_labels(document, rendered.anchors)
    labels: dict[str, str] = {}
    places: dict[str, int] = {}
    for place, (page, anchors) in enumerate(zip(pages, rendered.anchors, strict=True)):
        for anchor in anchors:
            if anchor not in sections:
                labels.setdefault(anchor, page.label)
                places.setdefault(anchor, place)
    printed = tuple(page.label if page.is_printed else "" for page in pages)
    return Pdf(rendered.data, len(pages), labels, places, printed)
