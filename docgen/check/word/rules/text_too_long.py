"""A section of the file is over the issuer's limit.

What: a section has more 字 in the file than the notice allows, headings, captions and tables
included as Word counts them. Of “左右” a fifth more is a warning, half as much again an error.
Why: “500字以内” is a hard limit; the file is what is handed in.
Example: 企业概况 of 530 字 where 500 are allowed.
Cure: shorten it.
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
    """Yield the sections over their limits."""
    for section in limited_texts(reading):
        limit, words = section.limit, section.found.words
        allowed = limit.most if limit.ample is None else limit.ample
        if allowed is not None and words > allowed:
            is_error = words > (limit.most or 0) and not section.inferred
            yield Slip(
                f"“{section.title}”有 {words} 字，要求 {limit.printed}，"
                f"超 {words - (limit.max or limit.about or 0)} 字。",
                "请删减。",
                section.line,
                section.clause,
                Severity.ERROR if is_error else Severity.WARNING,
            )
