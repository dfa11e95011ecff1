"""Papers of the case's evidence are none that the notice asks for.

What: no item of the notice takes papers of their kinds, so they are not bound in; told once.
Why: they may be meant for another issuer; whoever expects them in the volume must know.
Example: the case has a 营业执照, and the notice asks for no licence.
Cure: nothing where they are meant for another issuer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.case.evidence import KINDS
from docgen.check.problem import Aspect, Problem
from docgen.evidence import volume_of
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.WORDING
SEVERITY = Severity.NOTE


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the papers that the volume leaves out, in one."""
    if volume_of(style) is None:
        return
    asked = {kind for item in style.evidence.items for kind in item.takes}
    left_out = [
        paper.title
        for paper in case.facts.evidence
        if paper.kind in KINDS and paper.kind not in asked
    ]
    if left_out:
        yield Problem(
            "evidence",
            f"有 {len(left_out)} 份材料本规范没有要，没有编入：{'；'.join(left_out)}。",
            "为别家准备的不用管。",
            style.clause("evidence.items"),
        )
