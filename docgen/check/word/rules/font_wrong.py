"""Chinese characters stand in another font than the notice asks for.

What: characters of a paragraph whose font the notice states stand in another one.
Why: the notice names the font of title, text and captions; 形式审查 looks at it first.
Example: a paragraph pasted from a web page, in 微软雅黑.
Cure: set the font that the notice names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.word.fontnames import same_font
from docgen.check.word.formats import span_slips
from docgen.check.word.slip import Slip
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading


SEVERITY = Severity.ERROR


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the paragraphs with characters in another font."""
    yield from span_slips(
        reading,
        "font",
        lambda span, font: not same_font(span.format.east_asian_font or "", font),
        lambda wrong, font: f"应为{font}，这里是{wrong[0].format.east_asian_font}。",
    )
