"""How long the sections of a case are, beside what the issuer allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from docgen.case.targets import printed_text
from docgen.derived import references_of
from docgen.findings import Severity
from docgen.wordcount import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.content import Limit
    from docgen.style.model import Style
    from docgen.wordcount import WordCount


class Breach(NamedTuple):
    """A limit that a text does not keep.

    Attributes:
        found: How long the text is, counted as the limit is.
        by: How much it is over or under what the notice says.
        allowed: The length at which it would pass.
        severity: An error or, near what is only about or inferred, a warning.
    """

    found: int
    by: int
    allowed: int
    severity: Severity


def too_long(limit: Limit, found: WordCount, *, inferred: bool) -> Breach | None:
    """Return how a text is over a limit, or None."""
    allowed = limit.most if limit.ample is None else limit.ample
    if allowed is None or found.words <= allowed:
        return None
    is_error = found.words > (limit.most or 0) and not inferred
    by = found.words - (limit.max or limit.about or 0)
    return Breach(found.words, by, allowed, Severity.ERROR if is_error else Severity.WARNING)


def too_short(limit: Limit, found: WordCount, *, inferred: bool) -> Breach | None:
    """Return how a text is under a limit, or None."""
    wanted = limit.least if limit.scant is None else limit.scant
    # A least length is of Han characters: spaces, figures and Latin words fill no page.
    length = found.words if limit.min is None else found.han
    if wanted is None or length >= wanted:
        return None
    is_error = length < (limit.least or 0) and not inferred
    by = (limit.min or limit.about or 0) - length
    return Breach(length, by, wanted, Severity.ERROR if is_error else Severity.WARNING)


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
    references = references_of(case, style)
    for name in style.printed_sections:
        section = style.sections[name]
        narrative = case.narrative.get(section.source)
        if narrative is None or section.limit is None:
            continue
        text = printed_text(narrative, references)
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
