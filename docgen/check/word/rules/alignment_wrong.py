"""A paragraph is aligned otherwise than the notice asks for.

What: a title or caption that the notice wants centred is not.
Why: “附表标题放置附表上方居中” is a rule of the notice.
Example: a caption at the left edge.
Cure: 居中, without spaces in front.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.word.formats import paragraph_slips
from docgen.check.word.slip import Slip
from docgen.document import Alignment
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading


SEVERITY = Severity.ERROR
_NAMES = {
    Alignment.LEFT: "左对齐",
    Alignment.CENTER: "居中",
    Alignment.RIGHT: "右对齐",
    Alignment.JUSTIFY: "两端对齐",
}


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the paragraphs that are aligned otherwise."""
    yield from paragraph_slips(
        reading,
        "align",
        lambda part, align: part.line.format.alignment != align,
        lambda part, align: (
            f"应{_NAMES[align]}，这里是{_NAMES[part.line.format.alignment or Alignment.LEFT]}。"
        ),
    )
