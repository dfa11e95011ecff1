"""Tables keep their widths, heights, lines and header rows."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from docgen.document import (
    Borders,
    Caption,
    Cell,
    LineSpacing,
    Row,
    Rule,
    Table,
    Text,
)
from docgen.write.pdf import Pdf
from tests.write.pdf.making import (
    cell,
    page_text,
    paragraph,
    place_of,
    printed,
    reader,
    shown,
    text_of,
)

NO_LINE = Rule(0)


def rules(pdf: Pdf) -> list[tuple[float, ...]]:
    """The lines drawn on the first page: x1, y1, x2, y2, width in points."""
    content = reader(pdf).pages[0].get_contents()
    assert content is not None
    number = r"([\d.]+)"
    drawn = re.findall(
        rf"{number} w\s+{number} {number} m\s+{number} {number} l", content.get_data().decode()
    )
    lines = [[float(value) * 0.75 for value in values] for values in drawn]
    return [(x1, y1, x2, y2, width) for width, x1, y1, x2, y2 in lines]


def levels(pdf: Pdf) -> list[float]:
    """The heights at which horizontal lines are drawn, down from the page's top."""
    return sorted({round(y1, 2) for _, y1, _, y2, _ in rules(pdf) if y1 == y2})


def test_header_rows_stand_on_every_page() -> None:
    head = (
        Row((cell("序号", rows=2), cell("年份", columns=2)), header=True),
        Row((cell("甲年"), cell("乙年")), header=True),
    )
    rows = tuple(Row((cell(f"{n}。"), cell("一"), cell("二"))) for n in range(120))
    caption = Caption("table", "表", 3, (Text("指标"),), "tab-3")
    pdf = printed(Table((60, 100, 100), head + rows, caption=caption))
    pages = [page_text(page).replace(" ", "") for page in reader(pdf).pages]
    assert len(pages) == 3
    assert all(text.count("序号") == text.count("乙年") == 1 for text in pages)
    assert [text.count("表3\u3000指标") for text in pages] == [1, 0, 0]
    assert pdf.labels["tab-3"] == "1"
    found = re.findall(r"(\d+)。", text_of(pdf))
    assert [int(number) for number in found] == list(range(120))


def test_a_caption_stays_with_its_table() -> None:
    caption = Caption("table", "表", 1, (Text("指标"),), "tab")
    lines = tuple(paragraph("行") for _ in range(43))
    pdf = printed(*lines, Table((60,), (Row((cell("甲"),), height=40),), caption=caption))
    assert "表1\u3000指标" in page_text(reader(pdf).pages[1]).replace(" ", "")


@pytest.mark.parametrize("exact", [True, False])
def test_rows_are_as_high_as_they_say(exact: bool) -> None:
    line = Borders(NO_LINE, NO_LINE, Rule(0.75), NO_LINE)
    label = paragraph("申报单位", line_spacing=LineSpacing("exactly", 40))
    rows = tuple(
        Row((Cell((label,), borders=line),), height=40.0 if exact else 60.0, exact=exact)
        for _ in range(5)
    )
    found = levels(printed(Table((200.0,), rows, border=NO_LINE)))
    steps = [b - a for a, b in pairwise(found)]
    assert steps == pytest.approx([40.0 if exact else 60.0] * 4, abs=0.02)


def test_an_exact_row_stays_low_and_loses_no_text() -> None:
    pdf = printed(
        Table((40.0,), (Row((cell("字" * 30),), 20.0, exact=True), Row((cell("后"),), 20.0)))
    )
    found = levels(pdf)
    assert found[-1] - found[0] == pytest.approx(40, abs=0.6)
    assert text_of(pdf).count("字") == 30


def test_a_tall_spanning_cell_does_not_stretch_rows_that_have_room() -> None:
    rows = (
        Row((cell("推荐意见", rows=3, vertical=True), cell("一")), 30.0),
        Row((cell("二"),), 60.0),
        Row((cell("三"),), 30.0),
    )
    found = levels(printed(Table((30.0, 100.0), rows)))
    assert found[-1] - found[0] == pytest.approx(120, abs=0.02)


def test_columns_are_as_wide_as_they_say() -> None:
    pdf = printed(Table((50.0, 120.0), (Row((cell("甲"), cell("乙"))),), alignment="left"))
    edges = sorted({round(x1, 1) for x1, _, x2, _, _ in rules(pdf) if x1 == x2})
    assert [edge - edges[0] for edge in edges] == pytest.approx([0, 50, 170], abs=0.3)


def test_a_centred_table_wider_than_the_text_juts_out_on_both_sides() -> None:
    pdf = printed(Table((255.3, 200.0), (Row((cell("甲"), cell("乙"))),)))
    edges = sorted(x1 for x1, _, x2, _, _ in rules(pdf) if x1 == x2)
    assert (edges[0], edges[-1]) == pytest.approx((70, 525.3), abs=0.3)


def test_a_cell_that_states_no_line_takes_its_neighbours_else_the_tables() -> None:
    rows = (
        Row((cell("甲", borders=Borders(bottom=NO_LINE)), cell("乙"))),
        Row((cell("丙"), cell("丁", borders=Borders(top=Rule(2.0))))),
    )
    pdf = printed(Table((50.0, 50.0), rows, border=Rule(0.5)))
    middle = levels(pdf)[1:-1]
    across = [
        (x1, width)
        for x1, y1, _, y2, width in rules(pdf)
        if y1 == y2 and any(abs(y1 - level) < 0.01 for level in middle)
    ]
    assert [width for _, width in across] == pytest.approx([2.0])
    assert across[0][0] > 297


def test_vertical_text_runs_down_one_column() -> None:
    page = reader(printed(Table((40.0,), (Row((cell("某“甲”（集团）", vertical=True),)),)))).pages[
        0
    ]
    signs = [item for item in shown(page) if item.text in "某甲集团"]
    assert [sign.text for sign in signs] == ["某", "甲", "集", "团"]
    assert len({round(sign.x) for sign in signs}) == 1
    steps = [round((sign.y - signs[0].y) / 13.65, 2) for sign in signs]
    assert steps == [0, 2, 5, 6]


def test_a_cell_longer_than_a_page_loses_nothing() -> None:
    text = "企业简介文字，2023年“质量”A。" * 600
    nested = Table((100.0, 200.0), (Row((cell("内"), cell("套"))),))
    long = Cell((paragraph(text, "table-text"), nested))
    rows = (Row((cell("前"), cell("后"))), Row((cell("左"), long)), Row((cell("下"), cell("完"))))
    read = text_of(printed(Table((60.0, 340.0), rows))).replace(" ", "")
    assert sorted(read) == sorted(f"前后左{text}内套下完")


def test_rows_stay_whole_unless_they_may_break() -> None:
    def first_page(may_break: bool) -> str:
        tall = Row((cell("字" * 600),), may_break=may_break)
        lines = tuple(paragraph("行") for _ in range(35))
        pdf = printed(*lines, Table((400.0,), (tall,)))
        return str(reader(pdf).pages[0].extract_text())

    assert "字" not in first_page(may_break=False)
    assert "字" in first_page(may_break=True)


def test_cells_place_their_text() -> None:
    cells = tuple(cell(name, valign=name) for name in ("top", "center", "bottom"))
    page = reader(printed(Table((80.0,) * 3, (Row(cells, 100.0),)))).pages[0]
    top, middle, bottom = (place_of(page, name).y for name in ("top", "center", "bottom"))
    assert middle - top == pytest.approx(bottom - middle, abs=0.1)
    assert bottom - top == pytest.approx(100 - 13.65 - 0.5, abs=0.1)


def test_a_row_whose_text_stays_with_the_next_is_not_left_alone() -> None:
    lines = tuple(paragraph("行") for _ in range(41))
    last = Row((Cell((paragraph("甲", keep_with_next=True),)),), height=40)
    after = Row((cell("乙"),), height=40)
    (_, second) = reader(printed(*lines, Table((60,), (last, after)))).pages
    assert page_text(second).split() == ["甲", "乙"]
