"""A field that the issuer's forms print is not in the case.

What: a field that the cover or a form of the style asks for has no value.
Why: an empty cell sends the application back.
Example: 联系人 / 手机 is missing; the cover prints it as 联系方式.
Cure: add the field to the case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.case.fields import is_list_field, value_at
from docgen.check.problem import Aspect, Problem
from docgen.derived import chosen_value, printed_rows, sources_of
from docgen.findings import Severity
from docgen.style.documents import Cover, Form, Spine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.documents import DocumentSpec
    from docgen.style.model import Style

ASPECT = Aspect.MISSING
SEVERITY = Severity.ERROR
#: Condition of eligibility → the field it is checked by.
_CONDITIONS = {
    "registered_in": "company.registered_place",
    "iso9001": "company.iso9001.in_force",
    "applied_years": "experience.applied_since",
    "industries": "company.industry.code",
}
_NOTHING: tuple[object, ...] = (None, ())


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the fields that the style's documents print and the case leaves out."""
    wanted: dict[str, str] = {}
    for key, document in style.documents.items():
        clause = style.clause(f"documents.{key}")
        for field in _fields(document, case, style):
            wanted.setdefault(field, clause)
    for condition, field in _CONDITIONS.items():
        if getattr(style.conditions, condition):
            wanted.setdefault(field, style.clause(f"conditions.{condition}"))
    profitable = style.conditions.profitable_years
    for year in style.reporting_years[-profitable:] if profitable else ():
        wanted.setdefault(f"years.{year}.profit", style.clause("conditions.profitable_years"))
    for field, clause in list(wanted.items()):
        if (also := _also_asked(case, field)) is not None:
            wanted.setdefault(also, clause)
    missing: dict[str, str] = {}
    for field, clause in wanted.items():
        if chosen_value(case.facts, style, field) in _NOTHING:
            sources = sources_of(style, field)
            lacking = [each for each in sources if value_at(case.facts, each) in _NOTHING]
            # A growth from nothing does not follow, though all is there.
            for each in lacking or [field]:
                missing.setdefault(each, clause)
    for field, clause in missing.items():
        yield Problem(field, "缺少此项。", "请在案例中补上。", clause)


def _also_asked(case: Case, field: str) -> str | None:
    """Return the field that a form asks for because of what another one says."""
    value = value_at(case.facts, field)
    if field == "company.central" and value is True:
        return "company.group"
    if field.endswith(".conducted") and value == "第三方调查":
        return f"{field.removesuffix('conducted')}agency"
    return None


def _fields(document: DocumentSpec, case: Case, style: Style) -> list[str]:
    if isinstance(document, Cover):
        return [field.field for field in document.fields]
    if isinstance(document, Spine):
        return [document.field]
    if isinstance(document, Form):
        rows = [row.field for key in document.tables for row in printed_rows(case, document, key)]
        each_year = [
            f"years.{year}.{name}"
            for year in style.reporting_years
            for name in (*document.required_each_year, *rows)
        ]
        chosen = [
            choice.field
            for choice in document.choices.values()
            # Of a list of levels none may be reached.
            if not is_list_field(choice.field)
        ]
        return [*document.required, *chosen, *each_year]
    return []
