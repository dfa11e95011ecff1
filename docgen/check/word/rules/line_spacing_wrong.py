"""Lines stand wider or closer than the notice asks for.

What: a paragraph whose line spacing the notice states has another one.
Why: “单倍行距” and “固定值40磅” are rules of the notice; wider lines make a text look longer.
Example: a text of 1.5 lines, or of 22 points, where single is asked for.
Cure: 段落, 行距.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.word.formats import paragraph_slips
from docgen.check.word.slip import Slip
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading
    from docgen.document import LineSpacing

SEVERITY = Severity.ERROR


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the paragraphs with another line spacing."""
    yield from paragraph_slips(
        reading,
        "line",
        lambda part, line: not part.line.picture and part.line.format.line_spacing != line,
        lambda part, line: f"行距应为{_name(line)}，这里是{_name(part.line.format.line_spacing)}。",
    )


def _name(spacing: LineSpacing | None) -> str:
    if spacing is None:
        return "单倍行距"
    if spacing.rule == "multiple":
        return "单倍行距" if spacing.value == 1 else f"{spacing.value:g} 倍行距"
    return f"{'固定值' if spacing.rule == 'exactly' else '最小值'} {spacing.value:g} 磅"
