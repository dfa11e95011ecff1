"""A section of the file is under the issuer's limit.

What: a section has fewer Han characters in the file than the least that the notice asks for; of
“左右”, counted as Word does, a fifth less is a warning, less than half an error.
Why: a text far too short tells the reviewers that there is nothing to tell.
Example: 实施情况 of 2,900 字 where 4000 字左右 are asked for.
Cure: write more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.word.slip import Slip
from docgen.check.word.texts import limited_texts
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading


SEVERITY = Severity.ERROR


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the sections under their limits."""
    for section in limited_texts(reading):
        limit = section.limit
        found = section.found.words if limit.min is None else section.found.han
        wanted = limit.least if limit.scant is None else limit.scant
        if wanted is not None and found < wanted:
            is_error = found < (limit.least or 0) and not section.inferred
            yield Slip(
                f"“{section.title}”只有 {found} 字，要求 {limit.printed}。",
                "请补写。",
                section.line,
                section.clause,
                Severity.ERROR if is_error else Severity.WARNING,
            )
