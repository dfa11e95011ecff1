"""The names a form's template may use: the case's own field paths, and what is derived from them.

company.name, contact.mobile …   the case, values as printed
years[0].year, years[0].revenue  the reporting years, oldest first; growth and rd_intensity follow
years[0].satisfaction.value      a survey: also .agency, .boxes.自评, .boxes.第三方调查
choose.nature.民营               ☑ or □
mark.quality.省级                √ or a space, for forms that print （）
answers.brands                   是 or 否: the text is not 无
tables.economic                  rows: number, title, unit, values[0].text and .tag, average …
products[0].shares[0].domestic   the leading products, filled up to the columns of the form
competitors                      rows: product, name, share, strengths
recommender_contact.phone        the recommending unit as the style lists it
counts.patents_granted …         counted from the lists, so form and annex cannot differ
summary                          the paragraphs of 质量标杆简介
patents, software_copyrights, standards, honours   the lists of the annex tables
published_standards              the standards but the company's own
edition                          the edition's year
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docgen.case.counts import COUNTS, OWN_STANDARD
from docgen.case.fields import value_at
from docgen.compose.choices import boxes, marks
from docgen.compose.figures import products, table_rows
from docgen.compose.values import printed_value
from docgen.derived import chosen_value

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from datetime import date

    from docgen.case.load import Case
    from docgen.case.model import Facts, Honour
    from docgen.style.documents import Form, HonourRule
    from docgen.style.model import Style

    _Marks = Callable[[Collection[str], Iterable[str]], dict[str, str]]

#: What a company writes that has none of a thing.
NONE = "无"
CONDUCTORS = ("自评", "第三方调查")
_DERIVED_EACH_YEAR = ("growth", "rd_intensity")
_SURVEYS = ("satisfaction", "loyalty")
#: Parts of a case that templates see in a shape of their own, or not at all.
_ELSEWHERE = {
    "overrides", "narrative", "years", "benchmarks", "tables", "products", "evidence",
}  # fmt: skip
_DATED = ("patents", "software_copyrights", "standards", "honours")


def form_context(case: Case, style: Style, form: Form) -> dict[str, Any]:
    """Return the template's names with their values."""
    facts = case.facts
    recommender = style.recommenders.named(facts.recommender)
    facts = facts.model_copy(update=_as_of(facts))
    honours = counted_honours(facts.honours, form.honours, facts.application_date)
    values: dict[str, Any] = _printed(facts.model_dump(exclude=_ELSEWHERE))
    if (size := chosen_value(facts, style, "company.size")) is not None:
        values["company"]["size"] = size
    if (since := facts.experience.applied_since) is not None:
        year, month = map(int, since.split("-"))
        values["experience"]["applied_since"] = f"{year}年{month}月"
    return values | {
        "edition": str(style.edition),
        "years": _years(case, style),
        "choose": _choices(case, style, form, boxes),
        "mark": _choices(case, style, form, marks),
        "answers": _answers(facts),
        "recommender_contact": {} if recommender is None else _printed(recommender.model_dump()),
        "tables": {key: table_rows(case, style, form, key) for key in form.tables},
        "products": products(facts, style.reporting_years, form.products),
        "counts": _counts(facts, honours),
        "published_standards": [
            _printed(each.model_dump()) for each in facts.standards if each.level != OWN_STANDARD
        ],
        "summary": _paragraphs(facts.experience.summary or ""),
        "honours": [_printed(honour.model_dump()) for honour in honours],
    }


def _as_of(facts: Facts) -> dict[str, Any]:
    """Return the dated lists without what came after the application: forms tell what was."""
    return {
        name: tuple(each for each in getattr(facts, name) if each.date <= facts.application_date)
        for name in _DATED
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


def _years(case: Case, style: Style) -> list[dict[str, Any]]:
    years = []
    for year in style.reporting_years:
        figures = case.facts.years.get(year)
        values = {"year": str(year)} | (_printed(figures.model_dump()) if figures else {})
        for name in _DERIVED_EACH_YEAR:
            value = chosen_value(case.facts, style, f"years.{year}.{name}")
            values |= {} if value is None else {name: printed_value(value)}
        for name in _SURVEYS:
            conducted = value_at(case.facts, f"years.{year}.{name}.conducted")
            values.setdefault(name, {})
            values[name]["boxes"] = boxes({conducted}, CONDUCTORS)
        years.append(values)
    return years


def _choices(case: Case, style: Style, form: Form, printed: _Marks) -> dict[str, dict[str, str]]:
    return {
        name: printed(_chosen(case, style, choice.field), style.options_of(choice))
        for name, choice in form.choices.items()
    }


def _chosen(case: Case, style: Style, field: str) -> set[str]:
    value = chosen_value(case.facts, style, field)
    values = value if isinstance(value, tuple) else () if value is None else (value,)
    return {printed_value(each) for each in values}


def _answers(facts: Facts) -> dict[str, str]:
    """Return 是 or 否 for each text that a company without the thing fills in as 无."""
    texts = {"brands": facts.company.brands, "rd_platforms": facts.company.rd_platforms}
    return {name: printed_value(text != NONE) for name, text in texts.items() if text is not None}


def _counts(facts: Facts, honours: Sequence[Honour]) -> dict[str, Any]:
    tree: dict[str, Any] = {}
    for name, count in COUNTS.items():
        group, _, level = name.partition(".")
        items = honours if count.list == "honours" else getattr(facts, count.list)
        number = str(count.of(vars(each) for each in items))
        if level:
            tree.setdefault(group, {})[level] = number
        else:
            tree[name] = number
    return tree


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]
