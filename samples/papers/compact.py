"""Cut a PDF's fonts down to the glyphs it shows.

WeasyPrint keeps a slot for every glyph of a face, 30 kB for each of ours: more than most papers
need for all else. A bare CFF table, whose character ids are the glyph numbers that the pages use
(ISO 32000-1, 9.7.4.2), needs none.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator


def cut_fonts(pdf: pikepdf.Pdf) -> None:
    """Replace every embedded OpenType font with outlines in CFF by what its pages show of it."""
    for font in pdf.objects:
        if isinstance(font, pikepdf.Dictionary) and font.get("/Subtype") == "/CIDFontType0":
            descriptor = font.FontDescriptor
            stream = pdf.make_stream(_cut(descriptor.FontFile3.read_bytes(), set(_shown(font.W))))
            stream.Subtype = pikepdf.Name.CIDFontType0C
            descriptor.FontFile3 = stream
            del font["/CIDToGIDMap"]


def _shown(widths: Any) -> Iterator[int]:
    """Yield the glyphs of a /W array: ``first [width width …]``, one after another."""
    items = list(widths)
    for first, row in zip(items[::2], items[1::2], strict=True):
        yield from range(int(first), int(first) + len(row))


def _cut(data: bytes, glyphs: set[int]) -> bytes:
    from fontTools import subset
    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(data))
    top = font["CFF "].cff.topDictIndex[0]
    names = [".notdef", *(f"cid{number:05d}" for number in range(1, font["maxp"].numGlyphs))]
    top.charset[:] = names
    top.CharStrings.charStrings = {name: number for number, name in enumerate(names)}
    font.setGlyphOrder(names)
    cutter = subset.Subsetter(subset.Options(notdef_outline=True, layout_features=[]))
    cutter.populate(gids=sorted({0, *glyphs}))
    cutter.subset(font)
    target = BytesIO()
    font.save(target)
    table: bytes = TTFont(BytesIO(target.getvalue())).reader["CFF "]
    return table
