"""What a Word file prints outside its body: headers, footers (17.10), notes (17.11), text boxes."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from docgen.read.ooxml import MC, R, attribute, child, is_on, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from docgen.read.package import Package

_R_ID = f"{{{R}}}id"
_NOT_PRINTED = (f"{{{MC}}}Fallback", w("del"), w("moveFrom"))


class Story(StrEnum):
    """Which text of a file a paragraph belongs to; Word calls these stories."""

    MAIN = "main"
    HEADER = "header"
    FOOTER = "footer"
    TEXT_BOX = "text-box"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"


def paragraphs_outside(package: Package) -> Iterator[tuple[Story, Element]]:
    """Yield the paragraphs outside a file's body with their stories.

    Headers and footers that are printed come first, each once, then text boxes, then notes. A text
    box in a header is part of the header.
    """
    for story, root in _headers_and_footers(package):
        yield from _paragraphs(story, root)
    for box in package.document.iter(w("txbxContent")):
        yield from _paragraphs(Story.TEXT_BOX, box)
    for story in (Story.FOOTNOTE, Story.ENDNOTE):
        notes = package.part(f"{story}s")
        for note in () if notes is None else notes.iter(w(story)):
            # The lines between text and notes are notes of a type of their own.
            if attribute(note, "type") in {None, "normal"}:
                yield from _paragraphs(story, note)


def anchor_of(paragraph: Element) -> Element | None:
    """Return the paragraph that the text box of a paragraph is anchored in, or None."""
    box = next(paragraph.iterancestors(w("txbxContent")), None)
    return None if box is None else next(box.iterancestors(w("p")), None)


def _headers_and_footers(package: Package) -> list[tuple[Story, Element]]:
    """Return headers and footers by the sections that name them; one not switched on is none."""
    sections = list(package.document.iter(w("sectPr")))
    first = any(is_on(child(section, "titlePg")) for section in sections)
    even = is_on(child(package.part("settings"), "evenAndOddHeaders"))
    printed = {None, "default", *(["first"] if first else []), *(["even"] if even else [])}
    found: list[tuple[Story, Element]] = []
    for story in (Story.HEADER, Story.FOOTER):
        for section in sections:
            for reference in section.findall(w(f"{story}Reference")):
                root = package.related(reference.get(_R_ID))
                if attribute(reference, "type") in printed and root is not None:
                    found.append((story, root))
    return list(dict.fromkeys(found))


def _paragraphs(story: Story, root: Element) -> Iterator[tuple[Story, Element]]:
    for paragraph in root.iter(w("p")):
        # Word stores a text box twice, for itself and for older programs.
        if next(paragraph.iterancestors(*_NOT_PRINTED), None) is None:
            yield story, paragraph
