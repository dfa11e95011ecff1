"""A form states another number of items than its own list has.

What: the number of patents, copyrights, standards or honours is not that of the list behind it.
Why: reviewers count the list.
Example: 授权数 16, and fifteen granted patents in 附表1.
Cure: correct the number or the list.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.case.counts import COUNTS
from docgen.case.fields import title_at
from docgen.findings import Finding, Severity
from docgen.intake.values import row_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.consistency.stored import StoredDossier

_NUMBER = re.compile(r"\d+")


def check(dossier: StoredDossier) -> Iterator[Finding]:
    """Yield the numbers that a list of the same dossier contradicts."""
    case = dossier.submission.case()
    for received in dossier.submission.received:
        for each in received.counts:
            count = COUNTS.get(each.path.partition(".")[2])
            items = case.get(count.list, []) if count else []
            if count is None or not items or not _NUMBER.fullmatch(each.text.strip()):
                continue
            number = count.of(items)
            if int(each.text) != number:
                yield Finding(
                    "count-contradicts-list",
                    f"这里写 {each.text.strip()} 项，{title_at(count.list)}明细里有 {number} 项。",
                    "请核对，改成一致。",
                    row_place(each, received.file),
                    Severity.WARNING,
                )
