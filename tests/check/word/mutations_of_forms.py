"""Slips in forms: labels renamed, printed sentences rewritten, rows deleted; and what is none."""

from __future__ import annotations

from tests.check.word.mutating import (
    Copy,
    Element,
    Found,
    block_from,
    found,
    in_file,
    mutation,
    remove,
    replace,
    rewrite,
    say_more,
    split_run,
    text,
)
from tests.independent.ooxml import tag

LUOYANG = "2-洛阳市质量标杆申报表"
NATIONAL = "1-全国质量标杆申报书"
ZHEJIANG = "1-浙江省制造业质量标杆申报书"
PROMISE = "盖章后上传/2-浙江省制造业质量标杆申报承诺书"
CHANGZHOU = "2-“质量标杆”申报表"


def row_of(paragraph: Element) -> Element:
    return next(paragraph.iterancestors(tag("tr")))


def empty(copy: Copy, words: str) -> None:
    """Take the words out that begin so, the paragraph stays."""
    for each in copy.paragraph(words).iter(tag("t")):
        each.text = ""


@mutation("luoyang", LUOYANG)
def form_label_renamed(copy: Copy) -> list[Found]:
    label = copy.paragraph("资产总额（万元）")
    rewrite(label, "总资产（万元）")
    return found("form-label-missing", label)


@mutation("luoyang", LUOYANG)
def form_label_beside_others_renamed(copy: Copy) -> list[Found]:
    rewrite(copy.paragraph("邮箱"), "电子信箱")
    return found("form-label-missing", "联系电话")


@mutation("luoyang", LUOYANG)
def row_of_the_bureaus_opinion_deleted(copy: Copy) -> list[Found]:
    remove(row_of(copy.paragraph("县区工业和信息化主管部门推荐意见")))
    return in_file("form-label-missing")


@mutation("luoyang", LUOYANG)
def row_moved(copy: Copy) -> list[Found]:
    """It is told where it stands now, for it is there."""
    row = row_of(copy.paragraph("企业类型"))
    row.getprevious().addprevious(row)
    return found("form-label-missing", "企业类型*")


@mutation("luoyang", LUOYANG)
def promise_softened(copy: Copy) -> list[Found]:
    promise = copy.paragraph("衡澜流体科技股份有限公司在质量、诚信")
    replace(promise, "无违法行为和不良记录", "无重大违法行为")
    return found("form-label-missing", promise)


@mutation("luoyang", LUOYANG)
def unit_of_a_form_label_left_out(copy: Copy) -> list[Found]:
    label = copy.paragraph("利润总额（万元）")
    rewrite(label, "利润总额")
    return in_file("form-label-missing")


@mutation("national", NATIONAL)
def clause_of_the_promise_deleted(copy: Copy) -> list[Found]:
    remove(copy.paragraph("5. 自愿接受社会各界的监督"))
    return in_file("form-label-missing")


@mutation("national", NATIONAL)
def question_rewritten(copy: Copy) -> list[Found]:
    question = copy.paragraph("员工质量工程技术专业培训覆盖率")
    replace(question, "覆盖率", "参加率")
    return found("form-label-missing", question)


@mutation("national", NATIONAL)
def option_taken_out(copy: Copy) -> list[Found]:
    options = next(each for each in copy.paragraphs if "产业链供应链韧性与安全" in text(each))
    replace(options, "产业链供应链韧性与安全", "")
    return found("form-label-missing", "申报方向 (单选)")


@mutation("zhejiang", PROMISE)
def a_promise_rewritten(copy: Copy) -> list[Found]:
    promise = copy.paragraph("本企业自愿申报2024年浙江省制造业质量标杆")
    replace(promise, "安全", "安全生产")
    return found("form-label-missing", promise)


@mutation("changzhou", CHANGZHOU)
def seal_line_deleted(copy: Copy) -> list[Found]:
    remove(copy.paragraph("推荐单位公章"))
    return found("form-label-missing", "推荐单位 意见")


@mutation("changzhou", CHANGZHOU)
def opinion_written_and_dated_by_the_bureau(copy: Copy) -> list[Found]:
    seal = copy.paragraph("推荐单位公章")
    rewrite(seal, "同意推荐。推荐单位公章")
    date = next(each for each in copy.paragraphs if text(each).replace("\u3000", "") == "年月日")
    rewrite(date, "2023年11月10日")
    return []


@mutation("luoyang", LUOYANG)
def number_not_filled_in(copy: Copy) -> list[Found]:
    empty(copy, "19900000232")
    return found("form-field-empty", "联系电话")


@mutation("luoyang", LUOYANG)
def figure_of_a_year_not_filled_in(copy: Copy) -> list[Found]:
    empty(copy, "61975.84")
    return found("form-field-empty", "主营业务收入（万元）")


@mutation("luoyang", LUOYANG)
def nothing_ticked(copy: Copy) -> list[Found]:
    options = next(each for each in copy.paragraphs if "民营" in text(each))
    for each in options.iter(tag("t")):
        each.text = (each.text or "").replace("☑", "□")
    return found("form-field-empty", "企业性质")


@mutation("changzhou", CHANGZHOU)
def what_may_be_left_out_is_left_out(copy: Copy) -> list[Found]:
    empty(copy, "浙江省著名商标")
    return []


@mutation("luoyang", LUOYANG)
def form_label_in_pieces_and_spread(copy: Copy) -> list[Found]:
    label = copy.paragraph("企业性质")
    say_more(label, "　　")
    split_run(label.find(tag("r")))
    rewrite(copy.paragraph("单位地址"), "单 位 地 址")
    return []


@mutation("luoyang", LUOYANG)
def annexes_left_out(copy: Copy) -> list[Found]:
    # The notice asks for them on sheets of their own.
    for element in block_from(copy, "附表1"):
        remove(element)
    return []


@mutation("luoyang", LUOYANG)
def list_in_a_form_shortened(copy: Copy) -> list[Found]:
    remove(row_of(copy.paragraph("一种铸件气孔缺陷")))
    return []
