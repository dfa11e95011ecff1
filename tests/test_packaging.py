"""The wheel holds what the checkout holds, and renders the same bytes."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cases.unit.making import ROOT, SAMPLE

PLACES = {
    "templates/": "docgen/_data/templates/",
    "fonts/": "docgen/_data/fonts/",
    "docgen/": "docgen/",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without the network."""
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(target)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = target.glob("*.whl")
    return built


def kept() -> list[str]:
    """Return the files under version control, or to be, that belong to the package."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *PLACES],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    names = listed.stdout.decode("utf-8").split("\0")
    return [name for name in names if name and (ROOT / name).is_file()]


def sums(folder: Path) -> dict[str, str]:
    """Return name → SHA-256 of the files made below a folder."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_wheel_holds_exactly_the_files_of_the_checkout(wheel: Path) -> None:
    wanted = {
        PLACES[place] + name.removeprefix(place)
        for name in kept()
        for place in PLACES
        if name.startswith(place)
    }
    with zipfile.ZipFile(wheel) as package:
        held = {name for name in package.namelist() if ".dist-info/" not in name}
    assert len(wanted) > 100
    assert held == wanted


def test_the_wheel_carries_the_licences_and_the_command(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as package:
        about = {name for name in package.namelist() if ".dist-info/" in name}
        commands = package.read(next(name for name in about if name.endswith("entry_points.txt")))
    assert {name.rpartition("/")[2] for name in about if "/licenses/" in name} == {
        "LICENSE",
        "OFL.txt",
        "characters-8105-MIT.txt",
    }
    assert b"docgen = docgen.cli:app" in commands


def test_the_installed_wheel_renders_the_sample_to_the_same_bytes(
    wheel: Path, tmp_path: Path
) -> None:
    site, made = tmp_path / "site", {}
    install = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index"]
    subprocess.run(
        [*install, "--no-compile", "--target", str(site), str(wheel)],
        check=True,
        capture_output=True,
        env=os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1"},
    )
    (tmp_path / "elsewhere").mkdir()
    for name, path in (("wheel", site), ("checkout", ROOT)):
        where = subprocess.run(
            [sys.executable, "-c", "import docgen; print(docgen.__file__)"],
            cwd=tmp_path / "elsewhere",
            env=os.environ | {"PYTHONPATH": str(path)},
            check=True,
            capture_output=True,
            text=True,
        )
        assert Path(where.stdout.strip()) == path / "docgen" / "__init__.py"
        render = [sys.executable, "-m", "docgen", "render", str(SAMPLE), "--style", "luoyang"]
        subprocess.run(
            [*render, "-o", str(tmp_path / name)],
            cwd=tmp_path / "elsewhere",
            env=os.environ | {"PYTHONPATH": str(path)},
            check=True,
            capture_output=True,
        )
        made[name] = sums(tmp_path / name)
    assert len(made["wheel"]) == 13
    assert made["wheel"] == made["checkout"]
    (manifest,) = (tmp_path / "wheel").glob("*/manifest.json")
    listed = json.loads(manifest.read_bytes())["files"]
    assert {file["sha256"] for file in listed} <= set(made["wheel"].values())
