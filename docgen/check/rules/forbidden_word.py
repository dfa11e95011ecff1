"""The experience's name has a word that the notice forbids.

What: 质量标杆名称 holds one of the words that the style lists as forbidden.
Why: some notices want no 第一, 首创 or the like in a name; such a name is sent back.
Example: a name with 国际领先, where the notice forbids it.
Cure: rename the experience without the word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.problem import Aspect, Problem
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.WORDING
SEVERITY = Severity.ERROR


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the forbidden words of the name."""
    for word in style.experience_name.forbidden:
        if word in case.facts.experience.name:
            yield Problem(
                "experience.name",
                f"名称里有“{word}”，通知不许用。",
                "请改名。",
                style.clause("experience_name.forbidden"),
            )
