"""The narrative's Markdown: what it means, and that nothing is lost on the way."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.case.markdown import parse
from docgen.case.narrative import (
    Break,
    FigureRef,
    HeadingLine,
    Item,
    Mention,
    Narrative,
    TableData,
    TextParagraph,
    Width,
    Words,
    inlines_text,
    mentions,
    plain_text,
)
from docgen.document import Alignment
from docgen.findings import Finding, Place, Severity

PLACE = Place(file="实施.md", title="实施情况")


def sound(source: str) -> Narrative:
    narrative, findings = parse(source, PLACE)
    assert findings == []
    return narrative


def only(source: str) -> object:
    (passage,) = sound(source).passages
    return passage


def findings_of(source: str) -> list[Finding]:
    return parse(source, PLACE)[1]


def codes(source: str) -> list[str]:
    return [finding.code for finding in findings_of(source)]


def paragraph(*inlines: Words | Mention | Break, line: int = 1) -> TextParagraph:
    return TextParagraph(inlines, line)


# Text


@pytest.mark.parametrize(
    "text",
    [
        "A&B <公司> “引号” \"quote\" 'x' &amp 50%",
        "{{ 7*7 }} {% raw %} ${x}",
        "3*4*5=60，长*宽*高，100*50*20mm，2*（3+4）*5",
        "企业类型*、所属行业*和专利*均须填写。",
        "a_b_c __init file_name_1，电话：____，邮编：____。",
        "C:\\数据\\报表 \\n \\\\server\\x",
        ">5%的增长",
        "常政发[2023](12)号，[附件1](见后)，数组[0]",
        "-5℃ +3% #1机组 1.5亿元 2023.文件 （1）文字 1、文字",
        "138****5678",
        "2023年12月31日——“八个零”……（一）",
        "http://www.example.com/a?b=1&c=2",
        "𠮷野家 㐂 ①②③ ±0.5μm",
    ],
)
def test_ordinary_text_is_printed_as_it_stands(text: str) -> None:
    assert only(text) == paragraph(Words(text))


_ESCAPE = re.compile(r"\\[*\[\]!|#+\-.)]")
_ORDINARY = st.text(
    st.one_of(
        st.sampled_from("质量管理，。；：“”‘’（）《》、！？—…%％&<>\"'/\\.,;:()@$^=+-~{}|_·"),
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
        st.characters(min_codepoint=0x20000, max_codepoint=0x2A6DF),
        st.characters(categories=["Lu", "Ll", "Nd"], max_codepoint=0x24F),
        st.just(" "),
    ),
    min_size=1,
    max_size=80,
).filter(lambda text: not _ESCAPE.search(text))


@settings(deadline=None)
@given(_ORDINARY)
def test_any_text_without_a_mark_survives_unchanged(text: str) -> None:
    text = "正" + text.strip() + "文"
    assert plain_text(parse(text, PLACE)[0]) == text


@settings(deadline=None)
@given(_ORDINARY)
def test_any_text_survives_inside_bold_and_headings_and_cells(text: str) -> None:
    text = "正" + text.strip() + "文"
    assert plain_text(parse(f"**{text}**", PLACE)[0]) == text
    assert plain_text(parse(f"## {text}", PLACE)[0]) == text
    cell = text.replace("\\", "").replace("|", "")
    assert plain_text(parse(f"| 甲 |\n|---|\n| {cell} |", PLACE)[0]) == f"甲\n{cell}"


@settings(deadline=None)
@given(st.text(st.sampled_from("#*-+|[]()!{}<>表：图1. 　\n\\_`文a&~="), max_size=60))
def test_any_mixture_of_marks_is_read_without_failing(text: str) -> None:
    narrative, _ = parse(text, PLACE)
    printed = plain_text(narrative)
    assert printed.count("文") + printed.count("a") <= text.count("文") + text.count("a")


@pytest.mark.parametrize(
    ("source", "inlines"),
    [
        ("**“八个零”**管理", (Words("“八个零”", bold=True), Words("管理"))),
        ("推行**“八个零”**管理", (Words("推行"), Words("“八个零”", bold=True), Words("管理"))),
        ("**重点：**质量", (Words("重点：", bold=True), Words("质量"))),
        ("提升**50%**以上", (Words("提升"), Words("50%", bold=True), Words("以上"))),
        (
            "重**A**和**B**后",
            (Words("重"), Words("A", bold=True), Words("和"), Words("B", bold=True), Words("后")),
        ),
        (
            "（**粗**），*斜*体",
            (
                Words("（"),
                Words("粗", bold=True),
                Words("），"),
                Words("斜", italic=True),
                Words("体"),
            ),
        ),
        ("***都***有", (Words("都", bold=True, italic=True), Words("有"))),
    ],
)
def test_emphasis_works_beside_chinese_punctuation(source: str, inlines: tuple[Words, ...]) -> None:
    assert only(source) == TextParagraph(inlines, 1)


def test_a_backslash_keeps_a_mark_from_meaning_anything() -> None:
    assert only("\\*\\*不加粗\\*\\* \\# \\[图\\](#x) 1\\. 甲") == paragraph(
        Words("**不加粗** # [图](#x) 1. 甲")
    )
    assert only("1\\. 甲") == paragraph(Words("1. 甲"))
    assert only("\\- 甲") == paragraph(Words("- 甲"))


def test_asterisks_without_a_partner_are_printed_with_a_warning() -> None:
    narrative, (finding,) = parse("李**、王明", PLACE)
    assert plain_text(narrative) == "李**、王明"
    assert (finding.code, finding.severity) == ("unpaired-asterisks", Severity.WARNING)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("质量\n管理", "质量管理"),
        ("质量，\n“管理”", "质量，“管理”"),
        ("**质量**\n管理", "质量管理"),
        ("quality\nmanagement", "quality management"),
        ("使用 PDCA\n循环", "使用 PDCA 循环"),
        ("质量  \n管理", "质量\n管理"),
        ("质量\\\n管理", "质量\n管理"),
        ("　　质量管理　", "质量管理"),
        ("    质量管理  ", "质量管理"),
    ],
)
def test_line_ends_become_what_chinese_text_needs(source: str, text: str) -> None:
    assert plain_text(sound(source)) == text


def test_a_forced_break_stands_between_words() -> None:
    assert only("甲  \n乙") == paragraph(Words("甲"), Break(), Words("乙"))


def test_a_line_indented_by_full_width_spaces_begins_a_paragraph() -> None:
    assert sound("　　甲。\n　　乙，\n丙").passages == (
        paragraph(Words("甲。")),
        paragraph(Words("乙，丙"), line=2),
    )


def test_lines_joined_after_a_full_stop_are_told_once() -> None:
    narrative, (finding,) = parse("甲。\n乙。\n丙\n\n丁。\n戊", PLACE)
    assert plain_text(narrative) == "甲。乙。丙\n丁。戊"
    assert (finding.code, finding.place.line) == ("lines-joined", 2)
    assert "3 处" in finding.message


@pytest.mark.parametrize(
    "source",
    [
        "`代码`",
        "~~删去~~",
        "__加粗__",
        "10<sup>3</sup>",
        "甲<br>乙",
        "甲&nbsp;乙",
        "注[^1]",
        "##没有空格",
        "#没有空格",
        "甲\n---",
        "***",
        "> 引用",
        "标题 {#id}",
    ],
)
def test_foreign_markup_is_printed_as_it_stands_with_a_warning(source: str) -> None:
    narrative, (finding,) = parse(source, PLACE)
    assert plain_text(narrative).replace(" ", "") == source.replace("\n", "").replace(" ", "")
    assert (finding.code, finding.severity) == ("markup-as-text", Severity.WARNING)


# Headings


def test_headings_have_five_levels() -> None:
    narrative = sound("# 甲\n## 乙\n### 丙\n#### 丁\n##### 戊")
    assert narrative.passages == tuple(
        HeadingLine(n, (Words(c),), n) for n, c in enumerate("甲乙丙丁戊", start=1)
    )
    assert codes("###### 己") == ["heading-too-deep"]


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("一、背景", "背景"),
        ("十二、背景", "背景"),
        ("（一）背景", "背景"),
        ("(三) 背景", "背景"),
        ("1.背景", "背景"),
        ("1. 背景", "背景"),
        ("2、背景", "背景"),
        ("(1)背景", "背景"),
        ("1）背景", "背景"),
        ("1.2 背景", "背景"),
        ("1.2.3 背景", "背景"),
        ("①背景", "背景"),
        ("第一章 背景", "背景"),
        ("**一、背景**", "背景"),
    ],
)
def test_a_number_typed_before_a_heading_is_dropped_with_a_warning(typed: str, left: str) -> None:
    narrative, (finding,) = parse(f"# {typed}", PLACE)
    assert plain_text(narrative) == left
    assert (finding.code, finding.severity) == ("typed-number", Severity.WARNING)


@pytest.mark.parametrize(
    "heading",
    [
        "5S管理",
        "3.5亿元项目",
        "一体化管理",
        "“1+3”模式",
        "2023年成效",
        "十大举措",
        "第一时间响应",
        "C#",
    ],
)
def test_a_heading_that_begins_with_a_figure_keeps_it(heading: str) -> None:
    assert only(f"# {heading}") == HeadingLine(1, (Words(heading),), 1)


def test_a_backslash_keeps_the_number_of_a_heading() -> None:
    assert plain_text(sound("# 2\\. 甲")) == "2. 甲"


def test_an_empty_heading_is_dropped_with_a_warning() -> None:
    assert codes("#\n\n甲") == ["empty-heading"]


# Lists


def test_lists_nest_and_count_from_their_first_number() -> None:
    source = "3. 甲\n4. 乙\n    - 丙\n    - 丁\n\n文\n\n* 戊"
    passages = sound(source).passages
    assert passages == (
        Item(True, 0, 3, 1, (Words("甲"),), 1),
        Item(True, 0, 4, 1, (Words("乙"),), 2),
        Item(False, 1, 0, 2, (Words("丙"),), 3),
        Item(False, 1, 0, 2, (Words("丁"),), 4),
        TextParagraph((Words("文"),), 6),
        Item(False, 0, 0, 3, (Words("戊"),), 8),
    )


def test_the_usual_ones_are_counted() -> None:
    numbers = [p.number for p in sound("1. 甲\n1. 乙\n1. 丙").passages if isinstance(p, Item)]
    assert numbers == [1, 2, 3]


def test_numbers_that_change_are_told() -> None:
    assert codes("1. 甲\n2. 乙\n4. 丙") == ["list-renumbered"]


def test_a_second_paragraph_of_an_item_follows_as_text() -> None:
    kinds = [type(p) for p in sound("1. 甲\n\n   乙\n2. 丙").passages]
    assert kinds == [Item, TextParagraph, Item]


def test_an_empty_item_and_a_bottomless_list_are_told() -> None:
    assert codes("- \n\n甲") == ["empty-item"]
    assert "list-too-deep" in codes("- " * 12 + "甲")


# Figures


def test_a_figure_has_a_path_a_caption_an_id_and_a_width() -> None:
    figure = only("![现场**照片**](图/现场 1(a).png){#现场 width=85%}")
    assert figure == FigureRef(
        "图/现场 1(a).png",
        (Words("现场"), Words("照片", bold=True)),
        "现场",
        Width(85.0),
        1,
    )


def test_a_figure_without_attributes_is_called_by_its_caption() -> None:
    figure = only("　　![流程图](图\\a%20b.png)")
    assert isinstance(figure, FigureRef)
    assert (figure.id, figure.width, figure.path) == ("流程图", Width(80.0), "图/a b.png")


@pytest.mark.parametrize(
    ("written", "points"), [("12cm", 340.157), ("120mm", 340.157), ("300pt", 300.0), ("50%", 200.0)]
)
def test_widths_are_in_per_cent_or_in_lengths(written: str, points: float) -> None:
    figure = only(f"![甲](a.png){{width={written}}}")
    assert isinstance(figure, FigureRef)
    assert figure.width.points(400.0) == pytest.approx(points, abs=0.001)


@pytest.mark.parametrize("width", ["0%", "120%", "宽", "12", "-5cm"])
def test_an_impossible_width_is_an_error(width: str) -> None:
    assert codes(f"![甲](a.png){{width={width}}}") == ["bad-width"]


def test_figures_need_no_blank_lines_around_them() -> None:
    kinds = [type(p) for p in sound("文字\n![甲](a.png)\n![乙](b.png)\n文字").passages]
    assert kinds == [TextParagraph, FigureRef, FigureRef, TextParagraph]


@pytest.mark.parametrize(
    "source", ["文字![甲](a.png)文字", "![甲](a.png) ![乙](b.png)", "| ![甲](a.png) |\n|---|"]
)
def test_a_picture_inside_running_text_is_an_error_with_a_cure(source: str) -> None:
    finding = next(f for f in findings_of(source) if f.code == "picture-in-text")
    assert finding.severity is Severity.ERROR
    assert "单独" in finding.cure


def test_a_figure_without_a_caption_is_an_error() -> None:
    assert codes("![](a.png)") == ["figure-without-caption"]


@pytest.mark.parametrize(
    ("typed", "left"), [("图1 现场", "现场"), ("图 2-1：现场", "现场"), ("图：现场", "现场")]
)
def test_a_number_typed_in_a_caption_is_dropped(typed: str, left: str) -> None:
    narrative, (finding,) = parse(f"![{typed}](a.png)", PLACE)
    assert plain_text(narrative) == left
    assert finding.code == "typed-number"


@pytest.mark.parametrize("caption", ["图书馆", "图3D打印", "图纸会审"])
def test_a_caption_that_begins_with_the_word_keeps_it(caption: str) -> None:
    assert plain_text(sound(f"![{caption}](a.png)")) == caption


def test_an_unknown_attribute_is_told() -> None:
    assert codes("![甲](a.png){.big}") == ["unknown-attribute"]


# Tables

TABLE = "| 指标 | 2021年 | 2022年 | 备注 |\n|---|--:|:-:|:--|\n| 产值 | 1 | 2 | a\\|b<br>c |\n"


def test_a_table_takes_the_caption_before_it() -> None:
    table = only("表：主要指标 {#指标}\n\n" + TABLE)
    assert table == TableData(
        (Words("主要指标"),),
        "指标",
        ((Words("指标"),), (Words("2021年"),), (Words("2022年"),), (Words("备注"),)),
        (((Words("产值"),), (Words("1"),), (Words("2"),), (Words("a|b"), Break(), Words("c"))),),
        (None, Alignment.RIGHT, Alignment.CENTER, Alignment.LEFT),
        1,
    )


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n\n"])
def test_a_caption_needs_no_blank_line_around_it(between: str) -> None:
    kinds = sound(f"文字\n表: 主要指标{between}{TABLE}").passages
    assert [type(p) for p in kinds] == [TextParagraph, TableData]
    assert isinstance(kinds[1], TableData)
    assert kinds[1].id == "主要指标"


@pytest.mark.parametrize("caption", ["表1：主要指标", "表 2-1 主要指标"])
def test_a_number_typed_in_a_table_caption_is_dropped(caption: str) -> None:
    narrative, (finding,) = parse(f"{caption}\n{TABLE}", PLACE)
    assert plain_text(narrative).startswith("主要指标\n")
    assert finding.code == "typed-number"


def test_a_table_without_a_caption_and_a_caption_without_a_table_are_told() -> None:
    assert codes(TABLE) == ["table-without-caption"]
    narrative, findings = parse("表：主要指标\n\n文字", PLACE)
    assert [f.code for f in findings] == ["caption-without-table"]
    assert plain_text(narrative) == "表：主要指标\n文字"


def test_a_caption_serves_only_the_table_after_it() -> None:
    assert codes(f"表：甲\n{TABLE}\n\n{TABLE}") == ["table-without-caption"]


def test_rows_of_another_length_are_told() -> None:
    findings = findings_of("表：甲\n| a | b |\n|---|---|\n| 1 | 2 | 3 |\n来源：本公司")
    assert [(f.code, f.severity, f.place.line) for f in findings] == [
        ("table-row-too-long", Severity.ERROR, 4),
        ("table-row-too-short", Severity.WARNING, 5),
    ]


def test_a_table_that_is_none_is_an_error() -> None:
    assert codes("| a | b |\n| 1 | 2 |") == ["table-broken"]
    assert codes("| a | b |\n|---|\n| 1 | 2 |") == ["table-broken"]


def test_a_blank_header_row_is_no_header() -> None:
    table = only("表：甲\n|  |  |\n|---|---|\n| 1 |  |")
    assert isinstance(table, TableData)
    assert table.header == ()
    assert table.rows == (((Words("1"),), ()),)


# References


def test_references_name_the_kind_and_the_target() -> None:
    narrative = sound("文字\n见[图](#现场)、[表](#主要 指标（一）)。")
    assert list(mentions(narrative)) == [
        Mention("图", "现场", 2),
        Mention("表", "主要 指标（一）", 2),
    ]
    assert plain_text(narrative) == "文字见图、表。"


def test_a_number_typed_in_a_reference_is_dropped() -> None:
    narrative, (finding,) = parse("见[图3](#现场)", PLACE)
    assert list(mentions(narrative)) == [Mention("图", "现场", 1)]
    assert finding.code == "typed-number"


@pytest.mark.parametrize("source", ["[见下](#现场)", "[图](#)", "[](#现场)"])
def test_an_incomplete_reference_is_an_error(source: str) -> None:
    assert codes(source) == ["bad-reference"]


@pytest.mark.parametrize(
    "target", ["https://example.com/a_(b)", "www.example.com", "附件/报告.pdf", "mailto:a@b.cn"]
)
def test_of_any_other_link_the_text_is_printed_with_a_warning(target: str) -> None:
    narrative, (finding,) = parse(f"见[官网]({target})。", PLACE)
    assert plain_text(narrative) == "见官网。"
    assert (finding.code, finding.severity) == ("foreign-link", Severity.WARNING)


# The whole


def test_plain_text_holds_every_printed_text_once() -> None:
    source = f"# 甲\n\n乙**丙**\n\n- 丁\n\n![戊](a.png)\n\n表：己\n{TABLE}"
    assert plain_text(sound(source)).split("\n") == [
        *[
            "甲",
            "乙丙",
            "丁",
            "戊",
            "己",
            "指标",
            "2021年",
            "2022年",
            "备注",
            "产值",
            "1",
            "2",
            "a|b",
            "c",
        ],
    ]


def test_findings_keep_their_place_and_are_bounded() -> None:
    findings = findings_of("\n\n".join("`x`" for _ in range(50)))
    assert [f.place.line for f in findings] == [1, 3, 5, 7, 9, None]
    assert {f.place.file for f in findings} == {"实施.md"}
    assert "45" in findings[-1].message


def test_every_passage_tells_its_line() -> None:
    lines = [p.line for p in sound("# 甲\n\n乙\n\n- 丙\n\n![丁](a.png)\n\n戊").passages]
    assert lines == [1, 3, 5, 7, 9]


def test_a_very_long_text_is_read_whole() -> None:
    source = "质量管理，**提升**效益；" * 16_000
    (passage,) = sound(source).passages
    assert isinstance(passage, TextParagraph)
    assert len(inlines_text(passage.inlines)) == 10 * 16_000


def test_no_text_is_no_passages() -> None:
    assert sound("").passages == ()
    assert sound("　\n \n").passages == ()
