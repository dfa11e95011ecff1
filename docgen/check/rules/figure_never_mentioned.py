"""A figure or table is never referred to.

What: the text nowhere says 见图n or 见表n for it.
Why: a reader does not know when to look at it; reviewers take it for padding.
Example: the table 供方分级 has no [表](#供方分级) in the text.
Cure: refer to it where the text speaks of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.case.narrative import inlines_text
from docgen.case.targets import label_of, numbered
from docgen.check.mentions import all_mentions
from docgen.check.problem import Aspect, Problem
from docgen.derived import printed_narratives
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.WORDING
SEVERITY = Severity.WARNING


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the figures and tables that no reference names."""
    mentioned = {mention.target for _, mention in all_mentions(case, style)}
    for key, narrative in printed_narratives(case, style):
        for passage in numbered(narrative):
            if passage.id not in mentioned:
                label, caption = label_of(passage), inlines_text(passage.caption)
                yield Problem(
                    f"narrative.{key}",
                    f"正文没有提到{label}“{caption}”。",
                    f"请在相应处写 [{label}](#{passage.id})。",
                    line=passage.line,
                )
