"""The look of a paragraph is what Word would show (17.3.1, 17.7, 17.9.23)."""

from __future__ import annotations

import pytest

from docgen.document import Alignment, LineSpacing, Paragraph, ParagraphFormat, Text
from tests.read.word_files import default_style, p, paragraph, style, table

#: 小四 by default.
NORMAL = default_style('<w:rPr><w:sz w:val="24"/></w:rPr>')


def look(ppr: str, rpr: str = "", *, styles: str = NORMAL, **parts: str) -> ParagraphFormat:
    return paragraph(p("甲", ppr, rpr), styles=styles, **parts).format


def test_a_paragraph_states_every_property_when_the_file_states_none() -> None:
    assert look("") == ParagraphFormat(
        alignment=Alignment.LEFT,
        line_spacing=LineSpacing("multiple", 1.0),
        space_before=0.0,
        space_after=0.0,
        first_line_indent=0.0,
        indent_left=0.0,
        indent_right=0.0,
        keep_with_next=False,
        keep_together=False,
        page_break_before=False,
    )


@pytest.mark.parametrize(
    ("value", "alignment"),
    [
        ("left", "left"),
        ("start", "left"),
        ("center", "center"),
        ("right", "right"),
        ("end", "right"),
        ("both", "justify"),
        ("distribute", "justify"),
    ],
)
def test_alignment(value: str, alignment: str) -> None:
    assert look(f'<w:jc w:val="{value}"/>').alignment == Alignment(alignment)


@pytest.mark.parametrize(
    ("spacing", "expected"),
    [
        ('w:line="240"', LineSpacing("multiple", 1.0)),
        ('w:line="360" w:lineRule="auto"', LineSpacing("multiple", 1.5)),
        ('w:line="800" w:lineRule="exact"', LineSpacing("exactly", 40.0)),
        ('w:line="312" w:lineRule="atLeast"', LineSpacing("at-least", 15.6)),
    ],
)
def test_line_spacing(spacing: str, expected: LineSpacing) -> None:
    assert look(f"<w:spacing {spacing}/>").line_spacing == expected


def test_attributes_of_one_element_are_inherited_one_by_one() -> None:
    styles = NORMAL + style(
        "s",
        '<w:pPr><w:spacing w:before="120" w:line="400" w:lineRule="exact"/></w:pPr>',
    )
    found = look('<w:pStyle w:val="s"/><w:spacing w:after="60"/>', styles=styles)
    assert (found.space_before, found.space_after) == (6, 3)
    assert found.line_spacing == LineSpacing("exactly", 20)


@pytest.mark.parametrize(
    ("spacing", "before"),
    [
        ('w:before="240"', 12),
        ('w:beforeLines="50" w:before="240"', 6),
        ('w:beforeLines="0" w:before="240"', 12),
        ('w:before="100" w:beforeAutospacing="1"', 14),
    ],
)
def test_space_before(spacing: str, before: float) -> None:
    assert look(f"<w:spacing {spacing}/>").space_before == before


def test_lines_of_space_follow_a_typed_grid() -> None:
    grid = '<w:sectPr><w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>'
    found = paragraph(p("甲", '<w:spacing w:afterLines="100"/>') + grid).format
    assert found.space_after == 15.6


@pytest.mark.parametrize(
    ("indent", "size", "characters"),
    [
        ('w:firstLineChars="200" w:firstLine="420"', 12, 2),
        ('w:firstLine="480"', 12, 2),
        ('w:firstLine="480"', 16, 1.5),
        ('w:firstLineChars="0" w:firstLine="240"', 12, 1),
        ('w:hanging="480"', 12, -2),
        ('w:hangingChars="150" w:hanging="480"', 12, -1.5),
        ('w:hanging="240" w:firstLine="480"', 12, -1),
    ],
)
def test_first_line_indent_in_characters(indent: str, size: int, characters: float) -> None:
    found = look(f"<w:ind {indent}/>", f'<w:sz w:val="{size * 2}"/>')
    assert found.first_line_indent == characters


def test_characters_in_the_style_win_over_twips_in_the_paragraph() -> None:
    styles = NORMAL + style("s", '<w:pPr><w:ind w:firstLineChars="200"/></w:pPr>')
    named = '<w:pStyle w:val="s"/>'
    assert look(f'{named}<w:ind w:firstLine="0"/>', styles=styles).first_line_indent == 2
    off = f'{named}<w:ind w:firstLineChars="0" w:firstLine="0"/>'
    assert look(off, styles=styles).first_line_indent == 0


@pytest.mark.parametrize(
    ("indent", "left", "right"),
    [
        ('w:left="420" w:right="210"', 21, 10.5),
        ('w:start="420" w:end="210"', 21, 10.5),
        ('w:leftChars="200" w:left="420"', 24, 0),
        ('w:left="1in"', 72, 0),
    ],
)
def test_indents(indent: str, left: float, right: float) -> None:
    found = look(f"<w:ind {indent}/>", '<w:sz w:val="32"/>')
    assert (found.indent_left, found.indent_right) == (left, right)


def test_page_flow() -> None:
    found = look("<w:keepNext/><w:keepLines/><w:pageBreakBefore/>")
    assert (found.keep_with_next, found.keep_together, found.page_break_before) == (True,) * 3
    assert look('<w:keepNext w:val="off"/>').keep_with_next is False


def numbering(indent: str) -> str:
    return (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
        f"<w:pPr><w:ind {indent}/></w:pPr></w:lvl></w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


NUM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def test_a_level_named_by_a_style_lies_under_the_styles_own_properties() -> None:
    root = style("root", '<w:basedOn w:val="a"/><w:pPr><w:ind w:left="100" w:right="100"/></w:pPr>')
    own = style("own", f'<w:basedOn w:val="root"/><w:pPr>{NUM}<w:ind w:left="400"/></w:pPr>')
    found = look(
        '<w:pStyle w:val="own"/>',
        styles=NORMAL + root + own,
        numbering=numbering('w:left="800" w:right="800" w:hanging="240"'),
    )
    # root: 100/100; the level over it: 800/800, hanging; the style's own left: 400
    assert (found.indent_left, found.indent_right) == (20, 40)
    assert found.first_line_indent == -1


def test_a_level_named_directly_lies_over_the_style_and_under_the_paragraph() -> None:
    styles = NORMAL + style("s", '<w:pPr><w:ind w:left="400" w:right="400"/></w:pPr>')
    levels = numbering('w:left="800"')
    named = f'<w:pStyle w:val="s"/>{NUM}'
    found = look(named, styles=styles, numbering=levels)
    assert (found.indent_left, found.indent_right) == (40, 20)
    direct = look(f'{named}<w:ind w:left="60"/>', styles=styles, numbering=levels)
    assert direct.indent_left == 3


def test_taking_the_number_off_takes_its_indent_off() -> None:
    styles = NORMAL + style("s", f"<w:pPr>{NUM}</w:pPr>")
    levels = numbering('w:left="800"')
    assert look('<w:pStyle w:val="s"/>', styles=styles, numbering=levels).indent_left == 40
    off = '<w:pStyle w:val="s"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    block = paragraph(p("甲", off), styles=styles, numbering=levels)
    assert block.format.indent_left == 0
    assert [inline.text for inline in block.inlines if isinstance(inline, Text)] == ["甲"]


def test_the_table_style_lies_between_the_defaults_and_the_paragraph_style() -> None:
    def jc(value: str) -> str:
        return f'<w:pPr><w:jc w:val="{value}"/></w:pPr>'

    first_column = f'<w:tblStylePr w:type="firstCol">{jc("right")}</w:tblStylePr>'
    styles = (
        f"<w:docDefaults><w:pPrDefault>{jc('both')}</w:pPrDefault></w:docDefaults>{NORMAL}"
        + style("t", jc("center") + first_column, kind="table")
        + style("s", jc("both"))
    )
    cells = (p("甲"), p("乙"), p("丙", '<w:pStyle w:val="s"/>'), p("丁", '<w:jc w:val="left"/>'))
    body = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="t"/><w:tblLook w:val="0080"/></w:tblPr>'
        f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"
    )
    found = [cell.blocks[0] for cell in table(body, styles=styles).rows[0].cells]
    assert [block.format.alignment for block in found if isinstance(block, Paragraph)] == [
        Alignment.RIGHT,
        Alignment.CENTER,
        Alignment.JUSTIFY,
        Alignment.LEFT,
    ]
