"""A page has another size than the notice asks for.

What: a section of the file is not on A4 paper.
Why: the copies are bound; one page of another size has to be printed anew.
Example: Letter, as programs set up for America have it.
Cure: 布局, 纸张大小, A4, for the whole document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.word.slip import Slip
from docgen.document import A4
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading


SEVERITY = Severity.ERROR
_NEAR = 3.0  # points: programs round
_MM = 72 / 25.4


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the sections on other paper."""
    for number, page in enumerate(reading.manuscript.pages, start=1):
        short, long = sorted((page.width, page.height))
        if abs(short - A4[0]) > _NEAR or abs(long - A4[1]) > _NEAR:
            across, down = page.width / _MM, page.height / _MM
            yield Slip(
                f"第 {number} 节的纸张是 {across:.0f}×{down:.0f} 毫米，不是 A4。",
                "请在“布局 → 纸张大小”选 A4，应用于整篇文档。",
                clause=reading.style.clause("page.paper"),
            )
