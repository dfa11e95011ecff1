"""The glyphs that a PDF's text shows, to a reader that goes by the letter of the standard.

A code of the text is a CID (`Identity-H`), and the charset of a CID-keyed CFF says which of its
glyphs has that CID: ISO 32000-1, 9.7.4.2. Poppler and PDFium take the CID for the glyph's number
instead, so what they draw does not tell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont
from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream

_BFCHAR = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]+)>")


@dataclass(frozen=True)
class ShownGlyph:
    """What a code of the text shows in an embedded CFF font.

    Attributes:
        face: PostScript name of the embedded font program.
        text: What the code stands for, by the PDF's ToUnicode map.
        outline: How its glyph is drawn; `None` where the charset does not have the CID.
    """

    face: str
    text: str
    outline: str | None


def shown_glyphs(pdf: PdfReader) -> set[ShownGlyph]:
    """The glyphs that the pages show in CFF fonts."""
    used: defaultdict[Any, set[int]] = defaultdict(set)
    for page in pdf.pages:
        for font, cids in _texts(page):
            if _descendant(font)["/Subtype"] == "/CIDFontType0":
                used[font.indirect_reference].update(cids)
    return {glyph for font, cids in used.items() for glyph in _look_up(font.get_object(), cids)}


def character_outline(face: Path, text: str) -> str:
    """How a face on disk draws a character; the pair of dashes is one glyph, that of ⸺."""
    cmap, glyphs = _opened(face)
    return _outline(glyphs[cmap[ord(text.replace("——", "⸺"))]])


@cache
def _opened(face: Path) -> tuple[Any, Any]:
    font = TTFont(face, lazy=True)
    return font.getBestCmap(), font.getGlyphSet()


def _texts(page: PageObject) -> Iterator[tuple[Any, list[int]]]:
    """The font and the CIDs of each piece of text."""
    resources: Any = page["/Resources"]
    font: Any = None
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        if operator == b"Tf":
            font = resources["/Font"][operands[0]].get_object()
            assert font["/Encoding"] == "/Identity-H"
        elif operator == b"Tj":
            yield font, _pairs(operands)
        elif operator == b"TJ":
            yield font, _pairs(part for part in operands[0] if not isinstance(part, int | float))
        else:
            assert operator not in (b"'", b'"'), "text shown in a way that is not read here"


def _pairs(strings: Iterable[Any]) -> list[int]:
    """The two-byte codes of some strings of a content stream."""
    codes = b"".join(string.original_bytes for string in strings)
    return [first << 8 | second for first, second in zip(codes[::2], codes[1::2], strict=True)]


def _descendant(font: Any) -> Any:
    (reference,) = font["/DescendantFonts"]
    return reference.get_object()


def _look_up(font: Any, cids: set[int]) -> Iterator[ShownGlyph]:
    program = TTFont(BytesIO(_descendant(font)["/FontDescriptor"]["/FontFile3"].get_data()))
    face = program["name"].getDebugName(6)
    # fontTools names each glyph after the CID that the charset gives it.
    glyphs = program.getGlyphSet()
    meanings = {
        int(cid, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
        for cid, text in _BFCHAR.findall(font["/ToUnicode"].get_data())
    }
    for cid in cids:
        name = f"cid{cid:05d}"
        yield ShownGlyph(face, meanings[cid], _outline(glyphs[name]) if name in glyphs else None)


def _outline(glyph: Any) -> str:
    pen = RecordingPen()
    glyph.draw(pen)
    return repr(pen.value)
