"""A table's columns share the measure by what stands in them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.compose.tables import compose_table
from docgen.document import Alignment, LineBreak, Paragraph, Table, Text
from docgen.resources import fonts_dir

MEASURE = 420.0
SIZE = 10.5


def table(
    *rows: list[str],
    header: list[str] | None = None,
    alignments: list[Alignment | None] | None = None,
    measure: float = MEASURE,
) -> Table:
    def cells(row: list[str]) -> list[tuple[Text, ...]]:
        return [(Text(text),) for text in row]

    return compose_table(
        cells(header or []),
        [cells(row) for row in rows],
        alignments or [None] * len(rows[0]),
        measure=measure,
        size=SIZE,
        caption=None,
    )


def alignments(found: Table, row: int) -> list[Alignment | None]:
    return [
        block.format.alignment
        for cell in found.rows[row].cells
        for block in cell.blocks
        if isinstance(block, Paragraph)
    ]


words = st.text("质量管理数据AB1", min_size=1, max_size=60)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(words, words, words, words), min_size=1, max_size=4))
def test_the_columns_fill_the_measure(rows: list[tuple[str, ...]]) -> None:
    found = table(*(list(row) for row in rows))
    assert sum(found.columns) == pytest.approx(MEASURE)
    assert min(found.columns) > 0


def test_columns_that_fit_share_the_spare_width_in_proportion() -> None:
    narrow, wide = table(["甲", "甲乙丙丁戊己"]).columns
    assert narrow < wide
    assert narrow + wide == pytest.approx(MEASURE)


def test_equal_columns_are_equally_wide() -> None:
    assert len({round(width, 6) for width in table(["甲乙", "丙丁", "戊己"]).columns}) == 1


def test_short_cells_keep_their_line_beside_long_ones() -> None:
    short, long = table(["一次交检合格率", "文" * 200]).columns
    assert short >= 7 * SIZE
    assert short + long == pytest.approx(MEASURE)


def test_columns_in_want_of_width_share_it_evenly() -> None:
    for one, other in pairwise(table(["文" * 100, "文" * 200, "文" * 300]).columns):
        assert one == pytest.approx(other)


def printed_width(word: str) -> float:
    """Return how wide a word is in the Latin face, in points."""
    with TTFont(fonts_dir() / "DocgenTimes-Regular.ttf") as font:
        glyphs, advances = font.getBestCmap(), font["hmtx"]
        units = sum(advances[glyphs[ord(character)]][0] for character in word)
        return float(units / font["head"].unitsPerEm * SIZE)


def test_no_column_is_narrower_than_its_longest_word_where_there_is_room_for_all() -> None:
    address = "https://www.example.com/quality/benchmark/2023/evidence/0157"
    words, other = table([f"{address}{'文' * 90}", "质量管理数据" * 3]).columns
    assert printed_width(address) + 8 * SIZE < MEASURE
    assert words - 2 * 4.0 >= printed_width(address)
    assert other >= 4 * SIZE


@pytest.mark.parametrize("word", ["IATF16949:2016", "GCr15SiMn", "AGV+WMS+MES+ERP"])
def test_a_code_is_not_broken_in_a_narrow_column(word: str) -> None:
    column = table([word, *("文" * 80 for _ in range(5))]).columns[0]
    assert column - 2 * 4.0 >= printed_width(word)


def test_short_columns_are_centred_and_long_ones_stand_left() -> None:
    found = table(["98.9%", "这一列的文字较长，超过八个字"])
    assert alignments(found, 0) == [Alignment.CENTER, Alignment.LEFT]


def test_the_writers_alignment_goes_first() -> None:
    found = table(["98.9%", "甲"], alignments=[Alignment.RIGHT, Alignment.LEFT])
    assert alignments(found, 0) == [Alignment.RIGHT, Alignment.LEFT]


def test_the_header_is_centred_and_repeated_on_every_page() -> None:
    found = table(
        ["甲", "乙"], header=["项目", "数值"], alignments=[Alignment.LEFT, Alignment.RIGHT]
    )
    assert [row.header for row in found.rows] == [True, False]
    assert alignments(found, 0) == [Alignment.CENTER, Alignment.CENTER]
    roles = [row.cells[0].blocks[0] for row in found.rows]
    assert [each.role for each in roles if isinstance(each, Paragraph)] == [
        "table-head",
        "table-text",
    ]


def test_a_table_without_a_header_has_none() -> None:
    assert [row.header for row in table(["甲", "乙"]).rows] == [False]


def test_a_number_with_its_unit_is_one_word() -> None:
    cells = [(Text("12000\u00a0r/min"),), *[(Text("很长的说明文字" * 4),)] * 7]
    table = compose_table([], [cells], [None] * 8, measure=420.0, size=10.5, caption=None)
    # Twelve Latin letters and figures at about half an em each, and the cell's own edges.
    assert table.columns[0] >= 12 * 0.5 * 10.5 + 8


def test_lines_in_a_cell_count_for_its_height() -> None:
    lines = tuple(each for _ in range(40) for each in (Text("行"), LineBreak()))
    table = compose_table(
        [], [[lines, (Text("一"),)]], [None, None], measure=420.0, size=10.5, caption=None
    )
    assert table.rows[0].may_break
    assert not table.whole


def test_a_short_table_is_kept_whole() -> None:
    rows = [[(Text("甲"),), (Text("乙"),)]] * 5
    table = compose_table([], rows, [None, None], measure=420.0, size=10.5, caption=None)
    assert table.whole
    assert not any(row.may_break for row in table.rows)
