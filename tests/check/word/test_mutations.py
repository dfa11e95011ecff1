"""A Word file with one slip is found to have that slip and no other; a clean one has none."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from docgen.check.word.check import check_word
from docgen.style.load import load_style
from tests.acceptance.documents import ISSUED
from tests.check.word import (
    mutations_of_captions,
    mutations_of_characters,
    mutations_of_content,
    mutations_of_covers,
    mutations_of_forms,
    mutations_of_headings,
    mutations_of_layouts,
    mutations_of_lists,
    mutations_of_outside,
    mutations_of_paragraphs,
    mutations_of_remains,
)
from tests.check.word.mutating import (
    MUTATIONS,
    Copy,
    Found,
    Mutation,
    Outcome,
    clean,
    compare,
    said,
)
from tests.conftest import ROOT, Issued

STYLES = ("luoyang", "national", "zhejiang", "changzhou", "shanghai")
CLEAN = [(style, name) for style in STYLES for name in ISSUED[style]]
SUBJECTS = (
    mutations_of_characters,
    mutations_of_paragraphs,
    mutations_of_covers,
    mutations_of_headings,
    mutations_of_lists,
    mutations_of_captions,
    mutations_of_layouts,
    mutations_of_content,
    mutations_of_forms,
    mutations_of_remains,
    mutations_of_outside,
)
LEAST = 60

Judge = Callable[[Mutation], Outcome]


def findings(path: Path, style: str) -> list[Found]:
    return [said(each.finding) for each in check_word(path, load_style(style))]


@pytest.fixture(scope="module")
def expected() -> dict[str, list[Found]]:
    """Mutation → what was to be found, as far as judged."""
    return {}


@pytest.fixture(scope="module")
def judge(
    issued: Issued, tmp_path_factory: pytest.TempPathFactory, expected: dict[str, list[Found]]
) -> Judge:
    """Mutation → what its check came to, worked out once."""
    folder = tmp_path_factory.mktemp("mutated")

    @cache
    def judged(mutation: Mutation) -> Outcome:
        copy = Copy(clean(issued(mutation.style).docx(mutation.document)))
        expected[mutation.name] = mutation.edit(copy)
        path = folder / f"{mutation.name}.docx"
        copy.save(path)
        return compare(expected[mutation.name], findings(path, mutation.style))

    return judged


@pytest.mark.parametrize(("style", "name"), CLEAN)
def test_a_clean_document_has_no_finding(style: str, name: str, issued: Issued) -> None:
    assert findings(issued(style).docx(name), style) == []


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda each: each.name)
def test_a_slip_is_found_and_nothing_else(mutation: Mutation, judge: Judge) -> None:
    assert judge(mutation) == compare([], [])


def test_every_subject_has_mutations_of_its_own_name() -> None:
    names = [each.name for each in MUTATIONS]
    assert len(set(names)) == len(names) >= LEAST
    assert {each.edit.__module__ for each in MUTATIONS} == {each.__name__ for each in SUBJECTS}


def test_all_slips_are_caught_without_false_alarms(
    judge: Judge, expected: dict[str, list[Found]], capsys: pytest.CaptureFixture[str]
) -> None:
    outcomes = {each.name: judge(each) for each in MUTATIONS}
    total = sum(len(each) for each in expected.values())
    caught = total - sum(each.missed.total() for each in outcomes.values())
    false = sum(each.false.total() for each in outcomes.values())
    slips = sum(bool(each) for each in expected.values())
    with capsys.disabled():
        print(
            f"\n{len(outcomes)} mutations, {slips} of them slips: "
            f"{caught} of {total} findings caught, {false} false alarms"
        )
    assert (caught, false) == (total, 0)


def test_every_rule_is_tried(judge: Judge, expected: dict[str, list[Found]]) -> None:
    for each in MUTATIONS:
        judge(each)
    tried = {code for founds in expected.values() for code, _ in founds}
    rules = (ROOT / "docgen/check/word/rules").glob("[!_]*.py")
    assert {file.stem.replace("_", "-") for file in rules} - tried == set()
