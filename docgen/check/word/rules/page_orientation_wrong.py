"""A page lies where the notice wants it upright, or the other way round.

What: a section of the file has another orientation than the notice asks for.
Why: “A4幅面纵向编辑” is a rule of the notice; a table that lies is turned in the bound book.
Example: one wide table in a section of its own, 横向.
Cure: 布局, 纸张方向; a wide table is narrowed instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.word.slip import Slip
from docgen.findings import Severity
from docgen.style.documents import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading


SEVERITY = Severity.ERROR
_NAMES = {"portrait": "纵向", "landscape": "横向"}


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the sections with another orientation."""
    if isinstance(reading.spec, Form):
        # A form may turn a page for a wide table.
        return
    wanted = reading.style.page.orientation
    for number, page in enumerate(reading.manuscript.pages, start=1):
        found = "portrait" if page.height >= page.width else "landscape"
        if found != wanted:
            yield Slip(
                f"第 {number} 节是{_NAMES[found]}，应为{_NAMES[wanted]}。",
                "请在“布局 → 纸张方向”改正。",
                clause=reading.style.clause("page.orientation"),
            )
