"""A form's tables of figures (统计表): rows from the style, values from the case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docgen.compose.values import printed_value
from docgen.derived import chosen_value, printed_rows, table_changes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.case.load import Case
    from docgen.case.model import Facts
    from docgen.style.documents import Form
    from docgen.style.model import Style

#: What a cell prints where there is nothing to say.
NOT_GIVEN = "/"
_COMPARISONS = ("average", "best", "rank")


def table_rows(case: Case, style: Style, form: Form, key: str) -> list[dict[str, Any]]:
    """Return a table's rows: the printed ones that the case keeps, then those that it adds."""
    rows = [
        _cells(row.title, row.unit, _values(case, style, row.field))
        for row in printed_rows(case, form, key)
    ]
    for index, added in enumerate(table_changes(case.facts, key).add):
        path = f"tables.{key}.add.{index}"
        last = style.reporting_years[-1]
        texts = {f"{path}.years.{year}": added.years.get(year) for year in style.reporting_years}
        texts |= {
            f"{path}.benchmarks.{last}.{name}": getattr(added.benchmarks.get(last), name, None)
            for name in _COMPARISONS
        }
        rows.append(_cells(added.title, added.unit or "", texts))
    return [{"number": str(number), **row} for number, row in enumerate(rows, start=1)]


def products(facts: Facts, years: Sequence[int], columns: int) -> list[dict[str, Any]]:
    """Return the leading products with their market shares, filled up to so many columns."""
    printed = []
    for index in range(columns):
        product = facts.products[index] if index < len(facts.products) else None
        shares = [None if product is None else product.shares.get(year) for year in years]
        printed.append(
            {
                "name": NOT_GIVEN if product is None else product.name,
                "shares": [
                    {
                        name: _per_cent(None if share is None else getattr(share, name))
                        for name in ("domestic", "international")
                    }
                    for share in shares
                ],
            }
        )
    return printed


def _values(case: Case, style: Style, field: str) -> dict[str, Any]:
    """Return a row's values by path: of each year, then the industry's of the last."""
    years = [f"years.{year}.{field}" for year in style.reporting_years]
    last = style.reporting_years[-1]
    compared = [f"benchmarks.{last}.{field}.{name}" for name in _COMPARISONS]
    return {path: chosen_value(case.facts, style, path) for path in (*years, *compared)}


def _cells(title: str, unit: str, values: dict[str, Any]) -> dict[str, Any]:
    """Return a row: values by path, those of the years first, then average, best and rank."""
    cells = [
        {"text": NOT_GIVEN if value is None else printed_value(value), "tag": path}
        for path, value in values.items()
    ]
    compared = dict(zip(_COMPARISONS, cells[-len(_COMPARISONS) :], strict=True))
    return {"title": title, "unit": unit, "values": cells[: -len(_COMPARISONS)], **compared}


def _per_cent(share: Any) -> str:
    return NOT_GIVEN if share is None else f"{printed_value(share)}%"
