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
#: The narrowest back that carries a text, in mm (GB/T 11668).
_NARROWEST = 5.0


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
        two_sided: A leaf holds two of them.
        paper: The paper's weight in g/m².
    """

    parts: tuple[BookPart, ...]
    pages: int
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
    def label_mm(self) -> float:
        """How wide the label for its back is in mm: a narrower one could not be read."""
        return max(self.thickness_mm, _NARROWEST)

    @property
    def label(self) -> float:
        """How wide the label for its back is in points."""
        return self.label_mm * _MM
