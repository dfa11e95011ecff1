"""A field that the issuer's forms print is not in the case.

What: a field that the cover or a form of the style asks for has no value.
Why: an empty cell sends the application back.
Example: 联系人 / 手机 is missing; the cover prints it as 联系方式.
Cure: add the field to the case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.problem import Problem
from docgen.derived import SIZE_FIELD, chosen_value, size_sources
from docgen.findings import Severity
from docgen.style.model import Cover, Form, Spine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import DocumentSpec, Style

SEVERITY = Severity.ERROR


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the fields that the style's documents print and the case leaves out."""
    wanted: dict[str, str] = {}
    for key, document in style.documents.items():
        clause = style.clause(f"documents.{key}")
        for field in _fields(document, style):
            wanted.setdefault(field, clause)
    if style.conditions.registered_in:
        wanted.setdefault("company.registered_place", style.clause("conditions.registered_in"))
    missing = {field for field in wanted if chosen_value(case.facts, style, field) is None}
    if missing.intersection(size_sources(style)):
        # What it follows from is missing already.
        missing.discard(SIZE_FIELD)
    for field, clause in wanted.items():
        if field in missing:
            yield Problem(field, "缺少此项。", "请在案例中补上。", clause)


def _fields(document: DocumentSpec, style: Style) -> list[str]:
    if isinstance(document, Cover):
        return [field.field for field in document.fields]
    if isinstance(document, Spine):
        return [document.field]
    if isinstance(document, Form):
        each_year = [
            f"years.{year}.{name}"
            for year in style.reporting_years
            for name in document.required_each_year
        ]
        chosen = [choice.field for choice in document.choices.values()]
        return [*document.required, *chosen, *each_year]
    return []
