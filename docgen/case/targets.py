"""Figures and tables by number: one series by kind over the narrative (图表按类别统一编号)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.case.narrative import FigureRef, Mention, TableData, inlines_text, texts_of
from docgen.document.numbers import serial_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from docgen.case.narrative import Inlines, Narrative

FIGURE, TABLE = "图", "表"
_KINDS = {FIGURE: "figure", TABLE: "table"}


@dataclass(frozen=True, slots=True)
class Target:
    """A figure or table that the text can refer to.

    Attributes:
        label: 图 or 表.
        number: Its number in the series of its kind.
        chapter: The chapter (一级标题) whose series that is; 0 where there is one series in all.
    """

    label: str
    number: int
    chapter: int = 0

    @property
    def kind(self) -> str:
        """``figure`` or ``table``."""
        return _KINDS[self.label]

    @property
    def anchor(self) -> str:
        """Unique name in the document, fit for a Word bookmark."""
        return f"_Ref_{self.kind}_{self._number.replace('-', '_')}"

    @property
    def text(self) -> str:
        """What a reference prints, e.g. 图1 or 图2-1."""
        return f"{self.label}{self._number}"

    @property
    def _number(self) -> str:
        return serial_number(self.number, self.chapter)


@dataclass(frozen=True, slots=True)
class PageTarget:
    """A page of the volume of evidence that the text can refer to.

    Attributes:
        label: The volume's name, e.g. 证实性材料.
        page: The page's number as printed.
    """

    label: str
    page: int

    @property
    def text(self) -> str:
        """What a reference prints, e.g. 证实性材料第12页."""
        return f"{self.label}第{self.page}页"


def number_targets(
    narrative: Mapping[str, Narrative], sections: Iterable[tuple[str, int]], first_table: int = 1
) -> dict[str, Target]:
    """Return id → figure or table, numbered in the order in which the sections are printed.

    Args:
        narrative: Section key → section.
        sections: The sections' keys in printing order, each with its chapter (0: one series in
            all); a key without a section is passed over.
        first_table: The number of the first table of the first series.
    """
    targets: dict[str, Target] = {}
    counts = Counter[tuple[str, int]]({(TABLE, 0): first_table - 1})
    for key, chapter in sections:
        for passage in numbered(narrative[key]) if key in narrative else ():
            label = label_of(passage)
            counts[label, chapter] += 1
            targets[passage.id] = Target(label, counts[label, chapter], chapter)
    return targets


def printed_text(narrative: Narrative, targets: Mapping[str, Target | PageTarget]) -> str:
    """Return a section's text as printed, references and captions with their numbers.

    Headings are without theirs, as Word's own count leaves automatic numbers out. A line for each
    heading, paragraph, item, caption and table cell that is not empty.
    """
    lines: list[str] = []
    for passage in narrative.passages:
        texts = [_with_numbers(inlines, targets) for inlines in texts_of(passage)]
        if isinstance(passage, (FigureRef, TableData)) and passage.id in targets:
            texts[0] = f"{targets[passage.id].text}\u3000{texts[0]}"
        lines += [text for text in texts if text]
    return "\n".join(lines)


def numbered(narrative: Narrative) -> Iterator[FigureRef | TableData]:
    """Yield the passages that have a number: figures, and tables with a caption."""
    for passage in narrative.passages:
        if isinstance(passage, FigureRef) or (isinstance(passage, TableData) and passage.caption):
            yield passage


def _with_numbers(inlines: Inlines, targets: Mapping[str, Target | PageTarget]) -> str:
    return "".join(
        targets[inline.target].text
        if isinstance(inline, Mention) and inline.target in targets
        else inlines_text((inline,))
        for inline in inlines
    )


def label_of(passage: FigureRef | TableData) -> str:
    """Return 图 or 表."""
    return FIGURE if isinstance(passage, FigureRef) else TABLE
