"""The line pitch (行距) of a run in a paragraph, as Word sets it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.document import LineSpacing
from docgen.fonts import single_line_height

if TYPE_CHECKING:
    from docgen.document import ParagraphFormat, RunFormat


def line_height(paragraph: ParagraphFormat, run: RunFormat) -> float:
    """Return the distance of baselines in points: 单倍行距 by the font, 固定值 as it stands."""
    spacing = paragraph.line_spacing or LineSpacing("multiple", 1.0)
    if spacing.rule == "exactly":
        return spacing.value
    single = single_line_height(run.east_asian_font or "") * (run.size or 0.0)
    return max(single, spacing.value) if spacing.rule == "at-least" else single * spacing.value
