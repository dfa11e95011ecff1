"""The volume of evidence (证实性材料): cover, contents, a divider for each item, then its papers.

The papers' pages are put in after the layout, each in the frame below its title line; so contents,
bookmarks and page numbers are those of any other document.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docgen.binding.frame import Frame
from docgen.compose.cover import cover_section
from docgen.compose.official_title import em_width
from docgen.compose.values import properties
from docgen.document import (
    Block,
    Contents,
    Document,
    Heading,
    Insert,
    Numbering,
    PageBreak,
    PageNumbers,
    Paragraph,
    ParagraphFormat,
    Section,
    Text,
)
from docgen.document.numbers import printed_number
from docgen.evidence import bundles
from docgen.linepitch import line_height
from docgen.style.documents import Cover, CoverField
from docgen.style.roles import format_of, page_setup, role_formats, size_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.document import PageSetup, RoleFormat
    from docgen.evidence import Bundle, Piece
    from docgen.style.documents import EvidenceSpec
    from docgen.style.model import Style

#: 20 mm at either side: no more than a scan needs, and enough for the binding.
_SIDE = 56.7
#: A paper's title takes two lines at most.
_TITLE_LINES = 2
#: Renderers differ by a little; a page with its sheet is one page in each.
_SPARE = 4.0
_LEVELS = 2
_NUMBERS = (Numbering("chinese", "{}、"), Numbering("decimal", "{}．"))
#: What the cover says, and how where the issuer's own cover does not call it otherwise.
_COVER_FIELDS = {
    "experience.name": "标杆名称",
    "company.name": "申报单位",
    "application_date": "申报日期",
}


def compose_evidence(case: Case, style: Style, key: str, spec: EvidenceSpec) -> Document:
    """Compose the volume; the case has at least one paper that belongs in it.

    Raises:
        DocgenError: If a field on its cover is missing from the case.
    """
    titles = [style.filled(line) for line in spec.title]
    page = volume_page(style)
    numbers = PageNumbers("upper-roman", style.page.number_pattern, style.page.number_position, 1)
    contents = Section((Contents(style.contents.title, _LEVELS),), page, numbers)
    return Document(
        key=key,
        name=spec.name,
        sections=(
            cover_section(case, style, titles, spec.fields or _cover_fields(style)),
            contents,
            *_body(case, style, page, replace(numbers, style="decimal", start=None)),
        ),
        roles=_roles(style),
        properties=properties(case, style, "".join(titles).replace(" ", "")),
        heading_numbers=_NUMBERS,
        editable=spec.editable,
    )


def _cover_fields(style: Style) -> tuple[CoverField, ...]:
    """Return the fields of the cover, called as on the issuer's."""
    covers = (each for each in style.documents.values() if isinstance(each, Cover))
    called = {field.field: field.label for cover in covers for field in cover.fields}
    return tuple(
        CoverField(label=called.get(field, label), field=field)
        for field, label in _COVER_FIELDS.items()
    )


def volume_page(style: Style) -> PageSetup:
    """Return the volume's page set-up: the style's, with margins that leave a scan its room."""
    return replace(page_setup(style.page), inside=_SIDE, outside=_SIDE, gutter=0.0)


def evidence_frame(style: Style) -> Frame:
    """Return where on a page of the volume a sheet stands: below its title, above the number."""
    page = volume_page(style)
    title = format_of(style, "evidence-piece")
    line = line_height(title.paragraph, title.run)
    above = _TITLE_LINES * line + (title.paragraph.space_after or 0.0) + _SPARE
    return Frame(page.inside, page.bottom, page.measure, page.text_height - above)


def _roles(style: Style) -> dict[str, RoleFormat]:
    """Return the style's roles; headings look as dividers and titles of papers do."""
    roles = role_formats(style)
    for level, role in enumerate(("evidence-item", "evidence-piece"), start=1):
        roles[f"heading-{level}"] = replace(roles[role], title=f"heading {level}")
    return roles


def _body(case: Case, style: Style, page: PageSetup, numbers: PageNumbers) -> Iterator[Section]:
    frame = evidence_frame(style)
    for index, bundle in enumerate(bundles(case, style), start=1):
        first = replace(numbers, start=1) if index == 1 else numbers
        start = "odd" if page.mirrored else "next"
        divider = tuple(_divider(bundle, index, style, page.measure))
        yield Section(divider, page, first, start=start, valign="center")
        yield Section(tuple(_papers(bundle, index, frame)), page, numbers)


def _divider(bundle: Bundle, index: int, style: Style, measure: float) -> Iterator[Block]:
    """Yield an item's heading and the list of its papers, in one block in the middle."""
    number = printed_number(_NUMBERS[0], index)
    yield Heading(1, number, (Text(bundle.item.title),), f"_Toc_{index}")
    papers = [
        (printed_number(_NUMBERS[1], place), piece.paper.title)
        for place, piece in enumerate(bundle.pieces, start=1)
        if not _is_item_itself(piece, bundle)
    ]
    size = size_of(style, "evidence-list")
    widest = max((em_width(number + title) for number, title in papers), default=0.0) * size
    left = max((measure - widest) / 2, 0.0)
    for number, title in papers:
        hanging = em_width(number)
        look = ParagraphFormat(indent_left=left + hanging * size, first_line_indent=-hanging)
        yield Paragraph((Text(number + title),), "evidence-list", look)


def _is_item_itself(piece: Piece, bundle: Bundle) -> bool:
    """Say whether a paper is its item's only one and called as the item is."""
    return len(bundle.pieces) == 1 and piece.paper.title == bundle.item.title


def _papers(bundle: Bundle, index: int, frame: Frame) -> Iterator[Block]:
    for place, piece in enumerate(bundle.pieces, start=1):
        for sheet in range(piece.paper.pages):
            if (place, sheet) != (1, 0):
                yield PageBreak()
            yield _title(piece, bundle, index, place, sheet)
            anchor = f"_Sheet_{index}_{place}_{sheet + 1}"
            alt = f"{piece.paper.title}，第{sheet + 1}页"
            yield Insert(anchor, frame.width, frame.height, alt)


def _title(piece: Piece, bundle: Bundle, index: int, place: int, sheet: int) -> Block:
    """Return the line above a sheet: the paper's heading, or on later sheets its title again."""
    number, title = printed_number(_NUMBERS[1], place), piece.paper.title
    if _is_item_itself(piece, bundle):
        number = ""  # the contents name it once, as the item
    elif sheet == 0:
        return Heading(2, number, (Text(title),), f"_Toc_{index}_{place}")
    text = f"{number}{title}"
    if piece.paper.pages > 1:
        text += f"（第{sheet + 1}页，共{piece.paper.pages}页）"
    return Paragraph((Text(text),), "evidence-piece")
