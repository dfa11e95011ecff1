"""Sections print on their own pages: margins, numbers, labels, blank pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.document import Contents, PageNumbers, PageSetup, Section
from docgen.write.pdf import write
from tests.write.pdf.making import (
    document,
    heading,
    paragraph,
    place_of,
    printed,
    reader,
    shown,
)

BODY = tuple(paragraph(f"第{number}段") for number in range(100))
COVER = Section((paragraph("封面"),))
CONTENTS = Section(
    (Contents("目录", 2),), page_numbers=PageNumbers("upper-roman", position="center", start=1)
)
MAIN = Section(
    (heading(1, "一、", "甲", "a"), *BODY, heading(2, "（一）", "乙", "b")),
    page_numbers=PageNumbers(pattern="- {} -", start=1),
    start="odd",
)


def test_each_section_numbers_its_pages_in_its_own_way() -> None:
    pages = reader(write(document(COVER, CONTENTS, MAIN))).pages
    ends = [page.extract_text().splitlines()[-1] for page in pages]
    assert ends == ["封面", "I", "- 1 -", "- 2 -", "- 3 -"]


def test_labels_are_the_numbers_printed_in_the_contents() -> None:
    pdf = write(document(COVER, CONTENTS, MAIN))
    assert pdf.labels == {"a": "1", "b": "3"}
    contents = reader(pdf).pages[1].extract_text().splitlines()
    assert contents[0] == "目录"
    entries = [line.replace(".", " ").split() for line in contents[1:3]]
    assert entries == [["一、甲", "1"], ["（一）乙", "3"]]
    assert "......" in contents[1]


@pytest.mark.parametrize(("sheets_before", "blank"), [(1, True), (2, False)])
def test_a_right_hand_start_leaves_a_really_blank_page(sheets_before: int, blank: bool) -> None:
    front = replace(COVER, page_numbers=PageNumbers())
    pdf = write(document(*[front] * sheets_before, MAIN))
    pages = reader(pdf).pages
    assert pdf.labels["a"] == "1"
    first = next(i for i, page in enumerate(pages) if "一、甲" in page.extract_text())
    assert first == 2
    assert (not pages[1].extract_text()) == blank


def test_numbers_go_on_from_section_to_section_and_start_where_told() -> None:
    roman = PageNumbers("upper-roman", start=3)
    pdf = write(
        document(
            Section((heading(1, "", "甲", "a"),), page_numbers=roman),
            Section((heading(1, "", "乙", "b"),), page_numbers=replace(roman, start=None)),
            Section((heading(1, "", "丙", "c"),), page_numbers=PageNumbers(start=9)),
        )
    )
    assert pdf.labels == {"a": "III", "b": "IV", "c": "9"}
    ends = [page.extract_text().splitlines()[-1] for page in reader(pdf).pages]
    assert ends == ["III", "IV", "9"]


def test_facing_pages_swap_their_margins_and_their_numbers() -> None:
    page = PageSetup(inside=85.0, outside=60.0, gutter=14.0, mirrored=True)
    pages = reader(write(document(replace(MAIN, page=page)))).pages
    right, left = pages[0], pages[1]
    assert place_of(right, "第0段").x == pytest.approx(99)
    assert place_of(left, "第50段").x == pytest.approx(60)
    assert place_of(right, "- 1 -").x > 500
    assert place_of(left, "- 2 -").x == pytest.approx(60)


def test_pages_that_are_not_mirrored_bind_on_the_left() -> None:
    page = PageSetup(inside=85.0, outside=60.0, gutter=14.0)
    pages = reader(write(document(replace(MAIN, page=page)))).pages
    assert place_of(pages[1], "第50段").x == pytest.approx(99)
    assert place_of(pages[1], "- 2 -").x > 500


def test_text_keeps_to_the_text_area_and_the_number_to_its_distance() -> None:
    page = reader(write(document(MAIN))).pages[1]
    lines = [item.y for item in shown(page) if item.text.startswith("第")]
    assert 72 < min(lines) < 72 + 15.6
    assert max(lines) < 841.9 - 72
    from_below = 841.9 - place_of(page, "- 2 -").y
    assert 49.6 < from_below < 49.6 + 13.65 / 2


def test_a_footer_higher_than_the_margin_lifts_the_text_as_in_word() -> None:
    page = PageSetup(bottom=20.0, footer=40.0)
    first = reader(write(document(replace(MAIN, page=page)))).pages[0]
    lines = [item.y for item in shown(first) if item.text.startswith("第")]
    assert max(lines) < 841.9 - 40 - 13.65


def test_a_short_page_may_stand_in_the_middle() -> None:
    page = reader(write(document(replace(COVER, valign="center")))).pages[0]
    assert place_of(page, "封面").y == pytest.approx(841.9 / 2, abs=8)


def test_a_paragraph_may_begin_a_page() -> None:
    assert printed(paragraph("甲"), paragraph("乙", page_break_before=True)).pages == 2


def test_a_number_may_stand_in_from_the_outer_edge() -> None:
    page = PageSetup(inside=85.0, outside=60.0, mirrored=True)
    near = PageNumbers(pattern="- {} -", start=1)
    plain, shifted = (
        reader(write(document(replace(MAIN, page=page, page_numbers=numbers)))).pages
        for numbers in (near, replace(near, indent=14.0))
    )
    for index, text, by in ((0, "- 1 -", -14), (1, "- 2 -", 14)):
        before, after = place_of(plain[index], text), place_of(shifted[index], text)
        assert after.x - before.x == pytest.approx(by, abs=0.01)
        assert after.y == before.y


def test_a_single_line_stays_behind_only_without_widow_control() -> None:
    def lines_of_page(*, control: bool) -> int:
        filler = [paragraph("甲") for _ in range(43)]
        long = paragraph("乙" * 100, widow_control=control)
        pages = reader(printed(*filler, long)).pages
        return sum(text.text.startswith("乙") for text in shown(pages[0]))

    assert lines_of_page(control=True) == 0
    assert lines_of_page(control=False) == 1
