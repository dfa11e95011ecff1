"""Formats stand in styles, Chinese text has a Chinese font, nothing is laid out by hand."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from tests.acceptance.documents import (
    FORM,
    NARRATIVE,
    is_layout_carrier,
    narrative,
)
from tests.conftest import Rendered
from tests.independent.ooxml import W14, Element, find, find_all, run_text, tag, value
from tests.independent.word import Paragraph, Word

_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"


@pytest.mark.parametrize("name", [FORM, NARRATIVE])
def test_under_one_run_in_twenty_is_formatted_directly(dossier: Rendered, name: str) -> None:
    """A hint is no format. A check box's glyph is the control's, and has the font it names."""
    boxes = {
        run
        for box in dossier.word(name).body.iter(f"{{{W14}}}checkbox")
        for run in next(box.iterancestors(tag("sdt"))).iter(tag("r"))
    }
    runs = [r.element for each in dossier.word(name).paragraphs for r in each.runs]
    plain = [run for run in runs if run not in boxes]
    direct = [run for run in plain if _is_formatted(run)]
    assert len(direct) < len(plain) * 0.05, [run_text(run) for run in direct]


def _is_formatted(run: Element) -> bool:
    properties = find(run, "w:rPr")
    for child in () if properties is None else properties:
        if child.tag == tag("rStyle"):
            continue
        if child.tag != tag("rFonts") or set(child.attrib) - {tag("hint")}:
            return True
    return False


def test_no_theme_font_reaches_the_text(word: Word) -> None:
    for part, root in word.xml_parts().items():
        themed = [
            attribute
            for fonts in root.iter(tag("rFonts"))
            for attribute in fonts.attrib
            if "Theme" in attribute or "theme" in attribute
        ]
        assert themed == [], part


def test_defaults_name_a_chinese_font_and_language(word: Word) -> None:
    defaults = find(word.styles.root, "w:docDefaults/w:rPrDefault/w:rPr")
    assert value(find(defaults, "w:rFonts"), "eastAsia") == "宋体"
    assert value(find(defaults, "w:lang"), "eastAsia") == "zh-CN"


def test_every_style_that_names_a_font_names_the_chinese_one(word: Word) -> None:
    named = [find(each, "w:rPr/w:rFonts") for each in find_all(word.styles.root, "w:style")]
    assert any(fonts is not None for fonts in named)
    for fonts in named:
        assert fonts is None or value(fonts, "eastAsia"), etree.tostring(fonts)


def test_every_style_in_use_exists(word: Word) -> None:
    known = set(word.styles.by_id)
    kinds = ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
    for part, root in word.xml_parts().items():
        used = {each.get(tag("val")) for kind in kinds for each in root.iter(tag(kind))}
        assert used <= known, part


def test_ambiguous_signs_beside_chinese_take_the_chinese_font(word: Word) -> None:
    wrong = []
    for paragraph in word.paragraphs:
        signs = [(sign, run.look) for run in paragraph.runs for sign in run.text]
        for index, (sign, look) in enumerate(signs):
            beside = [signs[i][0] for i in (index - 1, index + 1) if 0 <= i < len(signs)]
            chinese = any(re.match(_HAN, each) for each in beside)
            if sign in "“”‘’…—·" and chinese and not look.hint:
                wrong.append((sign, paragraph.text))
    assert wrong == []


def test_indents_in_characters_agree_with_their_twips(word: Word) -> None:
    for paragraph in word.paragraphs:
        chars = paragraph.shape.first_line_chars
        sizes = {run.look.size for run in paragraph.runs}
        if chars and sizes:
            assert paragraph.shape.first_line == chars / 100 * max(sizes) * 20, paragraph.text


def test_body_paragraphs_begin_two_characters_in(thesis: Word) -> None:
    parts = narrative(thesis)
    paragraphs = [each for each in (*parts.text, *parts.abstract) if not each.number]
    found = {(each.shape.first_line_chars, each.shape.first_line) for each in paragraphs}
    assert found == {(200, 480)}


def test_nothing_is_laid_out_with_empty_paragraphs(word: Word) -> None:
    """Those that Word's format demands are excepted: see `is_layout_carrier`."""
    empty = [
        each.element
        for each in word.paragraphs
        if not each.printed.strip() and not each.has_picture and not is_layout_carrier(each)
    ]
    assert [etree.tostring(each.getprevious())[-300:] for each in empty] == []


def test_nothing_is_laid_out_with_spaces_or_underscores(word: Word) -> None:
    for paragraph in word.paragraphs:
        assert not re.search(r"[ \u3000\xa0]{2}|__", paragraph.text), paragraph.text
        assert not paragraph.text.startswith(("\u3000", " ", "\t")), paragraph.text


def test_exact_pitch_is_free_of_the_grid(word: Word) -> None:
    for paragraph in word.paragraphs:
        if paragraph.shape.line_rule == "exact" and paragraph.text:
            assert not paragraph.shape.snap_to_grid, paragraph.text


def test_no_page_has_a_typed_grid(word: Word) -> None:
    for section in word.sections:
        assert value(find(section, "w:docGrid"), "type") in (None, "default")
        assert value(find(section, "w:docGrid"), "charSpace") in (None, "0")


def paragraphs_of(word: Word) -> list[Paragraph]:
    return [each for each in word.paragraphs if each.printed.strip()]


def test_chinese_text_has_a_chinese_font(word: Word) -> None:
    fonts = {
        run.look.east_asian
        for each in paragraphs_of(word)
        for run in each.runs
        if re.search(_HAN, run.text)
    }
    assert fonts <= {"宋体", "黑体", "华文中宋"}
    assert fonts
