"""Variants of the small case, made in a folder of their own."""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.conftest import SMALL

Facts = dict[str, Any]


def small_facts() -> Facts:
    """What the small case says, to be changed at will."""
    facts: Facts = json.loads(SMALL.read_text(encoding="utf-8"))
    return copy.deepcopy(facts)


def variant(folder: Path, change: Callable[[Facts], None] = lambda facts: None) -> Path:
    """Copy the small case into a folder, change its facts, and return its case file."""
    shutil.copytree(SMALL.parent, folder, dirs_exist_ok=True)
    facts = small_facts()
    change(facts)
    file = folder / "case.json"
    file.write_text(json.dumps(facts, ensure_ascii=False, indent=2), encoding="utf-8")
    return file
