"""Choices on forms (选项): which box is ticked, in the text and in the Word control."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from docgen.read.ooxml import W, w

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

TICKED = "☑"
EMPTY = "□"
MARK = "√"
NO_MARK = "\u3000"

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_NS = {"w": W, "w14": _W14}
_BODY = "word/document.xml"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def boxes(chosen: Collection[str], options: Iterable[str]) -> dict[str, str]:
    """Return option → the box printed before or after it."""
    return {option: TICKED if option in chosen else EMPTY for option in options}


def marks(chosen: Collection[str], options: Iterable[str]) -> dict[str, str]:
    """Return option → what is printed between the parentheses （） of a form."""
    return {option: MARK if option in chosen else NO_MARK for option in options}


def settle_controls(word: bytes) -> bytes:
    """Return a filled form with its content controls in order.

    The template prints a check box's glyph; Word keeps the state beside it, and the glyph's font,
    so that a click in Word goes on from there. A control in a repeated row has its number anew:
    no two may share one.
    """
    source = zipfile.ZipFile(io.BytesIO(word))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.infolist():
            data = source.read(item)
            target.writestr(item, _settled(data) if item.filename == _BODY else data)
    return stream.getvalue()


def _settled(body: bytes) -> bytes:
    root = etree.fromstring(body, _PARSER)
    for number, control in enumerate(root.iterfind(".//w:sdt", _NS), start=1):
        if (identity := control.find("w:sdtPr/w:id", _NS)) is not None:
            identity.set(w("val"), str(number))
        box = control.find("w:sdtPr/w14:checkbox", _NS)
        if box is not None:
            _settle(control, box)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _settle(control: etree._Element, box: etree._Element) -> None:
    ticked = TICKED in "".join(map(str, control.itertext()))
    checked = box.find("w14:checked", _NS)
    if checked is not None:
        checked.set(f"{{{_W14}}}val", "1" if ticked else "0")
    state = box.find("w14:checkedState" if ticked else "w14:uncheckedState", _NS)
    font = state.get(f"{{{_W14}}}font") if state is not None else None
    for fonts in control.iterfind("w:sdtContent//w:rFonts", _NS):
        for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
            if font:
                fonts.set(w(slot), font)
