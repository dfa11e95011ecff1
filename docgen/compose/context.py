"""The names a form's template may use: the case's own field paths, and what is derived from them.

company.name, contact.mobile …   the case, values as printed
years[0].year, years[0].revenue  the reporting years, oldest first
choose.nature.民营               ☑ or □
counts.patents_granted …         counted from the lists, so form and annex cannot differ
summary                          the paragraphs of 质量标杆简介
patents, software_copyrights, standards, honours   the lists of the annex tables
edition                          the edition's year
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docgen.compose.choices import boxes
from docgen.compose.values import printed_value
from docgen.derived import chosen_value, derived_size

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from docgen.case.load import Case
    from docgen.case.model import Facts, Honour
    from docgen.style.model import Form, HonourRule, Style

_STANDARD_LEVELS = ("国际", "国家", "行业", "地方", "团体", "企业")


def form_context(case: Case, style: Style, form: Form) -> dict[str, Any]:
    """Return the template's names with their values."""
    facts = case.facts
    honours = counted_honours(facts.honours, form.honours, facts.application_date)
    values: dict[str, Any] = _printed(facts.model_dump(exclude={"overrides", "narrative", "years"}))
    if (size := derived_size(facts, style)) is not None:
        values["company"].setdefault("size", size)
    return values | {
        "edition": str(style.edition),
        "years": _years(facts, style.reporting_years),
        "choose": _choices(case, style, form),
        "counts": _counts(facts) | {"honours": str(len(honours))},
        "summary": _paragraphs(facts.experience.summary or ""),
        "honours": [_printed(honour.model_dump()) for honour in honours],
    }


def counted_honours(
    honours: Sequence[Honour], rule: HonourRule | None, applied: date
) -> list[Honour]:
    """Return the honours that a form counts: of its levels, in the years before the application."""
    if rule is None:
        return list(honours)
    first = _years_before(applied, rule.years)
    return [
        honour
        for honour in honours
        if honour.level in rule.levels and first <= honour.date <= applied
    ]


def _years_before(day: date, years: int) -> date:
    """Return the same day so many years earlier; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _printed(value: Any) -> Any:
    """Return dicts and lists with their leaves as printed, and without what is not given."""
    if isinstance(value, dict):
        return {key: _printed(item) for key, item in value.items() if item is not None}
    if isinstance(value, (list, tuple)):
        return [_printed(item) for item in value]
    return printed_value(value)


def _years(facts: Facts, reporting_years: tuple[int, ...]) -> list[dict[str, str]]:
    return [
        {"year": str(year)}
        | (_printed(facts.years[year].model_dump()) if year in facts.years else {})
        for year in reporting_years
    ]


def _choices(case: Case, style: Style, form: Form) -> dict[str, dict[str, str]]:
    return {
        name: boxes(chosen_value(case.facts, style, choice.field), choice.options)
        for name, choice in form.choices.items()
    }


def _counts(facts: Facts) -> dict[str, Any]:
    granted = sum(patent.status == "授权" for patent in facts.patents)
    return {
        # Every granted patent was applied for.
        "patents_applied": str(len(facts.patents)),
        "patents_granted": str(granted),
        "software_copyrights": str(len(facts.software_copyrights)),
        "standards": {
            level: str(sum(standard.level == level for standard in facts.standards))
            for level in _STANDARD_LEVELS
        },
    }


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]
