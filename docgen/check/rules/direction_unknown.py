"""The experience's direction is none of the issuer's.

What: 申报方向 names a field that the notice does not list.
Why: the issuer sorts the applications by direction.
Example: 质量体系升级, where the notice says 质量管理体系升级.
Cure: write the direction as the issuer's list has it, or leave it out.
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
    """Yield the direction if the style lists directions and not this one."""
    direction = case.facts.experience.direction
    options = style.directions.options
    if direction is None or not options or direction in options:
        return
    yield Problem(
        "experience.direction",
        f"通知的重点领域没有“{direction}”。",
        f"{did_you_mean(direction, options)}可选：{'、'.join(options)}。",
        style.clause("directions.options"),
    )
