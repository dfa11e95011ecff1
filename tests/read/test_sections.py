"""Sections keep their paper, margins and page numbers (17.6, 17.10)."""

from __future__ import annotations

import pytest

from docgen.document import PageNumbers, PageSetup
from tests.read.word_files import p, plain, read, word_file

MARGINS = (
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" '
    'w:footer="992" w:gutter="284"/>'
)
PAPER = '<w:pgSz w:w="11906" w:h="16838"/>' + MARGINS
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
PAGE = FIELD.format(r"PAGE \* MERGEFORMAT")


def section(inside: str) -> str:
    return f"<w:sectPr>{inside}</w:sectPr>"


def page(inside: str, settings: str = "") -> PageSetup:
    (only,) = read(p("甲") + section(inside), settings=settings).sections
    return only.page


def footer(
    content: str, ppr: str = "", *, section_more: str = "", settings: str = ""
) -> PageNumbers | None:
    reference = '<w:footerReference w:type="default" r:id="footer1"/>'
    document = read(
        p("甲") + section(reference + section_more),
        footer1=f"<w:p><w:pPr>{ppr}</w:pPr>{content}</w:p>",
        settings=settings,
    )
    return document.sections[0].page_numbers


def test_paper_and_margins() -> None:
    assert page(PAPER) == PageSetup(
        width=595.3,
        height=841.9,
        top=104.9,
        bottom=99.2,
        inside=79.35,
        outside=73.7,
        gutter=14.2,
        mirrored=False,
        header=42.55,
        footer=49.6,
    )


def test_landscape_is_said_by_the_size() -> None:
    found = page('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
    assert (found.width, found.height) == (841.9, 595.3)


def test_a_file_that_says_nothing_is_on_plain_paper() -> None:
    assert read(p("甲")).sections[0].page == PageSetup()


def test_facing_pages_and_a_gutter_at_the_top_are_settings() -> None:
    mirrored = page(PAPER, "<w:mirrorMargins/>")
    assert mirrored.mirrored is True
    top = page(PAPER, "<w:gutterAtTop/>")
    assert top.gutter == 0
    assert top.top == pytest.approx(119.1)


def test_a_negative_margin_is_the_margin_that_no_header_moves() -> None:
    assert page('<w:pgMar w:top="-1440"/>').top == 72


def test_a_section_ends_with_the_paragraph_that_says_so() -> None:
    cover = section('<w:pgSz w:w="11906" w:h="16838"/><w:vAlign w:val="center"/>')
    body = p("封面", cover) + p("正文") + section('<w:type w:val="oddPage"/>')
    first, second = read(body).sections
    assert [plain(block) for block in (*first.blocks, *second.blocks)] == ["封面", "正文"]
    assert (first.valign, first.start) == ("center", "next")
    assert (second.valign, second.start) == ("top", "odd")


def test_a_section_on_the_same_page_joins_the_one_before() -> None:
    body = p("甲", section(PAPER)) + p("乙") + section(PAPER + '<w:type w:val="continuous"/>')
    (only,) = read(body).sections
    assert [plain(block) for block in only.blocks] == ["甲", "乙"]


def test_other_paper_begins_a_page_whatever_the_section_says() -> None:
    wide = '<w:pgSz w:w="16838" w:h="11906"/><w:type w:val="continuous"/>'
    assert len(read(p("甲", section(PAPER)) + p("乙") + section(wide)).sections) == 2


def test_a_section_may_stand_in_a_content_control() -> None:
    body = f"<w:sdt><w:sdtContent>{p('封面', section(PAPER))}</w:sdtContent></w:sdt>{p('正文')}"
    assert len(read(body + section(PAPER)).sections) == 2


@pytest.mark.parametrize(
    ("content", "ppr", "expected"),
    [
        (PAGE, '<w:jc w:val="center"/>', PageNumbers(position="center")),
        (PAGE, '<w:jc w:val="right"/>', PageNumbers(position="right")),
        (PAGE, '<w:framePr w:xAlign="outside"/>', PageNumbers(position="outside")),
        (PAGE, '<w:framePr w:xAlign="center"/>', PageNumbers(position="center")),
        (
            f"<w:r><w:t>第</w:t></w:r>{PAGE}<w:r><w:t>页</w:t></w:r>",
            '<w:jc w:val="center"/>',
            PageNumbers(pattern="第{}页", position="center"),
        ),
        (
            '<w:r><w:t xml:space="preserve">- </w:t></w:r>'
            '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
            '<w:r><w:t xml:space="preserve"> -</w:t></w:r>',
            '<w:jc w:val="center"/>',
            PageNumbers(pattern="- {} -", position="center"),
        ),
        (f"<w:r><w:tab/></w:r>{PAGE}", "", PageNumbers(position="center")),
        (f"<w:r><w:tab/><w:tab/></w:r>{PAGE}", "", PageNumbers(position="right")),
    ],
)
def test_page_numbers_in_the_footer(content: str, ppr: str, expected: PageNumbers) -> None:
    assert footer(content, ppr) == expected


def test_a_number_in_a_text_box_stands_where_the_box_does() -> None:
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor>"
        '<wp:positionH relativeFrom="margin"><wp:align>center</wp:align></wp:positionH>'
        f"<w:txbxContent><w:p>{PAGE}</w:p></w:txbxContent></wp:anchor></w:drawing></mc:Choice>"
        "</mc:AlternateContent></w:r>"
    )
    assert footer(box) == PageNumbers(position="center")


def test_right_in_a_two_sided_file_is_outside() -> None:
    found = footer(PAGE, '<w:jc w:val="right"/>', settings="<w:evenAndOddHeaders/>")
    assert found == PageNumbers(position="outside")


def test_how_pages_are_counted() -> None:
    roman = footer(PAGE, section_more='<w:pgNumType w:fmt="upperRoman" w:start="1"/>')
    assert roman == PageNumbers(style="upper-roman", start=1)
    dashes = footer(PAGE, section_more='<w:pgNumType w:fmt="numberInDash"/>')
    assert dashes == PageNumbers(pattern="- {} -")


def test_a_footer_without_a_page_field_gives_no_numbers() -> None:
    assert footer("<w:r><w:t>内部资料</w:t></w:r>") is None
    assert footer(FIELD.format("NUMPAGES")) is None


def test_a_section_takes_the_footer_of_the_one_before() -> None:
    reference = '<w:footerReference w:type="default" r:id="{}"/>'
    body = (
        p("封面", section(""))
        + p("甲", section(reference.format("footer1")))
        + p("乙", section(""))
        + p("丙")
        + section(reference.format("footer2"))
    )
    document = read(body, footer1=f"<w:p>{PAGE}</w:p>", footer2="<w:p/>")
    assert [s.page_numbers for s in document.sections] == [None, PageNumbers(), PageNumbers(), None]
    assert "footer" in document.roles


def test_the_document_keeps_the_file_it_was_read_from() -> None:
    document = read(p("甲"))
    assert document.word == word_file(p("甲"))
    assert (document.key, document.name, document.properties.creator) == (
        "form",
        "申报表",
        "某公司",
    )


def test_a_page_number_may_be_centred_by_its_style() -> None:
    reference = '<w:footerReference w:type="default" r:id="footer1"/>'
    styles = (
        '<w:style w:type="paragraph" w:styleId="Foot"><w:name w:val="页脚"/>'
        '<w:pPr><w:jc w:val="center"/></w:pPr></w:style>'
    )
    document = read(
        p("甲") + section(reference),
        footer1=f'<w:p><w:pPr><w:pStyle w:val="Foot"/></w:pPr>{PAGE}</w:p>',
        styles=styles,
    )
    numbers = document.sections[0].page_numbers
    assert numbers is not None
    assert numbers.position == "center"
