"""Blocks become the elements that Word expects."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from docgen.document import (
    Block,
    Caption,
    Contents,
    Figure,
    Heading,
    LineBreak,
    ListItem,
    PageBreak,
    Paragraph,
    ParagraphFormat,
    Picture,
    Reference,
    RunFormat,
    Tab,
    Table,
    Text,
)
from docgen.write.docx import write
from docgen.write.docx.body import WRITERS
from docgen.write.pdf.html import MACROS
from tests.cases.unit.making import png
from tests.write.docx.making import NS, W, WordFile, attributes, document, written


def text_of(element: object) -> str:
    return "".join(each.text or "" for each in element.iter(f"{{{W}}}t"))  # type: ignore[attr-defined]


def runs(file: WordFile) -> list[tuple[str, dict[str, str]]]:
    """Return each run's text and fonts."""
    found = []
    for run in file.all("w:r"):
        fonts = run.find("w:rPr/w:rFonts", NS)
        found.append((text_of(run), {} if fonts is None else attributes(fonts)))
    return found


def test_both_writers_know_every_type_of_block() -> None:
    types = set(get_args(Block))
    assert len(types) == 8
    assert set(WRITERS) == types
    assert set(MACROS) == {each.__name__ for each in types}


# ── Runs ────────────────────────────────────────────────


def test_quotes_among_chinese_take_the_chinese_font() -> None:
    assert runs(written(Paragraph((Text("推行“三查”方法"),)))) == [
        ("推行“三查”方法", {"hint": "eastAsia"})
    ]


def test_a_latin_name_with_an_apostrophe_does_not() -> None:
    assert runs(written(Paragraph((Text("按照Juran’s trilogy改进"),)))) == [
        ("按照Juran’s trilogy改进", {})
    ]


def test_a_run_is_split_where_the_font_of_its_punctuation_changes() -> None:
    found = runs(written(Paragraph((Text("学习Juran’s book和“三查”"),))))
    assert "".join(text for text, _ in found) == "学习Juran’s book和“三查”"
    assert [("’" in text, "“" in text, fonts) for text, fonts in found] == [
        (True, False, {}),
        (False, True, {"hint": "eastAsia"}),
    ]


def test_a_run_carries_its_own_format_in_schema_order() -> None:
    form = RunFormat("黑体", "Arial", 16, bold=True, italic=False, underline=True, spacing=8)
    (properties,) = written(Paragraph((Text("甲", form),))).all("w:body/w:p/w:r/w:rPr")
    assert [(each.tag.rpartition("}")[2], attributes(each)) for each in properties] == [
        ("rFonts", {"ascii": "Arial", "hAnsi": "Arial", "cs": "Arial", "eastAsia": "黑体"}),
        ("b", {}),
        ("bCs", {}),
        ("i", {"val": "0"}),
        ("iCs", {"val": "0"}),
        ("spacing", {"val": "160"}),
        ("sz", {"val": "32"}),
        ("szCs", {"val": "32"}),
        ("u", {"val": "single"}),
    ]


def test_spaces_at_the_edges_are_kept() -> None:
    (text,) = written(Paragraph((Text(" 甲  乙 "),))).all("w:t")
    assert text.text == " 甲  乙 "
    assert text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"


def test_markup_in_a_text_is_text() -> None:
    (text,) = written(Paragraph((Text("A&B <w:b/> {{ 7*7 }}"),))).all("w:t")
    assert text.text == "A&B <w:b/> {{ 7*7 }}"


def test_breaks_and_tabs_are_words_own() -> None:
    (paragraph,) = written(Paragraph((Text("甲"), LineBreak(), Tab(), Text("乙")))).all(
        "w:body/w:p"
    )
    inside = [child.tag.rpartition("}")[2] for run in paragraph.findall("w:r", NS) for child in run]
    assert inside == ["t", "br", "tab", "t"]


# ── Fields ──────────────────────────────────────────────


def fields(file: WordFile) -> list[tuple[str, str]]:
    """Return each field's instruction and cached result; begin, separate and end must pair."""
    found: list[tuple[str, str]] = []
    state, instruction, result = "", "", ""
    for run in file.all("w:r"):
        mark = run.find("w:fldChar", NS)
        if mark is not None:
            state = mark.get(f"{{{W}}}fldCharType") or ""
            if state == "end":
                found.append((instruction.strip(), result))
                instruction, result = "", ""
        elif state == "begin":
            instruction += "".join(each.text or "" for each in run.findall("w:instrText", NS))
        elif state == "separate":
            result += text_of(run)
    assert state in ("", "end")
    return found


CAPTION = Caption("table", "表", 3, (Text("主要指标"),), "_Ref_table_3")


def picture(number: int, data: bytes | None = None) -> Figure:
    return Figure(
        Picture(data or png(), "image/png", (40, 20)),
        144.0,
        72.0,
        f"替代文字{number}",
        Caption("figure", "图", number, (Text("流程"),), f"_Ref_figure_{number}"),
    )


def test_a_caption_counts_by_a_field_inside_its_bookmark() -> None:
    file = written(picture(1))
    paragraph = file.all("w:body/w:p")[1]
    assert text_of(paragraph) == "图1\u3000流程"
    assert fields(file) == [("SEQ 图 \\* ARABIC", "1")]
    names = [child.tag.rpartition("}")[2] for child in paragraph]
    start, end = names.index("bookmarkStart"), names.index("bookmarkEnd")
    assert "".join(text_of(each) for each in list(paragraph)[start:end]) == "图1"


def test_captions_by_chapter_begin_anew_with_each() -> None:
    numbers = [(2, 1), (2, 2), (3, 1)]
    file = written(
        *(
            replace(
                picture(1),
                caption=Caption(
                    "figure", "图", number, (Text("流程"),), f"_{chapter}_{number}", chapter
                ),
            )
            for chapter, number in numbers
        )
    )
    assert [text_of(each) for each in file.all("w:body/w:p")[1::2]] == [
        f"图{chapter}-{number}\u3000流程" for chapter, number in numbers
    ]
    assert fields(file) == [
        ("SEQ 图 \\* ARABIC \\r 1", "1"),
        ("SEQ 图 \\* ARABIC", "2"),
        ("SEQ 图 \\* ARABIC \\r 1", "1"),
    ]


def test_a_series_that_goes_on_from_a_forms_begins_at_its_number() -> None:
    third, fourth = (
        Table((72.0,), (), caption=replace(CAPTION, number=number, anchor=f"_Ref_table_{number}"))
        for number in (3, 4)
    )
    assert fields(written(third, fourth)) == [
        ("SEQ 表 \\* ARABIC \\r 3", "3"),
        ("SEQ 表 \\* ARABIC", "4"),
    ]


def test_a_reference_is_a_field_on_that_bookmark() -> None:
    file = written(Paragraph((Text("见"), Reference("_Ref_figure_1", "图1"))), picture(1))
    assert fields(file)[0] == ("REF _Ref_figure_1 \\h", "图1")
    assert "_Ref_figure_1" in [each.get(f"{{{W}}}name") for each in file.all("w:bookmarkStart")]


def test_bookmarks_have_numbers_of_their_own() -> None:
    file = written(
        Heading(1, "一、", (Text("甲"),), "_Toc_1"),
        picture(1),
        Heading(1, "二、", (Text("乙"),), "_Toc_2"),
    )
    starts = [attributes(each) for each in file.all("w:bookmarkStart")]
    assert [each["name"] for each in starts] == ["_Toc_1", "_Ref_figure_1", "_Toc_2"]
    assert len({each["id"] for each in starts}) == 3
    ends = [each.get(f"{{{W}}}id") for each in file.all("w:bookmarkEnd")]
    assert ends == [each["id"] for each in starts]


def test_the_contents_list_the_headings_with_the_numbers_of_their_pages() -> None:
    blocks = (
        Contents("目录", 2),
        Heading(1, "一、", (Text("概况"),), "_Toc_1"),
        Heading(2, "（一）", (Text("组织"),), "_Toc_2"),
        Heading(3, "1．", (Text("太深"),), "_Toc_3"),
    )
    file = WordFile(write(document(*blocks), {"_Toc_1": "1", "_Toc_2": "12", "_Toc_3": "13"}))
    (control,) = file.all("w:sdt")
    entries = control.findall("w:sdtContent/w:p", NS)
    assert [text_of(each) for each in entries] == ["目录", "一、概况1", "（一）组织12"]
    assert [each.get(f"{{{W}}}anchor") for each in file.all("w:hyperlink")] == ["_Toc_1", "_Toc_2"]
    instructions = [(each.text or "").strip() for each in file.all("w:instrText")]
    assert instructions == [
        'TOC \\o "1-2" \\h \\z \\u',
        "PAGEREF _Toc_1 \\h",
        "PAGEREF _Toc_2 \\h",
    ]
    marks = [each.get(f"{{{W}}}fldCharType") for each in file.all("w:fldChar")]
    assert marks.count("begin") == marks.count("separate") == marks.count("end") == 3


# ── Pictures ────────────────────────────────────────────


def test_a_picture_has_its_size_and_alternative_text() -> None:
    file = written(picture(1))
    (extent,) = file.all("wp:extent")
    assert (extent.get("cx"), extent.get("cy")) == (str(144 * 12700), str(72 * 12700))
    (about,) = file.all("wp:docPr")
    assert about.get("descr") == "替代文字1"


def test_a_picture_used_twice_is_stored_once_and_shown_twice() -> None:
    file = written(picture(1), picture(2))
    assert len([name for name in file.zip.namelist() if name.startswith("word/media/")]) == 1
    shown = [each.get("id") for each in file.all("wp:docPr")]
    assert len(set(shown)) == 2
    assert len({attributes(each)["embed"] for each in file.all("a:blip")}) == 1


def test_two_pictures_are_stored_each() -> None:
    file = written(picture(1), picture(2, png(60, 60)))
    assert len([name for name in file.zip.namelist() if name.startswith("word/media/")]) == 2


def test_a_page_break_is_one() -> None:
    (mark,) = written(PageBreak(), Paragraph(())).all("w:br")
    assert attributes(mark) == {"type": "page"}


def test_list_items_are_in_the_lists_style_and_name_their_level() -> None:
    file = written(
        ListItem((Text("甲"),), "●", 0, 0),
        ListItem((Text("乙"),), "●", 1, 0),
    )
    assert file.values("w:body/w:p/w:pPr/w:pStyle") == ["List", "List"]
    assert file.values("w:body/w:p/w:pPr/w:numPr/w:ilvl") == ["0", "1"]
    assert [text_of(each) for each in file.all("w:body/w:p")] == ["甲", "乙"]


def test_a_paragraph_without_widow_control_says_so_in_schema_order() -> None:
    look = ParagraphFormat(page_break_before=True, widow_control=False, space_before=6)
    (properties,) = written(Paragraph((Text("甲"),), format=look)).all("w:body/w:p/w:pPr")
    assert [each.tag.rpartition("}")[2] for each in properties] == [
        "pStyle", "pageBreakBefore", "widowControl", "spacing",
    ]  # fmt: skip
    assert attributes(properties[2]) == {"val": "0"}


def test_condensed_text_has_negative_spacing() -> None:
    file = written(Paragraph((Text("甲", RunFormat(spacing=-0.25)),)))
    assert file.values("w:r/w:rPr/w:spacing") == ["-5"]
