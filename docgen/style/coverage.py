"""The coverage list of a pack: every clause of its notice, and what carries it out.

`coverage.toml` beside `style.toml` lists the clauses. A clause is covered by values of the style
(dotted paths), documents, and rules (``rule:<code>``), or by nothing, for a stated reason.
"""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, model_validator

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

COVERAGE_FILE = "coverage.toml"
_RULE = "rule:"


class Clause(BaseModel):
    """One clause of a notice.

    Attributes:
        id: Where it stands, e.g. 附件3 三.
        text: What it says, in its own words or shortened.
        by: What carries it out.
        none: Why nothing does.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(min_length=1)
    text: str = Field(min_length=1)
    by: tuple[str, ...] = ()
    none: str = ""

    @model_validator(mode="after")
    def _covered_or_not(self) -> Clause:
        if bool(self.by) == bool(self.none):
            raise ValueError("一条要么写 by，要么写 none")
        return self


def read_coverage(folder: Path) -> list[Clause]:
    """Return the clauses listed beside a pack.

    Raises:
        OSError: If there is no list.
        ValueError: If it is no TOML, or a clause is neither covered nor explained.
    """
    table = tomllib.loads((folder / COVERAGE_FILE).read_text(encoding="utf-8"))
    return [Clause.model_validate(each) for each in table["clause"]]


def uncovered_claims(
    clauses: Collection[Clause], paths: Collection[str], rules: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield clause and claim for everything that a list names and that does not exist.

    Args:
        clauses: The list.
        paths: The dotted paths of the style's values and tables.
        rules: The codes of the rules.
    """
    for clause in clauses:
        for claim in clause.by:
            known = rules if claim.startswith(_RULE) else paths
            if claim.removeprefix(_RULE) not in known:
                yield clause.id, claim
