"""A check box control says what its glyph says."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from docgen.compose.choices import settle_controls

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
BODY = (
    f'<w:document xmlns:w="{W}" xmlns:w14="{W14}"><w:body><w:sdt><w:sdtPr><w14:checkbox>'
    '<w14:checked w14:val="{state}"/><w14:checkedState w14:val="2611" w14:font="甲字体"/>'
    '<w14:uncheckedState w14:val="25A1" w14:font="乙字体"/></w14:checkbox></w:sdtPr>'
    '<w:sdtContent><w:r><w:rPr><w:rFonts w:eastAsia="丙字体"/></w:rPr><w:t>{glyph}</w:t></w:r>'
    "</w:sdtContent></w:sdt></w:body></w:document>"
)


def settled(glyph: str, state: str) -> etree._Element:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("word/document.xml", BODY.format(glyph=glyph, state=state))
        package.writestr("word/other.xml", "<other/>")
    with zipfile.ZipFile(io.BytesIO(settle_controls(stream.getvalue()))) as package:
        assert package.read("word/other.xml") == b"<other/>"
        return etree.fromstring(package.read("word/document.xml"))


@pytest.mark.parametrize("state", ["0", "1"])
@pytest.mark.parametrize(("glyph", "value", "font"), [("☑", "1", "甲字体"), ("□", "0", "乙字体")])
def test_the_state_and_font_follow_the_glyph(glyph: str, value: str, font: str, state: str) -> None:
    root = settled(glyph, state)
    checked = root.find(f".//{{{W14}}}checked")
    fonts = root.find(f".//{{{W}}}rFonts")
    assert checked is not None
    assert fonts is not None
    assert checked.get(f"{{{W14}}}val") == value
    assert {fonts.get(f"{{{W}}}{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs")} == {font}
