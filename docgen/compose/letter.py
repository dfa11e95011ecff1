"""The covering letter (推荐文件) by which a unit recommends, laid out by GB/T 9704—2012.

It is a 上行文 where its title ends in 报告 or 请示. The unit's name in red (发文机关标志), the red
line below it and the imprint (版记) are left to the unit's office, which prints on paper that bears
them or sets them once the letter is signed and numbered: room for the name is kept free.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docgen.compose.letter_elements import (
    Grid,
    attachment_lines,
    contact_note,
    head_line,
    signature,
)
from docgen.compose.official_title import title_lines
from docgen.document import (
    Block,
    Document,
    LineBreak,
    PageNumbers,
    PageSetup,
    Paragraph,
    ParagraphFormat,
    Properties,
    RunFormat,
    Section,
    Text,
)
from docgen.linepitch import line_height
from docgen.style.bureau import LETTER
from docgen.style.roles import format_of, letter_formats, size_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from docgen.style.model import Style

_MM = 72 / 25.4
#: 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm (5.2.1), printed on both sides.
_PAGE = PageSetup(
    top=37 * _MM, bottom=35 * _MM, inside=28 * _MM, outside=26 * _MM, mirrored=True
)  # fmt: skip
#: The dashes beside the page number stand so far below the text area (7.5).
_NUMBER_BELOW = 7 * _MM
#: Lines left free above the title and below it (7.3.1, 7.3.2).
_ABOVE_TITLE, _BELOW_TITLE = 2, 1
#: So many paragraphs go with the signature: 特此报告 and what stands before it.
_WITH_SIGNATURE = 2
#: Characters of three lines.
_SHORT = 84
#: What letters to a higher authority (上行文) are called.
_UPWARD = ("报告", "请示")
#: How headings of the first and the second level begin (7.3.3).
_LEVELS = (re.compile("[一二三四五六七八九十]+、"), re.compile("（[一二三四五六七八九十]+）"))


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What the unit says in its letter; "" and None for what it leaves to be written by hand.

    Attributes:
        companies: The full names of the companies that it recommends, in their order, at least one.
        unit: Its own full name (发文机关).
        number: The letter's number (发文字号), e.g. 涧工信〔年份〕12号.
        signer: Who signs it (签发人).
        date: Its date (成文日期).
        contact: Whom to ask (联系人).
        phone: Their telephone number.
    """

    companies: tuple[str, ...]
    unit: str = ""
    number: str = ""
    signer: str = ""
    date: dt.date | None = None
    contact: str = ""
    phone: str = ""


def compose_letter(style: Style, about: LetterFacts) -> Document:
    """Compose the covering letter.

    Args:
        style: The style, whose ``bureau.letter`` has the words.
        about: What the unit says.
    """
    spec, words, grid = style.bureau.letter, _words(style, about), _grid(style)
    # A line of the title is a whole number of characters long.
    room = grid.measure // size_of(style, "letter-title")
    title = title_lines(about.unit, spec.title, words, room)
    attachments = [each.format_map(words) for each in spec.attachments]
    texts = (spec.opening, *spec.text, spec.closing)
    blocks: list[Block] = [
        head_line(about.number, about.signer, grid, upward=title[-1].endswith(_UPWARD)),
        _title(title, grid),
        _addressee(spec.addressee.format_map(words), grid),
        *_body([_paragraph(style, each.format_map(words)) for each in texts]),
        *attachment_lines(attachments, grid),
        *signature(about.unit, about.date, grid),
        contact_note(about.contact, about.phone, grid),
    ]
    numbers = PageNumbers(pattern="— {} —", indent=size_of(style, "letter-footer"))
    return Document(
        key="letter",
        name=LETTER,
        sections=(Section(tuple(blocks), _page(style), numbers),),
        roles=letter_formats(style),
        properties=Properties(
            title="".join(title),
            creator=about.unit,
            subject=style.full_honour,
            # A file has a date, and the same one every time.
            date=about.date or dt.date(style.edition, 1, 1),
        ),
    )


def _words(style: Style, about: LetterFacts) -> Mapping[str, str]:
    """Return what the letter's texts may name, see `docgen.style.bureau.Letter`."""
    count = len(about.companies)
    several = f"等{count}家企业" if count > 1 else ""
    return {
        "edition": str(style.edition),
        "honour": style.honour,
        "full_honour": style.full_honour,
        "issuer": style.issuer,
        # Marks of a title inside a title are single (GB/T 15834—2011 4.15.3.4).
        "notice": style.notice.title.translate(str.maketrans("《》", "〈〉")),
        "notice_number": f"（{style.notice.number}）" if style.notice.number else "",
        "companies": "、".join(about.companies) + several,
        "count": str(count),
    }


def _page(style: Style) -> PageSetup:
    """Return the page; its number's line is so high that the dashes stand where they ought to."""
    look = format_of(style, "letter-footer")
    number = line_height(look.paragraph, look.run)
    return replace(_PAGE, footer=_PAGE.bottom - _NUMBER_BELOW - number / 2)


def _grid(style: Style) -> Grid:
    look = format_of(style, "letter-text")
    size, spacing = look.run.size or 0.0, look.run.spacing or 0.0
    pitch = line_height(look.paragraph, look.run)
    return Grid(pitch, character=size + spacing, size=size, measure=_PAGE.measure)


def _title(lines: Sequence[str], grid: Grid) -> Paragraph:
    first, *others = lines
    inlines = (Text(first), *(each for line in others for each in (LineBreak(), Text(line))))
    look = ParagraphFormat(space_before=_ABOVE_TITLE * grid.line)
    return Paragraph(inlines, "letter-title", look)


def _addressee(name: str, grid: Grid) -> Paragraph:
    look = ParagraphFormat(space_before=_BELOW_TITLE * grid.line)
    return Paragraph((Text(f"{name}："),), "letter-line", look)


def _body(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Yield the letter's text; its end goes with the signature to the next page (7.3.5).

    A long paragraph is left to be parted by lines: some programs would move it whole.
    """
    last = len(paragraphs) - _WITH_SIGNATURE
    for index, paragraph in enumerate(paragraphs):
        signs = sum(len(each.text) for each in paragraph.inlines if isinstance(each, Text))
        if index < last or signs > _SHORT:
            yield paragraph
        else:
            yield replace(paragraph, format=replace(paragraph.format, keep_with_next=True))


def _paragraph(style: Style, text: str) -> Paragraph:
    """Return a paragraph; what begins with 一、 or （一） is a heading to its first full stop."""
    for level, numbered in enumerate(_LEVELS, start=1):
        if numbered.match(text):
            role = f"letter-heading-{level}"
            heading, stop, rest = text.partition("。")
            if not rest:
                return Paragraph((Text(text),), role, ParagraphFormat(keep_with_next=True))
            font = RunFormat(east_asian_font=format_of(style, role).run.east_asian_font)
            return Paragraph((Text(heading + stop, font), Text(rest)), "letter-text")
    return Paragraph((Text(text),), "letter-text")
