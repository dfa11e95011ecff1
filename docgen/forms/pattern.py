"""The pattern of a document: rows of cells made of labels, holes for fields, and boxes to tick."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.forms.folding import words_of


@dataclass(frozen=True, slots=True)
class Label:
    """Words that the form prints whatever the case says."""

    text: str


@dataclass(frozen=True, slots=True)
class Hole:
    """Where a field of the case is printed.

    Attributes:
        path: The field's dotted path; ``*`` stands for the place in a list, as in
            ``patents.*.title``; ``counts.…`` for how many items a list has. "" for what else
            follows from other fields, and is not read.
    """

    path: str


@dataclass(frozen=True, slots=True)
class Box:
    """A box or a pair of brackets to tick (选项).

    Attributes:
        path: The field that the option is a value of.
        option: The option as printed.
    """

    path: str
    option: str


@dataclass(frozen=True, slots=True)
class Repeated:
    """Lines that are printed for each item of a list; the holes in them say which list."""

    pieces: tuple[Label | Hole | Box, ...]


Piece = Label | Hole | Box | Repeated


@dataclass(frozen=True, slots=True)
class RowPattern:
    """A row of a form, or a paragraph of it.

    Attributes:
        cells: What stands in each cell.
        table: Which table of the template it stands in, from 1; 0 for a paragraph.
        repeated: The row is printed for each item of a list.
        optional: The row is printed for some cases only.
    """

    cells: tuple[tuple[Piece, ...], ...]
    table: int = 0
    repeated: bool = False
    optional: bool = False

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of all its cells."""
        return tuple(piece for cell in self.cells for piece in cell)

    @property
    def labels(self) -> tuple[str, ...]:
        """The words that it prints whatever the case says, in their order."""
        return tuple(piece.text for piece in self.pieces if isinstance(piece, Label))

    @property
    def words(self) -> list[str]:
        """The folded words of its labels, in their order."""
        return [word for label in self.labels for word in words_of(label)]

    @property
    def has_fields(self) -> bool:
        """Whether it prints anything of the case."""
        return any(not isinstance(piece, Label) for piece in self.pieces)
