"""A line that the notice wants on the cover is not there.

What: a label of the cover is missing, or stands in another place than the notice has it.
Why: the notice lists the cover's lines and their order.
Example: 联系方式 was taken out.
Cure: put the line in, in its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.word.sections import plain
from docgen.check.word.slip import Slip
from docgen.findings import Severity
from docgen.style.documents import Cover

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading


SEVERITY = Severity.ERROR


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the labels that the cover lacks, or has out of order."""
    if not isinstance(reading.spec, Cover):
        return
    texts = [plain(line.text) for line in reading.manuscript.lines]
    clause = reading.style.clause(f"documents.{reading.document}")
    last = -1
    for field in reading.spec.fields:
        label = plain(field.label)
        place = next((i for i, text in enumerate(texts) if text.startswith(label)), None)
        if place is None:
            yield Slip(f"封面没有“{field.label}”。", "请补上。", clause=clause)
        elif place < last:
            line = reading.manuscript.lines[place]
            yield Slip(f"封面的“{field.label}”次序不对。", "请按通知的次序排列。", line, clause)
        last = max(last, -1 if place is None else place)
