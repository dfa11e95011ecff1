"""What all tests share: the rendered dossiers, and the goldens' switch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.independent.word import Word

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "samples/lichuan-bearing/case.json"
SECOND_SAMPLE = ROOT / "samples/henglan-pump/case.json"
SMALL = ROOT / "tests/cases/small/case.json"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew-goldens",
        action="store_true",
        help="write the goldens anew instead of comparing with them",
    )


@dataclass(frozen=True)
class Rendered:
    """A dossier on disk and the case it was made from.

    Attributes:
        folder: The company's folder.
        case_file: The case.
    """

    folder: Path
    case_file: Path

    def docx(self, name: str) -> Path:
        """The Word file of a document."""
        return self.folder / f"{name}.docx"

    def pdf(self, name: str) -> Path:
        """The PDF of a document."""
        return self.folder / f"{name}.pdf"

    def word(self, name: str) -> Word:
        """The Word file of a document, read by the independent reader."""
        return _word(self.docx(name))


@cache
def _word(path: Path) -> Word:
    from tests.independent.word import Word

    return Word(path)


def _render(case_file: Path, output: Path, style: str = "luoyang") -> Rendered:
    from docgen.dossier import render_case

    return Rendered(render_case(case_file, style, output).folder, case_file)


Issued = Callable[[str], Rendered]


@pytest.fixture(scope="session")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Issued:
    """Style → the second sample rendered for it, once."""

    @cache
    def rendered(style: str) -> Rendered:
        return _render(SECOND_SAMPLE, tmp_path_factory.mktemp("issued"), style)

    return rendered


@pytest.fixture(scope="session")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """The sample, rendered once."""
    return _render(SAMPLE, tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """The small case, which has every kind of block, rendered once."""
    return _render(SMALL, tmp_path_factory.mktemp("small"))
