"""Run every rule over a case."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docgen.check import rules
from docgen.check.problem import Aspect
from docgen.check.registry import code_of
from docgen.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Collection
    from types import ModuleType

    from docgen.case.load import Case
    from docgen.check.problem import Problem
    from docgen.findings import Place
    from docgen.style.model import Style


def check_case(
    case: Case, style: Style, aspects: Collection[Aspect] = tuple(Aspect)
) -> list[Finding]:
    """Return what the case lacks or gets wrong for the style, rule by rule.

    A field that loading has already called wrong is not called missing as well.

    Args:
        case: The case.
        style: The style.
        aspects: What is looked at; the rules about anything else are not run.
    """
    errors = (finding for finding in case.findings if finding.severity is Severity.ERROR)
    told = {finding.place.pointer for finding in errors}
    return [
        finding
        for rule in rules.RULES
        if rule.ASPECT in aspects
        for problem in rule.check(case, style)
        if (finding := _finding(rule, problem, case))
        and not (rule in rules.OF_ABSENCE and _is_told(finding.place.pointer, told))
    ]


def _is_told(pointer: str, told: set[str]) -> bool:
    """Say whether loading has called a field wrong, or what it stands in, or what stands in it."""
    return any(
        pointer == each or pointer.startswith(f"{each}/") or each.startswith(f"{pointer}/")
        for each in told
    )


def aspect_of(code: str) -> Aspect:
    """Return what a finding's rule is about; what loading has found is about the wording."""
    return _ASPECTS.get(code, Aspect.WORDING)


def _finding(rule: ModuleType, problem: Problem, case: Case) -> Finding:
    return Finding(
        code=code_of(rule),
        message=problem.message,
        cure=problem.cure,
        place=_place(problem, case),
        severity=problem.severity or rule.SEVERITY,
        clause=problem.clause,
    )


def _place(problem: Problem, case: Case) -> Place:
    first, _, key = problem.field.partition(".")
    if first == "narrative" and key in case.places:
        return replace(case.places[key], line=problem.line)
    place = case.locator.place(*problem.field.split("."))
    return replace(place, title=f"{place.title} / {problem.part}") if problem.part else place


_ASPECTS: dict[str, Aspect] = {code_of(rule): rule.ASPECT for rule in rules.RULES}
