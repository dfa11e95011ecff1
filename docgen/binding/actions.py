"""Whether a PDF brings along what acts: scripts, launched programs, embedded files, media.

Nothing of it gets into print; a reader of the manifest may want to know that it was there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, NamePath, ObjectSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pikepdf import Object, Pdf

#: Where a catalog holds what acts (ISO 32000-1 table 28).
_OF_DOCUMENT = (NamePath.Names.JavaScript, NamePath.Names.EmbeddedFiles, NamePath.AA, NamePath.AF)
#: Kinds of actions that only show another place (table 198).
_HARMLESS = {Name.GoTo, Name.Named, Name.URI, Name.Thread, Name.SetOCGState}
#: Kinds of annotations that hold files or play (table 169).
_ACTIVE = {Name.FileAttachment, Name.RichMedia, Name.Movie, Name.Sound, Name.Screen, Name("/3D")}


def has_actions(pdf: Pdf) -> bool:
    """Say whether a PDF has actions, scripts, embedded files or media."""
    if any(pdf.Root.get(path) is not None for path in _OF_DOCUMENT):
        return True
    return _acts(pdf.Root.get(Name.OpenAction)) or any(
        Name.AA in holder or _acts(holder.get(Name.A)) or holder.get(Name.Subtype) in _ACTIVE
        for holder in _holders(pdf)
    )


def _holders(pdf: Pdf) -> Iterator[Object]:
    """Yield what may hold actions: pages, annotations, form fields."""
    for page in pdf.pages:
        yield page.obj
        yield from _dictionaries(page.obj.get_list(Name.Annots, ()))
    waiting = list(_dictionaries(pdf.Root.get_list(NamePath.AcroForm.Fields, ())))
    seen = ObjectSet()
    while waiting:
        field = waiting.pop()
        if seen.add(field):
            yield field
            waiting += _dictionaries(field.get_list(Name.Kids, ()))


def _acts(action: Object | None) -> bool:
    """Say whether an action, or one that follows it, does more than show another place."""
    waiting, seen = [action], ObjectSet()
    while waiting:
        step = waiting.pop()
        if isinstance(step, Dictionary) and Name.S in step and seen.add(step):
            if step.S not in _HARMLESS:
                return True
            following = step.get(Name.Next)
            waiting += list(following) if isinstance(following, Array) else [following]
    return False


def _dictionaries(items: Iterable[Object]) -> Iterator[Dictionary]:
    return (item for item in items if isinstance(item, Dictionary))
