"""The text of a file is what it prints, in its order."""

from __future__ import annotations

import pytest

from docgen.document import LineBreak, PageBreak, Paragraph, Tab, Text
from tests.read.word_files import blocks, default_style, p, paragraph, plain, read, style


def runs(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def r(inside: str) -> str:
    return f"<w:r>{inside}</w:r>"


def t(content: str) -> str:
    return f'<w:t xml:space="preserve">{content}</w:t>'


def control(inside: str) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'
    )


@pytest.mark.parametrize(
    "inside",
    [
        control(r(t("甲"))),
        control(control(r(t("甲")))),
        f'<w:hyperlink r:id="x">{r(t("甲"))}</w:hyperlink>',
        f'<w:ins w:id="1">{r(t("甲"))}</w:ins>',
        f'<w:moveTo w:id="1">{r(t("甲"))}</w:moveTo>',
        f"<w:smartTag>{r(t('甲'))}</w:smartTag>",
        f'<w:fldSimple w:instr="DATE">{r(t("甲"))}</w:fldSimple>',
        f'<w:del w:id="1">{r("<w:delText>乙</w:delText>")}</w:del>{r(t("甲"))}',
        f'<w:moveFrom w:id="1">{r(t("乙"))}</w:moveFrom>{r(t("甲"))}',
        "<mc:AlternateContent><mc:Choice Requires='w14'>"
        f"{r(t('乙'))}</mc:Choice><mc:Fallback>{r(t('甲'))}</mc:Fallback></mc:AlternateContent>",
        f'<w:bookmarkStart w:id="0" w:name="x"/>{r(t("甲"))}<w:bookmarkEnd w:id="0"/>',
        r(f"<w:drawing/>{t('甲')}<w:lastRenderedPageBreak/>"),
        r(f"<w:ruby><w:rt>{r(t('jiǎ'))}</w:rt><w:rubyBase>{r(t('甲'))}</w:rubyBase></w:ruby>"),
    ],
)
def test_what_wraps_a_run_is_looked_through(inside: str) -> None:
    assert plain(paragraph(runs(inside))) == "甲"


def test_content_controls_round_paragraphs_and_tables_are_looked_through() -> None:
    body = control(p("甲") + control(p("乙"))) + f"<w:customXml>{p('丙')}</w:customXml>"
    assert [plain(block) for block in blocks(body)] == ["甲", "乙", "丙"]


def test_a_field_prints_its_result() -> None:
    field = (
        r('<w:fldChar w:fldCharType="begin"/>')
        + r("<w:instrText>IF </w:instrText>")
        + r('<w:fldChar w:fldCharType="begin"/>')
        + r("<w:instrText>X</w:instrText>")
        + r('<w:fldChar w:fldCharType="separate"/>')
        + r(t("隐"))
        + r('<w:fldChar w:fldCharType="end"/>')
        + r('<w:fldChar w:fldCharType="separate"/>')
        + r(t("显"))
        + r('<w:fldChar w:fldCharType="end"/>')
        + r(t("后"))
    )
    assert plain(paragraph(runs(field))) == "显后"


def test_a_field_may_run_over_several_paragraphs() -> None:
    begin = r('<w:fldChar w:fldCharType="begin"/>') + r("<w:instrText>TOC</w:instrText>")
    first = runs(begin + r('<w:fldChar w:fldCharType="separate"/>') + r(t("目")))
    last = runs(r(t("录")) + r('<w:fldChar w:fldCharType="end"/>'))
    assert [plain(block) for block in blocks(first + last + p("正文"))] == ["目", "录", "正文"]


def test_old_form_fields_print_what_was_chosen() -> None:
    def box(state: str) -> str:
        data = f"<w:ffData><w:checkBox>{state}</w:checkBox></w:ffData>"
        begin = f'<w:fldChar w:fldCharType="begin">{data}</w:fldChar>'
        code = r("<w:instrText>FORMCHECKBOX</w:instrText>")
        return r(begin) + code + r('<w:fldChar w:fldCharType="end"/>')

    states = ('<w:default w:val="0"/>', '<w:default w:val="0"/><w:checked/>', "<w:default/>")
    assert plain(paragraph(runs("".join(box(state) for state in states)))) == "□☑☑"
    entries = '<w:listEntry w:val="优"/><w:listEntry w:val="良"/>'
    choice = (
        '<w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
        f"{entries}</w:ddList></w:ffData></w:fldChar>"
    )
    assert plain(paragraph(runs(r(choice) + r('<w:fldChar w:fldCharType="end"/>')))) == "良"


def test_breaks_tabs_and_hyphens() -> None:
    inside = r(
        f"{t('甲')}<w:br/>{t('乙')}<w:tab/>{t('丙')}<w:cr/>{t('a')}<w:noBreakHyphen/>{t('b')}"
        f"<w:softHyphen/>{t('c')}<w:br w:type='column'/>"
    )
    found = paragraph(runs(inside))
    assert plain(found) == "甲/乙→丙/a-bc"
    assert [type(inline) for inline in found.inlines] == [
        Text, LineBreak, Text, Tab, Text, LineBreak, Text,
    ]  # fmt: skip


def test_white_space_counts_only_where_it_is_kept() -> None:
    assert plain(paragraph(runs(r("<w:t> 甲 乙\n</w:t>")))) == "甲 乙"
    assert plain(paragraph(runs(r(t(" 甲\n乙 "))))) == " 甲 乙 "


def test_symbols_become_characters() -> None:
    inside = (
        '<w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings 2" w:char="00A3"/>'
        '<w:sym w:font="Wingdings 2" w:char="F052"/><w:sym w:font="宋体" w:char="2103"/>'
        '<w:sym w:font="Wingdings" w:char="F021"/>'
    )
    assert plain(paragraph(runs(r(inside)))) == "☑□☑℃\uf021"


def test_text_in_a_symbol_font_becomes_characters_of_an_ordinary_one() -> None:
    look = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    (found,) = paragraph(p("\uf0a8l", rpr=look)).inlines
    assert isinstance(found, Text)
    assert (found.text, found.format.latin_font) == ("□●", "Times New Roman")


def test_markup_in_text_stays_text() -> None:
    assert plain(paragraph(p("A&amp;B &lt;公司&gt; {{ 7*7 }}"))) == "A&B <公司> {{ 7*7 }}"


def test_a_page_break_cuts_its_paragraph() -> None:
    body = runs(r(t("甲") + '<w:br w:type="page"/>' + t("乙")))
    first, cut, second = blocks(body)
    assert isinstance(cut, PageBreak)
    assert [plain(first), plain(second)] == ["甲", "乙"]


def test_a_paragraph_that_only_breaks_the_page_prints_no_line() -> None:
    found = blocks(p("甲") + runs(r('<w:br w:type="page"/>')) + p("乙"))
    assert [type(block) for block in found] == [Paragraph, PageBreak, Paragraph]


def test_the_rest_of_a_cut_paragraph_breaks_no_page_and_is_not_indented() -> None:
    body = (
        '<w:p><w:pPr><w:pageBreakBefore/><w:ind w:firstLineChars="200"/></w:pPr>'
        + r(t("甲") + '<w:br w:type="page"/>' + t("乙"))
        + "</w:p>"
    )
    first, _, second = blocks(body)
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.format.page_break_before, first.format.first_line_indent) == (True, 2)
    assert (second.format.page_break_before, second.format.first_line_indent) == (False, 0)


def test_a_page_break_in_a_cell_has_no_effect() -> None:
    inside = runs(r(t("甲") + '<w:br w:type="page"/>'))
    (found,) = blocks(f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>")
    (cell,) = found.rows[0].cells  # type: ignore[attr-defined]
    assert [plain(block) for block in cell.blocks] == ["甲"]


def test_empty_paragraphs_are_kept() -> None:
    assert [plain(block) for block in blocks(p("甲") + "<w:p/>" + p("乙"))] == ["甲", "", "乙"]


def test_roles_come_from_the_names_of_styles() -> None:
    styles = (
        default_style()
        + style("a3", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>', name="Title")
        + style("a4", name="List Paragraph")
        + style("10", name="toc 1")
        + style("x", name="公司正文")
    )
    names = ("a3", "a4", "10", "x", "unknown")
    document = read(
        "".join(p("甲", f'<w:pStyle w:val="{name}"/>') for name in names), styles=styles
    )
    roles = [block.role for block in document.sections[0].blocks if isinstance(block, Paragraph)]
    assert roles == ["cover-title", "list", "contents-1", "body", "body"]
    assert set(roles) == set(document.roles)


def test_reading_twice_gives_the_same_document() -> None:
    body = p("甲") + f"<w:tbl><w:tr><w:tc>{p('乙')}</w:tc></w:tr></w:tbl>"
    assert read(body) == read(body)
