"""Where a finding stands in another copy of the same file: by counting paragraphs and runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.read.ooxml import w
from docgen.read.stories import Story

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from docgen.check.word.slip import Slip


class Places:
    """Finds the elements of a file that was read before in a copy opened for writing."""

    def __init__(self, body: Element) -> None:
        """Count the copy's paragraphs and runs."""
        self._paragraphs = list(body.iter(w("p")))
        self._runs = list(body.iter(w("r")))
        self._numbers: dict[Element, int] = {}

    def paragraph(self, slip: Slip) -> Element | None:
        """Return the paragraph that a slip is in; None for the file as a whole or what it repeats.

        Word has no comments in headers and footers, notes and text boxes.
        """
        if slip.line is None or slip.line.story is not Story.MAIN:
            return None
        return self._paragraphs[self._number(slip.line.element)]

    def runs(self, slip: Slip) -> list[Element]:
        """Return the runs that a slip is about: its characters', its paragraph's, or the first."""
        paragraph = self.paragraph(slip)
        if paragraph is None:
            return self._runs[:1]
        if slip.spans:
            return [self._runs[number] for number in sorted(self._span_numbers(slip))]
        # Runs of a text box in it stand in paragraphs of their own.
        runs = paragraph.iter(w("r"))
        return [run for run in runs if next(run.iterancestors(w("p"))) is paragraph]

    def _span_numbers(self, slip: Slip) -> set[int]:
        return {self._number(span.run) for span in slip.spans}

    def _number(self, element: Element) -> int:
        """Return an element's place among its kind in the file that was read."""
        if element not in self._numbers:
            root = element.getroottree().getroot()
            body = root.find(w("body"))
            for kind in ("p", "r"):
                found = enumerate(root.iter(w(kind)) if body is None else body.iter(w(kind)))
                self._numbers |= {each: number for number, each in found}
        return self._numbers[element]
