"""Headings of years above columns of figures: another order puts figures into wrong years."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.forms.folding import folded
from docgen.forms.pattern import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.forms.pattern import RowPattern
    from docgen.read.rows import FormRow

_YEAR = re.compile(r"(20\d\d)年?(?:度|末)?")


def years_in(cells: Sequence[str]) -> list[str]:
    """Return the years that stand in cells by themselves, in their order."""
    return [match[1] for cell in cells if (match := _YEAR.fullmatch(folded(cell)))]


def other_years(
    patterns: Sequence[RowPattern], rows: Sequence[FormRow]
) -> Iterator[tuple[FormRow, str]]:
    """Yield the headings whose years are not the form's, with the years that the form prints.

    Args:
        patterns: The form.
        rows: The file.
    """
    printed = [years for each in patterns if len(years := years_in(_labels(each))) > 1]
    headed = [(row, years) for row in rows if row.table and len(years := years_in(row.cells)) > 1]
    if len(printed) != len(headed):
        return
    for wanted, (row, years) in zip(printed, headed, strict=True):
        if years != wanted:
            yield row, "、".join(wanted)


def _labels(pattern: RowPattern) -> list[str]:
    return [
        "".join(piece.text if isinstance(piece, Label) else "…" for piece in cell)
        for cell in pattern.cells
    ]
