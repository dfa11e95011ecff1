"""What the rules about figures, tables and references share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.case.narrative import mentions
from docgen.case.targets import number_targets
from docgen.style.model import NarrativeSpec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.case.narrative import Mention
    from docgen.case.targets import Target
    from docgen.style.model import Style


def printed_sections(style: Style) -> list[str]:
    """Return the case's section keys that the style prints, in its order."""
    return [
        style.sections[name].source
        for document in style.documents.values()
        if isinstance(document, NarrativeSpec)
        for name in document.sections
    ]


def targets_of(case: Case, style: Style) -> dict[str, Target]:
    """Return id → figure or table of what the style prints."""
    return number_targets(case.narrative, printed_sections(style))


def all_mentions(case: Case, style: Style) -> Iterator[tuple[str, Mention]]:
    """Yield section key and reference, in printing order."""
    for key in printed_sections(style):
        if key in case.narrative:
            for mention in mentions(case.narrative[key]):
                yield key, mention
