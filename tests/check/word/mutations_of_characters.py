"""Slips of characters: font, size, weight, by every way that Word has to state them.

Those that return nothing are no slips: what they change does not show, or is right as well.
"""

from __future__ import annotations

from lxml import etree

from tests.acceptance.documents import NARRATIVE
from tests.check.word.mutating import (
    Copy,
    Found,
    defaults,
    drop,
    found,
    mutation,
    no_style_states,
    put,
    put_in_runs,
    runs,
    split_run,
)
from tests.independent.ooxml import tag

NATIONAL = "2-典型经验材料"
SHANGHAI = "3-质量标杆总结材料"

BODY = "公司奉行“澄心制泵"
LONG = "推进分试点、贯通、闭环、协同四步，各步"
TITLE = "衡澜流体科技股份有限公司实施基于"
FIGURE = "图2\u3000"
TABLE = "表2\u3000"


@mutation("luoyang", NARRATIVE)
def paragraph_in_another_font(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(BODY)
    put_in_runs(paragraph, "rFonts", eastAsia="微软雅黑")
    return found("font-wrong", paragraph)


@mutation("luoyang", NARRATIVE)
def one_run_in_another_font(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(LONG)
    put(runs(paragraph)[3], "rPr", "rFonts", eastAsia="楷体")
    return found("font-wrong", paragraph)


@mutation("luoyang", NARRATIVE)
def second_half_of_a_run_in_another_font(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(BODY)
    put(split_run(runs(paragraph)[0]), "rPr", "rFonts", eastAsia="仿宋")
    return found("font-wrong", paragraph)


@mutation("luoyang", NARRATIVE)
def right_font_by_its_english_name(copy: Copy) -> list[Found]:
    put_in_runs(copy.paragraph(BODY), "rFonts", eastAsia="SimSun")
    return []


@mutation("luoyang", NARRATIVE)
def another_latin_font(copy: Copy) -> list[Found]:
    put_in_runs(copy.paragraph(BODY), "rFonts", ascii="Arial", hAnsi="Arial")
    return []


@mutation("luoyang", NARRATIVE)
def body_style_in_another_font(copy: Copy) -> list[Found]:
    put(copy.style("Body"), "rPr", "rFonts", eastAsia="仿宋_GB2312")
    return found("font-wrong", *copy.styled("Body", "List"))


@mutation("luoyang", NARRATIVE)
def defaults_in_another_font_that_styles_override(copy: Copy) -> list[Found]:
    put(defaults(copy, "rPr"), "rPr", "rFonts", eastAsia="楷体")
    return []


@mutation("luoyang", NARRATIVE)
def defaults_in_another_font_that_nothing_overrides(copy: Copy) -> list[Found]:
    put(defaults(copy, "rPr"), "rPr", "rFonts", eastAsia="楷体")
    no_style_states(copy, "rPr", "rFonts", "Plain", "Body")
    return found("font-wrong", *copy.styled("Body", "List"))


@mutation("luoyang", NARRATIVE)
def theme_font_over_a_named_one(copy: Copy) -> list[Found]:
    for face in copy.part("theme/theme1").iter("{*}ea"):
        face.set("typeface", "等线")
    paragraph = copy.paragraph(BODY)
    put_in_runs(paragraph, "rFonts", eastAsia="宋体", eastAsiaTheme="minorEastAsia")
    return found("font-wrong", paragraph)


@mutation("luoyang", NARRATIVE)
def theme_font_that_is_the_right_one(copy: Copy) -> list[Found]:
    put_in_runs(copy.paragraph(BODY), "rFonts", eastAsiaTheme="minorEastAsia")
    return []


@mutation("luoyang", NARRATIVE)
def character_style_in_another_font(copy: Copy) -> list[Found]:
    copy.add_style("character", "Highlighted", rFonts={"eastAsia": "隶书"})
    paragraph = copy.paragraph(BODY)
    put_in_runs(paragraph, "rStyle", val="Highlighted")
    return found("font-wrong", paragraph)


@mutation("luoyang", NARRATIVE)
def body_based_on_a_style_in_another_font(copy: Copy) -> list[Found]:
    copy.add_style("paragraph", "Foreign", rFonts={"eastAsia": "幼圆"}, sz={"val": "24"})
    no_style_states(copy, "rPr", "rFonts", "Body")
    copy.style("Body").find(tag("basedOn")).set(tag("val"), "Foreign")
    return found("font-wrong", *copy.styled("Body", "List"))


@mutation("luoyang", NARRATIVE)
def link_in_another_font(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(BODY)
    link = etree.Element(tag("hyperlink"))
    run = runs(paragraph)[0]
    put(run, "rPr", "rFonts", eastAsia="微软雅黑")
    run.addprevious(link)
    link.append(run)
    return found("font-wrong", paragraph)


@mutation("luoyang", NARRATIVE)
def title_style_in_the_font_of_the_text(copy: Copy) -> list[Found]:
    put(copy.style("Title"), "rPr", "rFonts", eastAsia="宋体")
    return found("font-wrong", copy.paragraph(TITLE))


@mutation("shanghai", SHANGHAI)
def abstract_title_in_another_font(copy: Copy) -> list[Found]:
    put_in_runs(copy.paragraph("摘要"), "rFonts", eastAsia="黑体")
    return found("font-wrong", "摘要")


@mutation("luoyang", NARRATIVE)
def table_caption_style_in_another_font(copy: Copy) -> list[Found]:
    put(copy.style("TableCaption"), "rPr", "rFonts", eastAsia="黑体")
    return found("font-wrong", *copy.styled("TableCaption"))


@mutation("luoyang", NARRATIVE)
def paragraph_in_another_size(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(BODY)
    put_in_runs(paragraph, "sz", val="28")
    return found("size-wrong", paragraph)


@mutation("national", NATIONAL)
def half_a_paragraph_in_another_size(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(BODY)
    put(split_run(runs(paragraph)[0]), "rPr", "sz", val="24")
    return found("size-wrong", paragraph)


@mutation("luoyang", NARRATIVE)
def half_a_point_too_large(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph("推进分试点、贯通、闭环、协同四步，董事长")
    put_in_runs(paragraph, "sz", val="25")
    return found("size-wrong", paragraph)


@mutation("luoyang", NARRATIVE)
def size_of_complex_scripts_alone(copy: Copy) -> list[Found]:
    put_in_runs(copy.paragraph(BODY), "szCs", val="44")
    return []


@mutation("luoyang", NARRATIVE)
def size_of_the_paragraph_mark_alone(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(BODY)
    put(paragraph, "pPr", "rPr")
    put(paragraph.find(tag("pPr")), "rPr", "sz", val="44")
    return []


@mutation("national", NATIONAL)
def body_style_in_another_size(copy: Copy) -> list[Found]:
    put(copy.style("Body"), "rPr", "sz", val="24")
    return found("size-wrong", *copy.styled("Body", "List"))


@mutation("luoyang", NARRATIVE)
def defaults_in_another_size(copy: Copy) -> list[Found]:
    put(defaults(copy, "rPr"), "rPr", "sz", val="21")
    no_style_states(copy, "rPr", "sz", "Plain", "Body")
    return found("size-wrong", *copy.styled("Body", "List"))


@mutation("luoyang", NARRATIVE)
def list_item_in_another_size(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph("间隙、窜动等")
    put_in_runs(paragraph, "sz", val="21")
    return found("size-wrong", paragraph)


@mutation("shanghai", SHANGHAI)
def abstract_style_in_another_size(copy: Copy) -> list[Found]:
    put(copy.style("Abstract"), "rPr", "sz", val="21")
    return found("size-wrong", *copy.styled("Abstract"))


@mutation("luoyang", NARRATIVE)
def title_in_another_size(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(TITLE)
    put_in_runs(paragraph, "sz", val="44")
    return found("size-wrong", paragraph)


@mutation("luoyang", NARRATIVE)
def abstract_title_in_another_size(copy: Copy) -> list[Found]:
    put(copy.style("AbstractTitle"), "rPr", "sz", val="32")
    return found("size-wrong", "摘要")


@mutation("national", NATIONAL)
def figure_caption_in_another_size(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(FIGURE)
    put_in_runs(paragraph, "sz", val="21")
    return found("size-wrong", paragraph)


@mutation("luoyang", NARRATIVE)
def table_caption_by_a_character_style_in_another_size(copy: Copy) -> list[Found]:
    copy.add_style("character", "Large", sz={"val": "24"})
    paragraph = copy.paragraph(TABLE)
    put_in_runs(paragraph, "rStyle", val="Large")
    return found("size-wrong", paragraph)


@mutation("luoyang", NARRATIVE)
def words_of_a_caption_not_bold(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(FIGURE)
    put(runs(paragraph)[-1], "rPr", "b", val="0")
    return found("bold-wrong", paragraph)


@mutation("luoyang", NARRATIVE)
def bold_twice_by_styles(copy: Copy) -> list[Found]:
    """On in the paragraph's style and in the character style is off (17.7.3)."""
    copy.add_style("character", "Strong", b={})
    paragraph = copy.paragraph(FIGURE)
    put_in_runs(paragraph, "rStyle", val="Strong")
    return found("bold-wrong", paragraph)


@mutation("luoyang", NARRATIVE)
def bold_by_style_and_by_hand(copy: Copy) -> list[Found]:
    put_in_runs(copy.paragraph(FIGURE), "b")
    return []


@mutation("luoyang", NARRATIVE)
def bold_in_the_defaults_too(copy: Copy) -> list[Found]:
    put(defaults(copy, "rPr"), "rPr", "b")
    return []


@mutation("national", NATIONAL)
def table_caption_style_not_bold(copy: Copy) -> list[Found]:
    drop(copy.style("TableCaption"), "rPr", "b")
    return found("bold-wrong", *copy.styled("TableCaption"))


@mutation("luoyang", NARRATIVE)
def abstract_title_not_bold(copy: Copy) -> list[Found]:
    put(copy.style("AbstractTitle"), "rPr", "b", val="false")
    return found("bold-wrong", "摘要")
