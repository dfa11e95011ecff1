"""A paragraph of the text begins elsewhere than the others.

What: more than half of the text's paragraphs have one first-line indent, and this one has another,
or begins with spaces.
Why: uneven first lines show at a glance; spaces shift with the font.
Example: a pasted paragraph that begins at the left edge.
Cure: 段落, 首行缩进 2 字符; no spaces.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from docgen.check.word.slip import Fix, Slip
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading
    from docgen.check.word.recognition import Part

SEVERITY = Severity.WARNING
#: Fewer paragraphs have no custom.
_ENOUGH = 4


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the paragraphs that begin unlike the others."""
    bodies = [part for part in reading.parts if part.role == "body" and not part.line.table]
    indents = Counter(_indent(part) for part in bodies)
    if not indents or len(bodies) < _ENOUGH:
        return
    usual, count = indents.most_common(1)[0]
    if count * 2 <= len(bodies):
        return
    for part in bodies:
        spaces = len(part.line.text) - len(part.line.text.lstrip("\u3000 "))
        if spaces or _indent(part) != usual:
            found = f"以 {spaces} 个空格开头" if spaces else f"首行缩进 {_indent(part):g} 字符"
            yield Slip(
                f"正文这一段{found}，其余各段首行缩进 {usual:g} 字符。",
                "请设“段落 → 首行缩进”，不用空格。",
                part.line,
                fix=None if spaces else Fix("indent", usual),
            )


def _indent(part: Part) -> float:
    return round(part.line.format.first_line_indent or 0.0, 1)
