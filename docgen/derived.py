"""What follows from a case under a style: shared by composing and checking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docgen.case.fields import value_at
from docgen.case.targets import number_targets
from docgen.style.enterprise import size_class

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.case.model import Facts
    from docgen.case.narrative import Narrative, Width
    from docgen.case.targets import Target
    from docgen.document import PageSetup, Picture
    from docgen.style.model import Style

_TALLEST_FIGURE = 0.72
#: The field that may be left out, for it follows from headcount and revenue.
SIZE_FIELD = "company.size"


def size_sources(style: Style) -> tuple[str, ...]:
    """Return the fields that 企业类型 follows from; none where the style does not divide them."""
    if style.enterprise_size is None:
        return ()
    return ("company.employees", f"years.{style.reporting_years[-1]}.revenue")


def derived_size(facts: Facts, style: Style) -> str | None:
    """Return 企业类型 as the figures of the last reporting year give it, if they are there."""
    figures = [value_at(facts, field) for field in size_sources(style)]
    if style.enterprise_size is None or None in figures:
        return None
    return size_class(style.enterprise_size, *figures)


def chosen_value(facts: Facts, style: Style, field: str) -> Any:
    """Return a field's value; 企业类型 follows from the figures where the case leaves it out."""
    value = value_at(facts, field)
    return derived_size(facts, style) if value is None and field == SIZE_FIELD else value


def printed_keys(style: Style) -> list[str]:
    """Return the case's section keys that the style prints, in its order."""
    return [style.sections[name].source for name in style.printed_sections]


def targets_of(case: Case, style: Style) -> dict[str, Target]:
    """Return id → figure or table of what the style prints."""
    return number_targets(case.narrative, printed_keys(style))


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
