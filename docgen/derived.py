"""What follows from a case under a style: shared by composing and checking."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from docgen.case.fields import value_at
from docgen.case.figures import TableChanges
from docgen.case.targets import number_targets
from docgen.evidence import evidence_targets
from docgen.style.enterprise import size_class

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.case.model import Facts
    from docgen.case.narrative import Narrative, Width
    from docgen.case.targets import PageTarget, Target
    from docgen.document import PageSetup, Picture
    from docgen.style.documents import FiguresRow, Form
    from docgen.style.model import Style

_TALLEST_FIGURE = 0.72
_SIZE, _IN_FORCE = "company.size", "company.iso9001.in_force"
_OF_YEAR = re.compile(r"years\.(\d+)\.(growth|rd_intensity)")
_HUNDREDTH = Decimal("0.01")


def chosen_value(facts: Facts, style: Style, field: str) -> Any:
    """Return a field's value, or what follows from others where the case leaves it out.

    企业类型 follows from headcount and revenue, 证书在有效期内 from its date, 增长率 and 投入强度
    from the amounts.
    """
    value = value_at(facts, field)
    return derived_value(facts, style, field) if value is None else value


def derived_value(facts: Facts, style: Style, field: str) -> Any:
    """Return what a field's value would be as it follows from others; None if it does not."""
    sources = sources_of(style, field)
    values = [value_at(facts, source) for source in sources]
    if not sources or None in values:
        return None
    if field == _SIZE and style.enterprise_size is not None:
        return size_class(style.enterprise_size, *values)
    if field == _IN_FORCE:
        return bool(facts.application_date <= values[0])
    now, base = values
    if not base:
        return None
    share = (now - base) / base if field.endswith("growth") else now / base
    return (share * 100).quantize(_HUNDREDTH, ROUND_HALF_UP) + 0


def sources_of(style: Style, field: str) -> tuple[str, ...]:
    """Return the fields that a field follows from; none for one that only the case can say."""
    if field == _SIZE and style.enterprise_size is not None:
        return ("company.employees", f"years.{style.reporting_years[-1]}.revenue")
    if field == _IN_FORCE:
        return ("company.iso9001.valid_until",)
    if match := _OF_YEAR.fullmatch(field):
        year, name = int(match[1]), match[2]
        if name == "growth":
            return (f"years.{year}.revenue", f"years.{year - 1}.revenue")
        return (f"years.{year}.rd_spending", f"years.{year}.revenue")
    return ()


def printed_rows(case: Case, form: Form, key: str) -> list[FiguresRow]:
    """Return the rows of a form's table of figures that the case does not leave out."""
    omitted = table_changes(case.facts, key).omit
    return [row for row in form.tables[key].rows if row.title not in omitted]


def table_changes(facts: Facts, key: str) -> TableChanges:
    """Return what a case changes about a table of figures; nothing where none may be changed."""
    return getattr(facts.tables, key, TableChanges())


def printed_keys(style: Style) -> list[str]:
    """Return the case's section keys that the style prints, in its order."""
    sections = (style.sections[name] for name in style.printed_sections)
    return [section.source for section in sections if section.source]


def targets_of(case: Case, style: Style) -> dict[str, Target]:
    """Return id → figure or table of what the style prints."""
    return number_targets(case.narrative, _chapters(style), style.captions.first_table)


def references_of(case: Case, style: Style) -> dict[str, Target | PageTarget]:
    """Return id → what the text can refer to: figures, tables, papers of the evidence."""
    return {**evidence_targets(case, style), **targets_of(case, style)}


def _chapters(style: Style) -> Iterator[tuple[str, int]]:
    """Yield the printed section keys with the number of the chapter they stand in.

    The chapter is 0 for all where figures and tables are numbered through.
    """
    chapter = 0
    for name in style.printed_sections:
        section = style.sections[name]
        chapter += style.captions.by_chapter and section.numbered and section.level == 1
        if section.source:
            yield section.source, chapter


def printed_narratives(case: Case, style: Style) -> Iterator[tuple[str, Narrative]]:
    """Yield key and text of the case's sections that the style prints, in its order."""
    for key in printed_keys(style):
        if key in case.narrative:
            yield key, case.narrative[key]


def printed_width(width: Width, picture: Picture, page: PageSetup) -> float:
    """Return the width in points at which a picture is printed.

    It is no wider than the text, and no higher than leaves room for its caption and some text.
    """
    across, down = picture.pixels
    tallest = page.text_height * _TALLEST_FIGURE
    return min(width.points(page.measure), page.measure, tallest * across / down)
