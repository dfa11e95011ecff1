"""One role, one Word style."""

from __future__ import annotations

import pytest

from docgen.document import Paragraph, Text
from docgen.write.docx.styles import style_id
from tests.write.docx.making import NS, W, attributes, written

PART = "word/styles.xml"


def described(role: str) -> dict[str, dict[str, str]]:
    """Return the properties of a role's style by their path."""
    file = written(Paragraph((Text("甲"),)))
    (style,) = [each for each in file.all("w:style", PART) if each.get(f"{{{W}}}styleId") == role]
    return {
        f"{group}/{each.tag.rpartition('}')[2]}": attributes(each)
        for group in ("pPr", "rPr")
        for parent in style.findall(f"w:{group}", NS)
        for each in parent
    } | {"name": attributes(style.findall("w:name", NS)[0])}


@pytest.mark.parametrize(
    ("role", "identifier"),
    [("body", "Body"), ("table-caption", "TableCaption"), ("heading-1", "Heading1")],
)
def test_a_roles_style_is_named_after_it(role: str, identifier: str) -> None:
    assert style_id(role) == identifier


def test_the_title_is_heiti_18_centred() -> None:
    title = described("Title")
    assert title["rPr/rFonts"]["eastAsia"] == "黑体"
    assert title["rPr/sz"] == {"val": "36"}
    assert title["pPr/jc"] == {"val": "center"}


def test_the_body_is_indented_by_two_characters_and_justified() -> None:
    body = described("Body")
    assert body["name"] == {"val": "Normal Indent"}
    assert body["pPr/ind"] == {"firstLineChars": "200", "firstLine": "480"}
    assert body["pPr/jc"] == {"val": "both"}
    assert body["pPr/spacing"] == {"line": "240", "lineRule": "auto"}
    assert body["rPr/sz"] == {"val": "24"}


def test_the_covers_lines_are_exactly_forty_points_and_off_the_grid() -> None:
    label = described("CoverLabel")
    assert label["pPr/spacing"] == {"line": "800", "lineRule": "exact"}
    assert label["pPr/snapToGrid"] == {"val": "0"}
    assert label["rPr/sz"] == {"val": "32"}


def test_a_list_hangs_by_two_characters() -> None:
    assert described("List")["pPr/ind"] == {
        "left": "960",
        "hangingChars": "200",
        "hanging": "480",
    }


def test_captions_are_bold_and_tables_keep_theirs() -> None:
    assert described("TableCaption")["rPr/b"] == {}
    assert described("TableCaption")["rPr/sz"] == {"val": "21"}
    assert "pPr/keepNext" in described("TableCaption")
    assert "pPr/keepNext" not in described("FigureCaption")


def test_exactly_one_paragraph_style_is_the_default() -> None:
    file = written(Paragraph((Text("甲"),)))
    defaults = [
        each.get(f"{{{W}}}styleId")
        for each in file.all("w:style", PART)
        if each.get(f"{{{W}}}default") == "1" and each.get(f"{{{W}}}type") == "paragraph"
    ]
    assert defaults == ["Plain"]


def test_every_style_in_use_is_defined() -> None:
    file = written(Paragraph((Text("甲"),)))
    defined = {each.get(f"{{{W}}}styleId") for each in file.all("w:style", PART)}
    assert set(file.values("w:pStyle")) <= defined
    assert set(file.values("w:basedOn", PART)) <= defined
