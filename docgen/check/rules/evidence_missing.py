"""Evidence that the notice requires is not in the case.

What: an item of evidence that the notice calls for has no paper among the case's.
Why: an application without it is sent back; it is what is forgotten most.
Example: the report of 信用中国 on 失信被执行人 is not there.
Cure: download or scan it and list it under `evidence`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.problem import Aspect, Problem
from docgen.evidence import is_unread
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.MISSING
#: The papers often come last; the documents may be printed before.
SEVERITY = Severity.WARNING


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the required items without a paper."""
    if is_unread(case):
        return
    there = {each.kind for each in case.facts.evidence}
    for item in style.evidence.items:
        if item.required and there.isdisjoint(item.takes):
            yield Problem(
                "evidence",
                f"缺少必备的材料：{item.wording}。",
                f"请备齐后写进 evidence，kind 写“{'”或“'.join(item.takes)}”。",
                style.clause("evidence.items"),
                part=item.title,
            )
