"""A section of the file is over the issuer's limit.

What: a section has more 字 in the file than the notice allows, headings, captions and tables
included as Word counts them. Of “左右” a fifth more is a warning, half as much again an error.
Why: “500字以内” is a hard limit; the file is what is handed in.
Example: 企业概况 of 530 字 where 500 are allowed.
Cure: shorten it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.lengths import too_long
from docgen.check.word.slip import Slip
from docgen.check.word.texts import limited_texts
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading


SEVERITY = Severity.ERROR


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the sections over their limits."""
    for section in limited_texts(reading):
        limit = section.limit
        if breach := too_long(limit, section.found, inferred=section.inferred):
            yield Slip(
                f"“{section.title}”有 {breach.found} 字，要求 {limit.printed}，超 {breach.by} 字。",
                "请删减。",
                section.line,
                section.clause,
                breach.severity,
            )
