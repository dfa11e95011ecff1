"""Where the places (目的地) of a PDF are, once its pages stand in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, NamePath, NameTree, OutlineItem, String

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pikepdf import Object, Page, Pdf


class Destinations:
    """Leads from what links and outlines of a PDF name to the copies of its pages.

    Names are resolved on the way, so that they cannot clash with those of other PDFs.
    """

    def __init__(self, source: Pdf, copies: Sequence[Page]) -> None:
        """Keep the copies, one of each page of the source."""
        self._copies = {
            page.obj.objgen: copy.obj for page, copy in zip(source.pages, copies, strict=True)
        }
        self._by_name = source.Root.get(Name.Dests)  # as PDF 1.1 has it
        tree = source.Root.get(NamePath.Names.Dests)
        self._by_string = NameTree(tree) if isinstance(tree, Dictionary) else {}

    def outline(self, items: Iterable[OutlineItem]) -> list[OutlineItem]:
        """Return outline items (书签) of the source that lead to the copies."""
        copies = []
        for item in items:
            place = self._of(item.destination or _goal(item.action))
            copy = OutlineItem(item.title, place)
            copy.is_closed = item.is_closed
            copy.children = self.outline(item.children)
            copies.append(copy)
        return copies

    def relink(self, page: Page, copy: Page) -> None:
        """Make the links of a copied page lead where those of the page lead."""
        links, copies = (one.obj.get_list(Name.Annots, ()) for one in (page, copy))
        for link, copied in zip(links, copies, strict=True):
            place = self._of(link.get(Name.Dest) or _goal(link.get(Name.A)))
            if place is not None:
                copied.Dest = place
                if Name.A in copied:
                    del copied.A

    def _of(self, place: object) -> Array | None:
        """Return a place, given or named, on the copies; None if it is no place of the source."""
        if isinstance(place, String):
            place = self._by_string.get(str(place))
        elif isinstance(place, Name) and isinstance(self._by_name, Dictionary):
            place = self._by_name.get(place)
        if isinstance(place, Dictionary):
            place = place.get(Name.D)
        if not isinstance(place, Array) or not isinstance(place[0], Dictionary):
            return None
        page = self._copies.get(place[0].objgen)
        return None if page is None else Array([page, *list(place)[1:]])


def _goal(action: Object | None) -> Object | None:
    """Return where an action goes to within its file."""
    if isinstance(action, Dictionary) and action.get(Name.S) == Name.GoTo:
        return action.get(Name.D)
    return None
