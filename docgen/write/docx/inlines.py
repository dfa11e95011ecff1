"""Inlines as Word runs: text split by script, fields with their cached results, bookmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.document import Inline, LineBreak, Reference, RunFormat, Tab, Text
from docgen.document.scripts import script_runs
from docgen.write.docx.formats import run_properties
from docgen.write.docx.xml import Element, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def runs(inlines: Sequence[Inline]) -> Iterator[Element]:
    """Yield the runs of a paragraph's inlines."""
    texts = [_plain(inline) for inline in inlines]
    for index, inline in enumerate(inlines):
        if isinstance(inline, LineBreak):
            yield w("r", w("br"))
        elif isinstance(inline, Tab):
            yield w("r", w("tab"))
        else:
            before, after = "".join(texts[:index]), "".join(texts[index + 1 :])
            pieces = list(text_runs(inline.text, inline.format, before, after))
            if isinstance(inline, Reference):
                yield from field(f"REF {inline.target} \\h", pieces)
            else:
                yield from pieces


def text_runs(text: str, form: RunFormat, before: str = "", after: str = "") -> Iterator[Element]:
    """Yield the runs of a text; ambiguous characters among Chinese get the East Asian hint."""
    for piece in script_runs(text, before=before, after=after):
        yield run(piece.text, form, hint=piece.east_asian)


def run(text: str, form: RunFormat | None = None, *, hint: bool = False) -> Element:
    """Return one run of text."""
    properties = run_properties(form or RunFormat(), hint=hint)
    return w("r", w("rPr", *properties) if properties else None, w("t", text=text))


def field(instruction: str, result: Sequence[Element]) -> Iterator[Element]:
    """Yield the runs of a field: its instruction, and the result Word shows until it updates."""
    yield w("r", w("fldChar", fldCharType="begin"))
    yield w("r", w("instrText", text=f" {instruction} "))
    yield w("r", w("fldChar", fldCharType="separate"))
    yield from result
    yield w("r", w("fldChar", fldCharType="end"))


class Bookmarks:
    """Numbers the bookmarks of one document: every ``w:id`` must be its own."""

    def __init__(self) -> None:
        """Start at one."""
        self._last = 0

    def around(self, name: str, elements: Sequence[Element]) -> list[Element]:
        """Return the elements between the start and the end of a bookmark."""
        self._last += 1
        number = str(self._last)
        return [
            w("bookmarkStart", id=number, name=name),
            *elements,
            w("bookmarkEnd", id=number),
        ]


def _plain(inline: Inline) -> str:
    return inline.text if isinstance(inline, (Text, Reference)) else ""
