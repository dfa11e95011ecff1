"""Comments are left in the file.

What: the file holds comments (批注).
Why: the issuer reads what was meant for a colleague.
Example: “这个数再核对一下”.
Cure: 审阅, 删除所有批注.
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
    """Yield the file if comments are left."""
    if number := reading.manuscript.comments:
        yield Slip(f"有 {number} 条批注。", "请在“审阅”中删除全部批注。")
