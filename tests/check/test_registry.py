"""A code is one rule's alone, and every rule explains itself."""

from __future__ import annotations

import re
from types import ModuleType

import pytest
from typer.testing import CliRunner

from docgen.check import rules
from docgen.check.registry import RULES, by_code, explanations
from docgen.check.word import rules as word_rules
from docgen.cli import app
from docgen.consistency import rules as dossier_rules
from docgen.findings import Severity


def test_every_rule_has_a_code_of_its_own() -> None:
    assert len(RULES) == len(rules.RULES) + len(word_rules.RULES)


def test_two_rules_of_one_code_are_refused() -> None:
    with pytest.raises(ValueError, match="font-wrong"):
        by_code([ModuleType("a.font_wrong"), ModuleType("b.font_wrong")])


def test_a_rule_for_dossiers_has_the_code_of_no_other() -> None:
    by_code([*RULES.values(), *dossier_rules.RULES])


@pytest.mark.parametrize(
    "rule", [*word_rules.RULES, *dossier_rules.RULES], ids=lambda rule: str(rule.__name__)
)
def test_a_rule_for_word_files_explains_itself(rule: ModuleType) -> None:
    headline, _, rest = (rule.__doc__ or "").partition("\n\n")
    assert headline.endswith(".")
    parts = re.findall(r"^(What|Why|Example|Cure): \S", rest, re.MULTILINE)
    assert parts == ["What", "Why", "Example", "Cure"]


@pytest.mark.parametrize("rule", word_rules.RULES, ids=lambda rule: str(rule.__name__))
def test_a_rule_for_word_files_says_how_bad_its_findings_are(rule: ModuleType) -> None:
    assert rule.SEVERITY in Severity


def test_a_code_is_explained_in_chinese() -> None:
    done = CliRunner().invoke(app, ["explain", "section-too-long"], env={"COLUMNS": "500"})
    told = explanations()["section-too-long"]
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "section-too-long",
        f"查什么：{told.what}",
        f"为什么：{told.why}",
        f"例如：{told.example}",
        f"怎样改：{told.cure}",
    ]


def test_an_unknown_code_is_wrong_use_and_the_nearest_is_named() -> None:
    done = CliRunner().invoke(app, ["explain", "section-to-long"])
    assert done.exit_code == 2
    assert "是否想写“section-too-long”" in done.stderr


@pytest.mark.parametrize("code", ["sheet-password", "quota-exceeded", "field-unread", "nonsense"])
def test_a_code_that_no_check_is_near_is_not_guessed_at(code: str) -> None:
    done = CliRunner().invoke(app, ["explain", code], env={"COLUMNS": "500"})
    assert done.exit_code == 2
    assert "是否想写" not in done.stderr
    assert "没有另外的解释" in done.stderr
