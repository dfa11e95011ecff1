"""Rows of a form's lists (明细): which are items, and which cell is whose where columns changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.forms.folding import folded
from docgen.forms.pattern import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.forms.pattern import Piece, RowPattern
    from docgen.read.rows import FormRow

#: What a row says, its number apart, that closes a list or stands in the place of an empty one.
_NOTHING = re.compile(
    r"[\d.、]*(?:无|没有|暂无|[/\\—–-]|[(【\[]?(?:以下|此处)(?:空白|无内容|无正文)[)】\]]?)*"
)
_TOTAL = re.compile(r"(?:合计|总计|小计|共计|共\d+[项件个条款]$)")


def says_nothing(cells: Sequence[str]) -> bool:
    """Say whether a row has nothing but its number and words such as 无 and 以下空白."""
    return _NOTHING.fullmatch("".join(map(folded, cells))) is not None


def is_item(cells: Sequence[str]) -> bool:
    """Say whether a row of a list is an item of it: it says something, and is no total."""
    return not says_nothing(cells) and _TOTAL.match("".join(map(folded, cells))) is None


class Lists:
    """The lists of a form, and where a file has their columns."""

    def __init__(
        self,
        patterns: Sequence[RowPattern],
        rows: Sequence[FormRow],
        pairs: Sequence[tuple[int, int]],
    ) -> None:
        """Find the lists' headings.

        Args:
            patterns: The form.
            rows: The file.
            pairs: Which pattern is which row.
        """
        self._headings: dict[int, tuple[RowPattern, FormRow]] = {}
        self._columns: dict[int, list[int | None]] = {}
        paired = dict(pairs)
        for i, pattern in enumerate(patterns):
            heading = patterns[i - 1]
            is_headed = pattern.repeated and len(heading.cells) == len(pattern.cells)
            if is_headed and not heading.has_fields and i - 1 in paired:
                self._headings[i] = (heading, rows[paired[i - 1]])
                self._columns[i] = _columns_of(*self._headings[i])

    def has_heading(self, pattern: RowPattern) -> bool:
        """Say whether a row is the heading of a list, whose columns are told by themselves."""
        return any(heading is pattern for heading, _ in self._headings.values())

    def cells(self, pattern: int, row: FormRow) -> tuple[str, ...]:
        """Return the cells of a row in the order of the pattern's."""
        columns = self._columns.get(pattern)
        if columns is None or len(row.cells) != len(self._headings[pattern][1].cells):
            return row.cells
        return tuple("" if each is None else row.cells[each] for each in columns)

    def added(self) -> Iterator[tuple[FormRow, str]]:
        """Yield the columns that somebody added to lists, with their heading rows."""
        for pattern, (_, row) in self._headings.items():
            for column, title in enumerate(row.cells):
                if column not in self._columns[pattern] and title.strip():
                    yield row, title

    def gone(self) -> Iterator[tuple[FormRow, str]]:
        """Yield the columns that somebody deleted from lists."""
        for pattern, (heading, row) in self._headings.items():
            for column, cell in zip(self._columns[pattern], heading.cells, strict=True):
                if column is None:
                    yield row, _title(cell)


def _columns_of(heading: RowPattern, row: FormRow) -> list[int | None]:
    """Return for each column of a list where a file has it, None where somebody deleted it.

    Args:
        heading: The list's heading row as the form prints it.
        row: The same in the file, where columns may have been deleted, added or moved.
    """
    printed = [folded(cell) for cell in row.cells]
    labels = [folded(_title(cell)) for cell in heading.cells]
    if len(labels) == len(printed) and not any(
        label in printed and printed[place] != label for place, label in enumerate(labels)
    ):
        return list(range(len(labels)))
    found = [printed.index(label) if label in printed else None for label in labels]
    for place, label in enumerate(labels):
        if found[place] is None:
            alike = (
                column
                for column, said in enumerate(printed)
                if column not in found and said and (said in label or label in said)
            )
            found[place] = next(alike, None)
    return found


def _title(cell: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in cell if isinstance(piece, Label))
