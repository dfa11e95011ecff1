"""Characters stand wider or closer than the notice asks for.

What: characters of a paragraph whose spacing the notice states have another one.
Why: “字符间距为标准间距” is a rule for the cover's title.
Example: a title spread by 字符间距 to fill the line.
Cure: 字体, 高级, 间距: 标准.
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
_NEAR = 0.05  # points


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the paragraphs with characters of another spacing."""
    yield from span_slips(
        reading,
        "spacing",
        lambda span, spacing: abs((span.format.spacing or 0.0) - spacing) > _NEAR,
        lambda wrong, _: f"字符间距应为标准，这里是 {wrong[0].format.spacing:g} 磅。",
    )
