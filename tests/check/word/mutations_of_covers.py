"""Slips on covers: lines missing or out of order, the date, and the look of titles and labels."""

from __future__ import annotations

from lxml import etree

from tests.acceptance.documents import COVER
from tests.check.word.mutating import (
    Copy,
    Element,
    Found,
    defaults,
    drop,
    found,
    in_file,
    mutation,
    no_style_states,
    put,
    put_in_runs,
    remove,
    rewrite,
    runs,
    split_run,
    text,
)
from tests.independent.ooxml import tag


def row(copy: Copy, label: str) -> Element:
    """The row that begins with a label."""
    return next(copy.paragraph(label).iterancestors(tag("tr")))


@mutation("luoyang", COVER)
def title_of_the_year_before(copy: Copy) -> list[Found]:
    title = copy.paragraph("2023年洛阳市质量标杆")
    rewrite(title, "2022年洛阳市质量标杆")
    return found("cover-title-wrong", title)


@mutation("changzhou", COVER)
def title_without_its_second_line(copy: Copy) -> list[Found]:
    first, second = copy.styled("CoverTitle")
    remove(second)
    return found("cover-title-wrong", first)


@mutation("luoyang", COVER)
def line_taken_out(copy: Copy) -> list[Found]:
    remove(row(copy, "联系方式"))
    return in_file("cover-line-missing")


@mutation("changzhou", COVER)
def label_renamed(copy: Copy) -> list[Found]:
    rewrite(copy.paragraph("联系电话"), "手机：")
    return in_file("cover-line-missing")


@mutation("shanghai", COVER)
def lines_swapped(copy: Copy) -> list[Found]:
    row(copy, "联系人").addnext(row(copy, "推荐单位"))
    return found("cover-line-missing", "联系人：")


@mutation("luoyang", COVER)
def date_with_points(copy: Copy) -> list[Found]:
    rewrite(copy.paragraph("2023年3月20日"), "2023.3.20")
    return found("cover-date-wrong", "申报日期：")


@mutation("shanghai", COVER)
def date_in_chinese_figures(copy: Copy) -> list[Found]:
    (date,) = [each for each in copy.styled("CoverContent") if "月" in text(each)]
    rewrite(date, "二〇二四年二月二十日")
    return found("cover-date-wrong", "申报日期：")


@mutation("changzhou", COVER)
def date_without_a_day(copy: Copy) -> list[Found]:
    rewrite(copy.paragraph("2023年11月10日"), "2023年11月")
    return found("cover-date-wrong", "申报日期：")


@mutation("luoyang", COVER)
def date_with_spaces(copy: Copy) -> list[Found]:
    rewrite(copy.paragraph("2023年3月20日"), "2023 年 3 月 20 日")
    return []


@mutation("luoyang", COVER)
def label_and_content_in_one_paragraph(copy: Copy) -> list[Found]:
    label, content = copy.paragraph("联系人"), copy.paragraph("苏蔓青")
    for run in runs(content):
        label.append(run)
    return []


@mutation("luoyang", COVER)
def label_in_another_font(copy: Copy) -> list[Found]:
    put_in_runs(copy.paragraph("申报单位"), "rFonts", eastAsia="仿宋")
    return found("font-wrong", "申报单位：")


@mutation("luoyang", COVER)
def label_in_another_size(copy: Copy) -> list[Found]:
    put(runs(copy.paragraph("申报单位"))[0], "rPr", "sz", val="28")
    return found("size-wrong", "申报单位：")


@mutation("luoyang", COVER)
def label_with_other_lines(copy: Copy) -> list[Found]:
    put(copy.paragraph("申报单位"), "pPr", "spacing", line="720")
    return found("line-spacing-wrong", "申报单位：")


@mutation("luoyang", COVER)
def content_with_forty_points_at_least(copy: Copy) -> list[Found]:
    put(copy.paragraph("苏蔓青"), "pPr", "spacing", lineRule="atLeast")
    return found("line-spacing-wrong", "苏蔓青")


@mutation("luoyang", COVER)
def content_style_in_another_font(copy: Copy) -> list[Found]:
    put(copy.style("CoverContent"), "rPr", "rFonts", eastAsia="楷体")
    contents = [each for each in copy.styled("CoverContent") if "199" not in text(each)]
    return found("font-wrong", *contents)


@mutation("luoyang", COVER)
def title_style_in_another_font(copy: Copy) -> list[Found]:
    put(copy.style("CoverTitle"), "rPr", "rFonts", eastAsia="方正小标宋简体")
    return found("font-wrong", *copy.styled("CoverTitle"))


@mutation("luoyang", COVER)
def title_line_in_another_size(copy: Copy) -> list[Found]:
    put_in_runs(copy.paragraph("申 报 材 料"), "sz", val="84")
    return found("size-wrong", "申 报 材 料")


@mutation("luoyang", COVER)
def title_line_at_the_left(copy: Copy) -> list[Found]:
    put(copy.paragraph("申 报 材 料"), "pPr", "jc", val="left")
    return found("alignment-wrong", "申 报 材 料")


@mutation("luoyang", COVER)
def title_style_of_wider_lines(copy: Copy) -> list[Found]:
    put(copy.style("CoverTitle"), "pPr", "spacing", line="360")
    return found("line-spacing-wrong", *copy.styled("CoverTitle"))


@mutation("luoyang", COVER)
def title_line_spread(copy: Copy) -> list[Found]:
    put_in_runs(copy.paragraph("2023年洛阳市"), "spacing", val="40")
    return found("character-spacing-wrong", "2023年洛阳市质量标杆")


@mutation("luoyang", COVER)
def part_of_a_title_line_closer(copy: Copy) -> list[Found]:
    put(split_run(runs(copy.paragraph("2023年洛阳市"))[0]), "rPr", "spacing", val="-10")
    return found("character-spacing-wrong", "2023年洛阳市质量标杆")


@mutation("luoyang", COVER)
def title_style_spread(copy: Copy) -> list[Found]:
    put(copy.style("CoverTitle"), "rPr", "spacing", val="60")
    return found("character-spacing-wrong", *copy.styled("CoverTitle"))


@mutation("luoyang", COVER)
def label_spread_to_the_width_of_others(copy: Copy) -> list[Found]:
    put(runs(copy.paragraph("申报单位"))[0], "rPr", "spacing", val="20")
    return []


@mutation("luoyang", COVER)
def table_style_in_another_size(copy: Copy) -> list[Found]:
    """The table's style wins over the defaults where no paragraph style states a size."""
    put(defaults(copy, "rPr"), "rPr", "sz", val="32")
    no_style_states(copy, "rPr", "sz", "Plain", "CoverLabel", "CoverContent")
    copy.add_style("table", "Small", sz={"val": "21"})
    for properties in copy.body.iter(tag("tblPr")):
        style = etree.Element(tag("tblStyle"))
        style.set(tag("val"), "Small")
        properties.insert(0, style)
    cells = [*copy.styled("CoverLabel"), *copy.styled("CoverContent")]
    return found("size-wrong", *[each for each in cells if "199" not in text(each)])


@mutation("luoyang", COVER)
def table_style_that_paragraph_styles_override(copy: Copy) -> list[Found]:
    copy.add_style("table", "Small", sz={"val": "21"}, rFonts={"eastAsia": "楷体"})
    for properties in copy.body.iter(tag("tblPr")):
        style = etree.Element(tag("tblStyle"))
        style.set(tag("val"), "Small")
        properties.insert(0, style)
    return []


@mutation("changzhou", COVER)
def look_that_the_notice_does_not_state(copy: Copy) -> list[Found]:
    drop(copy.style("CoverTitle"), "pPr", "jc")
    put(copy.style("CoverLabel"), "rPr", "rFonts", eastAsia="楷体")
    return []
