"""The narrative states another figure than the form.

What: a year's revenue, profit or the like, or the headcount, differs between narrative and form.
Why: reviewers hold the text against the form.
Example: the form's revenue was corrected in Word, and the text still says the old one.
Cure: correct whichever is wrong.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from docgen.findings import Finding, Severity
from docgen.intake.values import place_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.consistency.stored import StoredDossier


def check(dossier: StoredDossier) -> Iterator[Finding]:
    """Yield the statements that a form contradicts."""
    taken = {each.path: each for each in reversed(dossier.submission.taken)}
    for received in dossier.submission.received:
        for statement, place in received.stated:
            field = taken.get(statement.path)
            if field is not None and not statement.agrees(Decimal(str(field.value))):
                yield Finding(
                    "text-contradicts-form",
                    f"正文写“{statement.text}”，"
                    f"{place_from(field.place, place)}写的是“{field.text.strip()}”。",
                    "请核对，改成一致。",
                    place,
                    Severity.WARNING,
                )
