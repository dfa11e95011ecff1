"""Run every rule over a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.case.fields import pointer, title_at
from docgen.check import rules
from docgen.findings import Finding, Place

if TYPE_CHECKING:
    from types import ModuleType

    from docgen.case.load import Case
    from docgen.check.problem import Problem
    from docgen.style.model import Style


def check_case(case: Case, style: Style) -> list[Finding]:
    """Return what the case lacks or gets wrong for the style, rule by rule."""
    return [
        _finding(rule, problem, case) for rule in rules.RULES for problem in rule.check(case, style)
    ]


def code_of(rule: ModuleType) -> str:
    """Return a rule's code: its file's name, e.g. ``section-too-long``."""
    return rule.__name__.rpartition(".")[2].replace("_", "-")


def _finding(rule: ModuleType, problem: Problem, case: Case) -> Finding:
    return Finding(
        code=code_of(rule),
        message=problem.message,
        cure=problem.cure,
        place=Place(
            file=str(case.file),
            pointer=pointer(problem.field),
            title=title_at(*problem.field.split(".")),
        ),
        severity=problem.severity or rule.SEVERITY,
        clause=problem.clause,
    )
