"""What the notice asks of type and setting (附件3 三、四), as Word would resolve it.

The expected values are copied from the clauses; nothing here reads a style pack.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

import pytest

from tests.acceptance.documents import (
    COMPANY,
    COVER,
    EXPERIENCE,
    NARRATIVE,
    SPINE,
    Narrative,
    narrative,
    neighbour,
    source_captions,
)
from tests.conftest import Rendered
from tests.independent.formatting import Look
from tests.independent.ooxml import find, tag, value
from tests.independent.pdf import read_lines, set_text
from tests.independent.word import Paragraph, Word

# 字号, in points.
XIAO_CHU, XIAO_ER, SAN, SI, XIAO_SI, WU = 36, 18, 16, 14, 12, 10.5

# What each label of the cover stands before.
CONTENTS = {
    "标杆名称": EXPERIENCE,
    "申报单位": COMPANY,
    "联系人": "祝𬭸",
    "联系方式": "19900000157",
    "申报日期": "2023年3月20日",
}


@pytest.fixture(scope="module")
def parts(dossier: Rendered) -> Narrative:
    return narrative(dossier.word(NARRATIVE))


@pytest.fixture(scope="module")
def cover(dossier: Rendered) -> Word:
    return dossier.word(COVER)


def looks(paragraphs: Iterable[Paragraph]) -> set[Look]:
    return {look for paragraph in paragraphs for look in paragraph.looks()}


def is_single(paragraph: Paragraph) -> bool:
    shape = paragraph.shape
    return (shape.line_rule, shape.line) == ("auto", 240)


def test_article_title_is_hei_xiao_er_centred(parts: Narrative) -> None:
    assert re.sub(r"\s", "", parts.title.text) == EXPERIENCE
    (look,) = {(each.east_asian, each.latin, each.size) for each in parts.title.looks()}
    assert look == ("黑体", "黑体", XIAO_ER)
    assert parts.title.shape.alignment == "center"


def test_the_two_characters_of_abstract_are_song_si_bold_centred(parts: Narrative) -> None:
    assert parts.abstract_title.printed == "摘要"
    (look,) = parts.abstract_title.looks()
    assert (look.east_asian, look.size, look.bold) == ("宋体", SI, True)
    assert parts.abstract_title.shape.alignment == "center"


@pytest.mark.parametrize("kind", ["abstract", "text"])
def test_abstract_and_body_are_song_xiao_si_single_spaced(parts: Narrative, kind: str) -> None:
    paragraphs: list[Paragraph] = getattr(parts, kind)
    assert paragraphs
    found = {(look.east_asian, look.size, look.italic) for look in looks(paragraphs)}
    assert found == {("宋体", XIAO_SI, False)}
    assert all(is_single(paragraph) for paragraph in paragraphs)


def test_abstract_prints_no_bold(parts: Narrative) -> None:
    assert not any(look.bold for look in looks(parts.abstract))


def test_body_text_has_standard_character_spacing(parts: Narrative) -> None:
    found = {(look.spacing, look.scale) for look in looks([*parts.text, *parts.abstract])}
    assert found == {(0, 100)}


def test_captions_are_song_wu_bold_centred(parts: Narrative) -> None:
    found = {(look.east_asian, look.size, look.bold) for look in looks(parts.captions)}
    assert found == {("宋体", WU, True)}
    assert {paragraph.shape.alignment for paragraph in parts.captions} == {"center"}


@pytest.mark.parametrize("kind", ["图", "表"])
def test_figures_and_tables_are_numbered_each_in_one_series(parts: Narrative, kind: str) -> None:
    expected = [f"{kind}{i}\u3000{text}" for i, text in enumerate(source_captions(kind), start=1)]
    assert expected
    assert [each.text for each in parts.captions if each.text.startswith(kind)] == expected


def test_figure_captions_stand_below_their_pictures(parts: Narrative) -> None:
    captions = [each for each in parts.captions if each.text.startswith("图")]
    pictures = [each.element for each in parts.pictures]
    assert [neighbour(each.element, -1) for each in captions] == pictures


def test_table_captions_stand_above_their_tables(parts: Narrative, dossier: Rendered) -> None:
    captions = [each for each in parts.captions if each.text.startswith("表")]
    tables = dossier.word(NARRATIVE).body.findall(tag("tbl"))
    assert [neighbour(each.element, 1) for each in captions] == tables


@pytest.mark.parametrize("name", [COVER, NARRATIVE, SPINE])
def test_paper_is_a4_upright(dossier: Rendered, name: str) -> None:
    for section in dossier.word(name).sections:
        size = find(section, "w:pgSz")
        assert (value(size, "w"), value(size, "h")) == ("11906", "16838")
        assert value(size, "orient") in (None, "portrait")


# ── the cover (附件3 四 and the example after it) ──────────────


def title_lines(cover: Word) -> list[Paragraph]:
    return [each for each in cover.paragraphs if each.table is None and each.text.strip()]


def test_cover_title_is_two_lines_as_the_example_prints_them(cover: Word) -> None:
    assert [each.printed for each in title_lines(cover)] == ["2023年洛阳市质量标杆", "申 报 材 料"]


def test_cover_title_is_zhongsong_xiao_chu_centred_single_standard(cover: Word) -> None:
    for line in title_lines(cover):
        (look,) = line.looks()
        assert (look.east_asian, look.latin, look.size) == ("华文中宋", "华文中宋", XIAO_CHU)
        assert (look.bold, look.spacing, look.scale) == (False, 0, 100)
        assert line.shape.alignment == "center"
        assert is_single(line)


def cover_rows(cover: Word) -> list[tuple[Paragraph, list[Paragraph]]]:
    """Each label with the lines behind it; below the first the label's cell goes on, empty."""
    cells = [each for each in cover.paragraphs if each.table is not None]
    rows: list[tuple[Paragraph, list[Paragraph]]] = []
    for label, line in zip(cells[::2], cells[1::2], strict=True):
        if label.text:
            rows.append((label, []))
        rows[-1][1].append(line)
    return rows


def test_cover_fields_are_in_the_notice_order(cover: Word) -> None:
    found = [
        (label.text, "".join(line.text for line in lines)) for label, lines in cover_rows(cover)
    ]
    assert found == [(f"{label}：", content) for label, content in CONTENTS.items()]


def test_cover_labels_and_contents_are_hei_san_on_exactly_40_points(cover: Word) -> None:
    for paragraph in [each for label, lines in cover_rows(cover) for each in (label, *lines)]:
        found = {(look.east_asian, look.latin, look.size, look.bold) for look in paragraph.looks()}
        assert found == {("黑体", "黑体", SAN, False)}, paragraph.text
        shape = paragraph.shape
        assert (shape.line_rule, shape.line) == ("exact", 40 * 20)
        assert (shape.before, shape.after) == (0, 0)


def test_cover_text_has_standard_spacing_but_for_the_spread_label(cover: Word) -> None:
    spread = [run.text for each in cover.paragraphs for run in each.runs if run.look.spacing]
    # 联系人 stands as wide as the labels of four characters: one character over two gaps.
    assert spread == ["联系"]
    (run,) = [run for each in cover.paragraphs for run in each.runs if run.look.spacing]
    assert run.look.spacing == SAN * 20 // 2


def test_application_date_has_the_printed_form(cover: Word) -> None:
    _, (date,) = cover_rows(cover)[-1]
    assert re.fullmatch(r"2023年([1-9]|1[0-2])月([1-9]|[12]\d|3[01])日", date.text)


def test_spine_prints_the_company_downwards(dossier: Rendered) -> None:
    word = dossier.word(SPINE)
    (line,) = [each for each in word.paragraphs if each.text.strip()]
    assert line.printed == COMPANY
    cell = next(line.element.iterancestors(tag("tc")))
    assert value(find(cell, "w:tcPr/w:textDirection")) == "tbRlV"


# ── the same, in the PDF ───────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "text", "font", "size"),
    [
        (COVER, "2023年洛阳市质量标杆", "Zhongsong", XIAO_CHU),
        (COVER, "申报材料", "Zhongsong", XIAO_CHU),
        (COVER, "申报单位：", "Hei", SAN),
        (COVER, "19900000157", "Hei", SAN),
        (COVER, "2023年3月20日", "Hei", SAN),
        (NARRATIVE, "基于全员参与的“八个零”精益质量管理经验", "Hei", XIAO_ER),
        (NARRATIVE, "摘要", "Song-Bold", SI),
        (NARRATIVE, "砺川的产品装在风电主轴、盾构机主驱动和轧机辊颈上", "Song", XIAO_SI),
        (NARRATIVE, "年质量损失构成排列图", "Song-Bold", WU),
        (NARRATIVE, "年主要经营指标", "Song-Bold", WU),
        # The book is 3.5 mm thick, and so wide is the strip: 9.9 pt.
        (SPINE, "洛阳砺川重载轴承科技有限公司", "Hei", 7.5),
    ],
)
def test_pdf_sets_the_same_face_and_size(
    dossier: Rendered, name: str, text: str, font: str, size: float
) -> None:
    found = set_text(dossier.pdf(name), text)
    assert (f"Docgen-{font}", size) in found, found


def test_pdf_cover_lines_stand_40_points_apart(dossier: Rendered) -> None:
    (lines,) = read_lines(dossier.pdf(COVER))
    tops = sorted({round(line.top, 1) for line in lines if line.size < 2 * SAN})
    gaps = [below - above for above, below in pairwise(tops)]
    # The name runs over two lines, each with its rule; the rule adds to the row.
    assert len(gaps) == len(CONTENTS)
    assert all(gap == pytest.approx(40, abs=1) for gap in gaps)
