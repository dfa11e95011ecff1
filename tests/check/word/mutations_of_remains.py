"""Slips of what remains: placeholders, marks of templates, changes and comments."""

from __future__ import annotations

from lxml import etree

from tests.acceptance.documents import FORM, NARRATIVE
from tests.check.word.mutating import (
    Copy,
    Element,
    Found,
    found,
    in_file,
    mutation,
    put,
    rewrite,
    run_of,
    runs,
    say_more,
    text,
)
from tests.independent.ooxml import W, tag

NATIONAL = "2-典型经验材料"
JOINED = "1-浙江省制造业质量标杆申报书"

TEXT = "公司奉行“澄心制泵，衡久如一”"
AUTHOR = {tag("id"): "900", tag("author"): "校对", tag("date"): "2023-03-01T09:00:00Z"}


@mutation("luoyang", NARRATIVE)
def crosses_for_a_company(copy: Copy) -> list[Found]:
    say_more(copy.paragraph(TEXT), "合作方为××公司。")
    return found("placeholder-left", TEXT)


@mutation("luoyang", NARRATIVE)
def crosses_for_a_name(copy: Copy) -> list[Found]:
    say_more(copy.paragraph(TEXT), "通过XXX认证。")
    return found("placeholder-left", TEXT)


@mutation("zhejiang", JOINED)
def crosses_for_a_date(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph("激励只认两件事")
    say_more(paragraph, "自××××年起实行。")
    return found("placeholder-left", paragraph)


@mutation("national", NATIONAL)
def word_to_be_filled_in(copy: Copy) -> list[Found]:
    say_more(copy.paragraph(TEXT), "（待补充）")
    return found("placeholder-left", TEXT)


@mutation("luoyang", FORM)
def hint_of_the_form(copy: Copy) -> list[Found]:
    paragraph = next(each for each in copy.paragraphs if "泵及真空设备制造" in text(each))
    say_more(paragraph, "（请填写至小类）")
    return found("placeholder-left", paragraph)


@mutation("luoyang", NARRATIVE)
def empty_control_of_word(copy: Copy) -> list[Found]:
    say_more(copy.paragraph(TEXT), "单击或点击此处输入文字。")
    return found("placeholder-left", TEXT)


@mutation("luoyang", NARRATIVE)
def placeholder_over_two_runs(copy: Copy) -> list[Found]:
    say_more(copy.paragraph(TEXT), "见【请插")
    say_more(copy.paragraph(TEXT), "入照片】。")
    return found("placeholder-left", TEXT)


@mutation("luoyang", NARRATIVE)
def placeholder_in_a_table(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph("技术中心")
    rewrite(paragraph, "××公司")
    return found("placeholder-left", "××公司")


@mutation("luoyang", NARRATIVE)
def multiplication_signs(copy: Copy) -> list[Found]:
    say_more(copy.paragraph(TEXT), "占地120×80米，机座XL型。")
    return []


@mutation("luoyang", NARRATIVE)
def brackets_with_words_of_the_trade(copy: Copy) -> list[Found]:
    say_more(copy.paragraph(TEXT), "电机（输入轴）补焊后重做（补充试验），扫码报工（填写批号）。")
    return []


@mutation("luoyang", NARRATIVE)
def mark_of_a_template(copy: Copy) -> list[Found]:
    say_more(copy.paragraph(TEXT), "电话{{ contact.phone }}。")
    return found("template-mark-left", TEXT)


@mutation("zhejiang", JOINED)
def mark_of_a_template_over_two_runs(copy: Copy) -> list[Found]:
    paragraph = copy.paragraph("激励只认两件事")
    say_more(paragraph, "{% if com")
    say_more(paragraph, "pany %}")
    return found("template-mark-left", paragraph)


@mutation("luoyang", NARRATIVE)
def broken_reference(copy: Copy) -> list[Found]:
    say_more(copy.paragraph(TEXT), "见错误!未找到引用源。")
    return found("template-mark-left", TEXT)


@mutation("luoyang", NARRATIVE)
def broken_page_number_of_the_contents(copy: Copy) -> list[Found]:
    (entry,) = [each for each in copy.body.iter(tag("p")) if text(each) == "（七）全员能力与激励8"]
    runs(entry)[-1].find(tag("t")).text = "错误！未定义书签。"
    return found("template-mark-left", "（七）全员能力与激励")


# ── changes and comments ─────────────────────────────────────────────


@mutation("luoyang", NARRATIVE)
def insertion_not_accepted(copy: Copy) -> list[Found]:
    run = say_more(copy.paragraph(TEXT), "并有传承。")
    change = etree.Element(tag("ins"), AUTHOR)
    run.addprevious(change)
    change.append(run)
    return in_file("changes-left")


@mutation("zhejiang", JOINED)
def deletion_not_accepted(copy: Copy) -> list[Found]:
    run = say_more(copy.paragraph("激励只认两件事"), "见图99。")
    run.find(tag("t")).tag = tag("delText")
    change = etree.Element(tag("del"), AUTHOR)
    run.addprevious(change)
    change.append(run)
    return in_file("changes-left")


@mutation("luoyang", NARRATIVE)
def change_of_look_not_accepted(copy: Copy) -> list[Found]:
    run = runs(copy.paragraph(TEXT))[0]
    put(run, "rPr", "rPrChange")
    change = run.find(f"{tag('rPr')}/{tag('rPrChange')}")
    change.attrib.update(AUTHOR)
    etree.SubElement(change, tag("rPr"))
    return in_file("changes-left")


@mutation("luoyang", NARRATIVE)
def change_of_a_table_not_accepted(copy: Copy) -> list[Found]:
    properties = next(copy.body.iter(tag("tblPr")))
    change = etree.SubElement(properties, tag("tblPrChange"), AUTHOR)
    etree.SubElement(change, tag("tblPr"))
    return in_file("changes-left")


@mutation("luoyang", NARRATIVE)
def change_in_a_footer_not_accepted(copy: Copy) -> list[Found]:
    paragraph = copy.part("footer2-default").find(tag("p"))
    run = say_more(paragraph, "共十页")
    change = etree.Element(tag("ins"), AUTHOR)
    run.addprevious(change)
    change.append(run)
    return in_file("changes-left")


@mutation("luoyang", NARRATIVE)
def comment_left(copy: Copy) -> list[Found]:
    put_comment(copy, copy.paragraph(TEXT), "这个数再核对一下")
    return in_file("comments-left")


@mutation("luoyang", FORM)
def comment_left_in_a_form(copy: Copy) -> list[Found]:
    put_comment(copy, copy.paragraphs[5], "请财务确认")
    return in_file("comments-left")


def put_comment(copy: Copy, paragraph: Element, words: str) -> None:
    """Comment on a paragraph: the part, its relationship and type, and the marks in the text."""
    comments = etree.Element(tag("comments"), nsmap={"w": W})
    comment = etree.SubElement(comments, tag("comment"), AUTHOR)
    etree.SubElement(comment, tag("p")).append(run_of(words))
    copy.add_part("comments", "comments", comments)
    key = {tag("id"): AUTHOR[tag("id")]}
    runs(paragraph)[0].addprevious(etree.Element(tag("commentRangeStart"), key))
    etree.SubElement(paragraph, tag("commentRangeEnd"), key)
    reference = etree.SubElement(paragraph, tag("r"))
    etree.SubElement(reference, tag("commentReference"), key)
