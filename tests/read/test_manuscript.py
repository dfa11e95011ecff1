"""A Word file for checking: what stands outside its body, and what stands beside a paragraph."""

from __future__ import annotations

import pytest

from docgen.read import open_package
from docgen.read.manuscript import Line, Manuscript
from tests.read.word_files import p, word_file

PICTURE = "<w:r><w:drawing/></w:r>"
FLOATING = "<w:r><w:drawing><wp:anchor/></w:drawing></w:r>"
BREAK = "<w:r><w:br/></w:r>"
RULES = "<w:tblPr><w:tblBorders>{}</w:tblBorders></w:tblPr>".format(
    "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "bottom", "insideH"))
)


def manuscript(body: str, **parts: str) -> Manuscript:
    return Manuscript(open_package(word_file(body, **parts), "材料.docx"))


def drawn(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def said(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def table(*rows: list[str], rules: str = "") -> str:
    """A table of two columns; a row of one cell spans both."""
    printed = ""
    for row in rows:
        span = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' if len(row) == 1 else ""
        printed += f"<w:tr>{''.join(f'<w:tc>{span}{cell}</w:tc>' for cell in row)}</w:tr>"
    return f"<w:tbl>{rules}{printed}</w:tbl>"


def caption(read: Manuscript) -> Line:
    (line,) = [each for each in read.lines if each.text.strip() == "题"]
    return line


def beside(body: str) -> tuple[str, str]:
    """What stands before and behind the paragraph 题."""
    read = manuscript(body)
    return read.neighbour(caption(read), -1), read.neighbour(caption(read), 1)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (drawn(PICTURE) + p() + p("题") + p("文"), ("picture", "text")),
        (drawn(PICTURE, BREAK, said("题")) + p("文"), ("picture", "")),
        (p("文") + drawn(said("题"), BREAK, PICTURE), ("", "picture")),
        (drawn(FLOATING, said("题")), ("picture", "picture")),
        (table([drawn(PICTURE), drawn(PICTURE)]) + p("题"), ("picture", "")),
        (p("题") + table([p("甲"), p("乙")], rules=RULES), ("", "table")),
        (table([drawn(PICTURE), p()], [p("题"), p()]), ("picture", "")),
        (table([p("文"), drawn(PICTURE)], [p("题"), p()], [p("文"), p()]), ("text", "text")),
        (table([drawn(PICTURE), p()], [p(), p()], [p("题")]), ("picture", "")),
        (table([drawn(PICTURE) + p("题"), p()], [p("文"), p("文")]), ("picture", "text")),
        (table([p("题")], [p("甲"), p("乙")], rules=RULES), ("", "table")),
        (table([p("题"), p("甲")], [p("乙"), p("丙")], rules=RULES), ("", "text")),
        (table([p("题") + table([p("甲"), p("乙")]) + p(), p()]), ("", "table")),
    ],
)
def test_what_stands_beside_a_paragraph(body: str, expected: tuple[str, str]) -> None:
    assert beside(body) == expected


@pytest.mark.parametrize(
    ("body", "is_layout"),
    [
        (table([drawn(PICTURE), drawn(PICTURE)], [p("甲"), p("乙")]), True),
        (table([drawn(PICTURE)], [p("甲")], rules=RULES), True),
        (table([drawn(PICTURE), p("说明")], [p("名称"), p("乙")]), True),
        (table([p("照片"), p("名称")], [drawn(PICTURE), p("乙")], rules=RULES), False),
        (table([p("甲"), p("乙")]), False),
    ],
)
def test_a_table_that_holds_pictures_and_rules_no_data_is_a_layout(
    body: str, is_layout: bool
) -> None:
    assert bool(manuscript(body).layouts) is is_layout


def box(words: str) -> str:
    """A run with a text box, stored twice as Word does."""
    inside = f"<w:txbxContent>{p(words)}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{inside}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def section(*references: tuple[str, str], more: str = "") -> str:
    named = "".join(
        f'<w:{part.rstrip("1")}Reference w:type="{kind}" r:id="{part}"/>'
        for part, kind in references
    )
    return f"<w:sectPr>{named}{more}</w:sectPr>"


def outside(read: Manuscript) -> list[tuple[str, str, int]]:
    return [(each.story, each.text, each.number) for each in read.outside]


def test_headers_footers_and_text_boxes_stand_outside_the_body() -> None:
    body = drawn(said("文"), box("框")) + section(("header1", "default"), ("footer1", "default"))
    read = manuscript(body, header1=p("眉") + p(), footer1=p("脚") + p("脚"))
    assert [line.text for line in read.lines] == ["文"]
    assert outside(read) == [("header", "眉", 0), ("footer", "脚", 0), ("text-box", "框", 0)]


def test_a_text_box_is_told_with_the_paragraph_that_it_is_anchored_in() -> None:
    read = manuscript(p("甲") + drawn(said("乙"), box("框")))
    assert [[each.text for each in read.boxed.get(line.element, [])] for line in read.lines] == [
        [],
        ["框"],
    ]


@pytest.mark.parametrize(
    ("kind", "more", "settings", "printed"),
    [
        ("first", "", "", False),
        ("first", "<w:titlePg/>", "", True),
        ("even", "", "", False),
        ("even", "", "<w:evenAndOddHeaders/>", True),
    ],
)
def test_a_header_that_is_not_printed_is_left_out(
    kind: str, more: str, settings: str, printed: bool
) -> None:
    body = p("文") + section(("header1", kind), more=more)
    read = manuscript(body, header1=p("眉"), settings=settings)
    assert bool(read.outside) is printed


def test_a_field_left_open_in_a_header_swallows_nothing() -> None:
    begun = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>'
    body = p("文") + section(("header1", "default"), ("footer1", "default"))
    read = manuscript(body, header1=begun, footer1=p("脚"))
    assert outside(read) == [("footer", "脚", 0)]
