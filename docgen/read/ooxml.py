"""The small vocabulary of WordprocessingML that every reader here shares (ECMA-376 Part 1, 17)."""

from __future__ import annotations

import re
from math import isfinite
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_PREFIX = f"{{{W}}}"
_UNIT_POINTS = {
    "pt": 1.0,
    "in": 72.0,
    "cm": 72 / 2.54,
    "mm": 72 / 25.4,
    "pc": 12.0,
    "pi": 12.0,
}
_MEASURE = re.compile(r"(-?\d+(?:\.\d+)?)(pt|in|cm|mm|pc|pi)?")
#: Wrappers that print as if they were not there, and the child that holds their content.
_TRANSPARENT = {
    "sdt": "sdtContent",
    "ins": "",
    "moveTo": "",
    "smartTag": "",
    "customXml": "",
    "hyperlink": "",
    "fldSimple": "",
    "dir": "",
    "bdo": "",
}
_DELETED = {"del", "moveFrom"}


def w(name: str) -> str:
    """Return the qualified name of a WordprocessingML element or attribute."""
    return _PREFIX + name


def local(element: Element) -> str:
    """Return the element's WordprocessingML name, or "" for comments and other vocabularies."""
    tag = element.tag
    return tag[len(_PREFIX) :] if isinstance(tag, str) and tag.startswith(_PREFIX) else ""


def child(parent: Element | None, *path: str) -> Element | None:
    """Return the first descendant along a path of child names, or None."""
    for name in path:
        if parent is None:
            return None
        parent = parent.find(_PREFIX + name)
    return parent


def attribute(element: Element | None, name: str = "val") -> str | None:
    """Return a WordprocessingML attribute of an element that may be absent."""
    return None if element is None else element.get(_PREFIX + name)


def is_on(element: Element | None) -> bool:
    """Tell whether an on/off element is on: present and not switched off (17.17.4)."""
    return element is not None and switched_on(attribute(element))


def switched_on(value: str | None) -> bool:
    """Tell whether an on/off value means on; an absent value does."""
    return value not in {"0", "false", "off"}


def integer(value: str | None, default: int = 0) -> int:
    """Return a whole number; the default where the value is absent or is none."""
    try:
        return default if value is None else int(float(value))
    except (ValueError, OverflowError):
        return default


def points(value: str | None, per_point: float = 20.0) -> float | None:
    """Return a measure in points: a bare number counts twips (or 1/`per_point` pt), else its unit.

    None where the value is absent or is no measure.
    """
    match = _MEASURE.fullmatch(value) if value else None
    if match is None:
        return None
    number, unit = float(match[1]), match[2]
    if not isfinite(number):
        return None
    return round(number * _UNIT_POINTS[unit] if unit else number / per_point, 4)


def content(parent: Element) -> Iterator[Element]:
    """Yield the children that print, in order, looking through transparent wrappers.

    Content controls (内容控件) at every level, insertions, links, simple fields and smart tags are
    opened; deleted text is left out; of alternatives the fallback is taken, since the other
    vocabularies are not read (ECMA-376 Part 3).
    """
    for element in parent:
        if element.tag == f"{{{MC}}}AlternateContent":
            fallback = element.find(f"{{{MC}}}Fallback")
            if fallback is not None:
                yield from content(fallback)
            continue
        name = local(element)
        if name in _TRANSPARENT:
            inner = child(element, _TRANSPARENT[name]) if _TRANSPARENT[name] else element
            if inner is not None:
                yield from content(inner)
        elif name and name not in _DELETED:
            yield element
