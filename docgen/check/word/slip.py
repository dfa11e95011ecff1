"""What a rule for Word files yields: a slip in one paragraph, or in the file as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.read.stories import Story

if TYPE_CHECKING:
    from docgen.check.word.reading import Reading
    from docgen.findings import Severity
    from docgen.read.manuscript import Line, Span
    from docgen.read.rows import FormRow

_SHOWN = 16
_STORIES = {
    Story.HEADER: "页眉",
    Story.FOOTER: "页脚",
    Story.TEXT_BOX: "文本框",
    Story.FOOTNOTE: "脚注",
    Story.ENDNOTE: "尾注",
}


@dataclass(frozen=True, slots=True)
class Fix:
    """A mechanical cure: the property to set, and its value.

    Attributes:
        property: font, size, bold, spacing (of the spans); align, line, indent, place, number (of
            the paragraph).
        value: As the style has it: a font's name, points, a flag, an alignment, line spacing,
            characters; ``before`` or ``after``; the number as it stands and as it should.
    """

    property: str
    value: object


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip.

    Attributes:
        message: What was found, in Chinese.
        cure: What to do about it, in Chinese.
        line: The paragraph, or None for the file.
        clause: The clause that asks for it, or "".
        severity: Where it differs from the rule's own.
        spans: The characters that it is about; none for the whole paragraph.
        fix: The mechanical cure, or None.
    """

    message: str
    cure: str
    line: Line | None = None
    clause: str = ""
    severity: Severity | None = None
    spans: tuple[Span, ...] = ()
    fix: Fix | None = None


def place_title(line: Line | None) -> str:
    """Return a paragraph's number and its first words: pages differ from program to program.

    Outside the body the part of the file stands for the number; None is the file as a whole.
    """
    if line is None:
        return "全文"
    text = line.printed.strip()
    shown = f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text
    place = _STORIES.get(line.story, f"第 {line.number} 段")
    return f"{place}“{shown}”"


def first_line(reading: Reading, row: FormRow | None) -> Line | None:
    """Return the first paragraph of a form's row that prints something."""
    if row is None or row.element is None:
        return None
    return next(
        (
            line
            for line in reading.manuscript.lines
            if row.element in (line.element, *line.element.iterancestors())
        ),
        None,
    )
