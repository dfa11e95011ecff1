"""What a machine lacks is said before it is needed."""

from __future__ import annotations

import ctypes.util
import shutil
from pathlib import Path

import pytest

from docgen import fonts
from docgen.findings import Finding, Severity
from docgen.resources import fonts_dir
from docgen.system import system_findings
from docgen.write import pdf


@pytest.fixture(autouse=True)
def _complete(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the machine for complete, whatever it is."""
    monkeypatch.setattr(ctypes.util, "find_library", lambda name: f"lib{name}.so")
    monkeypatch.setattr(pdf, "require_engine", lambda: None)


def test_a_complete_machine_lacks_nothing() -> None:
    assert system_findings() == []


def test_an_altered_and_a_missing_face_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = shutil.copytree(fonts_dir(), tmp_path / "fonts")
    with (copy / "DocgenSong-Bold.otf").open("ab") as stream:
        stream.write(b"x")
    (copy / "DocgenHei-Regular.otf").unlink()
    monkeypatch.setattr(fonts, "fonts_dir", lambda: copy)
    found = system_findings()
    assert {finding.place.file for finding in found} == {
        "DocgenSong-Bold.otf",
        "DocgenHei-Regular.otf",
    }
    assert {(finding.code, finding.severity) for finding in found} == {
        ("font-altered", Severity.ERROR)
    }


def test_faces_without_their_sums_are_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "fonts_dir", lambda: tmp_path)
    assert [finding.place.file for finding in system_findings()] == ["SHA256SUMS"]


def test_a_missing_engine_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = Finding("pdf-engine-missing", "缺少 Pango。", "请安装。")

    def fail() -> None:
        raise pdf.EngineMissing([missing])

    monkeypatch.setattr(pdf, "require_engine", fail)
    assert system_findings() == [missing]


def test_a_missing_subsetter_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes.util, "find_library", lambda name: None)
    (finding,) = system_findings()
    assert (finding.code, finding.severity) == ("subsetter-missing", Severity.WARNING)
    assert "apt-get install" in finding.cure
