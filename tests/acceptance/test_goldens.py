"""The small case's files, part by part: any change shows as a diff.

``pytest --renew-goldens`` writes them anew; read the diff before committing it.
"""

from __future__ import annotations

import difflib
import re
from pathlib import Path

import pytest
from lxml import etree

from tests.acceptance.documents import ALL
from tests.conftest import ROOT, Rendered
from tests.independent.pdf import read_pages

GOLDEN = ROOT / "tests/golden/small"
_PARTS = re.compile(r"word/(document|styles|numbering|settings|footer\S*)\.xml")


def printed_parts(rendered: Rendered, name: str) -> dict[str, str]:
    """Part → its XML, one element a line; and the PDF's text, one sentence a line.

    Where the PDF's lines end is left out: that is the layout engine's own affair.
    """
    parts = {
        part.removeprefix("word/"): pretty(data)
        for part, data in rendered.word(name).parts.items()
        if _PARTS.fullmatch(part)
    }
    pages = read_pages(rendered.pdf(name), 0)
    text = "".join(
        f"第{number}页\n" + re.sub("(?<=[。；])", "\n", page.compact) + "\n"
        for number, page in enumerate(pages, start=1)
    )
    return parts | {"printed.txt": text}


def pretty(data: bytes) -> str:
    root = etree.fromstring(data, etree.XMLParser(remove_blank_text=True))
    return etree.tostring(root, pretty_print=True, encoding="unicode")


@pytest.mark.parametrize("name", ALL)
def test_files_are_as_they_were(small: Rendered, name: str, pytestconfig: pytest.Config) -> None:
    folder = GOLDEN / name
    parts = printed_parts(small, name)
    if pytestconfig.getoption("renew_goldens"):
        renew(folder, parts)
    kept = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*"))}
    assert sorted(kept) == sorted(parts), "parts came or went; see --renew-goldens"
    changes = "".join(
        difference for part, text in parts.items() for difference in diff(part, kept[part], text)
    )
    if changes:
        pytest.fail(
            f"{name} has changed. If that is meant, run pytest --renew-goldens and read the diff "
            f"before committing it.\n{changes[:20_000]}",
            pytrace=False,
        )


def renew(folder: Path, parts: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*"):
        old.unlink()
    for part, text in parts.items():
        (folder / part).write_text(text, encoding="utf-8")


def diff(part: str, before: str, after: str) -> list[str]:
    lines = (before.splitlines(keepends=True), after.splitlines(keepends=True))
    return list(difflib.unified_diff(*lines, f"golden/{part}", f"now/{part}", n=2))
