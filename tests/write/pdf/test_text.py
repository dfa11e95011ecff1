"""What is read from the PDF is what was put in, in the right faces and lines."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from docgen.document import (
    Caption,
    Figure,
    LineBreak,
    LineSpacing,
    ListItem,
    Paragraph,
    ParagraphFormat,
    Picture,
    Reference,
    RunFormat,
    Tab,
    Text,
)
from tests.write.pdf.making import (
    font_names,
    heading,
    paragraph,
    pitches,
    place_of,
    printed,
    reader,
    shown,
    text_of,
)


def picture() -> Picture:
    stream = BytesIO()
    Image.new("RGB", (40, 20), "navy").save(stream, "PNG")
    return Picture(stream.getvalue(), "image/png", (40, 20))


def caption() -> Caption:
    return Caption("figure", "图", 1, (Text("体系框架"),), "fig-1")


@pytest.mark.parametrize(
    "text",
    [
        "推行“六西格玛”与“PDCA”循环，质量损失率由2.3%降到0.8%（±0.1%）。" * 8,
        "A&B <实践> 'x' \"y\" &amp; {{ 名 }} it’s “fine” … — · °",
        "盖章：        年    月    日",
        "□是 ☑否 ①②③ Ⅳ ㎡ ℃ ≥≤×÷ α→β",
        "阿卜杜·热合曼，䶮、堃、𬭚",
        "fi fl ffi office",
        "x" * 300,
    ],
)
def test_text_survives_character_for_character(text: str) -> None:
    assert text_of(printed(paragraph(text, "indented"))) == text


def test_blocks_are_read_in_their_order() -> None:
    reference = Reference("fig-1", "图1")
    texts = (Text("甲见"), reference, Text("。"), LineBreak(), Text("乙"), Tab(), Text("丙"))
    pdf = printed(
        heading(1, "一、", "概况", "h"),
        Paragraph(texts),
        ListItem((Text("条目"),), "●", 0, 1),
        ListItem((Text("下级"),), "1)", 1, 2),
        Figure(picture(), 100, 50, "示意", caption()),
    )
    assert text_of(pdf).replace(" ", "") == "一、概况甲见图1。乙丙●条目1)下级图1\u3000体系框架"
    assert pdf.labels == {"h": "1", "fig-1": "1"}


def test_a_caption_stands_behind_its_number() -> None:
    text = text_of(printed(Figure(picture(), 9, 9, "", caption())))
    assert text.replace(" ", "") == "图1\u3000体系框架"


def test_references_link_to_their_caption() -> None:
    pdf = printed(Paragraph((Reference("fig-1", "图1"),)), Figure(picture(), 9, 9, "", caption()))
    links = reader(pdf).pages[0].annotations
    assert links is not None
    assert [link.get_object()["/Dest"] for link in links] == ["fig-1"]
    assert "fig-1" in reader(pdf).named_destinations


def test_headings_are_bookmarks_with_their_numbers() -> None:
    pdf = printed(
        heading(1, "一、", "概况", "a"), heading(2, "（一）", "A&B“好”", "b"), paragraph("文")
    )
    first, (second,) = reader(pdf).outline
    assert (first.title, second.title) == ("一、概况", "（一）A&B“好”")  # type: ignore[union-attr]


def test_only_vendored_faces_are_embedded() -> None:
    bold = Paragraph((Text("粗bold", RunFormat(bold=True)), Text("黑", RunFormat("黑体"))))
    assert font_names(printed(bold, paragraph("宋体Times"))) == {
        "Docgen-Song",
        "Docgen-Song-Bold",
        "Docgen-Hei",
        "Docgen-Times",
        "Docgen-Times-Bold",
    }


def test_chinese_quotation_marks_are_full_width_and_latin_ones_are_not() -> None:
    page = reader(printed(Paragraph((Text("“甲”"), Text("b", RunFormat(underline=True)))))).pages[0]
    assert place_of(page, "b").x == pytest.approx(90 + 3 * 12)
    assert "Docgen-Times-Marks" in font_names(printed(paragraph("a “quoted” word")))


@pytest.mark.parametrize(
    ("spacing", "pitch"),
    [
        (LineSpacing("multiple", 1), 15.6),
        (LineSpacing("multiple", 1.5), 23.4),
        (LineSpacing("exactly", 40), 40.0),
        (LineSpacing("exactly", 14), 14.0),
        (LineSpacing("at-least", 20), 20.0),
        (LineSpacing("at-least", 10), 15.6),
    ],
)
def test_lines_stand_at_their_pitch_whatever_they_hold(spacing: LineSpacing, pitch: float) -> None:
    mixed = (
        Text("推行“六西格玛”与 PDCA 循环±0.1%，"),
        Text("加粗bold", RunFormat(bold=True)),
        Text("黑体", RunFormat("黑体")),
        Text("小字small", RunFormat(size=9)),
    )
    block = Paragraph(mixed * 6, format=ParagraphFormat(line_spacing=spacing))
    assert pitches(reader(printed(block)).pages[0]) == {pitch}


def test_a_larger_run_stretches_its_line_but_not_an_exact_one() -> None:
    def baselines(rule: str) -> list[float]:
        lines = (Text("一"), LineBreak(), Text("大", RunFormat(size=36)), LineBreak(), Text("三"))
        spacing = LineSpacing(rule, 20)
        block = Paragraph(lines, format=ParagraphFormat(line_spacing=spacing))
        return [item.y for item in shown(reader(printed(block)).pages[0])]

    first, _, third = baselines("exactly")
    assert third - first == pytest.approx(40)
    first, _, third = baselines("at-least")
    assert third - first > 36 * 1.3 + 20 - 1


def test_a_block_of_one_size_stands_at_the_pitch_of_that_size() -> None:
    small = Paragraph((Text("小五" * 200, RunFormat(size=9)),))
    assert pitches(reader(printed(small)).pages[0]) == {11.7}


def test_an_empty_paragraph_is_one_line_high() -> None:
    page = reader(printed(paragraph("甲"), Paragraph(()), paragraph("乙"))).pages[0]
    assert place_of(page, "乙").y - place_of(page, "甲").y == pytest.approx(31.2, abs=0.01)


def test_the_first_line_stands_in_by_characters() -> None:
    block = Paragraph((Text("甲" * 60, RunFormat(size=14)),), "indented")
    assert {round(item.x) for item in shown(reader(printed(block)).pages[0])} == {90, 118}


def test_a_list_marker_hangs_before_its_text() -> None:
    page = reader(printed(ListItem((Text("文" * 60),), "●", 0, 1))).pages[0]
    assert place_of(page, "●").x == pytest.approx(90)
    assert {round(item.x) for item in shown(page) if item.text[0] == "文"} == {114}


def test_numbers_and_words_are_not_cut_at_the_line_end() -> None:
    text = "产值达12345678.90元，" + "实行ISO9001标准" * 20
    pages = [
        reader(printed(paragraph("甲" * lead + text))).pages[0].extract_text().splitlines()
        for lead in range(12)
    ]
    lines = [line for page in pages for line in page]
    assert not any(line.endswith(("I", "IS", "ISO", "ISO900")) for line in lines)
    assert not any(line.startswith(("5678", "9001", "001")) for line in lines)


def test_a_line_may_end_after_a_closing_quotation_mark() -> None:
    lines = reader(printed(paragraph("甲" * 31 + "“乙”丙丁"))).pages[0].extract_text().splitlines()
    assert lines == ["甲" * 31 + "“乙”", "丙丁"]


def test_character_spacing_widens_every_character() -> None:
    spaced = Paragraph((Text("甲甲", RunFormat(spacing=6.0)), Text("b")))
    assert place_of(reader(printed(spaced)).pages[0], "b").x == pytest.approx(90 + 36)


def test_a_unit_with_a_slash_is_not_cut_at_the_line_end() -> None:
    pages = [
        reader(printed(paragraph("甲" * lead + "进给（mm/min）乙" * 12))).pages[0]
        for lead in range(12)
    ]
    lines = [line for page in pages for line in page.extract_text().splitlines()]
    assert not [line for line in lines if line.rstrip().endswith("/")]


def test_neighbouring_marks_share_a_square() -> None:
    def width(text: str) -> float:
        block = Paragraph((Text(text), Text("末", RunFormat(bold=True))))
        return place_of(reader(printed(block)).pages[0], "末").x - 90

    # Twelve points a square: ” before ， loses half of its own, and so does “ behind 《.
    assert width("甲”，乙") == pytest.approx(3.5 * 12, abs=0.1)
    assert width("《“甲”》") == pytest.approx(4 * 12, abs=0.1)
    assert width("甲，乙。") == pytest.approx(4 * 12, abs=0.1)


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one() -> None:
    text = "写入《“八个零”推进手册》，供同行（含协作厂）“对照”、取用。"
    for lead in range(30):
        lines = reader(printed(paragraph("甲" * lead + text * 3))).pages[0].extract_text()
        for line in lines.splitlines():
            assert line.strip()[0] not in "，。、；：！？）》”"
            assert line.strip()[-1] not in "（《“"


def test_no_line_begins_with_the_dot_inside_a_name() -> None:
    for lead in range(12):
        text = reader(printed(paragraph("甲" * lead + "阿卜杜热西提·买买提" * 8))).pages[0]
        for line in text.extract_text().splitlines():
            assert not line.startswith("·")
