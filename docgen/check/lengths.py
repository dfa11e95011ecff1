"""How long the sections of a case are, beside what the issuer allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.case.targets import printed_text
from docgen.derived import targets_of
from docgen.wordcount import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.content import Limit
    from docgen.style.model import Style
    from docgen.wordcount import WordCount


@dataclass(frozen=True, slots=True)
class LimitedSection:
    """A section that the case has a text for and the issuer a limit.

    Attributes:
        field: Dotted path of its text in the case.
        title: Its heading.
        contains: What the notice wants it to say.
        text: Its text as printed.
        found: The text's counts.
        limit: The limit.
        inferred: The limit is not the notice's word but inferred.
        clause: The clause that sets the limit.
    """

    field: str
    title: str
    contains: tuple[str, ...]
    text: str
    found: WordCount
    limit: Limit
    inferred: bool
    clause: str

    @property
    def limit_text(self) -> str:
        """The limit as a message names it."""
        kind = "推定要求" if self.inferred else "要求"
        if self.limit.max is None or self.limit.min is not None:
            return f"{kind} {self.limit.printed}"
        return f"{'推定' if self.inferred else ''}上限 {self.limit.max} 字"


def limited_sections(case: Case, style: Style) -> Iterator[LimitedSection]:
    """Yield the printed sections with a limit, in the style's order."""
    targets = targets_of(case, style)
    for name in style.printed_sections:
        section = style.sections[name]
        narrative = case.narrative.get(section.source)
        if narrative is None or section.limit is None:
            continue
        text = printed_text(narrative, targets)
        path = f"sections.{name}.limit.{section.limit.kind}"
        yield LimitedSection(
            f"narrative.{section.source}",
            section.title,
            section.contains,
            text,
            count(text),
            section.limit,
            style.source(path).inferred,
            style.clause(path),
        )
