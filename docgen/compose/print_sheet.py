"""The print sheet (印装说明): how many copies, on what, how bound, and which page begins what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.compose.tables import compose_table
from docgen.compose.values import printed_field, properties
from docgen.document import (
    Alignment,
    Block,
    Cell,
    Document,
    Paragraph,
    ParagraphFormat,
    Row,
    Section,
    Table,
    Text,
)
from docgen.style.documents import Spine
from docgen.style.roles import page_setup, role_formats, size_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.bookmaking import MadeBook
    from docgen.case.load import Case
    from docgen.style.documents import PrintSheet
    from docgen.style.model import Style

#: Share of the measure that labels take.
_LABEL = 0.22
_PADDING = (4.0, 5.4, 4.0, 5.4)
_HEADER = ("序号", "内容", "装订稿起页", "页数")
#: The notes, and how far their first lines hang out to the left, in characters.
_NOTES = (
    ("注：1.各部分都从右页（单数页）起，空白页已在装订稿中补齐，请按页序印刷，不要再插页。", 3.0),
    ("2.第1页是封面，用封面纸另印的，把它换下。", 1.0),
    ("3.印刷时按实际大小（100%），不要缩放。", 1.0),
)
_NOTE_INDENT = 3.0
_BELOW_TABLE = 4.0
#: What the notice may ask for; the rest is the house's.
_ASKED = ("copies", "two_sided", "paper", "binding", "cover")
_GAP = ParagraphFormat(space_before=12.0)


def compose_print_sheet(
    case: Case, style: Style, key: str, spec: PrintSheet, book: MadeBook | None
) -> Document:
    """Compose the print sheet; without a book it says what the notice asks for alone."""
    page = page_setup(style.page)
    blocks: list[Block] = [
        Paragraph((Text(spec.name),), "title"),
        _facts(list(_rows(case, style, book)), page.measure),
    ]
    if book is not None:
        blocks += _parts(book, page.measure, style)
    return Document(
        key=key,
        name=spec.name,
        sections=(Section(tuple(blocks), page),),
        roles=role_formats(style),
        properties=properties(case, style, spec.name),
    )


def _rows(case: Case, style: Style, book: MadeBook | None) -> Iterator[tuple[str, str]]:
    """Yield label and text of each thing to know, and last the clauses that ask for it."""
    yield "材料", f"{style.full_honour}申报材料"
    yield "申报单位", case.facts.company.name
    yield "份数", f"{style.print.copies} 份"
    sides = "双面" if style.print.two_sided else "单面"
    yield "印刷", f"{style.page.paper}，{sides}"
    yield "用纸", f"{style.print.paper} 克/平方米"
    yield "装订", f"{style.print.binding}，左侧装订"
    yield "封面", style.print.cover
    if book is not None:
        yield "每份页数", f"{book.pages} 页，{book.leaves} 张{_blanks(book)}"
    spine = next((each for each in style.documents.values() if isinstance(each, Spine)), None)
    if spine is not None:
        yield "书脊", f"印“{printed_field(case, spine.field)}”{_thickness(book)}"
    stated = [key for key in _ASKED if style.clause(f"print.{key}")]
    clauses = dict.fromkeys(style.clause(f"print.{key}") for key in stated)
    if asked := "；".join(filter(None, clauses)):
        usual = "；其余按惯例" if len(stated) < len(_ASKED) else ""
        yield "依据", f"《{style.notice.title}》{asked}{usual}"


def _thickness(book: MadeBook | None) -> str:
    if book is None:
        return "，宽按成册后的厚度"
    thickness = f"；按页数和纸张估算厚 {book.thickness_mm:g} 毫米，标签宽 {book.label_mm:g} 毫米"
    if book.is_legible:
        return f"{thickness}，以成册后的实际厚度为准"
    return f"{thickness}；书脊不足 5 毫米，字较小，可改用较厚的纸或封面加衬纸"


def _blanks(book: MadeBook) -> str:
    if not book.blanks:
        return ""
    pages = "、".join(map(str, book.blanks))
    return f"；其中 {len(book.blanks)} 页空白（第 {pages} 页）"


def _facts(rows: list[tuple[str, str]], measure: float) -> Table:
    widths = (measure * _LABEL, measure * (1 - _LABEL))
    left = ParagraphFormat(alignment=Alignment.LEFT)
    return Table(
        widths,
        tuple(
            Row(
                (
                    Cell((Paragraph((Text(label),), "table-head"),)),
                    Cell((Paragraph((Text(text),), "table-text", left),)),
                )
            )
            for label, text in rows
        ),
        padding=_PADDING,
    )


def _parts(book: MadeBook, measure: float, style: Style) -> Iterator[Block]:
    """Yield the table of the book's parts and its notes."""
    cells = [
        [(Text(each),) for each in (str(number), part.name, str(part.start), str(part.pages))]
        for number, part in enumerate(book.parts, start=1)
    ]
    header = [(Text(each),) for each in _HEADER]
    yield Paragraph((Text("装订稿各部分的起页"),), "table-caption", _GAP)
    yield compose_table(
        header,
        cells,
        [None] * len(_HEADER),
        measure=measure,
        size=size_of(style, "table-text"),
        caption=None,
    )
    left = _NOTE_INDENT * size_of(style, "table-note")
    for number, (text, hanging) in enumerate(_NOTES):
        look = ParagraphFormat(
            indent_left=left,
            first_line_indent=-hanging,
            space_before=0.0 if number else _BELOW_TABLE,
            space_after=0.0,
        )
        yield Paragraph((Text(text),), "table-note", look)
