"""There are more leading products than the form has columns for.

What: the case names more products than the form's table has room for.
Why: the ones beyond would not be printed.
Example: three products where the form has two columns.
Cure: name the ones that the experience is about; for one issuer alone, under `overrides`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.problem import Aspect, Problem
from docgen.findings import Severity
from docgen.style.documents import Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.WORDING
SEVERITY = Severity.ERROR


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the products if a form of the style has fewer columns."""
    found = len(case.facts.products)
    for key, form in style.documents.items():
        if isinstance(form, Form) and 0 < form.products < found:
            yield Problem(
                "products",
                f"写了 {found} 种主导产品，“{form.name}”只有 {form.products} 栏。",
                f"请用 overrides 为此规范只留 {form.products} 种。",
                style.clause(f"documents.{key}"),
            )
