"""Pages and tables: paper, page numbers, whole paragraphs, fixed grids, repeated heads."""

from __future__ import annotations

import pytest

from tests.acceptance.documents import (
    COVER,
    FORM,
    NARRATIVE,
    SPINE,
    narrative,
    source_captions,
)
from tests.conftest import Rendered
from tests.independent.ooxml import find, find_all, is_on, tag, value
from tests.independent.word import Word

# ── pages ──────────────────────────────────────────────────────


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
        find(word.styles.by_id[word.styles.default], "w:pPr/w:widowControl"),
        find(word.styles.root, "w:docDefaults/w:pPrDefault/w:pPr/w:widowControl"),
    ]
    assert any(is_on(each) for each in everywhere)
    assert all(each.shape.widow_control for each in word.paragraphs)


def test_headings_stay_whole_and_with_their_text(thesis: Word) -> None:
    for each in narrative(thesis).headings:
        assert each.shape.keep_next
        assert each.shape.keep_lines


# ── tables ─────────────────────────────────────────────────────


def test_tables_have_a_fixed_grid_that_every_cell_agrees_with(word: Word) -> None:
    for table in word.body.iter(tag("tbl")):
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
    assert {value(each, "hRule") for each in heights} == {"atLeast", "exact"}
    # Only the cover's one-line rows are exact, and just as high as their line.
    exact = [each for each in heights if value(each, "hRule") == "exact"]
    assert set(exact) < set(dossier.word(COVER).body.iter(tag("trHeight")))
    assert {value(each) for each in exact} == {"800"}
