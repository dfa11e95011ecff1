"""The volume of evidence: a divider for each item, then a sheet a page under its paper's title."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from docgen.case.attachments import Attachment, Paper
from docgen.compose.evidence import compose_evidence, evidence_frame, volume_page
from docgen.document import (
    Contents,
    Document,
    Heading,
    Insert,
    PageBreak,
    Paragraph,
    Section,
    Table,
    Text,
)
from docgen.evidence import volume_of
from docgen.style.load import load_style
from docgen.write.pdf import write
from tests.cases.unit.making import COMPANY, loaded, pack, without


def paper(kind: str, title: str, *pages: int) -> Paper:
    files = tuple(Attachment(Path("a.pdf"), each, "") for each in pages)
    return Paper(kind, title, "", files)


#: In another order than Luoyang's items; one paper nobody in Luoyang asks for.
PAPERS = (
    paper("其他", "管理制度", 1),
    paper("营业执照", "执照", 9),
    paper("获奖证书", "市长质量奖", 1),
    paper("知识产权证明", "发明专利", 2, 1),
)


def volume(
    folder: Path, style_name: str = "luoyang", papers: tuple[Paper, ...] = PAPERS
) -> Document:
    style = load_style(style_name)
    spec = volume_of(style)
    assert spec is not None
    case = replace(loaded(folder, without("evidence"), style_name), papers=papers)
    return compose_evidence(case, style, "evidence", spec)


def plain(block: object) -> str:
    assert isinstance(block, Heading | Paragraph)
    return "".join(each.text for each in block.inlines if isinstance(each, Text))


def pages(section: Section) -> Iterator[list[object]]:
    """The blocks of each page, as page breaks part them."""
    page: list[object] = []
    for block in section.blocks:
        if isinstance(block, PageBreak):
            yield page
            page = []
        else:
            page.append(block)
    yield page


@pytest.fixture(scope="module")
def composed(tmp_path_factory: pytest.TempPathFactory) -> Document:
    return volume(tmp_path_factory.mktemp("volume"))


def test_cover_and_contents_come_first(composed: Document) -> None:
    cover, contents = composed.sections[:2]
    assert [plain(each) for each in cover.blocks[:2]] == [
        "2023年洛阳市质量标杆",
        "证 实 性 材 料",
    ]
    fields = cover.blocks[-1]
    assert isinstance(fields, Table)
    values = [plain(row.cells[-1].blocks[0]) for row in fields.rows]
    assert values == [f"{COMPANY}“三查”质量管理经验", COMPANY, "2023年3月20日"]
    assert contents.blocks == (Contents("目录", 2),)


def test_each_item_is_a_section_for_its_divider_and_one_for_its_papers(
    composed: Document,
) -> None:
    body = composed.sections[2:]
    assert [section.valign for section in body] == ["center", "top"] * 2
    assert [[type(block).__name__ for block in section.blocks] for section in body] == [
        ["Heading", "Paragraph", "Paragraph"],
        [
            *("Heading", "Insert", "PageBreak"),
            *("Heading", "Insert", "PageBreak"),
            *("Paragraph", "Insert", "PageBreak"),
            *("Paragraph", "Insert"),
        ],
        ["Heading", "Paragraph"],
        ["Heading", "Insert"],
    ]


def test_a_divider_says_the_item_and_lists_its_papers(composed: Document) -> None:
    divider = composed.sections[2].blocks
    assert isinstance(divider[0], Heading)
    assert (divider[0].level, divider[0].number) == (1, "一、")
    assert [plain(block) for block in divider] == [
        "获奖证书、专利证书",
        "1．市长质量奖",
        "2．发明专利",
    ]
    second = composed.sections[4].blocks[0]
    assert isinstance(second, Heading)
    assert (second.number, plain(second)) == ("二、", "其他证实性材料")


def test_a_paper_has_its_heading_on_its_first_sheet_and_its_title_on_the_others(
    composed: Document,
) -> None:
    above = [page[0] for page in pages(composed.sections[3])]
    headings = [each for each in above if isinstance(each, Heading)]
    assert [(each.level, each.number, plain(each)) for each in headings] == [
        (2, "1．", "市长质量奖"),
        (2, "2．", "发明专利"),
    ]
    others = [each for each in above if isinstance(each, Paragraph)]
    assert [(each.role, plain(each)) for each in others] == [
        ("evidence-piece", "2．发明专利（第2页，共3页）"),
        ("evidence-piece", "2．发明专利（第3页，共3页）"),
    ]


def test_papers_are_numbered_anew_in_each_item(composed: Document) -> None:
    first = composed.sections[5].blocks[0]
    assert isinstance(first, Heading)
    assert (first.number, plain(first)) == ("1．", "管理制度")


def test_every_sheet_has_room_of_its_own(composed: Document) -> None:
    style = load_style("luoyang")
    frame = evidence_frame(style)
    assert [insert.alt for insert in composed.inserts] == [
        "市长质量奖，第1页",
        "发明专利，第1页",
        "发明专利，第2页",
        "发明专利，第3页",
        "管理制度，第1页",
    ]
    assert len({insert.anchor for insert in composed.inserts}) == 5
    for insert in composed.inserts:
        assert (insert.width, insert.height, insert.picture) == (frame.width, frame.height, None)


def test_anchors_are_unique(composed: Document) -> None:
    blocks = [block for section in composed.sections for block in section.blocks]
    anchors = [each.anchor for each in blocks if isinstance(each, Heading | Insert)]
    assert len(anchors) == len(set(anchors)) == 10


def test_pages_are_numbered_from_the_first_divider_and_the_contents_in_roman(
    composed: Document,
) -> None:
    cover, contents, *body = composed.sections
    assert cover.page_numbers is None
    assert contents.page_numbers is not None
    assert (contents.page_numbers.style, contents.page_numbers.start) == ("upper-roman", 1)
    numbers = [section.page_numbers for section in body]
    assert all(each is not None and each.style == "decimal" for each in numbers)
    assert [each.start for each in numbers if each is not None] == [1, None, None, None]


def test_every_divider_wants_a_right_hand_page(composed: Document) -> None:
    assert [section.start for section in composed.sections[2:]] == ["odd", "next", "odd", "next"]


def test_printed_on_one_side_it_wants_none(tmp_path: Path) -> None:
    document = volume(tmp_path, "national")
    assert {section.start for section in document.sections} == {"next"}


def test_dividers_and_titles_look_as_the_style_says(composed: Document) -> None:
    for heading, role in (("heading-1", "evidence-item"), ("heading-2", "evidence-piece")):
        looks = composed.format_of(heading)
        assert (looks.run, looks.paragraph) == (
            composed.format_of(role).run,
            composed.format_of(role).paragraph,
        )
    assert composed.format_of("heading-1").run.east_asian_font == "黑体"
    assert composed.size_of("heading-1") == 18.0
    assert composed.size_of("heading-2") == 10.5
    # Word knows headings by these names.
    assert [composed.roles[f"heading-{level}"].title for level in (1, 2)] == [
        "heading 1",
        "heading 2",
    ]


def test_it_says_whose_it_is(composed: Document) -> None:
    assert composed.properties.title == "2023年洛阳市质量标杆证实性材料"
    assert composed.properties.creator == COMPANY


@pytest.mark.parametrize(("style", "editable"), [("luoyang", False), ("national", True)])
def test_it_is_editable_where_the_notice_wants_it(
    tmp_path: Path, style: str, editable: bool
) -> None:
    assert volume(tmp_path, style).editable is editable


# ── The room for a sheet ────────────────────────────────


def test_the_frame_is_what_margins_and_title_leave() -> None:
    # Luoyang: A4, 2.6 cm above, 2.4 cm below, 2 cm at the sides; a title of two lines of 14 pt
    # with 6 pt below.
    frame = evidence_frame(load_style("luoyang"))
    top, bottom = 2.6 / 2.54 * 72, 2.4 / 2.54 * 72
    assert (frame.left, frame.bottom) == pytest.approx((56.7, bottom), abs=0.1)
    assert frame.width == pytest.approx(595.3 - 2 * 56.7, abs=0.1)
    title = 841.9 - top - (frame.bottom + frame.height)
    assert 2 * 14 + 6 < title < 2 * 14 + 6 + 5


def test_both_sides_leave_a_sheet_the_same_room(tmp_path: Path) -> None:
    wide = 'extends = "luoyang"\n[page]\nclause = "甲"\ninside = "4cm"\ngutter = "1cm"'
    page = volume_page(load_style(str(pack(tmp_path, wide))))
    assert (page.inside, page.outside, page.gutter) == (56.7, 56.7, 0.0)


@pytest.mark.parametrize("style", ["luoyang", "national"])
def test_the_longest_title_leaves_every_sheet_on_its_page(tmp_path: Path, style: str) -> None:
    latin = "WWW MMMM Quality Management System Certificate ISO 9001:2015"
    assert len(latin) == 60
    papers = [paper("其他", title, 12) for title in ("题" * 60, "“" * 60, latin)]
    document = volume(tmp_path, style, tuple(papers))
    layout = write(document)
    places = [layout.places[insert.anchor] for insert in document.inserts]
    assert len(places) == 36
    assert all(after == before + 1 for before, after in pairwise(places))
    assert layout.pages == places[-1] + 1
