"""Templates, fonts and packs are found where docgen lies."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

from docgen import resources
from docgen.resources import fonts_dir, styles_dir, templates_dir
from tests.cases.unit.making import ROOT


def test_in_a_checkout_they_lie_beside_the_package() -> None:
    assert fonts_dir() == ROOT / "fonts"
    assert templates_dir() == ROOT / "templates"
    assert styles_dir() == ROOT / "docgen" / "styles"


def test_what_they_hold_is_there() -> None:
    assert (fonts_dir() / "SHA256SUMS").is_file()
    assert (templates_dir() / "word" / "base.docx").is_file()
    assert (templates_dir() / "html" / "document.html").is_file()
    assert (styles_dir() / "house.toml").is_file()


def test_when_installed_they_lie_inside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "docgen"
    (package / "_data" / "fonts").mkdir(parents=True)
    (package / "_data" / "templates").mkdir()
    shutil.copy(str(resources.__file__), package / "resources.py")
    spec = importlib.util.spec_from_file_location("installed", package / "resources.py")
    assert spec is not None
    assert spec.loader is not None
    installed = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(installed)
    assert installed.fonts_dir() == package / "_data" / "fonts"
    assert installed.templates_dir() == package / "_data" / "templates"
