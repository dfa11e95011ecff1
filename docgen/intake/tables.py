"""A form's tables of figures (统计表): rows by their titles become the figures of each year."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from docgen.forms.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from docgen.forms import FieldReading
    from docgen.style.documents import Form
    from docgen.style.model import Style

_CELL = re.compile(r"tables\.(\w+)\.(\d+)\.(?:(title|unit|number)|values\.(\d+)\.text|(\w+)\.text)")
_COMPARISONS = ("average", "best", "rank")
#: The tables whose rows a case may leave out and add to.
_CHANGEABLE = ("economic", "social")


def with_figures(
    readings: Sequence[FieldReading], style: Style, form: Form
) -> tuple[list[FieldReading], dict[str, list[str]]]:
    """Return readings with every cell of a table under its own field, and what rows are left out.

    Args:
        readings: What the form says; cells of tables as ``tables.economic.0.values.1.text``.
        style: The style.
        form: The form.

    Returns:
        The readings, and for each table that a case may change the titles of the printed rows
        that the form does not have.
    """
    others = [each for each in readings if not _CELL.fullmatch(each.path)]
    rows: dict[str, dict[str, dict[str, FieldReading]]] = {}
    for each in readings:
        if match := _CELL.fullmatch(each.path):
            cell = each.path.removeprefix(f"tables.{match[1]}.{match[2]}.")
            rows.setdefault(match[1], {}).setdefault(match[2], {})[cell] = each
    found = list(others)
    omitted: dict[str, list[str]] = {}
    for key, table in rows.items():
        titles = {folded(row.title): row for row in form.tables[key].rows}
        added = 0
        seen: set[str] = set()
        for cells in table.values():
            title = folded(cells["title"].text) if "title" in cells else ""
            if title in titles:
                seen.add(title)
                found += _figures(
                    cells,
                    style,
                    f"years.{{}}.{titles[title].field}",
                    f"benchmarks.{{}}.{titles[title].field}",
                )
            elif title:
                path = f"tables.{key}.add.{added}"
                added += 1
                found += [
                    replace(cells[name], path=f"{path}.{name}")
                    for name in ("title", "unit")
                    if name in cells
                ]
                found += _figures(cells, style, f"{path}.years.{{}}", f"{path}.benchmarks.{{}}")
        if key in _CHANGEABLE:
            missing = [row.title for name, row in titles.items() if name not in seen]
            omitted |= {key: missing} if missing else {}
    return found, omitted


def _figures(
    cells: Mapping[str, FieldReading], style: Style, of_year: str, compared: str
) -> Iterator[FieldReading]:
    for index, year in enumerate(style.reporting_years):
        if (cell := cells.get(f"values.{index}.text")) is not None:
            yield replace(cell, path=of_year.format(year))
    last = compared.format(style.reporting_years[-1])
    for name in _COMPARISONS:
        if (cell := cells.get(f"{name}.text")) is not None:
            yield replace(cell, path=f"{last}.{name}")
