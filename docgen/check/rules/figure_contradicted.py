"""The text states another figure of the company than the case does.

What: a section says a year's revenue, profit or the like, or the headcount, and a field of the case
says otherwise; a text may round.
Why: reviewers hold the text against the form.
Example: 主营业务收入89,437.52万元 in the text, where 各年数据 has 98437.52 of the same year.
Cure: correct whichever is wrong.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from docgen.case.fields import title_at, value_at
from docgen.case.narrative import TableData, inlines_text, texts_of
from docgen.case.statements import statements_in, statements_in_table
from docgen.check.problem import Aspect, Problem
from docgen.derived import printed_narratives
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.case.narrative import Passage
    from docgen.case.statements import Statement
    from docgen.style.model import Style

ASPECT = Aspect.WORDING
SEVERITY = Severity.WARNING


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the statements of the printed sections that a field contradicts."""
    for key, narrative in printed_narratives(case, style):
        for passage in narrative.passages:
            for statement in _statements(passage):
                value = value_at(case.facts, statement.path)
                if value is not None and not statement.agrees(value):
                    title = title_at(*statement.path.split("."))
                    yield Problem(
                        f"narrative.{key}",
                        f"正文写“{statement.text}”，案例的{title}是 {Decimal(value):f}。",
                        "请核对，改成一致。",
                        line=passage.line,
                    )


def _statements(passage: Passage) -> Iterator[Statement]:
    if isinstance(passage, TableData):
        rows = (passage.header, *passage.rows)
        yield from statements_in_table([[inlines_text(cell) for cell in row] for row in rows])
        return
    for inlines in texts_of(passage):
        yield from statements_in(inlines_text(inlines))
