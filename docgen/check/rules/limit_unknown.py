"""A limit is not known: the notice's text is lost.

What: the copy of the notice that the style was read from has lost the limit; the one that is shown
was inferred from notices of its kind.
Why: a check that passed in silence would be taken for the issuer's word.
Example: 摘要 of a notice whose pages on it are missing.
Cure: ask the issuer, or look at the complete notice; then state the limit in a pack of one's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.lengths import limited_sections
from docgen.check.problem import Aspect, Problem
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.LENGTH
SEVERITY = Severity.NOTE


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the name and the sections whose limits are inferred."""
    name = style.experience_name
    if name.limit is not None and style.source("experience_name.limit.max").inferred:
        yield _problem("experience.name", "质量标杆名称", name.limit.printed, style)
    for section in limited_sections(case, style):
        if section.inferred:
            yield _problem(section.field, section.title, section.limit.printed, style)


def _problem(field: str, title: str, limit: str, style: Style) -> Problem:
    return Problem(
        field,
        f"“{title}”的字数要求在通知中缺失，{limit}是由同类通知推定的。",
        f"请向{style.issuer}核实。",
    )
