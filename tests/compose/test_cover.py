"""The cover is the example of the notice."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.compose.cover import compose_cover, spread_label
from docgen.document import Document, Paragraph, Rule, Table, Text
from docgen.style.documents import Cover
from docgen.style.load import load_style
from tests.cases.unit.making import COMPANY, changed, loaded, pack, refusal, without


def cover(folder: Path, style_name: str = "luoyang", values: object = None) -> Document:
    style = load_style(style_name)
    spec = style.documents["cover"]
    assert isinstance(spec, Cover)
    return compose_cover(loaded(folder, values, style_name), style, "cover", spec)


def texts(paragraph: object) -> list[tuple[str, float | None]]:
    assert isinstance(paragraph, Paragraph)
    return [
        (inline.text, inline.format.spacing)
        for inline in paragraph.inlines
        if isinstance(inline, Text)
    ]


def fields(document: Document) -> Table:
    table = document.sections[0].blocks[-1]
    assert isinstance(table, Table)
    return table


def test_three_characters_stand_as_wide_as_four() -> None:
    first, last = spread_label("联系人", 4, 16.0)
    assert (first.text, first.format.spacing) == ("联系", 8.0)
    assert (last.text, last.format.spacing) == ("人", None)


@pytest.mark.parametrize(
    ("label", "characters", "size", "spacing"),
    [("姓名", 4, 16, 32), ("联系人", 5, 16, 16), ("负责人", 4, 12, 6)],
)
def test_the_missing_width_is_shared_among_the_gaps(
    label: str, characters: int, size: float, spacing: float
) -> None:
    first, last = spread_label(label, characters, size)
    assert first.format.spacing == spacing
    assert first.text + last.text == label
    assert len(label) * size + len(first.text) * spacing == characters * size


@pytest.mark.parametrize(("label", "characters"), [("申报单位", 4), ("标杆名称", 3), ("名", 4)])
def test_a_label_that_cannot_be_spread_stays_as_it_is(label: str, characters: int) -> None:
    assert spread_label(label, characters, 16) == (Text(label),)


def test_the_title_stands_on_two_lines_as_in_the_example(tmp_path: Path) -> None:
    blocks = cover(tmp_path).sections[0].blocks
    assert [texts(block) for block in blocks[:2]] == [
        [("2023年洛阳市质量标杆", None)],
        [("申 报 材 料", None)],
    ]
    assert {block.role for block in blocks[:2] if isinstance(block, Paragraph)} == {"cover-title"}


def test_the_provincial_cover_names_the_province(tmp_path: Path) -> None:
    blocks = cover(tmp_path, "luoyang-provincial").sections[0].blocks
    assert texts(blocks[0]) == [("2023年河南省质量标杆", None)]


def test_the_five_fields_print_the_cases_values(tmp_path: Path) -> None:
    printed = [
        ["".join(text for text, _ in texts(cell.blocks[0])) for cell in row.cells]
        for row in fields(cover(tmp_path)).rows
    ]
    assert printed == [
        ["标杆名称：", f"{COMPANY}“三查”质量管理经验"],
        ["申报单位：", COMPANY],
        ["联系人：", "孙二"],
        ["联系方式：", "19900000157"],
        ["申报日期：", "2023年3月20日"],
    ]


def test_the_lines_are_forty_points_apart(tmp_path: Path) -> None:
    document = cover(tmp_path)
    assert [row.height for row in fields(document).rows] == [40.0] * 5
    assert document.size_of("cover-label") == 16
    assert document.size_of("cover-content") == 16


def test_the_fields_fill_the_measure(tmp_path: Path) -> None:
    document = cover(tmp_path)
    assert sum(fields(document).columns) == pytest.approx(document.sections[0].page.measure)


def test_the_contact_label_is_spread(tmp_path: Path) -> None:
    label = fields(cover(tmp_path)).rows[2].cells[0].blocks[0]
    assert texts(label) == [("联系", 8.0), ("人", None), ("：", None)]


def test_the_cover_has_no_page_number(tmp_path: Path) -> None:
    assert [section.page_numbers for section in cover(tmp_path).sections] == [None]


def test_a_missing_field_is_an_error_not_a_blank(tmp_path: Path) -> None:
    (finding,) = refusal(lambda: cover(tmp_path, values=without("contact.mobile")))
    assert (finding.code, finding.place.pointer) == ("missing-field", "/contact/mobile")
    assert finding.place.title == "联系人 / 手机"


def test_the_properties_name_the_applicant_and_the_honour(tmp_path: Path) -> None:
    properties = cover(tmp_path).properties
    assert properties.title == "2023年洛阳市质量标杆申报材料"
    assert properties.creator == COMPANY
    assert properties.subject == "2023年洛阳市质量标杆"
    assert properties.date.isoformat() == "2023-03-20"


def test_line_spacing_in_lines_is_a_pitch_too(tmp_path: Path) -> None:
    lines = 'extends = "luoyang"\nclause = "附件"\n'
    for role in ("cover-label", "cover-content"):
        lines += f'[roles.{role}]\nline = "1.5"\n'
    own = pack(tmp_path / "规范", lines)
    rows = fields(cover(tmp_path / "案例", str(own))).rows
    # Song and Hei stand 1.3 em apart in single spacing: 16 × 1.3 × 1.5.
    assert [row.height for row in rows] == pytest.approx([31.2] * 5)


def test_a_value_in_larger_type_that_runs_over_is_not_held_to_one_line(tmp_path: Path) -> None:
    own = pack(
        tmp_path / "规范",
        'extends = "luoyang"\nclause = "附件"\n[roles.cover-content]\nsize = "小初"\n',
    )
    rows = fields(cover(tmp_path / "案例", str(own))).rows
    assert not rows[0].exact
    assert rows[-2].exact


def test_each_line_of_a_long_name_has_its_rule_and_none_parts_a_quotation(tmp_path: Path) -> None:
    name = f"{COMPANY}全面实施基于“一泵一档”的数字化质量闭环管理的实践经验"
    first, second, third = fields(cover(tmp_path, values=changed("experience.name", name))).rows[:3]
    (label, one), (two,) = first.cells, second.cells
    assert label.rows == 2
    assert one.borders.bottom == two.borders.bottom == Rule(0.75)
    lines = [texts(each.blocks[0])[0][0] for each in (one, two)]
    assert "".join(lines) == name
    assert lines[1].startswith("“一泵一档”")
    assert texts(third.cells[0].blocks[0])[0][0] == "申报单位"


def test_lines_are_at_least_as_high_as_their_type(tmp_path: Path) -> None:
    own = pack(
        tmp_path / "规范",
        'extends = "luoyang"\nclause = "附件"\n[roles.cover-content]\nline = "at-least 10pt"\n',
    )
    rows = fields(cover(tmp_path / "案例", str(own))).rows
    assert [row.height for row in rows] == pytest.approx([16 * 1.3] * 5)
