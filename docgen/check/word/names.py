"""Where a Word file says the experience's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.check.word.reading import Reading
    from docgen.check.word.recognition import Part

_NAME_FIELD = "experience.name"


def name_parts(reading: Reading) -> list[Part]:
    """Return the paragraphs of the title, or of the section that prints the name instead."""
    titles = [part for part in reading.parts if part.role == "title"]
    if titles or reading.narrative is None:
        return titles
    sections = reading.style.sections
    named = [name for name in reading.narrative.sections if sections[name].field == _NAME_FIELD]
    return [part for part in reading.parts if part.section in named and part.role == "body"]
