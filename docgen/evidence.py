"""The evidence (证实性材料) as an issuer orders it: what belongs to which item, on which page.

The volume's pages are numbered from the first divider. An item has a divider page, a right-hand
one where both sides are printed, then its papers follow, a sheet a page; so a text can say on which
page of the volume a paper stands before anything is laid out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.case.targets import PageTarget
from docgen.findings import Severity
from docgen.style.documents import EvidenceSpec

if TYPE_CHECKING:
    from docgen.case.attachments import Paper
    from docgen.case.load import Case
    from docgen.style.model import EvidenceItem, Style


@dataclass(frozen=True, slots=True)
class Piece:
    """A paper in its place: its first page in the volume."""

    paper: Paper
    page: int


@dataclass(frozen=True, slots=True)
class Bundle:
    """An item of the issuer's with the papers that belong to it.

    Attributes:
        item: The item.
        page: The page of its divider.
        pieces: Its papers, in the case's order.
    """

    item: EvidenceItem
    page: int
    pieces: tuple[Piece, ...]


def is_unread(case: Case) -> bool:
    """Say whether the case lists its evidence so wrongly that none of it could be taken in.

    Loading has told that; what is there and what is not, nobody can say yet.
    """
    pointer = case.locator.place("evidence").pointer
    return not case.facts.evidence and any(
        each.severity is Severity.ERROR and each.place.pointer.startswith(pointer)
        for each in case.findings
    )


def volume_of(style: Style) -> EvidenceSpec | None:
    """Return the volume that a style asks for, or None."""
    volumes = (each for each in style.documents.values() if isinstance(each, EvidenceSpec))
    return next(volumes, None)


def bundles(case: Case, style: Style) -> tuple[Bundle, ...]:
    """Return the items that the case has papers for, in the issuer's order."""
    found: list[Bundle] = []
    page = 1
    for item in style.evidence.items if volume_of(style) else ():
        before = page
        divider = page + (style.page.mirrored and page % 2 == 0)
        page = divider + 1
        pieces = []
        for paper in (each for each in case.papers if each.kind in item.takes):
            pieces.append(Piece(paper, page))
            page += paper.pages
        if pieces:
            found.append(Bundle(item, divider, tuple(pieces)))
        else:
            page = before
    return tuple(found)


def evidence_targets(case: Case, style: Style) -> dict[str, PageTarget]:
    """Return id → where in the volume a paper stands, for those that the text can refer to."""
    volume = volume_of(style)
    return {
        piece.paper.id: PageTarget(volume.name, piece.page)
        for bundle in bundles(case, style)
        for piece in bundle.pieces
        if volume and piece.paper.id
    }
