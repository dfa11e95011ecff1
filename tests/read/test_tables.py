"""Tables are read with their grid, spans, lines and margins resolved (17.4)."""

from __future__ import annotations

import pytest

from docgen.document import Borders, Cell, Paragraph, Row, Rule, Table
from tests.read.word_files import p, plain, style, table

ALL = ("top", "left", "bottom", "right", "insideH", "insideV")


def tc(content: str, tcpr: str = "") -> str:
    return f"<w:tc><w:tcPr>{tcpr}</w:tcPr>{p(content)}</w:tc>"


def tr(*cells: str, trpr: str = "", exceptions: str = "") -> str:
    before = f"<w:tblPrEx>{exceptions}</w:tblPrEx>" if exceptions else ""
    return f"<w:tr>{before}<w:trPr>{trpr}</w:trPr>{''.join(cells)}</w:tr>"


def tbl(*rows: str, grid: tuple[int, ...] = (), tblpr: str = "") -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    return (
        f"<w:tbl><w:tblPr>{tblpr}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def border(side: str, size: int = 4, kind: str = "single") -> str:
    return f'<w:{side} w:val="{kind}" w:sz="{size}"/>'


def grid_lines(size: int = 4) -> str:
    return f"<w:tblBorders>{''.join(border(side, size) for side in ALL)}</w:tblBorders>"


def own(*sides: str) -> str:
    return f"<w:tcBorders>{''.join(sides)}</w:tcBorders>"


def words(row: Row) -> list[str]:
    return [plain(cell.blocks[0]) for cell in row.cells]


def lines(cell: Cell) -> tuple[float, ...]:
    """Widths of the top, right, bottom and left lines."""
    sides = cell.borders
    found = (sides.top, sides.right, sides.bottom, sides.left)
    assert all(found)
    return tuple(rule.width for rule in found if rule)


def test_columns_are_as_wide_as_the_grid_says() -> None:
    assert table(tbl(tr(tc("甲"), tc("乙")), grid=(2835, 1417))).columns == (141.75, 70.85)


def test_cells_say_their_widths_where_the_grid_does_not() -> None:
    def wide(width: int, more: str = "") -> str:
        return f'<w:tcW w:w="{width}" w:type="dxa"/>{more}'

    body = tbl(
        tr(tc("甲", wide(3000, '<w:gridSpan w:val="2"/>')), tc("乙", wide(800))),
        tr(tc("丙", wide(1000)), tc("丁"), tc("戊")),
    )
    assert table(body).columns == (50, 100, 40)


def test_columns_of_no_stated_width_share_the_page() -> None:
    section = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:left="1903" w:right="1903" w:top="1440" w:bottom="1440"/></w:sectPr>'
    )
    assert table(tbl(tr(tc("甲"), tc("乙"), tc("丙"))) + section).columns == (135, 135, 135)


def test_spans_across_and_down() -> None:
    body = tbl(
        tr(
            tc("甲", '<w:vMerge w:val="restart"/>'),
            tc("乙", '<w:gridSpan w:val="2"/>'),
        ),
        tr(tc("", "<w:vMerge/>"), tc("丙"), tc("丁")),
        tr(
            tc("", '<w:vMerge w:val="continue"/>'),
            tc("戊"),
            tc("己", '<w:vMerge w:val="restart"/>'),
        ),
        tr(tc("庚", '<w:gridSpan w:val="2"/>'), tc("", "<w:vMerge/>")),
        grid=(1000, 1000, 1000),
    )
    rows = table(body).rows
    assert [words(row) for row in rows] == [["甲", "乙"], ["丙", "丁"], ["戊", "己"], ["庚"]]
    assert [(c.columns, c.rows) for row in rows for c in row.cells] == [
        (1, 3), (2, 1), (1, 1), (1, 1), (1, 1), (1, 2), (2, 1),
    ]  # fmt: skip


def test_a_merge_begun_anew_is_another_cell() -> None:
    restart = '<w:vMerge w:val="restart"/>'
    body = tbl(tr(tc("甲", restart)), tr(tc("乙", restart)), tr(tc("", "<w:vMerge/>")))
    assert [(words(row), [c.rows for c in row.cells]) for row in table(body).rows] == [
        (["甲"], [1]),
        (["乙"], [2]),
        ([], []),
    ]


def test_a_merge_continued_from_nothing_is_a_cell_of_its_own() -> None:
    body = tbl(tr(tc("甲")), tr(tc("乙", "<w:vMerge/>")))
    assert [words(row) for row in table(body).rows] == [["甲"], ["乙"]]


def test_a_merge_of_another_width_does_not_join() -> None:
    body = tbl(
        tr(tc("甲", '<w:vMerge w:val="restart"/>'), tc("乙")),
        tr(tc("丙", '<w:vMerge/><w:gridSpan w:val="2"/>')),
    )
    assert [words(row) for row in table(body).rows] == [["甲", "乙"], ["丙"]]


def test_places_left_out_of_a_row_are_filled_with_nothing() -> None:
    short = tr(tc("丙"), trpr='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>')
    body = tbl(tr(tc("甲"), tc("乙"), tc("丁")), short, grid=(500, 500, 500), tblpr=grid_lines())
    before, cell, after = table(body).rows[1].cells
    assert plain(cell.blocks[0]) == "丙"
    assert [plain(before.blocks[0]), plain(after.blocks[0])] == ["", ""]
    assert lines(before) == (0.5, 0.5, 0, 0)
    assert lines(cell) == (0.5, 0.5, 0.5, 0.5)


def test_a_span_without_measure_is_cut_to_what_word_allows() -> None:
    found = table(tbl(tr(tc("甲", '<w:gridSpan w:val="1000000"/>'), tc("乙"))))
    assert len(found.columns) == 63
    assert [cell.columns for cell in found.rows[0].cells] == [63]


@pytest.mark.parametrize(
    ("trpr", "height", "exact"),
    [
        ("", None, False),
        ('<w:trHeight w:val="567"/>', 28.35, False),
        ('<w:trHeight w:val="800" w:hRule="exact"/>', 40, True),
        ('<w:trHeight w:val="567" w:hRule="atLeast"/>', 28.35, False),
        ('<w:trHeight w:val="567" w:hRule="auto"/>', None, False),
    ],
)
def test_row_heights(trpr: str, height: float | None, exact: bool) -> None:
    (row,) = table(tbl(tr(tc("甲"), trpr=trpr))).rows
    assert (row.height, row.exact) == (height, exact)


def test_rows_repeat_and_break_as_told() -> None:
    head, body = table(tbl(tr(tc("甲"), trpr="<w:tblHeader/><w:cantSplit/>"), tr(tc("乙")))).rows
    assert (head.header, head.may_break) == (True, False)
    assert (body.header, body.may_break) == (False, True)


def test_text_stands_in_its_cell_as_told() -> None:
    (row,) = table(
        tbl(
            tr(
                tc("甲"),
                tc("乙", '<w:vAlign w:val="center"/>'),
                tc("丙", '<w:vAlign w:val="bottom"/>'),
                tc("丁", '<w:textDirection w:val="tbRlV"/>'),
                tc("戊", '<w:textDirection w:val="tbRl"/>'),
            )
        )
    ).rows
    assert [cell.valign for cell in row.cells] == ["top", "center", "bottom", "top", "top"]
    assert [cell.vertical for cell in row.cells] == [False, False, False, True, True]


def test_the_table_stands_in_the_middle_when_told() -> None:
    assert table(tbl(tr(tc("甲")))).alignment == "left"
    assert table(tbl(tr(tc("甲")), tblpr='<w:jc w:val="center"/>')).alignment == "center"


def test_margins_come_from_the_cell_the_row_the_table_or_the_style() -> None:
    def margins(name: str, **sides: int) -> str:
        inside = "".join(f'<w:{side} w:w="{w}" w:type="dxa"/>' for side, w in sides.items())
        return f"<w:{name}>{inside}</w:{name}>"

    styles = style(
        "t",
        f"<w:tblPr>{margins('tblCellMar', top=20, left=108, bottom=0, right=108)}</w:tblPr>",
        kind="table",
    )
    plain_cell = tr(tc("甲"))
    body = tbl(
        plain_cell,
        tr(tc("乙", margins("tcMar", start=0, top=100))),
        tr(tc("丙"), exceptions=margins("tblCellMar", right=200)),
        tblpr='<w:tblStyle w:val="t"/>' + margins("tblCellMar", bottom=60),
    )
    found = table(body, styles=styles)
    assert found.padding == (1, 5.4, 3, 5.4)
    assert [row.cells[0].padding for row in found.rows] == [
        None,
        (5, 5.4, 3, 0),
        (1, 10, 3, 5.4),
    ]
    assert table(tbl(plain_cell)).padding == (0, 5.4, 0, 5.4)


def test_a_table_without_borders_has_none() -> None:
    nothing = Borders(Rule(0), Rule(0), Rule(0), Rule(0))
    assert table(tbl(tr(tc("甲")))).rows[0].cells[0].borders == nothing


def test_the_tables_lines_are_its_edge_and_its_inside() -> None:
    sides = "".join(border(side, 12) for side in ALL[:4]) + border("insideV", 4)
    body = tbl(
        tr(tc("甲"), tc("乙")),
        tr(tc("丙"), tc("丁")),
        tblpr=f"<w:tblBorders>{sides}</w:tblBorders>",
    )
    first, second = table(body).rows
    assert [lines(cell) for cell in (*first.cells, *second.cells)] == [
        (1.5, 0.5, 0, 1.5),
        (1.5, 1.5, 0, 0.5),
        (0, 0.5, 1.5, 1.5),
        (0, 1.5, 1.5, 0.5),
    ]


def test_the_table_wins_over_its_style_edge_by_edge() -> None:
    styles = style("t", f"<w:tblPr>{grid_lines(4)}</w:tblPr>", kind="table")
    stated = f"<w:tblBorders>{border('top', 24)}{border('left', kind='nil')}</w:tblBorders>"
    body = tbl(tr(tc("甲")), tblpr=f'<w:tblStyle w:val="t"/>{stated}')
    assert lines(table(body, styles=styles).rows[0].cells[0]) == (3, 0.5, 0.5, 0)


def test_a_style_may_rule_its_first_row() -> None:
    part = f"<w:tcPr>{own(border('bottom', 12), border('insideV', kind='nil'))}</w:tcPr>"
    styles = style("t", f'<w:tblStylePr w:type="firstRow">{part}</w:tblStylePr>', kind="table")
    body = tbl(
        tr(tc("甲"), tc("乙")),
        tr(tc("丙"), tc("丁")),
        tblpr='<w:tblStyle w:val="t"/><w:tblLook w:val="0020"/>' + grid_lines(4),
    )
    first, second = table(body, styles=styles).rows
    assert [lines(cell) for cell in first.cells] == [(0.5, 0, 1.5, 0.5), (0.5, 0.5, 1.5, 0)]
    assert lines(second.cells[0]) == (1.5, 0.5, 0.5, 0.5)


def test_a_cells_own_line_wins_over_the_tables_on_both_sides_of_it() -> None:
    body = tbl(tr(tc("甲", own(border("right", 18))), tc("乙")), tblpr=grid_lines(4))
    left, right = table(body).rows[0].cells
    assert lines(left) == (0.5, 2.25, 0.5, 0.5)
    assert lines(right) == (0.5, 0.5, 0.5, 2.25)


def test_the_heavier_of_two_lines_is_drawn() -> None:
    body = tbl(
        tr(tc("甲", own(border("right", 4, "double"))), tc("乙", own(border("left", 8)))),
    )
    left, right = table(body).rows[0].cells
    assert lines(left)[1] == lines(right)[3] == 0.5
    dashed = body.replace('"double" w:sz="4"', '"dashed" w:sz="24"')
    left, right = table(dashed).rows[0].cells
    assert lines(left)[1] == lines(right)[3] == 1


def test_nil_takes_a_line_away_and_none_leaves_it_to_the_table() -> None:
    taken = tbl(tr(tc("甲", own(border("right", kind="nil"))), tc("乙")), tblpr=grid_lines(4))
    left, right = table(taken).rows[0].cells
    assert lines(left)[1] == lines(right)[3] == 0
    left, right = table(taken.replace('"nil"', '"none"')).rows[0].cells
    assert lines(left)[1] == lines(right)[3] == 0.5


def test_a_line_of_none_at_the_edge_is_the_tables() -> None:
    stated = own(border("top", kind="none"), border("left", kind="nil"))
    body = tbl(tr(tc("甲", stated)), tblpr=grid_lines(4))
    assert lines(table(body).rows[0].cells[0]) == (0.5, 0.5, 0.5, 0)


def test_a_fill_line_is_a_bottom_line_alone() -> None:
    nil = "".join(border(side, kind="nil") for side in ("top", "left", "right"))
    body = tbl(tr(tc("企业名称"), tc("甲公司", own(nil, border("bottom", 4)))))
    label, field = table(body).rows[0].cells
    assert lines(label) == (0, 0, 0, 0)
    assert lines(field) == (0, 0, 0.5, 0)


def test_a_wide_cell_has_the_thinnest_of_the_lines_below_it() -> None:
    body = tbl(
        tr(tc("甲", '<w:gridSpan w:val="2"/>')),
        tr(tc("乙", own(border("top", 12))), tc("丙")),
    )
    first, second = table(body).rows
    assert lines(first.cells[0])[2] == 0
    assert [lines(cell)[0] for cell in second.cells] == [1.5, 0]


def test_a_merged_cell_ends_with_the_line_of_its_last_part() -> None:
    body = tbl(
        tr(tc("甲", '<w:vMerge w:val="restart"/>')),
        tr(tc("", "<w:vMerge/>" + own(border("bottom", 12)))),
    )
    assert lines(table(body).rows[0].cells[0]) == (0, 0, 1.5, 0)


def test_a_table_in_a_cell_is_read_with_the_paragraph_after_it() -> None:
    inner = tbl(tr(tc("乙")), grid=(600,), tblpr=grid_lines(8))
    outer = f"<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    nested, after = table(outer).rows[0].cells[0].blocks
    assert isinstance(nested, Table)
    assert isinstance(after, Paragraph)
    assert nested.columns == (30,)
    assert lines(nested.rows[0].cells[0]) == (1, 1, 1, 1)


def test_rows_and_cells_in_content_controls_are_rows_and_cells() -> None:
    def control(inside: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    body = tbl(control(tr(control(tc("甲")), tc("乙"))), tr(tc("丙"), tc("丁")))
    assert [words(row) for row in table(body).rows] == [["甲", "乙"], ["丙", "丁"]]


def test_a_deleted_row_does_not_print() -> None:
    body = tbl(tr(tc("甲"), trpr='<w:del w:id="1" w:author="x"/>'), tr(tc("乙")))
    assert [words(row) for row in table(body).rows] == [["乙"]]


def test_a_cell_without_a_paragraph_gets_one() -> None:
    found = table("<w:tbl><w:tr><w:tc/></w:tr></w:tbl>")
    assert isinstance(found.rows[0].cells[0].blocks[0], Paragraph)
