"""Slips of paragraphs: alignment, lines, first lines, by every way that Word has to state them.

Those that return nothing are no slips: what they change does not show, or is right as well.
"""

from __future__ import annotations

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
    restyle,
    runs,
    say_more,
    text,
)
from tests.independent.ooxml import tag

NATIONAL = "2-典型经验材料"
SHANGHAI = "3-质量标杆总结材料"

BODY = "公司奉行“澄心制泵"
TITLE = "衡澜流体科技股份有限公司实施基于"
FIGURE = "图2\u3000"
TABLE = "表2\u3000"


@mutation("luoyang", NARRATIVE)
def figure_caption_at_the_left(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(FIGURE)
    put(paragraph, "pPr", "jc", val="left")
    return found("alignment-wrong", paragraph)


@mutation("luoyang", NARRATIVE)
def table_caption_justified(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(TABLE)
    put(paragraph, "pPr", "jc", val="both")
    return found("alignment-wrong", paragraph)


@mutation("national", NATIONAL)
def title_at_the_start(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(TITLE)
    put(paragraph, "pPr", "jc", val="start")
    return found("alignment-wrong", paragraph)


@mutation("shanghai", SHANGHAI)
def title_style_without_alignment(copy: Copy) -> list[Found]:
    drop(copy.style("Title"), "pPr", "jc")
    return found("alignment-wrong", copy.paragraph(TITLE))


@mutation("luoyang", NARRATIVE)
def title_spread_over_the_line(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(TITLE)
    put(paragraph, "pPr", "jc", val="distribute")
    return found("alignment-wrong", paragraph)


@mutation("luoyang", NARRATIVE)
def figure_caption_style_at_the_end(copy: Copy) -> list[Found]:
    put(copy.style("FigureCaption"), "pPr", "jc", val="end")
    return found("alignment-wrong", *copy.styled("FigureCaption"))


@mutation("luoyang", NARRATIVE)
def paragraph_of_one_and_a_half_lines(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(BODY)
    put(paragraph, "pPr", "spacing", line="360", lineRule="auto")
    return found("line-spacing-wrong", paragraph)


@mutation("luoyang", NARRATIVE)
def paragraph_of_240_exactly(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(BODY)
    put(paragraph, "pPr", "spacing", line="240", lineRule="exact")
    return found("line-spacing-wrong", paragraph)


@mutation("luoyang", NARRATIVE)
def paragraph_of_240_at_least(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(BODY)
    put(paragraph, "pPr", "spacing", line="240", lineRule="atLeast")
    return found("line-spacing-wrong", paragraph)


@mutation("luoyang", NARRATIVE)
def single_lines_without_a_rule(copy: Copy) -> list[Found]:
    put(copy.paragraph(BODY), "pPr", "spacing", line="240")
    return []


@mutation("luoyang", NARRATIVE)
def space_around_a_paragraph(copy: Copy) -> list[Found]:
    put(copy.paragraph(BODY), "pPr", "spacing", before="120", after="120")
    return []


@mutation("national", NATIONAL)
def body_style_of_fixed_lines(copy: Copy) -> list[Found]:
    put(copy.style("Body"), "pPr", "spacing", line="560", lineRule="exact")
    return found("line-spacing-wrong", *copy.styled("Body", "List"))


@mutation("luoyang", NARRATIVE)
def abstract_style_of_wider_lines(copy: Copy) -> list[Found]:
    put(copy.style("Abstract"), "pPr", "spacing", line="300")
    return found("line-spacing-wrong", *copy.styled("Abstract"))


@mutation("luoyang", NARRATIVE)
def defaults_of_wider_lines(copy: Copy) -> list[Found]:
    put(defaults(copy, "pPr"), "pPr", "spacing", line="360", lineRule="auto")
    no_style_states(copy, "pPr", "spacing", "Plain", "Body")
    return found("line-spacing-wrong", *copy.styled("Body", "List"))


@mutation("luoyang", NARRATIVE)
def paragraph_not_indented(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(BODY)
    put(paragraph, "pPr", "ind", firstLineChars="0", firstLine="0")
    return found("indent-uneven", paragraph)


@mutation("changzhou", "3-“质量标杆”典型经验")
def paragraph_indented_by_four(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(BODY)
    put(paragraph, "pPr", "ind", firstLineChars="400", firstLine="960")
    return found("indent-uneven", paragraph)


@mutation("luoyang", NARRATIVE)
def paragraph_indented_by_the_same_in_twips(copy: Copy) -> list[Found]:
    put(copy.paragraph(BODY), "pPr", "ind", firstLineChars="0", firstLine="480")
    return []


@mutation("luoyang", NARRATIVE)
def paragraph_indented_by_spaces(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(BODY)
    put(paragraph, "pPr", "ind", firstLineChars="0", firstLine="0")
    first = runs(paragraph)[0].find(tag("t"))
    first.text = f"\u3000\u3000{first.text}"
    return found("indent-uneven", paragraph)


@mutation("luoyang", NARRATIVE)
def paragraph_in_the_default_style(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(BODY)
    restyle(paragraph, "Plain")
    return found("indent-uneven", paragraph)


@mutation("luoyang", NARRATIVE)
def text_set_by_hand_without_styles(copy: Copy) -> list[Found]:
    for paragraph in copy.styled("Body", "Abstract"):
        restyle(paragraph, "Plain")
        put(paragraph, "pPr", "ind", firstLineChars="200", firstLine="480")
        put(paragraph, "pPr", "jc", val="both")
    return []


@mutation("luoyang", NARRATIVE)
def words_added_in_the_look_of_the_text(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(BODY)
    put(say_more(paragraph, "员工引以为豪。"), "rPr", "sz", val="24")
    assert text(paragraph).endswith("豪。")
    return []
