"""A case's validation errors as findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.case.fields import title_at
from docgen.findings import Finding, Place
from docgen.validation import described

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import ValidationError

# Names that pydantic puts between a union's field and its value.
_UNION_STEPS = ("str", "TextFile", "[key]")


def validation_findings(error: ValidationError, file: Path) -> list[Finding]:
    """Return one finding for each of pydantic's errors, unions told once."""
    findings: dict[tuple[str | int, ...], Finding] = {}
    for problem in error.errors(include_url=False):
        steps = tuple(step for step in problem["loc"] if step not in _UNION_STEPS)
        place = Place(
            file=str(file),
            pointer="".join(f"/{step}" for step in steps),
            title=title_at(*steps),
        )
        findings.setdefault(steps, Finding(*described(problem), place))
    return list(findings.values())
