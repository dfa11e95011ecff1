"""The narrative: numbers, captions and references agree; sizes stay within the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from docgen.compose.narrative import compose_narrative
from docgen.document import (
    Caption,
    Contents,
    Document,
    Figure,
    Heading,
    LineBreak,
    ListItem,
    Paragraph,
    Reference,
    Table,
    Text,
)
from docgen.document.numbers import serial_number
from docgen.style.documents import NarrativeSpec
from docgen.style.load import load_style
from tests.cases.unit.making import COMPANY, changed, loaded, pack, png, sound


def composed(folder: Path, values: dict[str, Any] | None = None, **files: str) -> Document:
    style = load_style("luoyang")
    spec = style.documents["narrative"]
    assert isinstance(spec, NarrativeSpec)
    return compose_narrative(loaded(folder, values, **files), style, "narrative", spec)


def with_implementation(folder: Path, markdown: str) -> Document:
    return composed(folder, changed("narrative.implementation", markdown))


def blocks(document: Document) -> tuple[Any, ...]:
    return document.sections[-1].blocks


def plain(block: Any) -> str:
    return "".join(
        inline.text if isinstance(inline, Text | Reference) else "\n" for inline in block.inlines
    )


def headings(document: Document) -> list[str]:
    return [each.number + plain(each) for each in blocks(document) if isinstance(each, Heading)]


def title(folder: Path, name: str) -> Paragraph:
    paragraph = blocks(composed(folder, changed("experience.name", name)))[0]
    assert isinstance(paragraph, Paragraph)
    return paragraph


# ── The whole ───────────────────────────────────────────


def test_contents_come_first_with_roman_numbers_and_the_text_on_a_right_hand_page(
    tmp_path: Path,
) -> None:
    front, body = composed(tmp_path).sections
    assert front.blocks == (Contents("目录", 3),)
    assert front.page_numbers is not None
    assert body.page_numbers is not None
    assert (front.page_numbers.style, body.page_numbers.style) == ("upper-roman", "decimal")
    assert (front.page_numbers.start, body.page_numbers.start) == (1, 1)
    assert body.start == "odd"


def test_the_abstract_has_its_own_title_and_role(tmp_path: Path) -> None:
    body = blocks(composed(tmp_path))
    assert [(each.role, plain(each)) for each in body[:3]] == [
        ("title", f"{COMPANY}“三查”质量管理经验"),
        ("abstract-title", "摘要"),
        ("abstract", "公司推行“三查”方法。"),
    ]


def test_the_issuers_sections_are_the_first_level(tmp_path: Path) -> None:
    assert headings(composed(tmp_path)) == [
        "一、企业概况",
        "二、管理方法（技术）的推进实施与运行",
        "（一）推进过程",
        "三、管理方法（技术）的实施效果",
    ]


def test_a_short_title_stays_on_one_line(tmp_path: Path) -> None:
    assert LineBreak() not in title(tmp_path, f"{COMPANY}三查经验").inlines


def test_a_long_title_breaks_behind_the_companys_name(tmp_path: Path) -> None:
    # The measure holds 23 characters of 小二; this title has 32, its halves 10 and 22.
    name = COMPANY + "基于全员参与的八个零和三查精益质量管理经验"
    assert title(tmp_path, name).inlines == (
        Text(COMPANY),
        LineBreak(),
        Text("基于全员参与的八个零和三查精益质量管理经验"),
    )


def test_a_long_title_of_another_pattern_is_left_to_the_renderer(tmp_path: Path) -> None:
    name = "试样轴承基于全员参与的八个零和三查精益质量管理经验"
    assert title(tmp_path, name).inlines == (Text(name),)


# ── Headings ────────────────────────────────────────────


def test_four_levels_are_numbered_by_the_convention_and_begin_again(tmp_path: Path) -> None:
    markdown = "# 甲\n\n## 子\n\n### 丑\n\n### 寅\n\n## 卯\n\n### 辰\n\n# 乙\n\n## 巳\n\n### 午\n"
    assert headings(with_implementation(tmp_path, markdown))[1:-1] == [
        "二、管理方法（技术）的推进实施与运行",
        "（一）甲",
        "1．子",
        "（1）丑",
        "（2）寅",
        "2．卯",
        "（1）辰",
        "（二）乙",
        "1．巳",
        "（1）午",
    ]


def test_numbers_begin_again_in_the_next_section(tmp_path: Path) -> None:
    values = changed("narrative.results", "# 效益\n\n文字。")
    assert headings(composed(tmp_path, values))[-2:] == [
        "三、管理方法（技术）的实施效果",
        "（一）效益",
    ]


def test_the_eleventh_heading_is_numbered_as_people_count(tmp_path: Path) -> None:
    markdown = "\n\n".join(f"# 第{number}" for number in range(1, 22))
    numbers = [
        heading.partition("第")[0] for heading in headings(with_implementation(tmp_path, markdown))
    ]
    assert (numbers[11], numbers[12], numbers[21], numbers[22]) == (
        "（十）",
        "（十一）",
        "（二十）",
        "（二十一）",
    )


def test_every_heading_has_an_anchor_of_its_own(tmp_path: Path) -> None:
    document = with_implementation(tmp_path, "# 甲\n\n# 甲\n\n## 乙")
    anchors = [each.anchor for each in blocks(document) if isinstance(each, Heading)]
    assert len(set(anchors)) == len(anchors) == 6


# ── Captions and references ─────────────────────────────


def captions(document: Document) -> list[str]:
    found: list[Caption] = [
        each.caption
        for each in blocks(document)
        if isinstance(each, Figure | Table) and each.caption is not None
    ]
    return [f"{each.label}{each.number} {plain(each)}" for each in found]


def test_figures_and_tables_are_numbered_by_kind_across_sections(tmp_path: Path) -> None:
    values = sound()
    values["narrative"]["overview"] = "见[图](#概貌)。\n\n![厂区](图/流程.png){#概貌}"
    values["narrative"]["results"] = (
        "见[表](#效益)。\n\n表：效益 {#效益}\n\n| 年 | 万元 |\n| --- | --- |\n| 2022 | 3 |\n"
    )
    document = composed(tmp_path, values)
    assert captions(document) == ["图1 厂区", "图2 改进流程", "表1 主要指标", "表2 效益"]


def test_a_reference_prints_the_number_and_points_at_the_caption(tmp_path: Path) -> None:
    values = changed("narrative.overview", "![厂区](图/流程.png){#概貌}\n\n见[图](#流程)。")
    body = blocks(composed(tmp_path, values))
    references = [
        inline
        for block in body
        if isinstance(block, Paragraph)
        for inline in block.inlines
        if isinstance(inline, Reference)
    ]
    anchors = {
        f"{each.caption.label}{each.caption.number}": each.caption.anchor
        for each in body
        if isinstance(each, Figure | Table) and each.caption
    }
    assert [each.text for each in references] == ["图2", "图2", "表1"]
    assert [each.target for each in references] == [anchors["图2"], anchors["图2"], anchors["表1"]]


def test_emphasis_stays_and_plain_words_are_left_to_their_role(tmp_path: Path) -> None:
    document = with_implementation(tmp_path, "常**粗***斜*")
    (paragraph,) = [each for each in blocks(document) if isinstance(each, Paragraph)][4:5]
    formats = [(each.text, each.format.bold, each.format.italic) for each in paragraph.inlines]  # type: ignore[union-attr]
    assert formats == [("常", None, None), ("粗", True, None), ("斜", None, True)]


# ── Figures ─────────────────────────────────────────────


def figure(folder: Path, width: int, height: int, markdown: str) -> tuple[Figure, Document]:
    (folder / "图").mkdir(parents=True)
    (folder / "图" / "样.png").write_bytes(png(width, height))
    document = with_implementation(folder, markdown)
    (found,) = [each for each in blocks(document) if isinstance(each, Figure)]
    return found, document


def test_a_figure_is_four_fifths_of_the_measure_and_keeps_its_shape(tmp_path: Path) -> None:
    found, document = figure(tmp_path, 400, 100, "![样](图/样.png)")
    assert found.width == pytest.approx(0.8 * document.sections[-1].page.measure)
    assert found.height == pytest.approx(found.width / 4)
    assert found.alt == "样"


def test_a_figure_has_the_width_the_text_asks_for(tmp_path: Path) -> None:
    found, document = figure(tmp_path, 400, 100, "![样](图/样.png){width=50%}")
    assert found.width == pytest.approx(0.5 * document.sections[-1].page.measure)


def test_a_figure_is_never_wider_than_the_measure(tmp_path: Path) -> None:
    found, document = figure(tmp_path, 400, 100, "![样](图/样.png){width=30cm}")
    assert found.width == pytest.approx(document.sections[-1].page.measure)


def test_a_tall_figure_leaves_room_for_its_caption(tmp_path: Path) -> None:
    found, document = figure(tmp_path, 100, 1000, "![样](图/样.png)")
    assert found.height <= 0.8 * document.sections[-1].page.text_height
    assert found.height == pytest.approx(found.width * 10)


# ── Lists ───────────────────────────────────────────────


def test_items_are_bulleted_or_numbered_in_circles_and_lists_are_told_apart(tmp_path: Path) -> None:
    document = with_implementation(
        tmp_path, "- 甲\n- 乙\n\n文字。\n\n1. 丙\n2. 丁\n\n文字。\n\n1. 戊"
    )
    items = [each for each in blocks(document) if isinstance(each, ListItem)]
    assert [(each.marker, plain(each)) for each in items] == [
        ("●", "甲"),
        ("●", "乙"),
        ("①", "丙"),
        ("②", "丁"),
        ("①", "戊"),
    ]
    assert items[2].series == items[3].series != items[4].series


def test_lists_of_two_sections_are_two_lists(tmp_path: Path) -> None:
    values = changed("narrative.implementation", "1. 甲")
    values["narrative"]["results"] = "1. 乙"
    one, two = [each for each in blocks(composed(tmp_path, values)) if isinstance(each, ListItem)]
    assert one.series != two.series


def test_the_twenty_first_item_still_has_its_circle(tmp_path: Path) -> None:
    document = with_implementation(tmp_path, "\n".join(f"{n}. 项" for n in range(1, 22)))
    items = [each for each in blocks(document) if isinstance(each, ListItem)]
    assert (items[19].marker, items[20].marker) == ("⑳", "㉑")


def test_text_right_below_a_table_keeps_its_distance(tmp_path: Path) -> None:
    body = blocks(with_implementation(tmp_path, "前文。\n\n| 甲 |\n| --- |\n| 一 |\n\n后文。"))
    after = next(each for each in body if isinstance(each, Paragraph) and plain(each) == "后文。")
    before = next(each for each in body if isinstance(each, Paragraph) and plain(each) == "前文。")
    assert (after.format.space_before or 0) > 0
    assert before.format.space_before is None


def test_below_a_table_what_leads_to_a_list_keeps_its_distance_and_stays_with_it(
    tmp_path: Path,
) -> None:
    table = "表：数据\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |"
    document = with_implementation(tmp_path, f"{table}\n\n要满足两个条件：\n\n1. 其一；\n2. 其二。")
    found = [each for each in blocks(document) if isinstance(each, Paragraph)]
    (leading,) = [each for each in found if plain(each) == "要满足两个条件："]
    assert (leading.format.space_before or 0) > 0
    assert leading.format.keep_with_next


def test_a_note_right_below_a_table_is_the_tables(tmp_path: Path) -> None:
    body = "| 甲 |\n| --- |\n| 一 |\n\n注：单位为万元。\n\n注：这是正文。"
    notes = [
        block
        for block in blocks(with_implementation(tmp_path, body))
        if isinstance(block, Paragraph) and plain(block).startswith("注：")
    ]
    assert [block.role for block in notes] == ["table-note", "body"]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("长 9 mm", "长 9\u00a0mm"),
        ("转速 12000 r/min", "转速 12000\u00a0r/min"),
        ("不大于 6.9 μm。", "不大于 6.9\u00a0μm。"),
        ("温度 840 ℃", "温度 840\u00a0℃"),
        ("M6 M7 M8", "M6 M7 M8"),
        ("2023 Annual", "2023 Annual"),
        ("ISO 9001 Quality", "ISO 9001 Quality"),
        ("Windows 11 Pro", "Windows 11 Pro"),
    ],
)
def test_a_unit_stays_with_its_number_and_nothing_else_does(
    tmp_path: Path, text: str, printed: str
) -> None:
    document = with_implementation(tmp_path, f"起{text}")
    assert any(plain(block) == f"起{printed}" for block in blocks(document))


# ── What other issuers want ─────────────────────────────


def composed_for(folder: Path, toml: str, values: dict[str, Any] | None = None) -> Document:
    own = pack(folder / "规范", f'extends = "luoyang"\n{toml}')
    style = load_style(str(own))
    spec = style.documents["narrative"]
    assert isinstance(spec, NarrativeSpec)
    return compose_narrative(loaded(folder / "案例", values), style, "narrative", spec)


def numbers(document: Document) -> list[str]:
    found = [getattr(each, "caption", None) for each in blocks(document)]
    return [f"{each.label}{serial_number(each.number, each.chapter)}" for each in found if each]


SECOND_TABLE = (
    "见[表](#成效)。\n\n表：成效 {#成效}\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n\n注：甲为均值。"
)


def test_figures_and_tables_may_be_numbered_by_chapter(tmp_path: Path) -> None:
    values = changed("narrative.results", SECOND_TABLE)
    document = composed_for(tmp_path, "captions.by_chapter = true", values)
    # 企业概况 is chapter 1, the abstract none.
    assert numbers(document) == ["图2-1", "表2-1", "表3-1"]
    references = [
        inline.text
        for block in blocks(document)
        if isinstance(block, Paragraph)
        for inline in block.inlines
        if isinstance(inline, Reference)
    ]
    assert references == ["图2-1", "表2-1", "表3-1"]


def test_tables_may_go_on_from_a_forms_own(tmp_path: Path) -> None:
    values = changed("narrative.results", SECOND_TABLE)
    document = composed_for(tmp_path, "captions.first_table = 6", values)
    assert numbers(document) == ["图1", "表6", "表7"]


def test_a_section_may_stand_below_a_heading_without_text(tmp_path: Path) -> None:
    toml = """
    [sections.part]
    title = "典型经验"
    [sections.implementation]
    level = 2
    [sections.results]
    level = 2
    [documents.narrative]
    sections = ["overview", "part", "implementation", "results"]
    """
    assert headings(composed_for(tmp_path, toml)) == [
        "一、企业概况",
        "二、典型经验",
        "（一）管理方法（技术）的推进实施与运行",
        "1．推进过程",
        "（二）管理方法（技术）的实施效果",
    ]


def test_a_section_may_print_a_field(tmp_path: Path) -> None:
    toml = """
    [sections.name]
    title = "质量标杆名称"
    field = "experience.name"
    [documents.narrative]
    titled = false
    sections = ["name", "overview", "implementation", "results"]
    """
    first, second, *_ = blocks(composed_for(tmp_path, toml))
    assert (plain(first), plain(second)) == ("质量标杆名称", f"{COMPANY}“三查”质量管理经验")


def test_within_a_form_the_text_goes_on_with_the_forms_pages(tmp_path: Path) -> None:
    toml = "page.mirrored = false\ncontents.levels = 0\ndocuments.narrative.part_of = 'form'"
    (body,) = composed_for(tmp_path, toml).sections
    assert body.page_numbers is not None
    assert (body.start, body.page_numbers.start) == ("next", None)


def test_a_tables_note_stays_with_its_table(tmp_path: Path) -> None:
    document = composed(tmp_path, changed("narrative.results", SECOND_TABLE))
    first, second = [each for each in blocks(document) if isinstance(each, Table)]
    assert (first.keep_with_next, second.keep_with_next) == (False, True)


def test_what_leads_to_a_list_stays_with_it(tmp_path: Path) -> None:
    body = blocks(with_implementation(tmp_path, "分三步。\n\n有两条：\n\n- 甲\n- 乙\n"))
    kept = [
        plain(each) for each in body
        if isinstance(each, Paragraph) and each.role == "body" and each.format.keep_with_next
    ]  # fmt: skip
    assert kept == ["有两条："]


def test_only_facing_pages_want_a_right_hand_page(tmp_path: Path) -> None:
    assert composed_for(tmp_path, "page.mirrored = false").sections[-1].start == "next"
