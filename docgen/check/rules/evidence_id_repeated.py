"""A paper of the case's evidence has an id that is taken.

What: two papers have the same id, or one has that of a figure or table of the printed sections.
Why: a reference to it could mean either.
Example: two certificates, both with the id 证书.
Cure: give one of them another id, and correct the references to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.problem import Aspect, Problem
from docgen.derived import targets_of
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.WORDING
SEVERITY = Severity.ERROR


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the papers whose id is taken."""
    taken = set(targets_of(case, style))
    for index, paper in enumerate(case.facts.evidence):
        if paper.id in taken:
            yield Problem(
                f"evidence.{index}.id",
                f"“{paper.title}”的标识“{paper.id}”已有图表或别的材料在用。",
                "请改用另一个标识，正文的引用一并改正。",
            )
        if paper.id is not None:
            taken.add(paper.id)
