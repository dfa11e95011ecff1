"""Documents to print in tests, and what a reader sees in the PDF."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import pairwise
from typing import Any

from pypdf import PageObject, PdfReader

from docgen.document import (
    Alignment,
    Block,
    Cell,
    Document,
    Heading,
    LineSpacing,
    Paragraph,
    ParagraphFormat,
    Properties,
    RoleFormat,
    RunFormat,
    Section,
    Text,
)
from docgen.write.pdf import Pdf, write

ROLES: Mapping[str, RoleFormat] = {
    "body": RoleFormat(
        "正文",
        ParagraphFormat(line_spacing=LineSpacing("multiple", 1)),
        RunFormat("宋体", "Times New Roman", 12),
    ),
    "indented": RoleFormat(
        "缩进", ParagraphFormat(Alignment.JUSTIFY, first_line_indent=2), based_on="body"
    ),
    "list": RoleFormat(
        "列表",
        ParagraphFormat(indent_left=24, first_line_indent=-2),
        based_on="body",
    ),
    "heading-1": RoleFormat("标题 1", run=RunFormat("黑体", size=15), based_on="body"),
    "heading-2": RoleFormat("标题 2", run=RunFormat("黑体", size=14), based_on="body"),
    "figure": RoleFormat("图", ParagraphFormat(Alignment.CENTER), based_on="body"),
    "figure-caption": RoleFormat("图题", run=RunFormat(size=10.5, bold=True), based_on="body"),
    "table-caption": RoleFormat(
        "表题",
        ParagraphFormat(keep_with_next=True),
        RunFormat(size=10.5, bold=True),
        based_on="body",
    ),
    "table-text": RoleFormat("表文", run=RunFormat(size=10.5), based_on="body"),
    "contents-title": RoleFormat("目录标题", based_on="body"),
    "contents-1": RoleFormat("目录 1", based_on="body"),
    "contents-2": RoleFormat("目录 2", based_on="body"),
    "footer": RoleFormat("页脚", run=RunFormat(size=10.5), based_on="body"),
}


def document(*sections: Section) -> Document:
    """A document of these sections."""
    properties = Properties("申报材料", "洛阳某公司", "质量标杆", date(2023, 3, 20))
    return Document("narrative", "典型经验", sections, ROLES, properties)


def printed(*blocks: Block) -> Pdf:
    """These blocks, printed on plain pages."""
    return write(document(Section(blocks)))


def paragraph(text: str, role: str = "body", **formats: Any) -> Paragraph:
    """A paragraph of one text."""
    return Paragraph((Text(text),), role, ParagraphFormat(**formats))


def heading(level: int, number: str, text: str, anchor: str) -> Heading:
    """A heading of one text."""
    return Heading(level, number, (Text(text),), anchor)


def cell(text: str, **attributes: Any) -> Cell:
    """A cell with one paragraph."""
    return Cell((paragraph(text, "table-text"),), **attributes)


def reader(pdf: Pdf) -> PdfReader:
    """The PDF as another program reads it."""
    return PdfReader(BytesIO(pdf.data))


def page_text(page: PageObject) -> str:
    """A page's text; the space that a reader sees in the gap between scripts is taken back."""
    return _unspaced(page.extract_text())


def _unspaced(text: str) -> str:
    return re.sub(
        "(?<=[㐀-\U0003fffd]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z]) (?=[㐀-\U0003fffd])", "", text
    )


def text_of(pdf: Pdf) -> str:
    """All the text, page by page, without line ends."""
    text = "".join(page.extract_text() for page in reader(pdf).pages)
    return _unspaced(text.replace("\n", ""))


@dataclass(frozen=True)
class Shown:
    """A text where it is shown: left end and baseline, points from the page's top left corner."""

    text: str
    x: float
    y: float


def shown(page: PageObject) -> list[Shown]:
    """The texts of a page with their places, in the order of the file."""
    found: list[Shown] = []
    height = float(page.mediabox.height)

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if not text.strip():
            return
        x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
        y = height - (tm[4] * cm[1] + tm[5] * cm[3] + cm[5])
        if found and (found[-1].x, found[-1].y) == (x, y):
            # The same text went on in another font.
            text = found.pop().text + text
        found.append(Shown(_unspaced(text.strip()), x, y))

    page.extract_text(visitor_text=visit)
    return found


def place_of(page: PageObject, text: str) -> Shown:
    """Where the first text stands that begins so."""
    return next(item for item in shown(page) if item.text.startswith(text))


def pitches(page: PageObject) -> set[float]:
    """The distances of successive baselines, in hundredths of a point."""
    baselines = sorted({round(item.y, 2) for item in shown(page)})
    return {round(b - a, 2) for a, b in pairwise(baselines)}


def font_names(pdf: Pdf) -> set[str]:
    """The embedded fonts without their subset tags."""
    names = set()
    for page in reader(pdf).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            names.add(str(font.get_object()["/BaseFont"]).split("+")[-1])
    return names
