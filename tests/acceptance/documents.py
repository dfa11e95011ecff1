"""The sample's documents, and its paragraphs told apart by their text and place alone."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.conftest import SAMPLE
from tests.independent.ooxml import find, tag
from tests.independent.word import Paragraph, Word

COVER = "1-封面"
FORM = "2-洛阳市质量标杆申报表"
NARRATIVE = "3-质量标杆总结材料"
EVIDENCE = "4-证实性材料"
SPINE = "5-书脊"
BOOK = "6-装订稿"
PRINT_SHEET = "7-印装说明"
#: What there is as a Word file and as a PDF.
ALL = (COVER, FORM, NARRATIVE, SPINE, PRINT_SHEET)

#: What each issuer is handed in as Word files: style → documents, in their order.
ISSUED = {
    "luoyang": (
        "1-封面",
        "2-洛阳市质量标杆申报表",
        "3-质量标杆总结材料",
        "5-书脊",
        "7-印装说明",
    ),
    "shanghai": ("1-封面", "2-申报信息表填报底稿", "3-质量标杆总结材料"),
    "national": ("1-全国质量标杆申报书", "2-典型经验材料"),
    "liaoning": ("1-全国质量标杆申报书", "2-典型经验材料"),
    "zhejiang": ("1-浙江省制造业质量标杆申报书", "盖章后上传/2-浙江省制造业质量标杆申报承诺书"),
    "changzhou": ("1-封面", "2-“质量标杆”申报表", "3-“质量标杆”典型经验", "6-印装说明"),
}
#: What else each issuer is handed in.
BESIDES = {
    "luoyang": ("4-证实性材料.pdf", "6-装订稿.pdf"),
    "shanghai": ("4-证实性材料.pdf",),
    "national": ("3-证实性材料.docx", "3-证实性材料.pdf"),
    "liaoning": ("3-证实性材料.docx", "3-证实性材料.pdf"),
    "zhejiang": ("3-证实性材料.pdf",),
    "changzhou": ("4-证实性资料.pdf", "5-装订稿.pdf"),
}
EVERY_ISSUED = [(style, name) for style, names in ISSUED.items() for name in names]

COMPANY = "洛阳砺川重载轴承科技有限公司"
EXPERIENCE = "洛阳砺川重载轴承科技有限公司基于全员参与的“八个零”精益质量管理经验"

#: The issuer's own sections (附件3 一), in order, and the sample's files that fill them.
SECTIONS = (
    ("企业概况", "企业概况.md"),
    ("管理方法（技术）的推进实施与运行", "实施与运行.md"),
    ("管理方法（技术）的实施效果", "实施效果.md"),
)


def case(file: Path = SAMPLE) -> dict[str, Any]:
    """What the case file says."""
    facts: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return facts


def source(name: str) -> str:
    """One of the sample's texts."""
    return (SAMPLE.parent / name).read_text(encoding="utf-8")


def source_headings() -> list[tuple[int, str]]:
    """Level and words of every heading that the sample writes, from 1."""
    found = []
    for title, file in SECTIONS:
        written = re.findall(r"^(#+) (.*)", source(file), re.MULTILINE)
        found += [(1, title), *((len(marks) + 1, words) for marks, words in written)]
    return found


def source_captions(kind: str) -> list[str]:
    """The captions of the sample's figures (图) or tables (表), in order."""
    pattern = r"^!\[(.*?)\]\(" if kind == "图" else r"^表：(.*?) \{#"
    return [
        caption
        for _, file in SECTIONS
        for caption in re.findall(pattern, source(file), re.MULTILINE)
    ]


@dataclass(frozen=True)
class Narrative:
    """The narrative's paragraphs by kind; those of the table of contents are apart."""

    contents: list[Paragraph]
    title: Paragraph
    abstract_title: Paragraph
    abstract: list[Paragraph]
    headings: list[Paragraph]
    pictures: list[Paragraph]
    captions: list[Paragraph]
    text: list[Paragraph]


def narrative(word: Word) -> Narrative:
    """Tell the paragraphs apart: by what they print and where they stand, never by style."""
    contents = [each for each in word.paragraphs if _in_contents(each)]
    rest = [
        each
        for each in word.paragraphs
        if not _in_contents(each)
        and each.table is None
        and (each.printed.strip() or each.has_picture)
    ]
    words = {text for _, text in source_headings()}
    title, abstract_title = rest[0], rest[1]
    first_heading = next(i for i, each in enumerate(rest) if each.text in words)
    headings, pictures, captions, text = [], [], [], []
    for each in rest[first_heading:]:
        if each.text in words:
            headings.append(each)
        elif each.has_picture:
            pictures.append(each)
        elif re.match(r"[图表]\d+\u3000", each.text):
            captions.append(each)
        elif each.text.startswith("注："):
            continue  # a table's note belongs to its table
        else:
            text.append(each)
    return Narrative(
        contents, title, abstract_title, rest[2:first_heading], headings, pictures, captions, text
    )


def _in_contents(paragraph: Paragraph) -> bool:
    gallery = f"{tag('sdtPr')}/{tag('docPartObj')}"
    return any(
        control.find(gallery) is not None for control in paragraph.element.iterancestors(tag("sdt"))
    )


def neighbour(element: Any, step: int) -> Any:
    """The block before (-1) or after (1) a body element."""
    return element.getprevious() if step < 0 else element.getnext()


def is_layout_carrier(paragraph: Paragraph) -> bool:
    """Whether an empty paragraph is one that Word's format itself demands.

    These are: the carrier of a section's properties; the paragraph that must follow a table that
    ends a section or a cell, 1 pt high; a cell's only paragraph, in an empty or merged cell; the
    carrier of a page break.
    """
    element = paragraph.element
    if find(element, "w:pPr/w:sectPr") is not None or find(element, "w:r/w:br") is not None:
        return True
    parent = element.getparent()
    if parent.tag == tag("tc") and len(parent.findall(tag("p"))) == 1:
        return True
    before, after = element.getprevious(), element.getnext()
    ends = after is None or after.tag == tag("sectPr")
    behind_table = before is not None and before.tag == tag("tbl")
    return (
        ends and behind_table and (paragraph.shape.line_rule, paragraph.shape.line) == ("exact", 20)
    )
