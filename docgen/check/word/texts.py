"""How long the sections of a Word file are, counted in the file itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.read.stories import Story
from docgen.wordcount import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading
    from docgen.read.manuscript import Line
    from docgen.style.content import Limit
    from docgen.wordcount import WordCount


@dataclass(frozen=True, slots=True)
class LimitedText:
    """A section of the file for which the notice has a limit.

    Attributes:
        title: Its heading.
        line: The paragraph of the heading.
        found: The counts of its text, headings below it, captions and tables included.
        limit: The limit.
        inferred: The limit is not the notice's word but inferred.
        clause: The clause that sets it.
    """

    title: str
    line: Line
    found: WordCount
    limit: Limit
    inferred: bool
    clause: str


def limited_texts(reading: Reading) -> Iterator[LimitedText]:
    """Yield the sections of the file that have a limit, in the order of the style."""
    there = {part.section for part in reading.parts}
    names = reading.narrative.sections if reading.narrative else ()
    for name, after in zip(names, (*names[1:], None), strict=False):
        section = reading.style.sections[name]
        own = [part for part in reading.parts if part.section == name]
        parts = [part for part in own if part.line.story is Story.MAIN]
        # Without its heading the next section's text counts with this one: that is told already.
        if section.limit is None or not parts or (after is not None and after not in there):
            continue
        heading, *texts = parts
        path = f"sections.{name}.limit.{section.limit.kind}"
        yield LimitedText(
            section.title,
            heading.line,
            # Word's own count leaves automatic numbers out.
            count("\n".join(part.line.text for part in texts)),
            section.limit,
            reading.style.source(path).inferred,
            reading.style.clause(path),
        )
