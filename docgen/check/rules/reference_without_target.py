"""The text refers to a figure or table that is not there.

What: a reference names an id that no figure or table of the printed sections has.
Why: the reader is sent nowhere; 见图5 in a text with four figures is the classic leftover.
Example: [图](#流程) where no picture is called 流程.
Cure: correct the id, or add the figure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.mentions import all_mentions
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
    """Yield the references that lead nowhere."""
    targets = targets_of(case, style)
    known = "、".join(targets) or "无"
    for key, mention in all_mentions(case, style):
        if mention.target not in targets:
            yield Problem(
                f"narrative.{key}",
                f"提到的{mention.kind}“{mention.target}”不存在。",
                f"请核对标识；现有：{known}。",
                line=mention.line,
            )
