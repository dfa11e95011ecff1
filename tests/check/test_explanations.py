"""Every rule is explained in Chinese, in words for people who know Word and no code."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from docgen import check, consistency

HERE = Path(check.__file__).parent
FOLDERS = (HERE / "rules", HERE / "word/rules", Path(consistency.__file__).parent / "rules")
TEXTS: dict[str, dict[str, str]] = tomllib.loads(
    (HERE / "explanations.toml").read_text(encoding="utf-8")
)
KEYS = ["what", "why", "example", "cure"]
ENTRIES = [(code, key) for code in TEXTS for key in KEYS]
#: Braces, names with underscores, file names, dotted paths, and docgen's own name.
CODE_LIKE = re.compile(
    r"[{}`_]|docgen|\.(?:py|toml|json)\b|[a-z]+\.[a-z]+\.|None|True|False", re.IGNORECASE
)
YEAR = re.compile(r"(?<!\d)20\d\d\s*年")


def _codes(folder: Path) -> list[str]:
    files = folder.glob("*.py")
    return [each.stem.replace("_", "-") for each in files if each.stem != "__init__"]


def test_every_rule_has_an_explanation_and_nothing_else_has() -> None:
    assert sorted(TEXTS) == sorted(code for folder in FOLDERS for code in _codes(folder))


@pytest.mark.parametrize("code", TEXTS)
def test_an_explanation_says_what_why_an_example_and_the_cure(code: str) -> None:
    assert list(TEXTS[code]) == KEYS


@pytest.mark.parametrize(("code", "key"), ENTRIES)
def test_an_explanation_is_of_whole_sentences(code: str, key: str) -> None:
    text = TEXTS[code].get(key, "")
    assert text.strip("。 ")
    assert text == text.strip()
    assert text.endswith("。")


@pytest.mark.parametrize(("code", "key"), ENTRIES)
def test_an_explanation_speaks_of_no_code_and_no_edition(code: str, key: str) -> None:
    text = TEXTS[code].get(key, "")
    assert not CODE_LIKE.search(text)
    assert not YEAR.search(text)
