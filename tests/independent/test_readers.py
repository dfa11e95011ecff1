"""The second opinions have to be right themselves: values from the standards, by hand."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.independent.numerals import numeral
from tests.independent.ooxml import NS, W
from tests.independent.pdf import Page, without_repeated_heads
from tests.independent.word import TableSpan, Word


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"), (9, "九"), (10, "十"), (11, "十一"), (19, "十九"), (20, "二十"), (21, "二十一"),
        (99, "九十九"), (100, "一百"), (101, "一百零一"), (110, "一百一十"), (111, "一百一十一"),
        (1001, "一千零一"), (1010, "一千零一十"), (2023, "二千零二十三"),
    ],
)  # fmt: skip
def test_chinese_numerals(number: int, text: str) -> None:
    assert numeral("chineseCountingThousand", number) == text


def test_a_format_that_is_not_known_is_not_guessed() -> None:
    with pytest.raises(ValueError, match="ideographDigital"):
        numeral("ideographDigital", 10)


def word(folder: Path, body: str, styles: str = "", numbering: str = "") -> Word:
    default = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>'
    parts = {
        "document": f"<w:body>{body}</w:body>",
        "styles": f"{default}</w:style>{styles}",
        "settings": "",
        "numbering": numbering,
    }
    path = folder / "file.docx"
    with zipfile.ZipFile(path, "w") as package:
        for name, inside in parts.items():
            xml = f'<w:{name} xmlns:w="{W}" xmlns:w14="{NS["w14"]}">{inside}</w:{name}>'
            package.writestr(f"word/{name}.xml", xml)
    return Word(path)


def p(text: str, ppr: str = "", rpr: str = "") -> str:
    return f"<w:p><w:pPr>{ppr}</w:pPr><w:r><w:rPr>{rpr}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def style(name: str, inside: str, kind: str = "paragraph") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{inside}</w:style>'


def test_the_leaf_of_a_style_chain_wins_and_direct_formatting_over_it(tmp_path: Path) -> None:
    styles = style(
        "root", '<w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="24"/></w:rPr>'
    ) + style("leaf", '<w:basedOn w:val="root"/><w:rPr><w:sz w:val="28"/></w:rPr>')
    body = p("甲", '<w:pStyle w:val="leaf"/>') + p(
        "乙", '<w:pStyle w:val="leaf"/>', '<w:rFonts w:eastAsia="黑体"/>'
    )
    looks = [each.runs[0].look for each in word(tmp_path, body, styles).paragraphs]
    assert [(look.east_asian, look.size) for look in looks] == [("宋体", 14), ("黑体", 14)]


def test_bold_of_paragraph_and_character_style_cancel_out(tmp_path: Path) -> None:
    styles = style("bold", "<w:rPr><w:b/></w:rPr>") + style(
        "strong", "<w:rPr><w:b/></w:rPr>", "character"
    )
    bold = '<w:pStyle w:val="bold"/>'
    body = (
        p("甲", bold)
        + p("乙", bold, '<w:rStyle w:val="strong"/>')
        + p("丙", bold, '<w:rStyle w:val="strong"/><w:b/>')
        + p("丁", bold, '<w:b w:val="0"/>')
    )
    looks = [each.runs[0].look.bold for each in word(tmp_path, body, styles).paragraphs]
    assert looks == [True, False, True, False]


def test_levels_begin_again_below_a_higher_one_and_where_a_number_says_so(tmp_path: Path) -> None:
    def level(index: int, text: str) -> str:
        return (
            f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
        )

    def at(number: int, index: int) -> str:
        return f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{number}"/></w:numPr>'

    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "%1.")}{level(1, "%1.%2")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    places = [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (2, 0), (2, 0)]
    body = "".join(p("字", at(*place)) for place in places)
    numbers = [each.number for each in word(tmp_path, body, numbering=numbering).paragraphs]
    assert numbers == ["1.", "1.1", "1.2", "2.", "2.1", "1.", "2."]


def test_a_repeated_head_is_taken_away_only_inside_its_table() -> None:
    text, table = "前名值甲一乙二后名值", TableSpan(1, 3, 7)
    pages = [Page(["前名值甲一"], ""), Page(["名值乙二后"], ""), Page(["名值"], "")]
    assert without_repeated_heads(pages, text, [table]) == text


def test_a_head_that_is_not_repeated_is_reported() -> None:
    pages = [Page(["名值甲一"], ""), Page(["乙二"], "")]
    with pytest.raises(AssertionError, match="not repeated"):
        without_repeated_heads(pages, "名值甲一乙二", [TableSpan(0, 2, 6)])
