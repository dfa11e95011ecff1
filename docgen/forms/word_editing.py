"""Edits of a Word file that leave all else as it is: a look taken over, characters replaced."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from docgen.document.scripts import script_runs
from docgen.read.ooxml import XML_SPACE, W, attribute, child, local, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as Element

#: What prints a character of a line, beside ``w:t``: all are white space.
_BLANKS = tuple(map(w, ("tab", "ptab", "br", "cr")))
#: What a new paragraph takes over of another's properties, in the schema's order.
_PARAGRAPH = (
    "pStyle", "widowControl", "kinsoku", "wordWrap", "overflowPunct", "autoSpaceDE", "autoSpaceDN",
    "adjustRightInd", "snapToGrid",
)  # fmt: skip
#: What a new run takes over.
_RUN = ("rFonts", "color", "sz", "szCs", "lang")
_SIDES = ("left", "start", "leftChars", "startChars", "right", "end", "rightChars", "endChars")
#: Children of ``w:pPr`` that stand behind ``w:spacing``.
_BEHIND_SPACING = (
    "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection",
    "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr",
    "pPrChange",
)  # fmt: skip


class Sign(NamedTuple):
    """A character of a paragraph, and the element that prints it."""

    character: str
    source: Element


def signs_of(paragraph: Element) -> list[Sign]:
    """Return the characters of a paragraph; tabs and breaks are spaces."""
    return [
        Sign(character, source)
        for source in paragraph.iter(w("t"), *_BLANKS)
        if next(source.iterancestors()).tag == w("r")
        for character in ((source.text or "") if local(source) == "t" else " ")
    ]


def first_run(paragraph: Element) -> Element | None:
    """Return the run that a paragraph's text begins with, or None of an empty paragraph."""
    return next((run for run in paragraph.iter(w("r")) if child(run, "t") is not None), None)


def replace_signs(signs: Sequence[Sign], start: int, end: int, text: str) -> None:
    """Print a text in the place of some characters, in the look of the last of them that is text.

    Where there is none the text follows the character before, in its look.

    Args:
        signs: All the characters of the paragraph.
        start: The first to replace.
        end: The one behind the last.
        text: The text.
    """
    around = reversed(signs[max(start - 1, 0) : end])
    holder = next(sign.source for sign in around if local(sign.source) == "t")
    touched = dict.fromkeys(sign.source for sign in signs[start:end])
    for source in dict.fromkeys((*touched, holder)):
        if local(source) != "t":
            _drop(source)
            continue
        own = [index for index, sign in enumerate(signs) if sign.source is source]
        before = "".join(signs[index].character for index in own if index < start)
        after = "".join(signs[index].character for index in own if index >= end)
        printed = before + (text if source is holder else "") + after
        if printed:
            _set_text(source, printed)
        else:
            _drop(source)


def paragraph_like(model: Element, text: str, indents: dict[str, str]) -> Element:
    """Return a paragraph of text (正文) in the font, size and pitch of another.

    It is justified, without space above and below.

    Args:
        model: The other paragraph; an empty one tells by its mark (段落标记), any other by the run
            that it begins with.
        text: The text.
        indents: Attributes of its ``w:ind``; the model's own indents at the sides are kept where
            none are given.
    """
    properties = etree.Element(w("pPr"), nsmap={"w": W})
    _take_over(child(model, "pPr"), properties, _PARAGRAPH)
    pitch = child(model, "pPr", "spacing")
    _add(
        properties,
        "spacing",
        {"beforeLines": "0", "before": "0", "afterLines": "0", "after": "0"}
        | {name: value for name in ("line", "lineRule") if (value := attribute(pitch, name))},
    )
    sides = child(model, "pPr", "ind")
    own = {name: value for name in _SIDES if (value := attribute(sides, name))}
    _add(properties, "ind", ({} if "left" in indents else own) | indents)
    _add(properties, "jc", {"val": "both"})
    look = _look(model)
    paragraph = etree.Element(w("p"), nsmap={"w": W})
    paragraph.append(properties)
    paragraph.extend(_runs(text, look))
    if len(look):
        properties.append(copy.deepcopy(look))
    return paragraph


def set_space(paragraph: Element, side: str, space: float) -> None:
    """Set the space ``before`` (段前) or ``after`` (段后) a paragraph, in points."""
    properties = child(paragraph, "pPr")
    if properties is None:
        properties = etree.Element(w("pPr"))
        paragraph.insert(0, properties)
    spacing = child(properties, "spacing")
    if spacing is None:
        spacing = etree.Element(w("spacing"))
        behind = (each for each in properties if local(each) in _BEHIND_SPACING)
        place = next(map(properties.index, behind), len(properties))
        properties.insert(place, spacing)
    spacing.set(w(f"{side}Lines"), "0")
    spacing.set(w(side), str(round(space * 20)))


def _look(model: Element) -> Element:
    """Return the properties of a run that looks as the model's text does."""
    first = first_run(model)
    stated = child(model, "pPr", "rPr") if first is None else child(first, "rPr")
    look = etree.Element(w("rPr"), nsmap={"w": W})
    _take_over(stated, look, _RUN)
    return look


def _runs(text: str, look: Element) -> Iterator[Element]:
    """Yield the runs of a text; marks such as “ ” among Chinese take the Chinese font."""
    for piece in script_runs(text):
        run = etree.Element(w("r"), nsmap={"w": W})
        properties = copy.deepcopy(look)
        fonts = child(properties, "rFonts")
        if fonts is not None and w("hint") in fonts.attrib:
            del fonts.attrib[w("hint")]
        if piece.east_asian:
            if fonts is None:
                fonts = etree.Element(w("rFonts"))
                properties.insert(0, fonts)
            fonts.set(w("hint"), "eastAsia")
        if len(properties):
            run.append(properties)
        printed = etree.SubElement(run, w("t"))
        _set_text(printed, piece.text)
        yield run


def _take_over(source: Element | None, target: Element, names: Sequence[str]) -> None:
    for element in () if source is None else source:
        if local(element) in names:
            target.append(copy.deepcopy(element))


def _add(parent: Element, name: str, attributes: dict[str, str]) -> None:
    element = etree.SubElement(parent, w(name))
    for key, value in attributes.items():
        element.set(w(key), value)


def _set_text(element: Element, text: str) -> None:
    element.text = text
    if text != text.strip() or "  " in text:
        element.set(XML_SPACE, "preserve")


def _drop(source: Element) -> None:
    """Take an element out of its run, and a run that prints nothing more out of its paragraph."""
    run = source.getparent()
    assert run is not None, "what prints stands in a run"
    run.remove(source)
    holder = run.getparent()
    if holder is not None and all(local(each) == "rPr" for each in run):
        holder.remove(run)
