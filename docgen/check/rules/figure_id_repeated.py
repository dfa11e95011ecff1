"""Two figures or tables have the same id.

What: an id, given as {#id} or taken from the caption, is used twice in the printed sections.
Why: a reference to it could mean either.
Example: two tables captioned 主要指标, neither with an id of its own.
Cure: give one of them another id behind its caption.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.case.targets import label_of, numbered
from docgen.check.problem import Aspect, Problem
from docgen.derived import printed_narratives
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.WORDING
SEVERITY = Severity.ERROR


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the figures and tables whose id is taken."""
    taken: set[str] = set()
    for key, narrative in printed_narratives(case, style):
        for passage in numbered(narrative):
            if passage.id in taken:
                label = label_of(passage)
                yield Problem(
                    f"narrative.{key}",
                    f"这个{label}与前面的图表同用标识“{passage.id}”。",
                    "请在题注后写 {#另一标识}。",
                    line=passage.line,
                )
            taken.add(passage.id)
