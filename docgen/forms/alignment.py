"""Which row of a filled form is which row of its pattern: the alignment that explains most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.forms.folding import folded
from docgen.forms.pattern import Box, RowPattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.forms.pattern import Piece
    from docgen.read.rows import FormRow

#: So much of a row's labels must be there.
_ENOUGH = 0.6
#: A row of a list has no labels: it stands right below its heading row.
_LISTED = 0.5


def aligned(patterns: Sequence[RowPattern], rows: Sequence[FormRow]) -> list[tuple[int, int]]:
    """Return pairs of pattern and row, by their places, in the order of the form.

    Rows that somebody added have no pair, nor have patterns whose rows somebody deleted; the
    pattern of a list has as many as the list has items.
    """
    table = _Table(patterns, rows)
    return table.pairs()


class _Table:
    """The best total of likeness for every beginning of the pattern and of the file."""

    def __init__(self, patterns: Sequence[RowPattern], rows: Sequence[FormRow]) -> None:
        self._patterns, self._rows = patterns, rows
        self._words = [each.words for each in patterns]
        # Also without options: people delete those that they do not tick.
        self._wordings = [
            [words, *filter(None, [RowPattern(_without_boxes(each)).words])]
            if any(isinstance(piece, Box) for piece in each.pieces)
            else [words]
            for each, words in zip(patterns, self._words, strict=True)
        ]
        self._cells = [[folded(cell) for cell in row.cells] for row in rows]
        across, down = len(rows) + 1, len(patterns) + 1
        self._best = [[0.0] * across for _ in range(down)]
        #: The best total with the last pattern and the last row paired; below zero for never.
        self._paired = [[-1.0] * across for _ in range(down)]
        for i in range(1, down):
            for j in range(1, across):
                self._paired[i][j] = self._total(i, j)
                self._best[i][j] = max(
                    self._best[i - 1][j], self._best[i][j - 1], self._paired[i][j]
                )

    def pairs(self) -> list[tuple[int, int]]:
        """Return the pairs of the best alignment."""
        found: list[tuple[int, int]] = []
        i, j = len(self._patterns), len(self._rows)
        while i and j:
            if self._best[i][j] == self._best[i - 1][j]:
                i -= 1
            elif self._best[i][j] == self._best[i][j - 1]:
                j -= 1
            else:
                i, j = self._take(i, j, found)
        return found[::-1]

    def _take(self, i: int, j: int, found: list[tuple[int, int]]) -> tuple[int, int]:
        """Take the pair at a place, and those of the list that it ends; return what is left."""
        found.append((i - 1, j - 1))
        while self._is_listed(i):
            same = self._paired[i][j - 1]
            if same < self._paired[i - 1][j - 1]:
                i -= 1
            j -= 1
            found.append((i - 1, j - 1))
        return i - 1, j - 1

    def _is_listed(self, i: int) -> bool:
        """Say whether a pattern has no labels to be known by, only its place below another row."""
        return not self._words[i - 1]

    def _total(self, i: int, j: int) -> float:
        if self._is_listed(i):
            return self._listed_total(i, j)
        likeness = self._likeness(i - 1, j - 1)
        return self._best[i - 1][j - 1] + likeness if likeness >= _ENOUGH else -1.0

    def _listed_total(self, i: int, j: int) -> float:
        pattern, row = self._patterns[i - 1], self._rows[j - 1]
        before = self._rows[j - 2] if j > 1 else None
        if not row.table or before is None or before.table != row.table:
            return -1.0
        # Somebody may have added a column to a list or deleted one.
        changed = len(before.cells) if pattern.repeated else 0
        if len(row.cells) not in (len(pattern.cells), changed):
            return -1.0
        above = self._paired[i - 1][j - 1]
        same = self._paired[i][j - 1] if pattern.repeated else -1.0
        total = max(above, same)
        return total + _LISTED if total >= 0 else -1.0

    def _likeness(self, pattern: int, row: int) -> float:
        """Return which share of a pattern's labels a row has, from 0 to 1."""
        return max(self._share(words, pattern, row) for words in self._wordings[pattern])

    def _share(self, words: Sequence[str], pattern: int, row: int) -> float:
        cells = self._cells[row]
        text = "".join(cells)
        position = found = 0
        for word in words:
            place = text.find(word, position)
            if place >= 0:
                position = place + len(word)
                found += len(word)
        total = sum(map(len, words))
        if not self._patterns[pattern].has_fields:
            # What only prints words must be no longer than they are.
            total = max(total, len(text))
        whole = sum(word in cells for word in words) / len(words)
        return found / total * (0.9 + 0.1 * whole)


def _without_boxes(pattern: RowPattern) -> tuple[tuple[Piece, ...], ...]:
    """Return the cells that offer no options."""
    return tuple(
        cell for cell in pattern.cells if not any(isinstance(piece, Box) for piece in cell)
    )
