"""A choice is none of the form's options.

What: a field that the form prints as boxes holds a value that no box stands for.
Why: no box would be ticked, and the form is sent back.
Example: 企业性质 民企, where the form offers 民营.
Cure: write the option as the form prints it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.case.fields import value_at
from docgen.check.problem import Problem
from docgen.findings import Severity
from docgen.style.model import Form
from docgen.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

SEVERITY = Severity.ERROR


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the choices that a form of the style does not offer."""
    for key, form in style.documents.items():
        for name, choice in form.choices.items() if isinstance(form, Form) else ():
            value = value_at(case.facts, choice.field)
            if value is not None and value not in choice.options:
                yield Problem(
                    choice.field,
                    f"“{choice.title}”没有“{value}”这一选项。",
                    f"{did_you_mean(value, choice.options)}可选：{'、'.join(choice.options)}。",
                    style.clause(f"documents.{key}.choices.{name}"),
                )
