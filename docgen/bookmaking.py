"""The bound book (胶装成册) in figures: its pages, its leaves, how thick it is."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

#: Points in a millimetre.
_MM = 72 / 25.4
#: Specific volume of uncoated paper (松厚度), cm³/g: 80 g/m² makes 0.1 mm a leaf.
_VOLUME = 1.25
#: Cover on both sides and glue, in mm.
_COVER = 0.5
#: A narrower back should carry no text, in mm (GB/T 11668).
_LEGIBLE = 5.0
#: The narrowest strip that can be cut, in mm.
_NARROWEST = 3.0


@dataclass(frozen=True, slots=True)
class BookPart:
    """A part of a book: its name, the page of the book that it begins on, and its own pages."""

    name: str
    start: int
    pages: int


@dataclass(frozen=True, slots=True)
class MadeBook:
    """A book as it was made.

    Attributes:
        parts: Its parts, in order.
        pages: Its pages, blank ones included.
        blanks: Which of them are blank, from 1.
        two_sided: A leaf holds two of them.
        paper: The paper's weight in g/m².
    """

    parts: tuple[BookPart, ...]
    pages: int
    blanks: tuple[int, ...]
    two_sided: bool
    paper: int

    @property
    def leaves(self) -> int:
        """How many leaves of paper (张) it has."""
        return ceil(self.pages / 2) if self.two_sided else self.pages

    @property
    def thickness_mm(self) -> float:
        """How thick its back is in mm, to half a millimetre upwards."""
        return ceil((self.leaves * self.paper * _VOLUME / 1000 + _COVER) * 2) / 2

    @property
    def is_legible(self) -> bool:
        """Whether its back is thick enough for a text (GB/T 11668)."""
        return self.thickness_mm >= _LEGIBLE

    @property
    def label_mm(self) -> float:
        """How wide the label for its back is in mm: as the back, if it can be cut so narrow."""
        return max(self.thickness_mm, _NARROWEST)

    @property
    def label(self) -> float:
        """How wide the label for its back is in points."""
        return self.label_mm * _MM
