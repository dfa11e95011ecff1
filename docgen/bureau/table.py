"""The rows of the unit's tables: applicants in their order, the unit's people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docgen.compose.values import printed_value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.bureau.applicants import Applicant
    from docgen.bureau.opinions import CompanyOpinion, Liaison, Opinions
    from docgen.document import CellValue
    from docgen.style.bureau import Column, Roster

_NUMBER, _RANK, _OPINION = "number", "rank", "opinion"


@dataclass(frozen=True, slots=True)
class Entry:
    """An applicant in the summary.

    Attributes:
        number: Its place in the table (序号), from 1.
        applicant: The applicant.
        opinion: What the unit says of it, or None.
    """

    number: int
    applicant: Applicant
    opinion: CompanyOpinion | None

    @property
    def rank(self) -> int | None:
        """Its rank (排序), or None."""
        return self.opinion.rank if self.opinion else None

    def cell(self, column: Column) -> CellValue:
        """Return what a column of the summary says of it; None for nothing."""
        if column.field == _NUMBER:
            return self.number
        if column.field == _RANK:
            return self.rank
        if column.field == _OPINION:
            return self.opinion.opinion if self.opinion else None
        return _cell(self.applicant.value(column.field))


def entries(applicants: Sequence[Applicant], opinions: Opinions) -> list[Entry]:
    """Return the applicants in the order of the table.

    Those with a rank come first, by rank, whether the notice wants an order or not; the others
    follow in the order of their files.
    """
    judged = [(each, opinions.of(each.company)) for each in applicants]

    def order(pair: tuple[Applicant, CompanyOpinion | None]) -> tuple[bool, int]:
        rank = pair[1].rank if pair[1] else None
        return rank is None, rank or 0

    ordered = sorted(judged, key=order)
    return [Entry(number, *pair) for number, pair in enumerate(ordered, start=1)]


def summary_rows(roster: Roster, found: Sequence[Entry]) -> list[tuple[CellValue, ...]]:
    """Return the rows of the summary (汇总表)."""
    return [tuple(entry.cell(column) for column in roster.columns) for entry in found]


def contact_rows(roster: Roster, people: Sequence[Liaison | None]) -> list[tuple[CellValue, ...]]:
    """Return the rows of the list of the unit's people (联络员名单)."""
    readable = [each for each in people if each is not None]
    return [
        tuple(
            number if column.field == _NUMBER else getattr(person, column.field)
            for column in roster.columns
        )
        for number, person in enumerate(readable, start=1)
    ]


def _cell(value: Any) -> CellValue:
    """Return a value as a cell has it: yes and no in words, an empty text as nothing."""
    return printed_value(value) if isinstance(value, bool) else (value if value != "" else None)
