"""Every document of a style is composed, in the style's order."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from docgen.case.load import load_case
from docgen.compose import COMPOSERS, compose
from docgen.document import Paragraph, Table, Text
from docgen.style.documents import DocumentSpec
from docgen.style.load import load_style
from tests.cases.unit.making import COMPANY, SAMPLE, loaded, pack, refusal, without


def test_there_is_a_composer_for_every_kind_of_document() -> None:
    kinds = get_args(get_args(DocumentSpec)[0])
    assert kinds
    assert set(COMPOSERS) == set(kinds)


def test_the_sample_becomes_its_four_documents() -> None:
    documents = compose(load_case(SAMPLE, "luoyang"), load_style("luoyang"))
    assert [(document.key, document.name) for document in documents] == [
        ("cover", "封面"),
        ("form", "洛阳市质量标杆申报表"),
        ("narrative", "质量标杆总结材料"),
        ("spine", "书脊"),
    ]


def test_what_is_wrong_with_several_documents_is_told_at_once(tmp_path: Path) -> None:
    own = pack(tmp_path / "规范", 'extends = "luoyang"\n[documents.form]\ntemplate = "没有.docx"')
    case = loaded(tmp_path / "案例", without("contact.mobile"))
    found = refusal(lambda: compose(case, load_style(str(own))))
    assert [finding.code for finding in found] == ["missing-field", "template-missing"]


def test_the_spine_prints_the_companys_name_from_top_to_bottom(tmp_path: Path) -> None:
    spine = compose(loaded(tmp_path), load_style("luoyang"))[-1]
    (strip,) = spine.sections[0].blocks
    assert isinstance(strip, Table)
    cell = strip.rows[0].cells[0]
    assert cell.vertical
    assert cell.blocks == (Paragraph((Text(COMPANY),), "spine"),)
    assert round(strip.columns[0] / 72 * 25.4) == 15
    assert round((strip.rows[0].height or 0) / 72 * 25.4) == 260
    assert strip.rows[0].exact
