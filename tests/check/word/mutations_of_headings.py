"""Slips of structure: sections and headings missing, out of order or misnumbered."""

from __future__ import annotations

from tests.acceptance.documents import NARRATIVE
from tests.check.word.mutating import (
    Copy,
    Found,
    block_from,
    drop,
    found,
    in_file,
    mutation,
    put,
    put_in_runs,
    remove,
    restyle,
    rewrite,
    text,
    type_number,
)
from tests.independent.numerals import numeral
from tests.independent.ooxml import tag

NATIONAL = "2-典型经验材料"
JOINED = "1-浙江省制造业质量标杆申报书"
CHANGZHOU = "3-“质量标杆”典型经验"


@mutation("luoyang", NARRATIVE)
def overview_heading_deleted(copy: Copy) -> list[Found]:
    remove(copy.paragraph("企业概况"))
    return in_file("section-heading-missing")


@mutation("luoyang", NARRATIVE)
def overview_heading_renamed(copy: Copy) -> list[Found]:
    rewrite(copy.paragraph("企业概况"), "公司简介")
    return in_file("section-heading-missing")


@mutation("national", NATIONAL)
def results_heading_deleted(copy: Copy) -> list[Found]:
    remove(copy.paragraph("实施成效"))
    return in_file("section-heading-missing")


@mutation("luoyang", NARRATIVE)
def results_heading_renamed(copy: Copy) -> list[Found]:
    rewrite(copy.paragraph("管理方法（技术）的实施效果"), "取得的成绩")
    return in_file("section-heading-missing")


@mutation("zhejiang", JOINED)
def heading_in_a_joined_form_renamed(copy: Copy) -> list[Found]:
    rewrite(copy.paragraph("质量管理模式或方法简介"), "方法介绍")
    return in_file("section-heading-missing")


@mutation("luoyang", NARRATIVE)
def overview_behind_the_implementation(copy: Copy) -> list[Found]:
    results = copy.paragraph("管理方法（技术）的实施效果")
    for each in block_from(copy, "企业概况", "管理方法（技术）的推进实施与运行"):
        results.addprevious(each)
    return found("section-out-of-order", "二、企业概况")


@mutation("changzhou", CHANGZHOU)
def outlook_before_the_lessons(copy: Copy) -> list[Found]:
    lessons = copy.paragraph("应用该方法的主要经验和体会")
    for each in block_from(copy, "深化和拓展应用的思考"):
        lessons.addprevious(each)
    return found("section-out-of-order", "（六）应用该方法的主")


@mutation("zhejiang", JOINED)
def overview_before_the_name(copy: Copy) -> list[Found]:
    (name,) = [each for each in copy.styled("Heading2") if text(each) == "质量标杆名称"]
    for each in block_from(copy, "企业概况", "质量管理模式或方法简介"):
        name.addprevious(each)
    return found("section-out-of-order", "（二）质量标杆名称")


@mutation("luoyang", NARRATIVE)
def second_level_left_out(copy: Copy) -> list[Found]:
    """Word counts the level that is left out, and goes on with two: one slip all the same."""
    restyle(copy.paragraph("管理效益"), "Heading3")
    return found("heading-level-skipped", "1．管理效益")


@mutation("luoyang", NARRATIVE)
def third_level_left_out(copy: Copy) -> list[Found]:
    restyle(copy.paragraph("分级响应与闭环"), "Heading4")
    return found("heading-level-skipped", "（1）分级响应与闭环")


@mutation("zhejiang", JOINED)
def third_level_left_out_in_a_joined_form(copy: Copy) -> list[Found]:
    restyle(copy.paragraph("采用的背景和目的"), "Heading4")
    return found("heading-level-skipped", "（1）采用的背景和目的")


@mutation("luoyang", NARRATIVE)
def last_section_numbered_four(copy: Copy) -> list[Found]:
    """The automatic numbers below go on from the section before."""
    type_number(copy.paragraph("管理方法（技术）的实施效果"), "四、")
    return found("heading-number-wrong", "四、管理方法（技术）", "（八）管理效益")


@mutation("luoyang", NARRATIVE)
def last_heading_numbered_as_the_one_before(copy: Copy) -> list[Found]:
    type_number(copy.paragraph("评价与推广"), "（四）")
    return found("heading-number-wrong", "（四）评价与推广")


@mutation("luoyang", NARRATIVE)
def last_heading_numbered_rightly_by_hand(copy: Copy) -> list[Found]:
    type_number(copy.paragraph("评价与推广"), "（五）")
    return []


@mutation("luoyang", NARRATIVE)
def one_typed_number_of_five_repeated(copy: Copy) -> list[Found]:
    titles = ("管理效益", "经济效益", "社会效益", "品牌与创新成果", "评价与推广")
    for number, title in zip("一二二四五", titles, strict=True):
        type_number(copy.paragraph(title), f"（{number}）")
    return found("heading-number-wrong", "（二）社会效益")


@mutation("luoyang", NARRATIVE)
def headings_typed_and_set_by_hand(copy: Copy) -> list[Found]:
    counts = [0, 0, 0]
    for paragraph in copy.styled("Heading1", "Heading2", "Heading3"):
        level = int(paragraph.find(f".//{tag('pStyle')}").get(tag("val"))[-1])
        counts[level - 1] += 1
        counts[level:] = [0] * (3 - level)
        number = counts[level - 1]
        chinese = numeral("chineseCountingThousand", number)
        restyle(paragraph, "Plain")
        put_in_runs(paragraph, "b")
        type_number(paragraph, (f"{chinese}、", f"（{chinese}）", f"{number}．")[level - 1])
    return []


@mutation("luoyang", NARRATIVE)
def outline_level_by_hand_alone(copy: Copy) -> list[Found]:
    """A heading by its outline level, without a style and a number."""
    paragraph = copy.paragraph("全员能力与激励")
    restyle(paragraph, "Plain")
    put(paragraph, "pPr", "outlineLvl", val="1")
    drop(paragraph, "pPr", "ind")
    return []
