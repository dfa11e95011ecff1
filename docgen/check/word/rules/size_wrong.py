"""Characters have another size than the notice asks for.

What: characters of a paragraph whose size the notice states have another one, or a smaller one
than the least that it states.
Why: 小四 and 四号 are told apart at a glance by those who check forms.
Example: a paragraph of 五号 in a text of 小四.
Cure: set the size that the notice names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.word.formats import span_slips
from docgen.check.word.slip import Slip
from docgen.findings import Severity
from docgen.style.units import size_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading


SEVERITY = Severity.ERROR


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the paragraphs with characters of another size."""
    yield from span_slips(
        reading,
        "size",
        lambda span, size: span.format.size != size,
        lambda wrong, size: f"应为{size_name(size)}，这里是{size_name(wrong[0].format.size)}。",
    )
    yield from span_slips(
        reading,
        "size_at_least",
        lambda span, size: (span.format.size or 0) < size,
        lambda wrong, size: f"不小于{size_name(size)}，这里是{size_name(wrong[0].format.size)}。",
    )
