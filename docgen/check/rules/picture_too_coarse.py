"""A picture has too few pixels for its printed size.

What: at the width it is printed, a picture has fewer than 150 pixels to the inch.
Why: it prints blurred; a screenshot pulled to full width is the usual case.
Example: 300 pixels printed 11.9 cm wide are 64 to the inch.
Cure: take a larger picture, or print it smaller with width=…%.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.case.narrative import FigureRef
from docgen.check.problem import Aspect, Problem
from docgen.derived import printed_narratives, printed_width
from docgen.findings import Severity
from docgen.style.roles import page_setup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.WORDING
SEVERITY = Severity.WARNING
_LEAST = 150


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the figures that would print blurred."""
    page = page_setup(style.page)
    for key, narrative in printed_narratives(case, style):
        for passage in narrative.passages:
            if not isinstance(passage, FigureRef) or passage.path not in case.pictures:
                continue
            picture = case.pictures[passage.path]
            across, inches = picture.pixels[0], printed_width(passage.width, picture, page) / 72
            if across / inches < _LEAST:
                yield Problem(
                    f"narrative.{key}",
                    f"图片“{passage.path}”宽 {across} 像素，印成 {inches * 2.54:.1f} 厘米"
                    f"只有每英寸 {across / inches:.0f} 点，会发虚。",
                    f"请换用更大的图片，或改小 width；每英寸不少于 {_LEAST} 点。",
                    line=passage.line,
                )
