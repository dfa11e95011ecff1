"""Numbered paragraphs carry the number that Word prints (17.9)."""

from __future__ import annotations

from docgen.document import Heading, Tab, Text
from tests.read.word_files import blocks, default_style, p, paragraph, plain, read, style

CHINESE = ("chineseCountingThousand", "chineseCountingThousand", "decimal", "decimal")
PATTERNS = ("%1、", "（%2）", "%3．", "（%4）")


def level(
    depth: int, number_format: str, pattern: str, more: str = "", suffix: str = "nothing"
) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def abstract(identifier: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{identifier}">{"".join(levels)}</w:abstractNum>'


def num(identifier: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{identifier}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


HEADINGS = abstract(
    0,
    *(
        level(depth, CHINESE[depth], PATTERNS[depth], f'<w:pStyle w:val="{depth + 1}"/>')
        for depth in range(4)
    ),
) + num(1, 0)
#: As Chinese Word numbers its style ids; the level in the style is wrong on purpose.
STYLES = default_style() + "".join(
    style(
        str(depth + 1),
        '<w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="7"/><w:numId w:val="1"/></w:numPr>'
        f'<w:outlineLvl w:val="{depth}"/></w:pPr>',
        name=f"Heading {depth + 1}",
    )
    for depth in range(4)
)


def item(content: str, number: int, depth: int = 0) -> str:
    return p(content, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def headings(depths: str) -> list[str]:
    body = "".join(p("甲", f'<w:pStyle w:val="{depth}"/>') for depth in depths)
    found = blocks(body, styles=STYLES, numbering=HEADINGS)
    assert all(isinstance(block, Heading) for block in found)
    return [block.number for block in found if isinstance(block, Heading)]


def numbers(body: str, numbering: str) -> list[str]:
    return [plain(block) for block in blocks(body, numbering=numbering)]


def test_headings_are_numbered_by_level_and_restart_under_each_parent() -> None:
    assert headings("1233342212") == [
        "一、", "（一）", "1．", "2．", "3．", "（1）", "（二）", "（三）", "二、", "（一）",
    ]  # fmt: skip


def test_the_hundred_and_first_heading() -> None:
    found = headings("1" * 111)
    assert found[98:102] == ["九十九、", "一百、", "一百零一、", "一百零二、"]
    assert found[109:] == ["一百一十、", "一百一十一、"]


def test_a_heading_keeps_its_number_out_of_its_text() -> None:
    (heading,) = blocks(p("概况", '<w:pStyle w:val="1"/>'), styles=STYLES, numbering=HEADINGS)
    assert isinstance(heading, Heading)
    assert (heading.level, heading.number) == (1, "一、")
    assert [inline.text for inline in heading.inlines if isinstance(inline, Text)] == ["概况"]


def test_the_anchors_of_headings_are_unique() -> None:
    body = p("甲", '<w:pStyle w:val="1"/>') * 3
    found = blocks(body, styles=STYLES, numbering=HEADINGS)
    assert len({block.anchor for block in found if isinstance(block, Heading)}) == 3


def test_a_heading_in_a_look_of_its_own_keeps_it() -> None:
    body = p("甲", '<w:pStyle w:val="1"/><w:jc w:val="center"/>')
    (found,) = blocks(body, styles=STYLES, numbering=HEADINGS)
    assert isinstance(found, Heading)
    assert (found.role, found.number, plain(found)) == ("heading-1", "一、", "甲")
    assert found.format.alignment == "center"


def test_a_level_skipped_counts_as_begun() -> None:
    levels = abstract(0, level(0, "decimal", "%1"), level(1, "decimal", "%1.%2")) + num(1, 0)
    body = item("", 1, 1) + item("", 1, 1) + item("", 1, 0) + item("", 1, 1)
    assert numbers(body, levels) == ["1.1", "1.2", "2", "2.1"]


def test_all_numbers_are_decimal_where_the_level_is_legal() -> None:
    levels = abstract(
        0,
        level(0, "chineseCounting", "第%1章"),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
    ) + num(1, 0)
    assert numbers(item("", 1, 0) + item("", 1, 1), levels) == ["第一章", "1.1"]


def test_a_level_may_never_restart_or_only_under_the_outermost() -> None:
    levels = abstract(
        0,
        level(0, "decimal", "%1"),
        level(1, "decimal", "%2", '<w:lvlRestart w:val="0"/>'),
        level(2, "decimal", "%3", '<w:lvlRestart w:val="1"/>'),
    ) + num(1, 0)
    body = "".join(item("", 1, depth) for depth in (0, 1, 2, 1, 2, 0, 1, 2))
    assert numbers(body, levels) == ["1", "1", "1", "2", "2", "2", "3", "1"]


def test_lists_of_one_definition_count_on_unless_told_to_start_again() -> None:
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    levels = abstract(0, level(0, "decimal", "%1")) + num(1, 0) + num(2, 0) + num(3, 0, again)
    body = "".join(item("", number) for number in (1, 1, 2, 3, 3))
    assert numbers(body, levels) == ["1", "2", "3", "5", "6"]


def test_a_list_may_replace_a_level() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)")}</w:lvlOverride>'
    levels = abstract(0, level(0, "decimal", "%1")) + num(1, 0, own)
    assert numbers(item("", 1) * 2, levels) == ["A)", "B)"]


def test_a_list_may_take_its_definition_from_a_list_style() -> None:
    linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="s"/></w:abstractNum>'
    levels = linked + abstract(0, level(0, "decimal", "%1)")) + num(1, 1) + num(2, 0)
    styles = style("s", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', kind="numbering")
    found = blocks(item("甲", 1), numbering=levels, styles=styles)
    assert [plain(block) for block in found] == ["1)甲"]


def test_what_follows_the_number() -> None:
    def printed(suffix: str) -> str:
        levels = abstract(0, level(0, "decimal", "%1.", suffix=suffix)) + num(1, 0)
        return plain(paragraph(item("甲", 1), numbering=levels))

    assert printed("nothing") == "1.甲"
    assert printed("space") == "1. 甲"
    assert printed("tab") == "1.→甲"
    unsaid = abstract(0, level(0, "decimal", "%1.").replace('<w:suff w:val="nothing"/>', ""))
    found = paragraph(item("甲", 1), numbering=unsaid + num(1, 0))
    assert isinstance(found.inlines[1], Tab)


def test_the_number_takes_the_look_of_the_mark_and_over_it_of_its_level() -> None:
    own = '<w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:lvl>'
    levels = abstract(0, level(0, "decimal", "%1.").replace("</w:lvl>", own)) + num(1, 0)
    body = item("甲", 1).replace("</w:pPr>", '<w:rPr><w:i/><w:sz w:val="32"/></w:rPr></w:pPr>')
    number, words = paragraph(body, numbering=levels).inlines
    assert isinstance(number, Text)
    assert isinstance(words, Text)
    look = number.format
    assert (number.text, look.bold, look.italic, look.size) == ("1.", True, True, 20)
    assert (words.text, words.format.bold, words.format.size) == ("甲", False, 10)


def test_a_bullet_from_a_symbol_font_is_a_character_that_any_font_has() -> None:
    bullet = level(0, "bullet", "\uf06c").replace(
        "</w:lvl>", '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>'
    )
    found = paragraph(item("甲", 1), numbering=abstract(0, bullet) + num(1, 0))
    assert plain(found) == "●甲"


def test_a_pattern_naming_a_deeper_level_prints_nothing() -> None:
    levels = abstract(0, level(0, "decimal", "%1.%2")) + num(1, 0)
    assert plain(paragraph(item("甲", 1), numbering=levels)) == "甲"


def test_numbers_run_on_through_tables() -> None:
    levels = abstract(0, level(0, "decimal", "%1.")) + num(1, 0)
    inside = f"<w:tbl><w:tr><w:tc>{item('乙', 1)}</w:tc></w:tr></w:tbl>"
    first, _, last = blocks(item("甲", 1) + inside + item("丙", 1), numbering=levels)
    assert [plain(first), plain(last)] == ["1.甲", "3.丙"]


def test_a_level_deeper_than_the_ninth_does_not_exist() -> None:
    levels = abstract(0, level(999_999_999, "decimal", "%1.")) + num(1, 0)
    assert plain(paragraph(item("甲", 1, 999_999_999), numbering=levels)) == "甲"


def test_a_huge_start_prints_in_decimals() -> None:
    huge = level(0, "upperLetter", "%1").replace('w:start w:val="1"', 'w:start w:val="999999999"')
    assert plain(paragraph(item("", 1), numbering=abstract(0, huge) + num(1, 0))) == "999999999"


def test_a_number_that_is_not_defined_prints_nothing() -> None:
    assert plain(paragraph(item("甲", 9))) == "甲"


def test_the_roles_say_how_each_heading_looks() -> None:
    document = read(p("甲", '<w:pStyle w:val="2"/>'), styles=STYLES, numbering=HEADINGS)
    assert set(document.roles) == {"body", "heading-2"}
    assert document.roles["heading-2"].title == "Heading 2"
