"""The same input gives the same bytes, in another process and another order of hashes too."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from pypdf import PdfReader

from tests.conftest import ROOT, SMALL, Rendered


def test_another_run_makes_the_same_bytes(small: Rendered, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "docgen", "render", str(SMALL), "--style", "luoyang", "-q"]
    environment = os.environ | {"PYTHONHASHSEED": "271828", "TZ": "America/Lima", "LC_ALL": "C"}
    subprocess.run(
        [*command, "-o", str(tmp_path)], check=True, cwd=ROOT, env=environment, capture_output=True
    )
    again = contents(tmp_path / small.folder.name)
    assert set(again) == set(contents(small.folder))
    assert [name for name, data in contents(small.folder).items() if again[name] != data] == []


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_dossier_holds_what_its_manifest_says(dossier: Rendered) -> None:
    manifest = json.loads((dossier.folder / "manifest.json").read_text(encoding="utf-8"))
    files = {each["name"]: each for each in manifest["files"]}
    found = {path.name: path for path in dossier.folder.iterdir()}
    assert set(found) == {*files, "manifest.json"}
    for name, said in files.items():
        data = found[name].read_bytes()
        assert said["bytes"] == len(data)
        assert said["sha256"] == hashlib.sha256(data).hexdigest()
        if name.endswith(".pdf"):
            assert said["pages"] == len(PdfReader(found[name]).pages)
    assert (manifest["style"], manifest["edition"]) == ("luoyang", 2023)
