"""Files that people wrote: what each paragraph is taken for, and what is found, line by line.

The goldens were read and put right by hand: each planted slip is found, and nothing else.
``pytest --renew-goldens`` writes them anew; read the diff before committing it.
"""

from __future__ import annotations

import difflib
import io
import zipfile
from pathlib import Path

import pytest

from docgen.check.word.check import check_word
from docgen.check.word.reading import read_for
from docgen.read import open_package
from docgen.style.load import load_style
from tests.cases.written.make import MADE, NAMES
from tests.conftest import ROOT

WRITTEN = ROOT / "tests/cases/written"
GOLDEN = ROOT / "tests/golden/written"
STYLE = "luoyang"
LARGEST = 60_000  # bytes
_SHOWN = 20


def said_of(path: Path) -> str:
    """A file's paragraphs outside tables with their roles, then what is found in it."""
    style = load_style(STYLE)
    reading = read_for(open_package(path.read_bytes(), path.name), style)
    roles = [
        f"{part.line.number} {part.role} {part.section or '-'} {part.value or '-'} "
        f"{part.line.printed.strip()[:_SHOWN]}".rstrip()
        for part in reading.parts
        if not part.line.table
    ]
    findings = [
        f"{each.code} {each.severity} {each.place.title} {each.message}"
        for each, _ in check_word(path, style)
    ]
    return "\n".join([*roles, "", *findings, ""])


def parts(file: bytes) -> dict[str, bytes]:
    """Part → its bytes: packed, they differ from one zlib to another."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", NAMES)
def test_what_is_said_of_a_written_file_is_as_it_was(
    name: str, pytestconfig: pytest.Config
) -> None:
    golden = GOLDEN / f"{name}.txt"
    now = said_of(WRITTEN / f"{name}.docx")
    if pytestconfig.getoption("renew_goldens"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(now, encoding="utf-8")
    kept = golden.read_text(encoding="utf-8").splitlines(keepends=True)
    changes = "".join(
        difflib.unified_diff(kept, now.splitlines(keepends=True), "golden", "now", n=1)
    )
    if changes:
        pytest.fail(
            f"What is said of {name} has changed. If that is meant, run pytest --renew-goldens "
            f"and read the diff before committing it.\n{changes}",
            pytrace=False,
        )


@pytest.mark.parametrize("name", MADE)
def test_a_file_made_by_the_script_is_what_the_script_makes(name: str) -> None:
    assert parts((WRITTEN / f"{name}.docx").read_bytes()) == parts(MADE[name]())


@pytest.mark.parametrize("name", NAMES)
def test_a_written_file_is_small(name: str) -> None:
    assert (WRITTEN / f"{name}.docx").stat().st_size <= LARGEST
