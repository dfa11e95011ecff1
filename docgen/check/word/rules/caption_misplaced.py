"""A caption stands on the wrong side of its table or figure.

What: a table's caption stands below it, or a figure's above it.
Why: “附表标题放置附表上方，插图标题放置插图下方” is a rule of the notice.
Example: 表1 typed below the table.
Cure: move the caption.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.word.slip import Fix, Slip
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading


SEVERITY = Severity.ERROR
#: 图 stands behind its picture, 表 before its table.
_PLACES = {"图": ("picture", -1, "图的下方"), "表": ("table", 1, "表的上方")}
_SIDES = {"picture": "after", "table": "before"}


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the captions on the wrong side."""
    for part in reading.parts:
        if not part.marks:
            continue
        kind, step, where = _PLACES[part.marks[0].label]
        found = reading.manuscript.neighbour(part.line, step)
        if found != kind and reading.manuscript.neighbour(part.line, -step) == kind:
            names = "、".join(f"{mark.label}{mark.number}" for mark in part.marks)
            # With the picture in one paragraph the caption cannot be moved by itself.
            moved = None if part.line.picture else Fix("place", _SIDES[kind])
            yield Slip(
                f"{names} 的标题应在{where}。",
                "请移动标题。",
                part.line,
                reading.style.clause(f"roles.{part.role}"),
                fix=moved,
            )
