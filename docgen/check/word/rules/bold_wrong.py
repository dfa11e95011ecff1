"""Characters are bold that must not be, or not bold that must be.

What: characters of a paragraph that the notice wants bold are not, or the other way round.
Why: “附表及插图标题为宋体五号字加粗” is a rule of the notice.
Example: a caption typed without 加粗.
Cure: set 加粗 for the whole caption, label and number included.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.word.formats import span_slips
from docgen.check.word.slip import Slip
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading


SEVERITY = Severity.ERROR


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the paragraphs with characters of another weight."""
    yield from span_slips(
        reading,
        "bold",
        lambda span, bold: bool(span.format.bold) != bold,
        lambda _, bold: "应加粗，这里没有加粗。" if bold else "不应加粗，这里加了粗。",
    )
