"""The cover's title says something else than the notice has it.

What: the words of the cover's title, its lines joined, are not the notice's for this edition.
Why: a title of last year's edition, or of another honour, is the first thing the issuer sees.
Example: the year before in the first line, from a copied cover.
Cure: write the title as the notice prints it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.word.sections import plain
from docgen.check.word.slip import Slip
from docgen.findings import Severity
from docgen.style.documents import Cover

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading


SEVERITY = Severity.ERROR


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the cover's title if it is worded otherwise."""
    if not isinstance(reading.spec, Cover):
        return
    style = reading.style
    wanted = "".join(style.filled(line) for line in reading.spec.title)
    titles = [part for part in reading.parts if part.role == "cover-title"]
    found = "".join(part.text for part in titles)
    if plain(found) != plain(wanted):
        yield Slip(
            f"封面标题是“{found}”，应为“{plain(wanted)}”。",
            "请按通知的字样写。",
            titles[0].line if titles else None,
            style.clause(f"documents.{reading.document}"),
        )
