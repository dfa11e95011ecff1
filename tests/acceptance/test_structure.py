"""Headings, captions, references and contents are what Word knows them as."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from lxml import etree

from tests.acceptance.documents import (
    narrative,
    neighbour,
    source_captions,
    source_headings,
)
from tests.independent.ooxml import find, find_all, run_text, tag, value
from tests.independent.word import Word

_TYPED_NUMBER = re.compile(
    r"[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[．.、]|[①-⑳]"
)

# ── headings ───────────────────────────────────────────────────


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
        for abstract in find_all(thesis.numbering.root, "w:abstractNum")
        for level in find_all(abstract, "w:lvl[w:pStyle]")
    }
    used = {
        thesis.styles.of_paragraph(each.element): each.shape.outline_level
        for each in narrative(thesis).headings
    }
    assert {style: bound[style][1] for style in used} == used
    assert len({abstract for abstract, _ in bound.values()}) == 1


def test_number_format_stands_before_the_bound_style(thesis: Word) -> None:
    for level in find_all(thesis.numbering.root, "//w:lvl[w:pStyle]"):
        names = [etree.QName(child).localname for child in level]
        assert names.index("numFmt") < names.index("pStyle") < names.index("suff")
        assert value(find(level, "w:suff")) == "nothing"


def test_chinese_levels_count_in_thousands(thesis: Word) -> None:
    formats = [
        value(find(level, "w:numFmt"))
        for level in find_all(thesis.numbering.root, "//w:lvl[w:pStyle]")
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


# ── captions, references, contents ─────────────────────────────


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
