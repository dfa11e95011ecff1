"""A reader that goes by the letter of the standard draws the characters that were written."""

from __future__ import annotations

import pytest

from docgen.document import Paragraph, RunFormat, Text
from docgen.resources import fonts_dir
from tests.independent.glyphs import character_outline, shown_glyphs
from tests.write.pdf.making import paragraph, printed, reader

TEXT = "质量标杆——“数字化”，阿卜杜·热合曼：䶮、□Ⅳ。"
TEXTS = set(TEXT) - {"—"} | {"——"}
ONLY_IN_EXTRA = "㐂㐅㐆"


@pytest.mark.parametrize(
    ("run", "face"),
    [
        (RunFormat("宋体"), "DocgenSong-Regular"),
        (RunFormat("宋体", bold=True), "DocgenSong-Bold"),
        (RunFormat("黑体"), "DocgenHei-Regular"),
        (RunFormat("华文中宋"), "DocgenZhongsong-Regular"),
    ],
)
def test_each_character_leads_to_its_glyph_by_the_charset(run: RunFormat, face: str) -> None:
    glyphs = shown_glyphs(reader(printed(Paragraph((Text(TEXT, run),)))))
    original = fonts_dir() / f"{face}.otf"
    assert {(glyph.face, glyph.text) for glyph in glyphs} == {(face, text) for text in TEXTS}
    for glyph in glyphs:
        assert glyph.outline == character_outline(original, glyph.text), glyph.text


def test_characters_of_the_extra_face_do_so_too() -> None:
    original = fonts_dir() / "DocgenSongExtra-Regular.otf"
    glyphs = shown_glyphs(reader(printed(paragraph(ONLY_IN_EXTRA))))
    assert {(glyph.face, glyph.text, glyph.outline) for glyph in glyphs} == {
        (original.stem, character, character_outline(original, character))
        for character in ONLY_IN_EXTRA
    }
