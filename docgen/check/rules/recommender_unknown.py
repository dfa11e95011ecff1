"""The recommending unit is none of the notice's.

What: 推荐单位 is not on the list of units that may recommend.
Why: an application without one of them is not accepted.
Example: 甲省经信厅, where the list says 甲省经济和信息化厅.
Cure: write the unit as the list has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.problem import Aspect, Problem
from docgen.findings import Severity
from docgen.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.WORDING
SEVERITY = Severity.ERROR


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the recommending unit if the style lists units and not this one."""
    rule, name = style.recommenders, case.facts.recommender
    if name is None or not rule.options or rule.named(name):
        return
    if rule.also and name.endswith(rule.also):
        return
    names = [each.name for each in rule.options]
    yield Problem(
        "recommender",
        f"推荐单位名录里没有“{name}”。",
        did_you_mean(name, names) or f"可选：{'、'.join(names)}。",
        style.clause("recommenders"),
    )
