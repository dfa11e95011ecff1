"""The lines of a cover: its title, the labels, and what stands behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.word.recognition import Part
from docgen.check.word.sections import plain

if TYPE_CHECKING:
    from docgen.read.manuscript import Manuscript
    from docgen.style.documents import Cover
    from docgen.style.model import Style


def recognise_cover(manuscript: Manuscript, style: Style, spec: Cover) -> list[Part]:
    """Return a cover's paragraphs with the roles cover-title, cover-label and cover-content.

    A label with its content in one paragraph is a label.
    """
    titles = {plain(style.filled(line)) for line in spec.title}
    labels = [plain(field.label) for field in spec.fields]
    parts = []
    seen_label = False
    for line in manuscript.lines:
        text = plain(line.text)
        if not seen_label and text in titles | {"".join(titles)}:
            role = "cover-title"
        elif any(text.startswith(label) for label in labels):
            role, seen_label = "cover-label", True
        else:
            role = "cover-content" if seen_label else "cover-title"
        parts.append(Part(line, role, "", line.text.strip()))
    return parts
