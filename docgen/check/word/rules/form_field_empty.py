"""A field of the form that must be filled in is empty.

What: a place that the notice wants filled in holds nothing, or a choice has no tick.
Why: an application with empty cells is sent back.
Example: no mobile number behind 联系电话; none of 大型企业, 中型企业 … is ticked.
Cure: fill it in; where there is nothing to say, write 无.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.case.fields import title_at
from docgen.check.word.slip import Slip, first_line
from docgen.findings import Severity
from docgen.forms import form_pattern, read_fields
from docgen.style.documents import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading
    from docgen.forms import FieldReading


SEVERITY = Severity.ERROR


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the required fields that the form has a place for and nobody has filled in."""
    spec = reading.spec
    if not isinstance(spec, Form):
        return
    years = reading.style.reporting_years
    each_year = (f"years.{year}.{name}" for name in spec.required_each_year for year in years)
    found = _by_path(reading, spec)
    clause = reading.style.clause(f"documents.{reading.document}.required")
    for path in (*spec.required, *each_year):
        places = found.get(path, [])
        # Where nothing parts two fields, what is there may be either's.
        if places and not any(each.text.strip() or each.unsure for each in places):
            title = title_at(*path.split("."))
            wanting = "没有填" if places[0].options is None else "没有勾选"
            line = first_line(reading, places[0].row)
            yield Slip(f"“{title}”{wanting}。", "请填上；确实没有的写“无”。", line, clause)


def _by_path(reading: Reading, spec: Form) -> dict[str, list[FieldReading]]:
    pattern = form_pattern(reading.style, spec)
    found: dict[str, list[FieldReading]] = {}
    for each in read_fields(reading.manuscript.package, pattern).readings:
        found.setdefault(each.path, []).append(each)
    return found
