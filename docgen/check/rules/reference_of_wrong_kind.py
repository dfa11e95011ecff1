"""The text calls a table a figure, a figure a table, or a paper of the evidence either.

What: a reference says 图 where its target is a table, or the other way round.
Why: it would print a number of the wrong series.
Example: [图](#过程能力) where 过程能力 is a table.
Cure: write the other word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.case.narrative import EVIDENCE
from docgen.case.targets import PageTarget
from docgen.check.mentions import all_mentions
from docgen.check.problem import Aspect, Problem
from docgen.derived import references_of
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.WORDING
SEVERITY = Severity.ERROR


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the references of the wrong kind."""
    references = references_of(case, style)
    for key, mention in all_mentions(case, style):
        target = references.get(mention.target)
        label = EVIDENCE if isinstance(target, PageTarget) else target and target.label
        if target is not None and label != mention.kind:
            yield Problem(
                f"narrative.{key}",
                f"{target.text}“{mention.target}”写成了“{mention.kind}”。",
                f"请改为 [{label}](#{mention.target})。",
                line=mention.line,
            )
