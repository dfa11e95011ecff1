"""The look of a run is what Word would show (17.7)."""

from __future__ import annotations

import pytest

from docgen.document import RunFormat, Table, Text
from tests.read.word_files import blocks, default_style, p, paragraph, style, table, text

BOLD = "<w:b/>"
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
    "<a:fontScheme>"
    '<a:majorFont><a:latin typeface="Cambria"/><a:ea typeface="方正小标宋"/>'
    '<a:font script="Hans" typeface="黑体"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/>'
    '<a:font script="Jpan" typeface="游明朝"/><a:font script="Hans" typeface="等线"/>'
    "</a:minorFont></a:fontScheme></a:themeElements></a:theme>"
)


def defaults(rpr: str) -> str:
    return f"<w:docDefaults><w:rPrDefault><w:rPr>{rpr}</w:rPr></w:rPrDefault></w:docDefaults>"


def look(body: str, **parts: str) -> RunFormat:
    return text(body, **parts).format


def test_a_run_states_every_property_when_the_file_states_none() -> None:
    assert look(p("甲")) == RunFormat(
        east_asian_font="宋体",
        latin_font="Times New Roman",
        size=10.0,
        bold=False,
        italic=False,
        underline=False,
        position=None,
        spacing=0.0,
    )


def test_later_layers_win_over_earlier_ones() -> None:
    def size(points: float) -> str:
        return f'<w:rPr><w:sz w:val="{int(points * 2)}"/></w:rPr>'

    base = defaults('<w:sz w:val="18"/>')
    normal = default_style()
    root = style("root", size(11))
    leaf = style("leaf", '<w:basedOn w:val="root"/>')
    own = style("own", '<w:basedOn w:val="root"/>' + size(12))
    char = style("c", size(13), kind="character")
    named = base + normal + root + leaf + own + char

    assert look(p("甲"), styles=named).size == 9
    assert look(p("甲", '<w:pStyle w:val="leaf"/>'), styles=named).size == 11
    assert look(p("甲", '<w:pStyle w:val="own"/>'), styles=named).size == 12
    in_style = '<w:pStyle w:val="own"/>'
    assert look(p("甲", in_style, '<w:rStyle w:val="c"/>'), styles=named).size == 13
    direct = '<w:rStyle w:val="c"/><w:sz w:val="28"/>'
    assert look(p("甲", in_style, direct), styles=named).size == 14


def test_the_table_style_lies_between_the_defaults_and_the_paragraph_style() -> None:
    styles = (
        defaults('<w:sz w:val="18"/>')
        + default_style()
        + style("t", '<w:rPr><w:sz w:val="24"/></w:rPr>', kind="table")
        + style("small", '<w:rPr><w:sz w:val="15"/></w:rPr>')
    )
    small = '<w:pStyle w:val="small"/>'
    body = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="t"/></w:tblPr><w:tr>'
        f"<w:tc>{p('甲')}</w:tc><w:tc>{p('乙', small)}</w:tc></w:tr></w:tbl>"
    )
    sizes = [_cell_look(table(body, styles=styles), 0, column).size for column in (0, 1)]
    assert sizes == [12, 7.5]


@pytest.mark.parametrize(
    ("paragraph_bold", "character_bold", "direct", "bold"),
    [
        (BOLD, "", "", True),
        (BOLD, BOLD, "", False),
        ("", BOLD, "", True),
        (BOLD, '<w:b w:val="0"/>', "", True),
        (BOLD, BOLD, BOLD, True),
        (BOLD, "", '<w:b w:val="false"/>', False),
        ('<w:b w:val="0"/>', BOLD, "", True),
    ],
)
def test_bold_in_two_levels_of_style_cancels_out(
    paragraph_bold: str, character_bold: str, direct: str, bold: bool
) -> None:
    styles = style("p", f"<w:rPr>{paragraph_bold}</w:rPr>") + style(
        "c", f"<w:rPr>{character_bold}</w:rPr>", kind="character"
    )
    run = f'<w:rStyle w:val="c"/>{direct}'
    assert look(p("甲", '<w:pStyle w:val="p"/>', run), styles=styles).bold is bold


def test_within_one_chain_the_leaf_decides_a_toggle() -> None:
    styles = style("root", f"<w:rPr>{BOLD}</w:rPr>") + style(
        "leaf", '<w:basedOn w:val="root"/><w:rPr><w:b/></w:rPr>'
    )
    off = styles.replace('"root"/><w:rPr><w:b/>', '"root"/><w:rPr><w:b w:val="0"/>')
    assert look(p("甲", '<w:pStyle w:val="leaf"/>'), styles=styles).bold is True
    assert look(p("甲", '<w:pStyle w:val="leaf"/>'), styles=off).bold is False


def test_what_is_bold_in_the_defaults_stays_bold() -> None:
    styles = defaults(BOLD) + style("p", f"<w:rPr>{BOLD}</w:rPr>")
    assert look(p("甲", '<w:pStyle w:val="p"/>'), styles=styles).bold is True


def test_the_first_row_is_bold_when_the_table_style_says_so() -> None:
    styles = style(
        "t",
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>',
        kind="table",
    ) + style("strong", f"<w:rPr>{BOLD}</w:rPr>", kind="character")
    rows = "".join(f"<w:tr><w:tc>{p(char)}</w:tc></w:tr>" for char in "甲乙")
    head = '<w:tbl><w:tblPr><w:tblStyle w:val="t"/>{}</w:tblPr>'
    asked = table(head.format('<w:tblLook w:val="0020"/>') + rows + "</w:tbl>", styles=styles)
    named = table(head.format('<w:tblLook w:firstRow="1"/>') + rows + "</w:tbl>", styles=styles)
    silent = table(head.format("") + rows + "</w:tbl>", styles=styles)
    assert [_cell_look(asked, row, 0).bold for row in (0, 1)] == [True, False]
    assert [_cell_look(named, row, 0).bold for row in (0, 1)] == [True, False]
    assert [_cell_look(silent, row, 0).bold for row in (0, 1)] == [False, False]

    strong = rows.replace("<w:rPr>", '<w:rPr><w:rStyle w:val="strong"/>')
    both = table(head.format('<w:tblLook w:val="0020"/>') + strong + "</w:tbl>", styles=styles)
    assert [_cell_look(both, row, 0).bold for row in (0, 1)] == [False, True]


def test_bands_alternate_and_corners_win() -> None:
    def part(name: str, size: int) -> str:
        properties = f'<w:rPr><w:sz w:val="{size * 2}"/></w:rPr>'
        return f'<w:tblStylePr w:type="{name}">{properties}</w:tblStylePr>'

    styles = style(
        "t",
        part("band1Horz", 11)
        + part("band2Horz", 12)
        + part("firstRow", 13)
        + part("firstCol", 14)
        + part("nwCell", 15),
        kind="table",
    )
    row = f"<w:tr><w:tc>{p('甲')}</w:tc><w:tc>{p('乙')}</w:tc></w:tr>"
    body = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="t"/><w:tblLook w:val="04A0"/></w:tblPr>'
        f"{row * 4}</w:tbl>"
    )
    found = table(body, styles=styles)
    assert [_cell_look(found, r, 0).size for r in range(4)] == [15, 14, 14, 14]
    assert [_cell_look(found, r, 1).size for r in range(4)] == [13, 11, 12, 11]


def test_an_unknown_style_is_the_default_one() -> None:
    styles = default_style('<w:rPr><w:sz w:val="21"/></w:rPr>')
    assert look(p("甲", '<w:pStyle w:val="none"/>'), styles=styles).size == 10.5


def test_a_circle_of_styles_ends() -> None:
    styles = style("x", '<w:basedOn w:val="y"/>') + style(
        "y", '<w:basedOn w:val="x"/><w:rPr><w:i/></w:rPr>'
    )
    assert look(p("甲", '<w:pStyle w:val="x"/>'), styles=styles).italic is True


def test_chinese_and_latin_fonts_are_told_apart() -> None:
    fonts = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="黑体"/>'
    found = look(p("甲A", rpr=fonts))
    assert (found.east_asian_font, found.latin_font) == ("黑体", "Arial")


def test_each_slot_is_inherited_by_itself() -> None:
    styles = default_style('<w:rPr><w:rFonts w:ascii="Arial" w:eastAsia="仿宋"/></w:rPr>')
    found = look(p("甲", rpr='<w:rFonts w:eastAsia="楷体"/>'), styles=styles)
    assert (found.east_asian_font, found.latin_font) == ("楷体", "Arial")


@pytest.mark.parametrize(
    ("fonts", "east_asian", "latin"),
    [
        ('w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"', "等线", "Calibri"),
        ('w:asciiTheme="majorHAnsi" w:eastAsiaTheme="majorEastAsia"', "方正小标宋", "Cambria"),
        ('w:asciiTheme="majorAscii" w:ascii="Arial"', "宋体", "Cambria"),
        ('w:eastAsia="黑体" w:eastAsiaTheme="minorEastAsia"', "等线", "Times New Roman"),
    ],
)
def test_theme_fonts_are_looked_up(fonts: str, east_asian: str, latin: str) -> None:
    found = look(p("甲", rpr=f"<w:rFonts {fonts}/>"), theme=THEME)
    assert (found.east_asian_font, found.latin_font) == (east_asian, latin)


def test_a_font_named_directly_wins_over_a_theme_font_in_the_style() -> None:
    styles = default_style('<w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia"/></w:rPr>')
    found = look(p("甲", rpr='<w:rFonts w:eastAsia="仿宋"/>'), styles=styles, theme=THEME)
    assert found.east_asian_font == "仿宋"


def test_the_smaller_properties_are_read() -> None:
    found = look(
        p(
            "甲",
            rpr='<w:i w:val="on"/><w:u w:val="single"/><w:vertAlign w:val="superscript"/>'
            '<w:spacing w:val="-5"/>',
        )
    )
    assert found.italic is True
    assert found.underline is True
    assert found.position == "superscript"
    assert found.spacing == -0.25
    plain = look(p("甲", rpr='<w:u w:val="none"/><w:vertAlign w:val="baseline"/>'))
    assert plain.underline is False
    assert plain.position is None


def test_an_empty_paragraph_keeps_the_look_of_its_mark() -> None:
    block = paragraph('<w:p><w:pPr><w:rPr><w:sz w:val="44"/></w:rPr></w:pPr></w:p>')
    (inline,) = block.inlines
    assert isinstance(inline, Text)
    assert (inline.text, inline.format.size) == ("", 22)


def test_neighbouring_runs_of_one_look_are_one_text() -> None:
    body = (
        "<w:p><w:r><w:t>一</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b w:val='0'/></w:rPr>"
        "<w:t>二</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>三</w:t></w:r></w:p>"
    )
    assert [(i.text, i.format.bold) for i in paragraph(body).inlines if isinstance(i, Text)] == [
        ("一二", False),
        ("三", True),
    ]


def test_hidden_text_does_not_print() -> None:
    body = p("甲", rpr="<w:vanish/>") + p("乙", rpr='<w:vanish w:val="0"/>')
    first, second = blocks(body)
    assert [i.text for b in (first, second) for i in b.inlines] == ["", "乙"]  # type: ignore[attr-defined]


def _cell_look(found: Table, row: int, column: int) -> RunFormat:
    block = found.rows[row].cells[column].blocks[0]
    inline = block.inlines[0]  # type: ignore[union-attr]
    assert isinstance(inline, Text)
    return inline.format
