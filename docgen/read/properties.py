"""Property elements as flat maps, the layers of effective formatting.

A layer maps a property's WordprocessingML name to its value as text: ``{"b": "1", "sz": "21",
"spacing.line": "360"}``. Laying one over another is a dictionary update. On/off values are "1" or
"0". Lengths stay in their own units until the last step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.read.ooxml import attribute, local, switched_on, w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

Layer = dict[str, str]

#: Toggle properties (17.7.3): combined by exclusive or across the levels of styles.
TOGGLES = (
    "b",
    "i",
    "caps",
    "smallCaps",
    "strike",
    "outline",
    "shadow",
    "emboss",
    "imprint",
    "vanish",
    "bCs",
    "iCs",
)

_ON_OFF = frozenset(TOGGLES) | {
    "dstrike",
    "specVanish",
    "webHidden",
    "snapToGrid",
    "rtl",
    "cs",
    "noProof",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "widowControl",
    "suppressLineNumbers",
    "suppressAutoHyphens",
    "kinsoku",
    "wordWrap",
    "overflowPunct",
    "topLinePunct",
    "autoSpaceDE",
    "autoSpaceDN",
    "bidi",
    "adjustRightInd",
    "contextualSpacing",
    "mirrorIndents",
}
_NESTED = {"rPr", "sectPr", "tabs", "pBdr", "rPrChange", "pPrChange"}
_FONT_SLOTS = {
    "ascii": "asciiTheme",
    "hAnsi": "hAnsiTheme",
    "eastAsia": "eastAsiaTheme",
    "cs": "cstheme",
}
_PREFIX_LENGTH = len(w(""))


def run_layer(properties: Element | None, theme: Mapping[str, str]) -> Layer:
    """Return what a ``w:rPr`` states.

    Args:
        properties: The element, or None for nothing.
        theme: Theme font name (``minorEastAsia`` …) → typeface.

    Fonts come as ``font.ascii``, ``font.hAnsi``, ``font.eastAsia`` and ``font.cs``; in one element
    a theme font wins over a named one.
    """
    layer = _flat(properties)
    fonts = None if properties is None else properties.find(w("rFonts"))
    if fonts is not None:
        for slot, theme_slot in _FONT_SLOTS.items():
            face = theme.get(attribute(fonts, theme_slot) or "") or attribute(fonts, slot)
            if face:
                layer[f"font.{slot}"] = face
    return layer


def paragraph_layer(properties: Element | None) -> Layer:
    """Return what a ``w:pPr`` states.

    Indents come as ``ind.left``, ``ind.right`` and ``ind.first`` in twips and with ``Chars`` in
    hundredths of a character; a hanging indent is a negative first line (17.3.1.12).
    """
    layer = _flat(properties)
    for unit in ("", "Chars"):
        for side, other in (("left", "start"), ("right", "end")):
            stated = layer.pop(f"ind.{other}{unit}", None)
            if stated is not None:
                layer.setdefault(f"ind.{side}{unit}", stated)
        first = layer.pop(f"ind.firstLine{unit}", None)
        hanging = layer.pop(f"ind.hanging{unit}", None)
        if hanging is not None:
            layer[f"ind.first{unit}"] = hanging[1:] if hanging.startswith("-") else f"-{hanging}"
        elif first is not None:
            layer[f"ind.first{unit}"] = first
    return layer


def numbering_reference(properties: Element | None) -> Layer:
    """Return the ``numId`` and ``ilvl`` that a ``w:pPr`` states."""
    numbers = None if properties is None else properties.find(w("numPr"))
    return {
        local(element): value
        for element in (() if numbers is None else numbers)
        if (value := attribute(element)) is not None
    }


def _flat(properties: Element | None) -> Layer:
    layer: Layer = {}
    for element in () if properties is None else properties:
        name = local(element)
        if name in _ON_OFF:
            layer[name] = "1" if switched_on(attribute(element)) else "0"
        elif name and name not in _NESTED:
            for qualified, value in element.attrib.items():
                if str(qualified).startswith(w("")):
                    key = str(qualified)[_PREFIX_LENGTH:]
                    layer[name if key == "val" else f"{name}.{key}"] = str(value)
    return layer
