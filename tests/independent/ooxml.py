"""The grammar that the readers of Word files share: names, attributes, what a run prints."""

from __future__ import annotations

from typing import Any

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS = {
    "w": W,
    "w14": W14,
    "r": R,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}
Element = Any
_OFF = ("0", "false", "off")


def tag(name: str) -> str:
    """``w:p`` as lxml spells it."""
    return f"{{{W}}}{name}"


def find(element: Element, path: str) -> Element:
    """The first element on a path, or None."""
    return None if element is None else element.find(path, NS)


def find_all(element: Element, path: str) -> list[Element]:
    """All elements on an XPath."""
    return list(element.xpath(path, namespaces=NS))


def value(element: Element, name: str = "val") -> str | None:
    """A ``w:`` attribute of an element that may be missing."""
    return None if element is None else element.get(tag(name))


def is_on(element: Element) -> bool | None:
    """A toggle: None where it is not there."""
    return None if element is None else value(element) not in _OFF


def parsed(data: bytes) -> Element:
    """The root of an XML part."""
    return etree.fromstring(data)


def run_text(run: Element) -> str:
    """What a run prints; field instructions print nothing."""
    return "".join(printed_child(child) for child in run)


def printed_child(child: Element) -> str:
    """What a child of a run prints."""
    if child.tag == tag("t"):
        return child.text or ""
    if child.tag == tag("sym"):
        return chr(int(child.get(tag("char")), 16))
    printed = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
    return next((text for name, text in printed.items() if child.tag == tag(name)), "")
