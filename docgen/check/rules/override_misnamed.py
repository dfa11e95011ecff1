"""An override is named like a style and is none's.

What: ``overrides`` has values for a name that no style has, and that nearly is a style's.
Why: they are silently not used, and the issuer gets the values of all the others.
Example: the name has a letter too many.
Cure: write the style's name as for --style.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.problem import Aspect, Problem
from docgen.findings import Severity
from docgen.style.load import style_names
from docgen.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.WORDING
SEVERITY = Severity.WARNING
#: A pack of a user's own may be called as it likes, but not nearly as another.
_NEAR = 0.8


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the overrides that nearly have a style's name."""
    known = {style.name, *style_names()}
    for name in case.facts.overrides:
        if name not in known and (near := did_you_mean(name, sorted(known), likeness=_NEAR)):
            message = f"没有名为“{name}”的规范，这里的值不会采用。"
            yield Problem(f"overrides.{name}", message, near)
