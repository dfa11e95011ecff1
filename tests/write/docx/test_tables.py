"""Tables with spans become grids in which every row fills the width."""

from __future__ import annotations

import pytest

from docgen.document import Borders, Caption, Cell, Paragraph, Row, Rule, Table, Text
from tests.write.docx.making import NS, W, WordFile, attributes, written


def cell(text: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell((Paragraph((Text(text),), "table-text"),), columns=columns, rows=rows)


SPANNED = Table(
    columns=(100.0, 50.0, 75.5, 60.0),
    rows=(
        Row((cell("甲", rows=3), cell("乙", columns=2), cell("丙"))),
        Row((cell("丁", columns=2, rows=2), cell("戊"))),
        Row((cell("己"),)),
        Row((cell("庚", columns=4),)),
    ),
)


def grid(file: WordFile) -> list[list[tuple[str, int, str | None, str | None]]]:
    """Return text, columns, vertical merge and width of each cell, row by row."""
    found = []
    for row in file.all("w:tr"):
        cells = []
        for each in row.findall("w:tc", NS):
            span = each.find("w:tcPr/w:gridSpan", NS)
            merge = each.find("w:tcPr/w:vMerge", NS)
            width = each.find("w:tcPr/w:tcW", NS)
            assert width is not None
            cells.append(
                (
                    "".join(t.text or "" for t in each.iter(f"{{{W}}}t")),
                    1 if span is None else int(span.get(f"{{{W}}}val") or 0),
                    None if merge is None else merge.get(f"{{{W}}}val", "continue"),
                    width.get(f"{{{W}}}w"),
                )
            )
        found.append(cells)
    return found


def test_spans_become_merges_and_every_row_fills_the_grid() -> None:
    file = written(SPANNED)
    assert [attributes(each) for each in file.all("w:gridCol")] == [
        {"w": "2000"},
        {"w": "1000"},
        {"w": "1510"},
        {"w": "1200"},
    ]
    assert grid(file) == [
        [("甲", 1, "restart", "2000"), ("乙", 2, None, "2510"), ("丙", 1, None, "1200")],
        [("", 1, "continue", "2000"), ("丁", 2, "restart", "2510"), ("戊", 1, None, "1200")],
        [("", 1, "continue", "2000"), ("", 2, "continue", "2510"), ("己", 1, None, "1200")],
        [("庚", 4, None, "5710")],
    ]


def test_every_cell_ends_in_a_paragraph() -> None:
    nested = Cell((Paragraph((Text("外"),)), Table((30.0,), (Row((cell("内"),)),))))
    for each in written(SPANNED, Table((60.0,), (Row((nested,)),))).all("w:tc"):
        assert each[-1].tag == f"{{{W}}}p"


def test_a_table_at_the_end_is_followed_by_a_paragraph() -> None:
    tags = [child.tag.rpartition("}")[2] for child in written(SPANNED).body]
    assert tags == ["tbl", "p", "sectPr"]


def test_a_caption_stands_above() -> None:
    caption = Caption("table", "表", 1, (Text("指标"),), "_Ref_table_1")
    table = Table((60.0,), (Row((cell("甲"),)),), caption=caption)
    first, second, *_ = written(table).body
    assert (first.tag, second.tag) == (f"{{{W}}}p", f"{{{W}}}tbl")
    style = first.find("w:pPr/w:pStyle", NS)
    assert style is not None
    assert attributes(style) == {"val": "TableCaption"}


@pytest.mark.parametrize(
    ("row", "tags"),
    [
        (Row((cell("甲"),)), {"cantSplit": {}}),
        (Row((cell("甲"),), may_break=True), {}),
        (
            Row((cell("甲"),), height=40.0, header=True),
            {"cantSplit": {}, "trHeight": {"val": "800", "hRule": "atLeast"}, "tblHeader": {}},
        ),
        (
            Row((cell("甲"),), height=12.5, exact=True),
            {"cantSplit": {}, "trHeight": {"val": "250", "hRule": "exact"}},
        ),
    ],
)
def test_a_row_says_its_height_and_whether_it_breaks(row: Row, tags: dict[str, object]) -> None:
    found = {
        each.tag.rpartition("}")[2]: attributes(each)
        for each in written(Table((60.0,), (row,))).all("w:trPr/*")
    }
    assert found == tags


def test_a_cells_own_lines_padding_and_direction() -> None:
    special = Cell(
        (Paragraph((Text("甲"),)),),
        borders=Borders(bottom=Rule(0.75), top=Rule(0.0)),
        padding=(1.0, 2.0, 3.0, 4.0),
        vertical=True,
        valign="top",
    )
    file = written(Table((60.0,), (Row((special,)),)))
    (properties,) = file.all("w:tcPr")
    names = [each.tag.rpartition("}")[2] for each in properties]
    assert names == ["tcW", "tcBorders", "tcMar", "textDirection", "vAlign"]
    edges = {each.tag.rpartition("}")[2]: attributes(each) for each in file.all("w:tcBorders/*")}
    assert edges["top"] == {"val": "nil"}
    assert (edges["bottom"]["val"], edges["bottom"]["sz"]) == ("single", "6")
    sides = [(each.tag.rpartition("}")[2], attributes(each)["w"]) for each in file.all("w:tcMar/*")]
    assert sides == [("top", "20"), ("left", "80"), ("bottom", "60"), ("right", "40")]
    assert file.values("w:textDirection") == ["tbRlV"]
    assert file.values("w:tcPr/w:vAlign") == ["top"]
