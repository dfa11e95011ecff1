"""The marks of a Word file made by an expert, each over every file it applies to."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from lxml import etree

from tests.acceptance.documents import (
    ALL,
    COMPANY,
    COVER,
    EXPERIENCE,
    FORM,
    NARRATIVE,
    SPINE,
    case,
    is_layout_carrier,
    narrative,
    neighbour,
    source_captions,
    source_headings,
)
from tests.conftest import Rendered
from tests.independent.word import (
    NS,
    W14,
    Element,
    Paragraph,
    W,
    Word,
    find,
    find_all,
    is_on,
    run_text,
    tag,
    value,
)

_HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
_TYPED_NUMBER = re.compile(
    r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[．.、]|[①-⑳]"
)


@pytest.fixture(params=[(rendered, name) for rendered in ("dossier", "small") for name in ALL])
def word(request: pytest.FixtureRequest) -> Word:
    """Each document of the sample, and of the small case."""
    rendered, name = request.param
    files: Rendered = request.getfixturevalue(rendered)
    return files.word(name)


@pytest.fixture(scope="module")
def thesis(dossier: Rendered) -> Word:
    """The document with headings, figures and tables."""
    return dossier.word(NARRATIVE)


# ── headings (1–3) ─────────────────────────────────────────────


def test_headings_are_those_of_the_case_in_order(thesis: Word) -> None:
    headings = narrative(thesis).headings
    levels = [(each.shape.outline_level, each.text) for each in headings]
    assert levels == [(level - 1, text) for level, text in source_headings()]


def test_no_heading_has_a_typed_number(thesis: Word) -> None:
    typed = [each.text for each in narrative(thesis).headings if _TYPED_NUMBER.match(each.text)]
    assert typed == []


def test_headings_print_the_four_conventional_numerals(thesis: Word) -> None:
    headings = narrative(thesis).headings
    patterns = ("[一二三四五六七八九十]+、", "（[一二三四五六七八九十]+）", r"\d+．", r"（\d+）")
    for each in headings:
        assert each.shape.outline_level is not None
        assert re.fullmatch(patterns[each.shape.outline_level], each.number), each.printed
    top = [each.number for each in headings if each.shape.outline_level == 0]
    assert top == ["一、", "二、", "三、"]


def test_heading_numbers_begin_again_under_each_parent(thesis: Word) -> None:
    counts = [0] * 4
    for each in narrative(thesis).headings:
        level = each.shape.outline_level or 0
        counts[level] += 1
        counts[level + 1 :] = [0] * (3 - level)
        if level >= 2:
            assert re.sub(r"\D", "", each.number) == str(counts[level])


def test_one_multilevel_numbering_binds_each_level_to_its_heading_style(thesis: Word) -> None:
    bound = {
        value(find(level, "w:pStyle")): (
            abstract.get(tag("abstractNumId")),
            int(level.get(tag("ilvl"))),
        )
        for abstract in find_all(thesis.numbering, "w:abstractNum")
        for level in find_all(abstract, "w:lvl[w:pStyle]")
    }
    used = {
        thesis.paragraph_style(each.element): each.shape.outline_level
        for each in narrative(thesis).headings
    }
    assert {style: bound[style][1] for style in used} == used
    assert len({abstract for abstract, _ in bound.values()}) == 1


def test_number_format_stands_before_the_bound_style(thesis: Word) -> None:
    for level in find_all(thesis.numbering, "//w:lvl[w:pStyle]"):
        names = [etree.QName(child).localname for child in level]
        assert names.index("numFmt") < names.index("pStyle") < names.index("suff")
        assert value(find(level, "w:suff")) == "nothing"


def test_chinese_levels_count_in_thousands(thesis: Word) -> None:
    formats = [
        value(find(level, "w:numFmt")) for level in find_all(thesis.numbering, "//w:lvl[w:pStyle]")
    ]
    assert formats == ["chineseCountingThousand", "chineseCountingThousand", "decimal", "decimal"]


def test_no_outline_level_is_skipped(word: Word) -> None:
    levels = [
        each.shape.outline_level
        for each in word.paragraphs
        if each.shape.outline_level is not None and each.printed.strip()
    ]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert levels[:1] in ([], [0])


# ── captions, references, contents (4–8) ───────────────────────


@pytest.mark.parametrize("kind", ["图", "表"])
def test_caption_counters_are_cached_in_order(thesis: Word, kind: str) -> None:
    cached = [
        each.result for each in thesis.fields() if each.instruction.startswith(f"SEQ {kind} ")
    ]
    assert cached == [str(i) for i in range(1, len(source_captions(kind)) + 1)]


def test_every_mention_of_a_figure_is_a_field_on_an_existing_bookmark(thesis: Word) -> None:
    texts = bookmark_texts(thesis)
    references = [each for each in thesis.fields() if each.instruction.startswith("REF ")]
    for each in references:
        _, target, switch = each.instruction.split()
        assert switch == "\\h"
        assert texts[target] == each.result
    cached: dict[Any, Counter[str]] = {}
    for each in references:
        cached.setdefault(each.paragraph, Counter())[each.result] += 1
    parts = narrative(thesis)
    for paragraph in [*parts.text, *parts.abstract]:
        mentioned = Counter(re.findall(r"[图表]\d+", paragraph.text))
        assert mentioned == cached.get(paragraph.element, Counter()), paragraph.text


def test_every_figure_and_table_is_mentioned(thesis: Word) -> None:
    referred = {each.result for each in thesis.fields() if each.instruction.startswith("REF ")}
    expected = {f"{kind}{i}" for kind in "图表" for i in range(1, len(source_captions(kind)) + 1)}
    assert referred == expected


def bookmark_texts(word: Word) -> dict[str, str]:
    texts: dict[str, str] = {}
    for start in word.body.iter(tag("bookmarkStart")):
        text, element = "", start.getnext()
        while element.tag != tag("bookmarkEnd") or element.get(tag("id")) != start.get(tag("id")):
            text += run_text(element)
            element = element.getnext()
        texts[start.get(tag("name"))] = text
    return texts


def test_pictures_and_table_captions_keep_with_what_follows(thesis: Word) -> None:
    parts = narrative(thesis)
    for each in [*parts.pictures, *parts.captions]:
        is_figure_caption = each.text.startswith("图")
        assert each.shape.keep_next is not is_figure_caption, each.text
    for each in parts.captions:
        if each.text.startswith("表"):
            assert neighbour(each.element, 1).tag == tag("tbl")


def test_contents_are_a_field_with_cached_entries(thesis: Word) -> None:
    fields = thesis.fields()
    (contents,) = [each for each in fields if each.instruction.startswith("TOC")]
    assert contents.instruction == 'TOC \\o "1-3" \\h \\z \\u'
    headings = [
        each.printed for each in narrative(thesis).headings if (each.shape.outline_level or 0) < 3
    ]
    entries = [each.printed.split("\t") for each in narrative(thesis).contents[1:]]
    assert [entry for entry, _ in entries] == headings
    assert all(re.fullmatch(r"\d+", page) for _, page in entries)


def test_contents_entries_lead_to_their_headings(thesis: Word) -> None:
    texts = bookmark_texts(thesis)
    pages = [each for each in thesis.fields() if each.instruction.startswith("PAGEREF")]
    for each in narrative(thesis).contents[1:]:
        (link,) = find_all(each.element, "w:hyperlink")
        anchor = link.get(tag("anchor"))
        assert each.text.split("\t")[0].endswith(texts[anchor])
        (page,) = [own for own in pages if own.paragraph is each.element]
        assert page.instruction == f"PAGEREF {anchor} \\h"


def test_word_is_not_told_to_update_fields(word: Word) -> None:
    assert find(word.settings, "w:updateFields") is None


def test_every_field_is_closed_and_has_a_result(word: Word) -> None:
    kinds = Counter(each.get(tag("fldCharType")) for each in word.body.iter(tag("fldChar")))
    assert kinds["begin"] == kinds["separate"] == kinds["end"]
    assert all(each.result for each in word.fields())


# ── formatting (9–15) ──────────────────────────────────────────


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
    defaults = find(word.styles, "w:docDefaults/w:rPrDefault/w:rPr")
    assert value(find(defaults, "w:rFonts"), "eastAsia") == "宋体"
    assert value(find(defaults, "w:lang"), "eastAsia") == "zh-CN"


def test_every_style_that_names_a_font_names_the_chinese_one(word: Word) -> None:
    named = [find(each, "w:rPr/w:rFonts") for each in find_all(word.styles, "w:style")]
    assert any(fonts is not None for fonts in named)
    for fonts in named:
        assert fonts is None or value(fonts, "eastAsia"), etree.tostring(fonts)


def test_every_style_in_use_exists(word: Word) -> None:
    known = set(word.styles_by_id)
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
    indented = 0
    for paragraph in word.paragraphs:
        chars = paragraph.shape.first_line_chars
        sizes = {run.look.size for run in paragraph.runs}
        if chars and sizes:
            indented += 1
            assert paragraph.shape.first_line == chars / 100 * max(sizes) * 20, paragraph.text
    assert indented or word.path.stem in (COVER, SPINE)


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


# ── pages (16–18) ──────────────────────────────────────────────


def test_every_section_is_a4_upright(word: Word) -> None:
    sizes = [find(each, "w:pgSz") for each in word.sections]
    assert sizes
    assert {(value(each, "w"), value(each, "h")) for each in sizes} == {("11906", "16838")}


@pytest.mark.parametrize("name", [COVER, SPINE])
def test_cover_and_spine_carry_no_header_footer_or_number(dossier: Rendered, name: str) -> None:
    word = dossier.word(name)
    for section in word.sections:
        assert find(section, "w:headerReference") is None
        assert find(section, "w:footerReference") is None
    assert not any("PAGE" in each.instruction for each in word.fields())


def test_narrative_numbers_its_pages_outside_on_facing_pages(thesis: Word) -> None:
    assert is_on(find(thesis.settings, "w:evenAndOddHeaders"))
    assert is_on(find(thesis.settings, "w:mirrorMargins"))
    for index in range(len(thesis.sections)):
        footers = thesis.footers(index)
        assert set(footers) == {"default", "even"}
        for kind, alignment in (("default", "right"), ("even", "left")):
            (paragraph,) = find_all(footers[kind], "w:p")
            assert value(find(paragraph, "w:pPr/w:jc")) == alignment
            (number,) = thesis.fields(footers[kind])
            assert number.instruction == "PAGE"


def test_contents_count_in_roman_and_the_body_from_one_on_a_right_hand_page(thesis: Word) -> None:
    first, second = thesis.sections
    assert value(find(first, "w:pgNumType"), "fmt") == "upperRoman"
    numbers = find(second, "w:pgNumType")
    assert (value(numbers, "fmt"), value(numbers, "start")) == ("decimal", "1")
    assert value(find(second, "w:type")) == "oddPage"


def test_bound_pages_leave_room_for_the_binding(thesis: Word) -> None:
    for section in thesis.sections:
        assert int(value(find(section, "w:pgMar"), "gutter") or 0) > 0


def test_widows_and_orphans_are_kept(word: Word) -> None:
    everywhere = [
        find(word.styles_by_id[word.default_style], "w:pPr/w:widowControl"),
        find(word.styles, "w:docDefaults/w:pPrDefault/w:pPr/w:widowControl"),
    ]
    assert any(is_on(each) for each in everywhere)
    assert all(each.shape.widow_control for each in word.paragraphs)


def test_headings_stay_whole_and_with_their_text(thesis: Word) -> None:
    for each in narrative(thesis).headings:
        assert each.shape.keep_next
        assert each.shape.keep_lines


# ── tables (19) ────────────────────────────────────────────────


def test_tables_have_a_fixed_grid_that_every_cell_agrees_with(word: Word) -> None:
    tables = list(word.body.iter(tag("tbl")))
    assert tables
    for table in tables:
        assert value(find(table, "w:tblPr/w:tblLayout"), "type") == "fixed"
        grid = [int(each.get(tag("w"))) for each in find_all(table, "w:tblGrid/w:gridCol")]
        width = find(table, "w:tblPr/w:tblW")
        assert (value(width, "w"), value(width, "type")) == (str(sum(grid)), "dxa")
        for row in find_all(table, "w:tr"):
            column = 0
            for cell in find_all(row, "w:tc"):
                span = int(value(find(cell, "w:tcPr/w:gridSpan")) or 1)
                own = value(find(cell, "w:tcPr/w:tcW"), "w")
                assert own == str(sum(grid[column : column + span]))
                column += span
            assert column == len(grid)


def test_merged_cells_begin_with_a_restart(word: Word) -> None:
    for table in word.body.iter(tag("tbl")):
        above: set[tuple[int, int]] = set()
        for row in find_all(table, "w:tr"):
            merged, column = set(), 0
            for cell in find_all(row, "w:tc"):
                span = int(value(find(cell, "w:tcPr/w:gridSpan")) or 1)
                merge = find(cell, "w:tcPr/w:vMerge")
                if merge is not None:
                    merged.add((column, span))
                    assert value(merge) == "restart" or (column, span) in above
                column += span
            above = merged


def test_tables_with_captions_repeat_their_head_and_keep_rows_whole(dossier: Rendered) -> None:
    tables = [
        *dossier.word(NARRATIVE).body.findall(tag("tbl")),
        *dossier.word(FORM).body.findall(tag("tbl"))[1:],
    ]
    assert len(tables) == len(source_captions("表")) + 4
    for table in tables:
        first, *others = find_all(table, "w:tr")
        assert is_on(find(first, "w:trPr/w:tblHeader"))
        assert not any(is_on(find(row, "w:trPr/w:tblHeader")) for row in others)
        assert all(is_on(find(row, "w:trPr/w:cantSplit")) for row in (first, *others))


def test_text_is_never_clipped_by_a_row_of_fixed_height(dossier: Rendered) -> None:
    heights = [
        each
        for name in (COVER, FORM, NARRATIVE)
        for each in dossier.word(name).body.iter(tag("trHeight"))
    ]
    assert heights
    assert {value(each, "hRule") for each in heights} == {"atLeast"}


# ── controls, properties, marks of care (21–25) ────────────────


def test_identifiers_are_unique(word: Word) -> None:
    body = word.body
    series = {
        "control tags": [each.get(tag("val")) for each in find_all(body, "//w:sdtPr/w:tag")],
        "control ids": [each.get(tag("val")) for each in find_all(body, "//w:sdtPr/w:id")],
        "bookmarks": [each.get(tag("name")) for each in body.iter(tag("bookmarkStart"))],
        "bookmark ids": [each.get(tag("id")) for each in body.iter(tag("bookmarkStart"))],
        "picture ids": [each.get("id") for each in find_all(body, "//wp:docPr")],
    }
    for kind, found in series.items():
        assert len(found) == len(set(found)), kind


def test_form_controls_read_back_as_the_case(dossier: Rendered) -> None:
    facts = case()
    controls = {
        str(value(find(each, "w:sdtPr/w:tag"))): each
        for each in dossier.word(FORM).body.iter(tag("sdt"))
    }
    boxes = {key: each for key, each in controls.items() if "=" in key}
    for key, control in controls.items():
        if key not in boxes:
            assert _control_text(control) == _expected(facts, key.partition("/")[0]), key
    ticked = {key for key, each in boxes.items() if _is_ticked(each)}
    assert ticked == {"company.nature=民营", "company.size=大型企业"}
    assert len(boxes) == 8
    assert len(controls) - len(boxes) == 31


def _control_text(control: Element) -> str | Decimal:
    paragraphs = find_all(control, "w:sdtContent//w:p") or [find(control, "w:sdtContent")]
    text = "\n".join("".join(run_text(run) for run in each.iter(tag("r"))) for each in paragraphs)
    return Decimal(text) if re.fullmatch(r"[\d.]+", text) else text


def _is_ticked(control: Element) -> bool:
    checked = control.find(".//w14:checkbox/w14:checked", NS).get(f"{{{W14}}}val") == "1"
    glyph = "".join(run_text(run) for run in control.iter(tag("r")))
    assert glyph == ("☑" if checked else "□")
    return bool(checked)


def _expected(facts: dict[str, Any], key: str) -> str | Decimal:
    """What the case says, or what is counted from its lists."""
    first, *rest = key.split(".")
    if first == "summary":
        return str(facts["experience"]["summary"])
    if first == "counts":
        return Decimal(_counted(facts, *rest))
    found: Any = facts
    for step in (first, *rest):
        found = found[step]
    numeric = isinstance(found, (int, float)) or re.fullmatch(r"[\d.]+", found)
    return Decimal(str(found)) if numeric else str(found)


def _counted(facts: dict[str, Any], what: str, level: str = "") -> int:
    patents, honours = facts["patents"], facts["honours"]
    if what == "patents_applied":
        return len(patents)
    if what == "patents_granted":
        return sum(each["status"] == "授权" for each in patents)
    if what == "honours":
        # 近五年获省市级以上主要荣誉数: of the municipal level and above, 2018 to 2023.
        levels = ("国家级", "省级", "市级")
        return sum(
            each["level"] in levels and date.fromisoformat(each["date"]).year >= 2018
            for each in honours
        )
    if what == "standards":
        return sum(each["level"] == level for each in facts["standards"])
    return len(facts[what])


@pytest.mark.parametrize(
    ("name", "title"),
    [
        (COVER, "2023年洛阳市质量标杆申报材料"),
        (FORM, "洛阳市质量标杆申报表"),
        (NARRATIVE, EXPERIENCE),
        (SPINE, "书脊"),
    ],
)
def test_core_properties_are_the_applicants(dossier: Rendered, name: str, title: str) -> None:
    parts = dossier.word(name).parts
    core = etree.fromstring(parts["docProps/core.xml"])
    found = {etree.QName(each).localname: each.text for each in core if each.text}
    assert found == {
        "title": title,
        "subject": "2023年洛阳市质量标杆",
        "creator": COMPANY,
        "lastModifiedBy": COMPANY,
        "created": "2023-03-20T00:00:00Z",
        "modified": "2023-03-20T00:00:00Z",
        "language": "zh-CN",
        "revision": "1",
    }
    app = etree.fromstring(parts["docProps/app.xml"])
    assert {etree.QName(each).localname: each.text for each in app}["Company"] == COMPANY


def test_no_trace_of_a_library_is_left(word: Word) -> None:
    everything = b"".join(data for part, data in word.parts.items() if part.endswith(".xml"))
    for trace in (b"python-docx", b"docxtpl", "ＭＳ".encode(), b"Calibri", b"Cambria"):
        assert trace not in everything, trace
    assert not any("thumbnail" in part or "custom" in part for part in word.parts)


@pytest.mark.parametrize("name", ALL)
def test_no_mark_of_a_template_is_left(dossier: Rendered, name: str) -> None:
    """The sample has none of its own; the small case has some, which must be printed."""
    parts = dossier.word(name).parts
    everything = b"".join(data for part, data in parts.items() if part.endswith(".xml"))
    assert not re.search(rb"\{\{|\}\}|\{%|%\}", everything)


def test_no_part_is_left_over(word: Word) -> None:
    linked = {"[Content_Types].xml"}
    for part, root in word.xml_parts().items():
        if part.endswith(".rels"):
            folder = part.replace("_rels/", "").rpartition("/")[0]
            linked |= {part} | {
                target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
                for target in (each.get("Target") for each in root)
            }
    assert set(word.parts) == linked


def test_pictures_say_what_they_show(thesis: Word) -> None:
    alternatives = [each.get("descr") for each in find_all(thesis.body, "//wp:docPr")]
    assert alternatives == source_captions("图")


def test_pictures_keep_their_proportions_and_fit_the_page(thesis: Word) -> None:
    section = thesis.sections[-1]
    page, margins = find(section, "w:pgSz"), find(section, "w:pgMar")
    gone = sum(int(value(margins, side) or 0) for side in ("left", "right", "gutter"))
    measure = (int(value(page, "w") or 0) - gone) * 635
    for extent in find_all(thesis.body, "//wp:extent"):
        assert 0 < int(extent.get("cx")) <= measure


def test_paragraphs_stand_in_the_word_namespace_only(word: Word) -> None:
    body = word.body
    assert {etree.QName(each).namespace for each in body} == {W}


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
