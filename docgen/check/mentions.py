"""References of a case's printed sections, for the rules about figures and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.case.narrative import mentions
from docgen.derived import printed_narratives

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.case.narrative import Mention
    from docgen.style.model import Style


def all_mentions(case: Case, style: Style) -> Iterator[tuple[str, Mention]]:
    """Yield section key and reference, in printing order."""
    for key, narrative in printed_narratives(case, style):
        for mention in mentions(narrative):
            yield key, mention
