"""Every rule by its code: those for cases and those for Word files."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docgen.check import rules
from docgen.check.word import rules as word_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from types import ModuleType

_EXPLANATIONS = Path(__file__).with_name("explanations.toml")


class Explanation(NamedTuple):
    """A rule explained in Chinese: what it finds, why, an example, the cure."""

    what: str
    why: str
    example: str
    cure: str


def code_of(rule: ModuleType) -> str:
    """Return a rule's code: its file's name, e.g. ``section-too-long``."""
    return rule.__name__.rpartition(".")[2].replace("_", "-")


def by_code(found: Iterable[ModuleType]) -> dict[str, ModuleType]:
    """Return rules by their codes.

    Raises:
        ValueError: If two have the same: a finding must name one rule alone.
    """
    registry: dict[str, ModuleType] = {}
    for rule in found:
        if (code := code_of(rule)) in registry:
            raise ValueError(f"two rules have the code {code}")
        registry[code] = rule
    return registry


#: Code → rule, in the order in which findings are told.
RULES: Mapping[str, ModuleType] = by_code((*rules.RULES, *word_rules.RULES))


def explanations() -> dict[str, Explanation]:
    """Return the Chinese explanation of every rule, by its code."""
    table = tomllib.loads(_EXPLANATIONS.read_text(encoding="utf-8"))
    return {code: Explanation(**texts) for code, texts in table.items()}
