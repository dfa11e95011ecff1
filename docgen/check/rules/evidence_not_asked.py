"""A paper of the case's evidence is none that the notice asks for.

What: no item of the notice takes papers of this kind, so it is not bound in.
Why: it may be meant for another issuer; or its kind is mistyped, and the paper would be missed.
Example: kind says 营业执照 where the notice asks for no licence.
Cure: nothing where it is meant for another issuer; else write the kind as the style has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.problem import Aspect, Problem
from docgen.evidence import volume_of
from docgen.findings import Severity
from docgen.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.WORDING
SEVERITY = Severity.NOTE


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the papers that the volume leaves out."""
    if volume_of(style) is None:
        return
    kinds = [kind for item in style.evidence.items for kind in item.takes]
    for index, paper in enumerate(case.facts.evidence):
        if paper.kind not in kinds:
            near = did_you_mean(paper.kind, kinds, likeness=0.5)
            yield Problem(
                f"evidence.{index}.kind",
                f"“{paper.title}”属“{paper.kind}”，本规范不要这一类，没有编入。",
                near or f"如应编入，请改写类别；本规范的类别：{'、'.join(kinds)}。",
                style.clause("evidence.items"),
            )
