"""Typed lists numbered like headings, and headings among them."""

from __future__ import annotations

from copy import deepcopy

from tests.acceptance.documents import NARRATIVE
from tests.check.word.mutating import Copy, Element, Found, found, mutation, put_in_runs, rewrite
from tests.check.word.mutations_of_headings import headings_typed_and_set_by_hand

#: Paragraphs of text below 二（一）1., the last one of its third heading, and below 三（二）.
TEXT = "2019年，公司确定“零泄漏、长寿命、可追溯”的质量战略"
BEFORE_HEADING = "激励只认两件事"
BELOW_THE_SECOND = "三年改进收益合计"
SHORT = ("加强组织领导", "完善管理制度", "落实岗位责任")


def put_behind(paragraph: Element, *texts: str) -> list[Element]:
    """Add paragraphs that look like text behind one of text."""
    added: list[Element] = []
    for words in reversed(texts):
        copied = deepcopy(paragraph)
        rewrite(copied, words)
        paragraph.addnext(copied)
        added.insert(0, copied)
    return added


def numbered(*texts: str) -> list[str]:
    return [f"（{'一二三四五六'[index]}）{words}" for index, words in enumerate(texts)]


@mutation("luoyang", NARRATIVE)
def list_numbered_like_headings(copy: Copy) -> list[Found]:
    put_behind(copy.paragraph(TEXT), *numbered(*SHORT))
    return []


@mutation("luoyang", NARRATIVE)
def list_that_ends_like_sentences(copy: Copy) -> list[Found]:
    put_behind(copy.paragraph(TEXT), "（一）加强领导；", "（二）完善制度；", "（三）落实责任。")
    return []


@mutation("luoyang", NARRATIVE)
def list_with_one_long_item(copy: Copy) -> list[Found]:
    long = "落实岗位责任，把每一项要求写进岗位质量卡，" + "由班组长每周核对，由车间主任每月抽查" * 2
    put_behind(copy.paragraph(TEXT), *numbered(SHORT[0], long, SHORT[1]))
    return []


@mutation("luoyang", NARRATIVE)
def list_numbered_like_chapters(copy: Copy) -> list[Found]:
    put_behind(copy.paragraph(TEXT), "措施如下：", *(f"{n}、{SHORT[0]}" for n in "一二三"))
    return []


@mutation("luoyang", NARRATIVE)
def list_among_typed_headings(copy: Copy) -> list[Found]:
    headings_typed_and_set_by_hand(copy)
    put_behind(copy.paragraph(TEXT), "公司采取三项措施：", *numbered(*SHORT))
    return []


@mutation("luoyang", NARRATIVE)
def list_of_items_with_text_of_their_own(copy: Copy) -> list[Found]:
    headings_typed_and_set_by_hand(copy)
    first, second = numbered(*SHORT[:2])
    put_behind(copy.paragraph(BEFORE_HEADING), first, "由董事长负责。", second, "由总监负责。")
    return []


@mutation("luoyang", NARRATIVE)
def list_just_before_a_heading(copy: Copy) -> list[Found]:
    """Of 三 the second heading ends in a list of two, and the third follows."""
    headings_typed_and_set_by_hand(copy)
    put_behind(copy.paragraph(BELOW_THE_SECOND), "（一）加强领导；", "（二）完善制度。")
    return []


@mutation("luoyang", NARRATIVE)
def heading_mistyped_behind_a_list(copy: Copy) -> list[Found]:
    headings_typed_and_set_by_hand(copy)
    put_behind(copy.paragraph(BELOW_THE_SECOND), *numbered(*SHORT))
    heading = copy.paragraph("（三）社会效益")
    rewrite(heading, "（五）社会效益")
    return found("heading-number-wrong", heading)


@mutation("luoyang", NARRATIVE)
def heading_numbered_as_the_one_before_among_lists(copy: Copy) -> list[Found]:
    headings_typed_and_set_by_hand(copy)
    put_behind(copy.paragraph(TEXT), *numbered(*SHORT))
    heading = copy.paragraph("（三）社会效益")
    rewrite(heading, "（二）社会效益")
    return found("heading-number-wrong", heading)


@mutation("luoyang", NARRATIVE)
def headings_with_nothing_below_them(copy: Copy) -> list[Found]:
    """Two headings stand one behind the other, since the text of the first is still to come."""
    headings_typed_and_set_by_hand(copy)
    heading = copy.paragraph("（四）品牌与创新成果")
    while not heading.getnext().xpath("string(.)").startswith("（五）"):
        heading.getparent().remove(heading.getnext())
    put_in_runs(heading, "b")
    rewrite(copy.paragraph("（五）评价与推广"), "（六）评价与推广")
    return found("heading-number-wrong", "（六）评价与推广")
