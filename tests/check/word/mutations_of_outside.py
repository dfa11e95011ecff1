"""Slips outside the body: in headers, footers, notes and text boxes."""

from __future__ import annotations

from lxml import etree

from tests.acceptance.documents import FORM, NARRATIVE
from tests.check.word.mutating import Copy, Element, Found, found_in, mutation, put, run_of
from tests.check.word.mutations_of_layouts import box_in
from tests.independent.ooxml import NS, W, tag

TEXT = "公司奉行“澄心制泵，衡久如一”"
R_ID = f"{{{NS['r']}}}id"


def paragraph_of(*runs: str) -> Element:
    paragraph = etree.Element(tag("p"), nsmap={"w": W})
    paragraph.extend(map(run_of, runs))
    return paragraph


def put_header(copy: Copy, *runs: str, kind: str = "default", name: str = "header9") -> None:
    """Give the first section a header of one paragraph."""
    root = etree.Element(tag("hdr"), nsmap={"w": W})
    root.append(paragraph_of(*runs))
    reference = etree.Element(tag("headerReference"))
    reference.set(tag("type"), kind)
    reference.set(R_ID, copy.add_part("header", name, root))
    next(copy.body.iter(tag("sectPr"))).insert(0, reference)


def put_note(copy: Copy, kind: str, words: str) -> None:
    """Give a paragraph a footnote or endnote, beside the line that Word keeps among them."""
    root = etree.Element(tag(f"{kind}s"), nsmap={"w": W})
    for number, (form, inside) in enumerate((("separator", "××公司"), ("normal", words))):
        note = etree.SubElement(root, tag(kind), {tag("id"): str(number), tag("type"): form})
        note.append(paragraph_of(inside))
    copy.add_part(f"{kind}s", f"{kind}s", root)
    run = etree.SubElement(copy.paragraph(TEXT), tag("r"))
    etree.SubElement(run, tag(f"{kind}Reference")).set(tag("id"), "1")


@mutation("luoyang", NARRATIVE)
def crosses_in_a_header(copy: Copy) -> list[Found]:
    put_header(copy, "××公司质量标杆总结材料")
    return found_in("页眉", "placeholder-left", "××公司质量标杆总结材料")


@mutation("luoyang", FORM)
def crosses_in_a_header_of_a_form(copy: Copy) -> list[Found]:
    put_header(copy, "××", "公司")
    return found_in("页眉", "placeholder-left", "××公司")


@mutation("luoyang", NARRATIVE)
def mark_of_a_template_in_a_footer(copy: Copy) -> list[Found]:
    copy.part("footer2-default").append(paragraph_of("{{ company", ".name }}"))
    return found_in("页脚", "template-mark-left", "{{ company.name }}")


@mutation("luoyang", NARRATIVE)
def word_to_be_filled_in_in_a_footnote(copy: Copy) -> list[Found]:
    put_note(copy, "footnote", "数据来源待补充。")
    return found_in("脚注", "placeholder-left", "数据来源待补充。")


@mutation("luoyang", NARRATIVE)
def word_to_be_filled_in_in_an_endnote(copy: Copy) -> list[Found]:
    put_note(copy, "endnote", "数据来源待补充。")
    return found_in("尾注", "placeholder-left", "数据来源待补充。")


@mutation("luoyang", NARRATIVE)
def crosses_in_a_text_box(copy: Copy) -> list[Found]:
    box_in(copy, copy.paragraph(TEXT), [paragraph_of("联系人：×××")])
    return found_in("文本框", "placeholder-left", "联系人：×××")


@mutation("luoyang", NARRATIVE)
def another_company_in_a_header(copy: Copy) -> list[Found]:
    put_header(copy, "台州海川机械有限公司 质量标杆总结材料")
    return found_in("页眉", "another-company-named", "台州海川机械有限公司")


@mutation("luoyang", NARRATIVE)
def another_company_in_headers_of_two_sections(copy: Copy) -> list[Found]:
    """What the sections repeat is told once; the header of even pages is not printed here."""
    put_header(copy, "台州海川机械有限公司")
    put_header(copy, "台州海川机械有限公司", kind="first", name="header8")
    put(next(copy.body.iter(tag("sectPr"))), "sectPr", "titlePg")
    return found_in("页眉", "another-company-named", "台州海川机械有限公司")


@mutation("luoyang", NARRATIVE)
def another_company_in_a_header_that_is_not_printed(copy: Copy) -> list[Found]:
    put_header(copy, "台州海川机械有限公司", kind="first")
    return []


@mutation("luoyang", NARRATIVE)
def another_company_founded_in_a_text_box(copy: Copy) -> list[Found]:
    words = "台州海川机械有限公司成立于2003年。"
    box_in(copy, copy.paragraph(TEXT), [paragraph_of(words)])
    return found_in("文本框", "another-company-named", words)


@mutation("luoyang", NARRATIVE)
def applicant_in_a_header(copy: Copy) -> list[Found]:
    put_header(copy, "衡澜流体科技", "股份有限公司质量标杆总结材料")
    return []


@mutation("luoyang", NARRATIVE)
def supplier_in_a_footnote(copy: Copy) -> list[Found]:
    put_note(copy, "footnote", "铸件由东海铸造有限公司供应。")
    return []
