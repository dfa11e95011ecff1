"""A pack says what is its own, and nothing that nobody uses."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.check.registry import RULES
from docgen.findings import Finding
from docgen.style.lint import needless
from docgen.style.load import load_style, style_layers, style_names

CODES = set(RULES)
OWN = 'extends = "luoyang"\nclause = "附件"\n'


def found(name: str) -> list[Finding]:
    return list(needless(load_style(name), style_layers(name), CODES))


def own(folder: Path, toml: str, **files: str) -> str:
    folder.mkdir()
    for name, text in {"style.toml": OWN + toml, **files}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return str(folder)


@pytest.mark.parametrize("name", style_names())
def test_no_pack_that_comes_with_docgen_has_a_needless_word(name: str) -> None:
    assert found(name) == []


@pytest.mark.parametrize(
    ("toml", "code", "pointer"),
    [
        ('honour = "洛阳市质量标杆"', "style-value-repeated", "/honour"),
        ('[roles.title]\nsize = "小二"', "style-value-repeated", "/roles/title/size"),
        (
            '[sections.outlook]\ntitle = "展望"\nsource = "outlook"',
            "style-section-unused",
            "/sections/outlook",
        ),
        (
            '[roles.poster]\ntitle = "海报"\nbased_on = "plain"',
            "style-role-unused",
            "/roles/poster",
        ),
    ],
)
def test_what_is_needless_is_located(tmp_path: Path, toml: str, code: str, pointer: str) -> None:
    (finding,) = found(own(tmp_path / "规范", toml))
    assert (finding.code, finding.place.pointer) == (code, pointer)
    assert finding.place.file == str(tmp_path / "规范" / "style.toml")
    assert finding.cure


def test_a_value_that_states_what_the_house_does_anyway_is_not_needless(tmp_path: Path) -> None:
    assert found(own(tmp_path / "规范", '[roles.list]\nindent_left = "48pt"')) == []


def test_a_role_that_another_is_based_on_is_used(tmp_path: Path) -> None:
    toml = '[roles.poster]\ntitle = "底"\nbased_on = "plain"\n[roles.body]\nbased_on = "poster"'
    assert found(own(tmp_path / "规范", toml)) == []


def test_a_template_that_no_form_names_is_told(tmp_path: Path) -> None:
    (finding,) = found(own(tmp_path / "规范", "", **{"旧表.docx": ""}))
    assert finding.code == "style-template-unused"
    assert finding.place.file.endswith("旧表.docx")


@pytest.mark.parametrize(
    ("coverage", "code"),
    [
        ('[[clause]]\nid = "一"\ntext = "甲"\nby = ["roles.nosuch"]', "style-coverage-groundless"),
        ('[[clause]]\nid = "一"\ntext = "甲"\nby = ["rule:nosuch"]', "style-coverage-groundless"),
        ('[[clause]]\nid = "一"\ntext = "甲"', "style-coverage-broken"),
        ("[[clause", "style-coverage-broken"),
        ("", "style-coverage-broken"),
    ],
)
def test_a_coverage_list_is_held_against_the_pack(tmp_path: Path, coverage: str, code: str) -> None:
    (finding,) = found(own(tmp_path / "规范", "", **{"coverage.toml": coverage}))
    assert finding.code == code
    assert finding.place.file.endswith("coverage.toml")


def test_a_section_that_is_only_inherited_need_not_be_deleted(tmp_path: Path) -> None:
    toml = '[documents.narrative]\nsections = ["overview", "implementation"]'
    assert found(own(tmp_path / "规范", toml)) == []


def test_an_inferred_value_may_be_confirmed(tmp_path: Path) -> None:
    folder = tmp_path / "规范"
    folder.mkdir()
    text = 'extends = "national"\n[sections.abstract]\nclause = "电话核实"\nlimit = { max = 500 }'
    (folder / "style.toml").write_text(text, encoding="utf-8")
    assert found(str(folder)) == []
