"""Tracked changes are left in the file.

What: the file holds insertions or deletions that nobody has accepted or refused (修订).
Why: the issuer sees every correction, and prints come out with marks.
Example: a last correction made with 修订 still on.
Cure: 审阅, 接受所有修订.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.word.slip import Slip
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading


SEVERITY = Severity.ERROR


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the file if tracked changes are left."""
    if number := reading.manuscript.changes:
        yield Slip(f"有 {number} 处修订未接受。", "请在“审阅”中接受或拒绝全部修订。")
