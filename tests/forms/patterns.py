"""Small patterns and rows made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docgen.forms.pattern import Box, Hole, Label, Piece, Repeated, RowPattern
from docgen.read.rows import FormRow

#: A hole of no matter which field.
HOLE = Hole("contact.name")


def pattern(*cells: str | Piece | Sequence[Piece], table: int = 1, **kind: Any) -> RowPattern:
    """A row of cells: a text is a label, a piece stands alone, several share a cell."""
    return RowPattern(tuple(_pieces(cell) for cell in cells), table, **kind)


def _pieces(cell: str | Piece | Sequence[Piece]) -> tuple[Piece, ...]:
    if isinstance(cell, str):
        return (Label(cell),)
    return (cell,) if isinstance(cell, Label | Hole | Box | Repeated) else tuple(cell)


def rows(*said: str | Sequence[str], table: int = 1) -> list[FormRow]:
    """The rows of a file: a text is a paragraph, several are the cells of a table's row."""
    return [
        FormRow(number, 0, (each,))
        if isinstance(each, str)
        else FormRow(number, table, tuple(each))
        for number, each in enumerate(said, start=1)
    ]
