"""A row that is to be left out is not on the form.

What: `tables.….omit` names a row that the issuer's table does not print.
Why: nothing would be left out, and the row that was meant is asked for.
Example: 设备效率, where the form says 设备综合效率.
Cure: write the row's label as the form prints it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.problem import Aspect, Problem
from docgen.derived import table_changes
from docgen.findings import Severity
from docgen.style.documents import FiguresTable, Form
from docgen.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.WORDING
SEVERITY = Severity.ERROR


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the labels that no table of the style's forms prints."""
    forms = [each for each in style.documents.values() if isinstance(each, Form)]
    printed: dict[str, list[FiguresTable]] = {}
    for key, table in (item for form in forms for item in form.tables.items()):
        printed.setdefault(key, []).append(table)
    for key, tables in printed.items():
        titles = [row.title for table in tables for row in table.rows]
        for title in table_changes(case.facts, key).omit:
            if title not in titles:
                yield Problem(
                    f"tables.{key}.omit",
                    f"“{tables[0].title}”没有“{title}”这一行。",
                    f"{did_you_mean(title, titles)}可选：{'、'.join(titles)}；"
                    f"只有别的规范印的行，写在 overrides 里那种规范之下。",
                )
