"""Every clause of a notice is carried out, or it is said why not."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from docgen.check.case import code_of
from docgen.check.rules import RULES
from docgen.resources import styles_dir
from docgen.style.coverage import COVERAGE_FILE, Clause, read_coverage, uncovered_claims
from docgen.style.load import style_layers

CODES = {code_of(rule) for rule in RULES}
LISTED = sorted(path.parent for path in styles_dir().glob(f"*/{COVERAGE_FILE}"))
# Good manners of any dossier: no notice asks for them.
OWN_RULES = {"heading-too-deep", "picture-too-coarse"}


def stated_by_notice(name: str) -> set[str]:
    """The paths of what a pack's notice states; names and kinds of documents are our own."""
    layers = style_layers(name)
    return {
        path
        for path, source in layers.sources.items()
        if not source.house and path.rpartition(".")[2] not in ("kind", "name", "title", "latin")
    }


def unclaimed(
    clauses: Collection[Clause], paths: Collection[str], rules: Collection[str]
) -> Iterator[str]:
    """Yield the values and rules that no clause of the list claims, directly or by its table."""
    claims = {claim for clause in clauses for claim in clause.by}
    for path in paths:
        if not any(path == claim or path.startswith(f"{claim}.") for claim in claims):
            yield path
    yield from (f"rule:{rule}" for rule in rules if f"rule:{rule}" not in claims)


def test_every_pack_that_extends_none_has_a_list() -> None:
    assert [folder.name for folder in LISTED] == ["luoyang"]


@pytest.mark.parametrize("folder", LISTED, ids=lambda folder: folder.name)
def test_what_a_list_names_exists(folder: Path) -> None:
    paths = style_layers(folder.name).sources
    assert list(uncovered_claims(read_coverage(folder), paths, CODES)) == []


@pytest.mark.parametrize("folder", LISTED, ids=lambda folder: folder.name)
def test_a_clause_stands_in_a_list_once(folder: Path) -> None:
    clauses = [clause.id for clause in read_coverage(folder)]
    assert len(clauses) == len(set(clauses))


@pytest.mark.parametrize("folder", LISTED, ids=lambda folder: folder.name)
def test_every_rule_is_asked_for_by_a_clause_or_is_good_manners(folder: Path) -> None:
    missing = set(unclaimed(read_coverage(folder), (), CODES))
    assert missing == {f"rule:{code}" for code in OWN_RULES}


def test_every_value_that_the_notice_states_is_claimed_by_a_clause() -> None:
    clauses = read_coverage(styles_dir() / "luoyang")
    tables = {path for path in style_layers("luoyang").sources if path in _tables()}
    missing = set(unclaimed(clauses, stated_by_notice("luoyang") - tables, ()))
    # How the case's own words are tied to the notice's sections is no clause's matter.
    assert {path for path in missing if not path.startswith("sections.")} <= {
        "documents.form.choices.nature.field",
        "documents.form.choices.size.field",
    }


def _tables() -> set[str]:
    sources = style_layers("luoyang").sources
    return {path for path in sources if any(each.startswith(f"{path}.") for each in sources)}


@pytest.mark.parametrize("fields", [{}, {"by": ("edition",), "none": "无"}])
def test_a_clause_is_either_covered_or_explained(fields: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="要么"):
        Clause.model_validate({"id": "一", "text": "要求", **fields})


def test_a_claim_to_what_is_not_there_is_found() -> None:
    clause = Clause(id="一", text="要求", by=("roles.nosuch", "rule:nosuch", "edition"))
    assert list(uncovered_claims([clause], {"edition"}, {"missing-field"})) == [
        ("一", "roles.nosuch"),
        ("一", "rule:nosuch"),
    ]
