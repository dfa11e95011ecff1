"""A case's validation errors as findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.findings import Finding
from docgen.validation import described

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from docgen.case.locator import Placing, Step

# Names that pydantic puts between a field and its value.
_INNER_STEPS = ("str", "constrained-str", "TextFile", "[key]")


def validation_findings(error: ValidationError, locator: Placing, *within: Step) -> list[Finding]:
    """Return one finding for each of pydantic's errors; a field of several types is told once.

    Args:
        error: The errors.
        locator: Names the places of the values.
        within: The steps that lead to what was validated.
    """
    findings: dict[tuple[str | int, ...], Finding] = {}
    problems = error.errors(include_url=False)
    places = [(*within, *steps_of(problem)) for problem in problems]
    for problem, steps in zip(problems, places, strict=True):
        # A list whose only item is wrong is not empty: pydantic counts the sound ones.
        inside = (each for each in places if len(each) > len(steps))
        if problem["type"] == "too_short" and any(each[: len(steps)] == steps for each in inside):
            continue
        findings.setdefault(steps, Finding(*described(problem), locator.place(*steps)))
    return list(findings.values())


def steps_of(problem: ErrorDetails) -> tuple[str | int, ...]:
    """Return the steps that lead to the value of an error, without pydantic's own."""
    return tuple(step for step in problem["loc"] if step not in _INNER_STEPS)
