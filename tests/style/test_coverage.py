"""Every clause of a notice is carried out, or it is said why not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from docgen.check.registry import RULES
from docgen.resources import styles_dir
from docgen.style.coverage import COVERAGE_FILE, Clause, read_coverage, uncovered_claims
from docgen.style.load import style_layers, style_names

CODES = set(RULES)
LISTED = sorted(path.parent for path in styles_dir().glob(f"*/{COVERAGE_FILE}"))
# Good manners of any dossier: no notice asks for them.
OWN_RULES = {
    "evidence-id-repeated",
    "heading-too-deep",
    "picture-too-coarse",
    # No notice of the six forbids words; a user's own pack may.
    "forbidden-word",
    "heading-level-skipped",
    "heading-number-wrong",
    "indent-uneven",
    "placeholder-left",
    "template-mark-left",
    "changes-left",
    "comments-left",
    "another-company-named",
    "another-company-speaks",
    "override-misnamed",
}


def stated_by_notice(name: str) -> set[str]:
    """The paths of what a pack's notice states; names and kinds of documents are our own."""
    layers = style_layers(name)
    return {
        path
        for path, source in layers.sources.items()
        if source.pack == name
        and not source.house
        and path.rpartition(".")[2] not in ("kind", "name", "title", "latin")
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


# A pack that changes its parent's cover alone, for the next higher issuer, has no notice.
NO_NOTICE = {"luoyang-provincial"}


def test_every_notice_has_a_list() -> None:
    assert {folder.name for folder in LISTED} == set(style_names()) - NO_NOTICE


@pytest.mark.parametrize("folder", LISTED, ids=lambda folder: folder.name)
def test_what_a_list_names_exists(folder: Path) -> None:
    paths = style_layers(folder.name).sources
    assert list(uncovered_claims(read_coverage(folder), paths, CODES)) == []


@pytest.mark.parametrize("folder", LISTED, ids=lambda folder: folder.name)
def test_a_clause_stands_in_a_list_once(folder: Path) -> None:
    clauses = [clause.id for clause in read_coverage(folder)]
    assert len(clauses) == len(set(clauses))


def test_every_rule_is_asked_for_by_a_clause_or_is_good_manners() -> None:
    clauses = [clause for folder in LISTED for clause in read_coverage(folder)]
    assert set(unclaimed(clauses, (), CODES)) == {f"rule:{code}" for code in OWN_RULES}


@pytest.mark.parametrize("folder", LISTED, ids=lambda folder: folder.name)
def test_every_value_that_the_notice_states_is_claimed_by_a_clause(folder: Path) -> None:
    name = folder.name
    missing = set(unclaimed(read_coverage(folder), stated_by_notice(name) - _tables(name), ()))
    # How the case's own words are tied to the notice's sections and boxes is no clause's matter.
    assert [path for path in sorted(missing) if not re.match(_TIES, path)] == []


_TIES = r"sections\.|documents\.\w+\.(choices\.\w+\.field|part_of|titled|products)$"


def _tables(name: str) -> set[str]:
    sources = style_layers(name).sources
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
