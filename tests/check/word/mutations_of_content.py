"""Slips of content: lengths, the title, paper, and companies that do not apply."""

from __future__ import annotations

from lxml import etree

from tests.acceptance.documents import NARRATIVE
from tests.check.word.mutating import (
    Copy,
    Found,
    found,
    in_file,
    mutation,
    remove,
    replace,
    rewrite,
    say_more,
    text,
)
from tests.independent.ooxml import tag

NATIONAL = "2-典型经验材料"
SHANGHAI = "3-质量标杆总结材料"
JOINED = "1-浙江省制造业质量标杆申报书"
CHANGZHOU = "3-“质量标杆”典型经验"

TEXT = "公司奉行“澄心制泵"
TITLE = "衡澜流体科技股份有限公司实施基于"
SENTENCE = "全体员工为此付出了长期而扎实的努力。"


@mutation("luoyang", NARRATIVE)
def abstract_too_long(copy: Copy) -> list[Found]:
    say_more(copy.paragraph("亮点是数据随泵走"), SENTENCE * 5)
    return found("text-too-long", "摘要")


@mutation("national", NATIONAL)
def overview_too_long(copy: Copy) -> list[Found]:
    say_more(copy.paragraph(TEXT), SENTENCE * 6)
    return found("text-too-long", "一、企业概况")


@mutation("shanghai", SHANGHAI)
def results_too_long(copy: Copy) -> list[Found]:
    say_more(copy.paragraph("公司因本方法获"), SENTENCE * 40)
    return found("text-too-long", "三、管理方法（技术）")


@mutation("luoyang", NARRATIVE)
def overview_longer_within_its_limit(copy: Copy) -> list[Found]:
    say_more(copy.paragraph(TEXT), SENTENCE * 3)
    return []


@mutation("zhejiang", JOINED)
def results_far_beyond_about_600(copy: Copy) -> list[Found]:
    say_more(copy.paragraph("接入质量数据协同的关键供方"), SENTENCE * 25)
    return found("text-too-long", "（五）实施成效")


@mutation("zhejiang", JOINED)
def overview_short_of_about_600(copy: Copy) -> list[Found]:
    remove(copy.paragraph("技术创新：拥有省级企业技术中心"))
    remove(copy.paragraph("主导产品：化工屏蔽泵"))
    return found("text-too-short", "（二）企业概况")


@mutation("zhejiang", JOINED)
def overview_within_a_fifth_of_about_600(copy: Copy) -> list[Found]:
    say_more(copy.paragraph("荣誉奖励：先后获"), SENTENCE * 3)
    return []


@mutation("luoyang", NARRATIVE)
def title_too_long(copy: Copy) -> list[Found]:
    replace(copy.paragraph(TITLE), "的实践经验", "并向产业链上下游推广的实践经验")
    return found("title-wrong", copy.paragraph(TITLE))


@mutation("national", NATIONAL)
def title_too_long_by_an_inferred_limit(copy: Copy) -> list[Found]:
    replace(copy.paragraph(TITLE), "的实践经验", "并向产业链上下游推广的实践经验")
    return found("title-wrong", copy.paragraph(TITLE))


@mutation("changzhou", CHANGZHOU)
def title_without_its_last_word(copy: Copy) -> list[Found]:
    replace(copy.paragraph(TITLE), "的实践经验", "的做法")
    return found("title-wrong", copy.paragraph(TITLE))


@mutation("zhejiang", JOINED)
def name_in_a_joined_form_without_its_last_word(copy: Copy) -> list[Found]:
    """The name is the text of 质量标杆名称 here, the last paragraph that says it."""
    (*_, name) = [each for each in copy.styled("Body") if text(each).endswith("管理的实践经验")]
    replace(name, "的实践经验", "")
    return found("title-wrong", name)


@mutation("luoyang", NARRATIVE)
def title_on_two_lines(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(TITLE)
    second = etree.fromstring(etree.tostring(paragraph))
    rewrite(paragraph, "衡澜流体科技股份有限公司实施基于“一泵一档”的")
    rewrite(second, "数字化质量闭环管理的实践经验")
    paragraph.addnext(second)
    return []


def resize(copy: Copy, width: str, height: str, *sections: int) -> None:
    sizes = list(copy.body.iter(tag("pgSz")))
    for number in sections:
        sizes[number].set(tag("w"), width)
        sizes[number].set(tag("h"), height)


@mutation("luoyang", NARRATIVE)
def one_section_on_letter(copy: Copy) -> list[Found]:
    resize(copy, "12240", "15840", 0)
    return in_file("page-not-a4")


@mutation("national", NATIONAL)
def all_sections_on_letter(copy: Copy) -> list[Found]:
    resize(copy, "12240", "15840", 0, 1)
    return in_file("page-not-a4", times=2)


@mutation("zhejiang", JOINED)
def section_of_a_form_on_a3(copy: Copy) -> list[Found]:
    resize(copy, "16838", "23811", 1)
    return in_file("page-not-a4")


@mutation("luoyang", NARRATIVE)
def paper_rounded_by_a_program(copy: Copy) -> list[Found]:
    resize(copy, "11900", "16840", 0, 1)
    return []


@mutation("shanghai", SHANGHAI)
def landscape_section(copy: Copy) -> list[Found]:
    resize(copy, "16838", "11906", 1)
    list(copy.body.iter(tag("pgSz")))[1].set(tag("orient"), "landscape")
    return in_file("page-orientation-wrong")


@mutation("zhejiang", JOINED)
def landscape_table_of_a_form(copy: Copy) -> list[Found]:
    resize(copy, "16838", "11906", 1)
    return []


@mutation("luoyang", NARRATIVE)
def another_company_founded(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph(TEXT)
    paragraph.addprevious(etree.fromstring(etree.tostring(paragraph)))
    rewrite(paragraph.getprevious(), "台州海川机械有限公司成立于2003年。")
    return found("another-company-named", paragraph.getprevious())


@mutation("shanghai", SHANGHAI)
def applicant_of_an_earlier_dossier(copy: Copy) -> list[Found]:
    """The name alone is another; the date stands between it and 创立."""
    paragraph = copy.paragraph("衡澜流体科技股份有限公司2006年")
    replace(paragraph, "衡澜流体科技股份有限公司", "海川泵业集团有限公司")
    return found("another-company-named", paragraph)


@mutation("luoyang", NARRATIVE)
def supplier_of_another_place(copy: Copy) -> list[Found]:
    say_more(copy.paragraph("32家关键供方按统一格式"), "供方东海铸造有限公司位于临海市。")
    return []
