"""References of a case's printed sections, for the rules about figures and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.case.narrative import mentions
from docgen.derived import printed_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.case.narrative import Mention
    from docgen.style.model import Style


def all_mentions(case: Case, style: Style) -> Iterator[tuple[str, Mention]]:
    """Yield section key and reference, in printing order."""
    for key in printed_keys(style):
        if key in case.narrative:
            for mention in mentions(case.narrative[key]):
                yield key, mention
