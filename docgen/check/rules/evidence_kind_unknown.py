"""A paper of the case's evidence is of a kind that nobody knows.

What: the kind is none of the usual ones, and no item of the style takes it.
Why: a mistyped kind leaves the paper out of the volume.
Example: 获奖证明 where the kind is called 获奖证书.
Cure: write the kind as it is listed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.case.evidence import KINDS
from docgen.check.problem import Aspect, Problem
from docgen.findings import Severity
from docgen.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.WORDING
SEVERITY = Severity.WARNING


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the kinds that are neither usual nor the style's own."""
    own = [kind for item in style.evidence.items for kind in item.takes]
    kinds = list(dict.fromkeys([*own, *KINDS]))
    for index, paper in enumerate(case.facts.evidence):
        if paper.kind not in kinds:
            yield Problem(
                f"evidence.{index}.kind",
                f"没有“{paper.kind}”这一类材料，“{paper.title}”没有编入。",
                f"{did_you_mean(paper.kind, kinds, likeness=0.5)}可选：{'、'.join(kinds)}。",
            )
