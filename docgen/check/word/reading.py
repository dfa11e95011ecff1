"""A Word file as the rules see it: which of the documents it is, and what its parts are for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.check.word.cover import recognise_cover
from docgen.check.word.kinds import document_of
from docgen.check.word.recognition import recognise
from docgen.read.manuscript import Manuscript
from docgen.style.documents import Cover, Form, NarrativeSpec

if TYPE_CHECKING:
    from docgen.check.word.recognition import Part
    from docgen.read import Package
    from docgen.style.documents import DocumentSpec
    from docgen.style.model import Style


@dataclass(frozen=True, slots=True)
class Reading:
    """A Word file, read for a style.

    Attributes:
        manuscript: The file.
        style: The style.
        document: Key of the document that it is.
        spec: That document.
        narrative: The narrative that it is or ends in, or None.
        parts: Its paragraphs with their roles; none for what is a form alone.
    """

    manuscript: Manuscript
    style: Style
    document: str
    spec: DocumentSpec
    narrative: NarrativeSpec | None
    parts: list[Part]


def read_for(package: Package, style: Style, document: str | None = None) -> Reading:
    """Read a Word file as one of a style's documents.

    Args:
        package: The file.
        style: The style.
        document: Key of the document that it is, or None to tell from what it says.

    Raises:
        DocgenError: If it is none of them.
    """
    manuscript = Manuscript(package)
    key = document or document_of(manuscript, style, package.name)
    spec = style.documents[key]
    narrative = _narrative(style, key, spec)
    if isinstance(spec, Cover):
        parts = recognise_cover(manuscript, style, spec)
    elif narrative is not None:
        parts = recognise(manuscript, style, narrative)
    else:
        parts = []
    return Reading(manuscript, style, key, spec, narrative, parts)


def _narrative(style: Style, key: str, spec: DocumentSpec) -> NarrativeSpec | None:
    if isinstance(spec, NarrativeSpec):
        return spec
    if isinstance(spec, Form):
        for other in style.documents.values():
            if isinstance(other, NarrativeSpec) and other.part_of == key:
                return other
    return None
