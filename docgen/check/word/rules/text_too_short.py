"""A section of the file is under the issuer's limit.

What: a section has fewer Han characters in the file than the least that the notice asks for; of
“左右”, counted as Word does, a fifth less is a warning, less than half an error.
Why: a text far too short tells the reviewers that there is nothing to tell.
Example: 实施情况 of 2,900 字 where 4000 字左右 are asked for.
Cure: write more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.lengths import too_short
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
        if breach := too_short(limit, section.found, inferred=section.inferred):
            yield Slip(
                f"“{section.title}”只有 {breach.found} 字，要求 {limit.printed}。",
                "请补写。",
                section.line,
                section.clause,
                breach.severity,
            )
