"""A choice is none of the form's options.

What: a field that the form prints as boxes holds a value that no box stands for.
Why: no box would be ticked, and the form is sent back.
Example: 企业性质 民企, where the form offers 民营.
Cure: write the option as the form prints it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docgen.case.fields import value_at
from docgen.check.problem import Aspect, Problem
from docgen.findings import Severity
from docgen.style.documents import Form
from docgen.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.WORDING
SEVERITY = Severity.ERROR


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the choices that a form of the style does not offer."""
    for key, form in style.documents.items():
        for name, choice in form.choices.items() if isinstance(form, Form) else ():
            value = value_at(case.facts, choice.field)
            options = style.options_of(choice)
            if not choice.options:
                # The style's own list has a rule of its own.
                continue
            for wrong in [each for each in texts_of(value) if each not in options]:
                yield Problem(
                    choice.field,
                    f"“{choice.title}”没有“{wrong}”这一选项。",
                    f"{did_you_mean(wrong, options)}可选：{'、'.join(options)}。",
                    style.clause(f"documents.{key}.choices.{name}"),
                )


def texts_of(value: Any) -> tuple[str, ...]:
    """Return the texts that a choice is among; a yes or no has its options by nature."""
    if isinstance(value, str):
        return (value,)
    return value if isinstance(value, tuple) else ()
