"""Slips of captions, their numbers, and the mentions of them."""

from __future__ import annotations

from tests.acceptance.documents import NARRATIVE
from tests.check.word.mutating import (
    Copy,
    Element,
    Found,
    found,
    mutation,
    remove,
    replace,
    rewrite,
    say_more,
    text,
)
from tests.independent.ooxml import tag

NATIONAL = "2-典型经验材料"
JOINED = "1-浙江省制造业质量标杆申报书"

TEXT = "公司奉行“澄心制泵"
#: The paragraphs that mention 图1 and 表2.
MENTIONS_FIGURE_1 = "推进分试点、贯通、闭环、协同四步，各步"
MENTIONS_TABLE_2 = "六卷的分工见"


def caption_of(copy: Copy, label: str) -> Element:
    """The caption of a figure or table."""
    return copy.paragraph(f"{label}\u3000")


@mutation("luoyang", NARRATIVE)
def figure_caption_above_its_figure(copy: Copy) -> list[Found]:
    caption = caption_of(copy, "图2")
    caption.getprevious().addprevious(caption)
    return found("caption-misplaced", caption)


@mutation("luoyang", NARRATIVE)
def table_caption_below_its_table(copy: Copy) -> list[Found]:
    caption = caption_of(copy, "表2")
    caption.getnext().addnext(caption)
    return found("caption-misplaced", caption)


@mutation("luoyang", NARRATIVE)
def table_caption_below_its_table_before_another_figure(copy: Copy) -> list[Found]:
    """Between the caption of 图4 and 表4 stands nothing."""
    caption = caption_of(copy, "表4")
    caption.getnext().addnext(caption)
    return found("caption-misplaced", caption)


@mutation("zhejiang", JOINED)
def caption_in_a_joined_form_above_its_figure(copy: Copy) -> list[Found]:
    caption = caption_of(copy, "图1")
    caption.getprevious().addprevious(caption)
    return found("caption-misplaced", caption)


@mutation("luoyang", NARRATIVE)
def empty_paragraph_between_caption_and_table(copy: Copy) -> list[Found]:
    caption = caption_of(copy, "表2")
    caption.addnext(caption.makeelement(tag("p")))
    return []


@mutation("luoyang", NARRATIVE)
def gap_before_the_last_table(copy: Copy) -> list[Found]:
    caption = caption_of(copy, "表9")
    replace(caption, "9", "10")
    replace(copy.paragraph("2020年至2022年主要经济指标见"), "表9", "表10")
    return found("caption-number-wrong", caption)


@mutation("luoyang", NARRATIVE)
def number_of_the_last_figure_twice(copy: Copy) -> list[Found]:
    caption = caption_of(copy, "图7")
    replace(caption, "7", "6")
    replace(copy.paragraph("屏蔽泵平均无故障工作时间两年"), "图7", "图6")
    return found("caption-number-wrong", caption)


@mutation("luoyang", NARRATIVE)
def one_number_among_figures_mistyped(copy: Copy) -> list[Found]:
    caption = caption_of(copy, "图3")
    replace(caption, "3", "30")
    replace(copy.paragraph("图3是2022年"), "图3", "图30")
    return found("caption-number-wrong", caption)


@mutation("zhejiang", JOINED)
def tables_of_a_joined_form_numbered_anew(copy: Copy) -> list[Found]:
    """表6 is called 表1, though the form itself has five tables."""
    caption = caption_of(copy, "表6")
    replace(caption, "6", "1")
    replace(copy.paragraph("公司制定14项制度"), "表6", "表1")
    return found("caption-number-wrong", caption)


@mutation("luoyang", NARRATIVE)
def captions_typed_without_fields(copy: Copy) -> list[Found]:
    for caption in copy.styled("FigureCaption", "TableCaption"):
        words = text(caption)
        rewrite(caption, words)
        for run in caption.findall(tag("r")):
            if run.find(tag("t")) is None:
                remove(run)
    return []


@mutation("luoyang", NARRATIVE)
def mention_of_another_number(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(MENTIONS_TABLE_2)
    replace(paragraph, "表2", "表20")
    return found("mention-without-caption", "六卷的分工见表20。") + found(
        "caption-never-mentioned", caption_of(copy, "表2")
    )


@mutation("luoyang", NARRATIVE)
def one_more_mention_of_nothing(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(TEXT)
    say_more(paragraph, "见图19。")
    return found("mention-without-caption", paragraph)


@mutation("zhejiang", JOINED)
def mention_of_nothing_in_a_joined_form(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph("激励只认两件事")
    say_more(paragraph, "见表21。")
    return found("mention-without-caption", paragraph)


@mutation("luoyang", NARRATIVE)
def only_mention_taken_out(copy: Copy) -> list[Found]:
    replace(copy.paragraph(MENTIONS_FIGURE_1), "图1", "前")
    return found("caption-never-mentioned", caption_of(copy, "图1"))


@mutation("national", NATIONAL)
def only_mention_of_a_table_taken_out(copy: Copy) -> list[Found]:
    replace(copy.paragraph("六道关键工序的过程能力"), "表6", "下表")
    return found("caption-never-mentioned", caption_of(copy, "表6"))


@mutation("luoyang", NARRATIVE)
def mention_by_a_range(copy: Copy) -> list[Found]:
    replace(copy.paragraph(MENTIONS_TABLE_2), "表2", "别处")
    say_more(copy.paragraph(TEXT), "见表1至表3。")
    return []


@mutation("luoyang", NARRATIVE)
def mention_with_a_space(copy: Copy) -> list[Found]:
    replace(copy.paragraph(MENTIONS_TABLE_2), "表2", "表 2")
    return []


@mutation("luoyang", NARRATIVE)
def mention_of_a_drawing_of_the_annex(copy: Copy) -> list[Found]:
    say_more(copy.paragraph(TEXT), "见附图12。")
    return []


@mutation("luoyang", NARRATIVE)
def delegates_counted(copy: Copy) -> list[Found]:
    say_more(copy.paragraph(TEXT), "职工代表36人。")
    return []


@mutation("luoyang", NARRATIVE)
def year_behind_a_table(copy: Copy) -> list[Found]:
    say_more(copy.paragraph(TEXT), "上表2022年数据经审计。")
    return []


@mutation("luoyang", NARRATIVE)
def mention_by_a_range_with_a_hyphen(copy: Copy) -> list[Found]:
    replace(copy.paragraph(MENTIONS_TABLE_2), "表2", "别处")
    say_more(copy.paragraph(TEXT), "见表1-3。")
    return []


@mutation("luoyang", NARRATIVE)
def mention_behind_a_comma(copy: Copy) -> list[Found]:
    replace(copy.paragraph(MENTIONS_TABLE_2), "表2", "别处")
    say_more(copy.paragraph(TEXT), "见表1、2。")
    return []


@mutation("luoyang", NARRATIVE)
def network_behind_a_figure(copy: Copy) -> list[Found]:
    """图5G is no mention of 图5."""
    replace(copy.paragraph("石墨轴承径向间隙要求"), "图5", "图5G")
    return found("caption-never-mentioned", caption_of(copy, "图5"))


@mutation("luoyang", NARRATIVE)
def mention_of_a_part(copy: Copy) -> list[Found]:
    replace(copy.paragraph(MENTIONS_FIGURE_1), "图1", "图1(a)")
    return []


@mutation("luoyang", NARRATIVE)
def mention_of_the_figure_below(copy: Copy) -> list[Found]:
    replace(copy.paragraph(MENTIONS_FIGURE_1), "图1", "下图1")
    return []


@mutation("luoyang", NARRATIVE)
def mention_by_chapter_where_none_is(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(TEXT)
    say_more(paragraph, "见表3-1。")
    return found("mention-without-caption", paragraph)
