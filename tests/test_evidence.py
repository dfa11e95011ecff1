"""The issuer's items order the papers, and the text can name the page on which one begins."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from docgen.case.attachments import Attachment, Paper
from docgen.case.load import Case
from docgen.case.targets import PageTarget
from docgen.check import check_case
from docgen.compose import compose
from docgen.derived import references_of
from docgen.document import Paragraph, Text
from docgen.evidence import bundles, evidence_targets, is_unread, volume_of
from docgen.findings import Finding, Severity
from docgen.style.load import load_style
from docgen.style.model import Style
from tests.cases.unit.making import changed, loaded, pack, without

#: Three items: one of two kinds, one named as its kind, one of a kind.
ITEMS = """\
extends = "luoyang"

[evidence]
clause = "甲"
items = [
  { title = "荣誉和专利", kinds = ["获奖证书", "知识产权证明"] },
  { title = "环保证明" },
  { title = "其他材料", kinds = ["其他"] },
]
"""
PACKS = Path(__file__).parent / "packs"


def paper(kind: str, name: str, *pages: int) -> Paper:
    """A paper whose files have so many pages; its title and its id are alike."""
    return Paper(kind, name, name, tuple(Attachment(Path("a.pdf"), each, "") for each in pages))


def case_with(folder: Path, *papers: Paper, text: str = "公司成立于2004年。") -> Case:
    values = without("evidence") | {"narrative": changed("narrative.overview", text)["narrative"]}
    return replace(loaded(folder, values), papers=papers)


@pytest.fixture
def style(tmp_path: Path) -> Style:
    return load_style(str(pack(tmp_path / "规范", ITEMS)))


def laid_out(case: Case, style: Style) -> list[tuple[str, int, list[tuple[str, int]]]]:
    """Each item with the page of its divider, and its papers with the page they begin on."""
    return [
        (each.item.title, each.page, [(piece.paper.title, piece.page) for piece in each.pieces])
        for each in bundles(case, style)
    ]


# ── Order ───────────────────────────────────────────────


def test_items_come_in_the_issuers_order_and_papers_in_the_cases(
    tmp_path: Path, style: Style
) -> None:
    case = case_with(
        tmp_path,
        paper("其他", "己", 1),
        paper("知识产权证明", "甲", 1),
        paper("环保证明", "丁", 1),
        paper("获奖证书", "乙", 1),
        paper("其他", "戊", 1),
    )
    titles = [(title, [name for name, _ in papers]) for title, _, papers in laid_out(case, style)]
    assert titles == [
        ("荣誉和专利", ["甲", "乙"]),
        ("环保证明", ["丁"]),
        ("其他材料", ["己", "戊"]),
    ]


def test_an_item_is_a_divider_and_then_its_papers_a_page_a_sheet(
    tmp_path: Path, style: Style
) -> None:
    case = case_with(
        tmp_path,
        paper("获奖证书", "甲", 1),
        paper("获奖证书", "乙", 2, 3),
        paper("环保证明", "丙", 4),
    )
    assert laid_out(case, style) == [
        ("荣誉和专利", 1, [("甲", 2), ("乙", 3)]),
        # Where both sides are printed, a divider is a right-hand page.
        ("环保证明", 9, [("丙", 10)]),
    ]


def test_printed_on_one_side_a_divider_is_the_next_page(tmp_path: Path, style: Style) -> None:
    page = style.page.model_copy(update={"mirrored": False})
    case = case_with(tmp_path, paper("获奖证书", "甲", 2), paper("环保证明", "丙", 4))
    assert laid_out(case, style.model_copy(update={"page": page})) == [
        ("荣誉和专利", 1, [("甲", 2)]),
        ("环保证明", 4, [("丙", 5)]),
    ]


def test_an_item_without_papers_takes_no_page(tmp_path: Path, style: Style) -> None:
    case = case_with(tmp_path, paper("其他", "己", 2), paper("获奖证书", "甲", 1))
    assert laid_out(case, style) == [
        ("荣誉和专利", 1, [("甲", 2)]),
        ("其他材料", 3, [("己", 4)]),
    ]


def test_what_the_issuer_does_not_ask_for_is_left_out_and_moves_nothing(
    tmp_path: Path, style: Style
) -> None:
    case = case_with(tmp_path, paper("营业执照", "照", 9), paper("其他", "己", 1))
    assert laid_out(case, style) == [("其他材料", 1, [("己", 2)])]


def test_without_papers_there_are_no_items(tmp_path: Path, style: Style) -> None:
    assert bundles(case_with(tmp_path), style) == ()


def test_an_issuer_that_wants_no_volume_has_no_items_whatever_the_case_has(
    tmp_path: Path,
) -> None:
    whole = load_style("luoyang")
    kept = {key: spec for key, spec in whole.documents.items() if key != "evidence"}
    wanting = whole.model_copy(update={"documents": kept})
    case = case_with(tmp_path, paper("其他", "己", 1))
    assert volume_of(wanting) is None
    assert bundles(case, wanting) == ()
    assert evidence_targets(case, wanting) == {}


# ── References ──────────────────────────────────────────


def test_the_text_names_the_volume_as_the_issuer_does_and_the_papers_first_page(
    tmp_path: Path,
) -> None:
    case = case_with(tmp_path, paper("获奖证书", "甲", 2), paper("获奖证书", "乙", 1))
    for name, volume in (("luoyang", "证实性材料"), ("changzhou", "证实性资料")):
        targets = evidence_targets(case, load_style(name))
        assert targets == {"甲": PageTarget(volume, 2), "乙": PageTarget(volume, 4)}
        assert targets["乙"].text == f"{volume}第4页"


def test_a_paper_without_an_id_can_be_referred_to_by_nobody(tmp_path: Path, style: Style) -> None:
    nameless = replace(paper("获奖证书", "甲", 2), id="")
    case = case_with(tmp_path, nameless, paper("获奖证书", "乙", 1))
    assert evidence_targets(case, style) == {"乙": PageTarget("证实性材料", 4)}


def test_figures_tables_and_papers_are_referred_to_alike(tmp_path: Path, style: Style) -> None:
    case = case_with(tmp_path, paper("获奖证书", "甲", 2))
    assert {name: each.text for name, each in references_of(case, style).items()} == {
        "甲": "证实性材料第2页",
        "流程": "图1",
        "指标": "表1",
    }


def overview(case: Case, style: Style) -> str:
    """The paragraph of the overview as it is printed."""
    (narrative,) = (each for each in compose(case, style) if each.key == "narrative")
    texts = [
        "".join(each.text for each in block.inlines if isinstance(each, Text))
        for block in narrative.sections[-1].blocks
        if isinstance(block, Paragraph)
    ]
    (found,) = (text for text in texts if text.startswith("获奖见"))
    return found


def broken(case: Case, style: Style) -> list[Finding]:
    return [each for each in check_case(case, style) if each.code.startswith("reference-")]


def test_a_reference_prints_the_page(tmp_path: Path, style: Style) -> None:
    text = "获奖见[证实性材料](#乙)和[证实性材料](#甲)。"
    case = case_with(tmp_path, paper("获奖证书", "甲", 3), paper("其他", "乙", 1), text=text)
    assert overview(case, style) == "获奖见证实性材料第6页和证实性材料第2页。"
    assert broken(case, style) == []


def test_a_reference_to_a_paper_that_is_not_asked_for_prints_the_word_and_is_noted(
    tmp_path: Path, style: Style
) -> None:
    text = "获奖见[证实性材料](#照)。"
    case = case_with(tmp_path, paper("营业执照", "照", 1), paper("其他", "己", 1), text=text)
    assert overview(case, style) == "获奖见证实性材料。"
    (finding,) = broken(case, style)
    assert (finding.code, finding.severity) == ("reference-without-target", Severity.NOTE)
    assert "“照”" in finding.message


def test_a_reference_to_an_unknown_id_is_an_error_that_lists_the_known_ones(
    tmp_path: Path, style: Style
) -> None:
    case = case_with(tmp_path, paper("其他", "己", 1), text="获奖见[证实性材料](#已)。")
    (finding,) = broken(case, style)
    assert (finding.code, finding.severity) == ("reference-without-target", Severity.ERROR)
    assert "证实性材料“已”不存在" in finding.message
    assert "现有：己。" in finding.cure
    assert finding.place.pointer == "/narrative/overview"


@pytest.mark.parametrize(("word", "target"), [("图", "己"), ("证实性材料", "流程")])
def test_a_paper_is_no_figure_and_a_figure_no_paper(
    tmp_path: Path, style: Style, word: str, target: str
) -> None:
    case = case_with(tmp_path, paper("其他", "己", 1), text=f"获奖见[{word}](#{target})。")
    (finding,) = broken(case, style)
    assert (finding.code, finding.severity) == ("reference-of-wrong-kind", Severity.ERROR)
    right = {"己": "证实性材料", "流程": "图"}[target]
    assert f"[{right}](#{target})" in finding.cure


# ── Unread ──────────────────────────────────────────────


@pytest.mark.parametrize(
    ("evidence", "unread"),
    [
        ([], False),
        ([{"kind": "其他", "title": "材料"}], True),
        ({}, True),
        ([{"kind": "其他", "title": "材料", "files": ["没有.pdf"]}], False),
    ],
)
def test_a_list_that_could_not_be_taken_in_is_unread(
    tmp_path: Path, evidence: object, unread: bool
) -> None:
    assert is_unread(loaded(tmp_path, changed("evidence", evidence))) is unread


def test_another_fields_error_leaves_the_evidence_read(tmp_path: Path) -> None:
    values = changed("company.employees", "三百") | {"evidence": []}
    case = loaded(tmp_path, values)
    assert case.findings
    assert not is_unread(case)
