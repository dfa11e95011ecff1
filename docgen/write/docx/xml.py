"""WordprocessingML elements, written short.

``w("jc", val="center")`` is ``<w:jc w:val="center"/>``.
Also the units of Word files: twips (1/20 pt), half-points, eighths of a point.
"""

from __future__ import annotations

from lxml import etree

Element = etree._Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML = "http://www.w3.org/XML/1998/namespace"


def w(
    tag: str, /, *children: Element | None, text: str | None = None, **attributes: str
) -> Element:
    """Return an element of the ``w`` namespace and its attributes; None children are left out."""
    element: Element = etree.Element(qname(tag), nsmap={"w": W})
    for name, value in attributes.items():
        element.set(qname(name), value)
    element.extend(child for child in children if child is not None)
    if text is not None:
        element.text = text
        if text != text.strip() or "  " in text:
            element.set(f"{{{_XML}}}space", "preserve")
    return element


def qname(name: str) -> str:
    """Return the Clark name of a ``w`` element or attribute."""
    return f"{{{W}}}{name}"


def referring(tag: str, relationship: str, **attributes: str) -> Element:
    """Return an element of the ``w`` namespace that refers to a part by its relationship.

    It declares the prefix: one made up by lxml depends on what other libraries have registered.
    """
    element: Element = etree.Element(qname(tag), nsmap={"w": W, "r": R})
    for name, value in attributes.items():
        element.set(qname(name), value)
    element.set(f"{{{R}}}id", relationship)
    return element


def twips(points: float) -> str:
    """Return points as twips."""
    return str(round(points * 20))


def half_points(points: float) -> str:
    """Return points as half-points."""
    return str(round(points * 2))


def eighths(points: float) -> str:
    """Return points as eighths of a point, as border widths are."""
    return str(round(points * 8))


def flag(tag: str, value: bool | None) -> Element | None:
    """Return a toggle element: nothing for None, ``w:val="0"`` for False."""
    if value is None:
        return None
    return w(tag) if value else w(tag, val="0")
