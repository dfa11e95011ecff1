"""Files are added to a folder that others use as well: all of them, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.dossier import folder as folder_module
from docgen.dossier.folder import add_files
from docgen.findings import Finding
from docgen.write import PrintedFile
from tests.cases.unit.making import refusal
from tests.dossier.test_folder import files


def add(folder: Path, **contents: str) -> None:
    """Add files by stem."""
    add_files(folder, files(**contents)[:-1])


def inside(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def test_the_folder_is_made_and_holds_the_files_alone(tmp_path: Path) -> None:
    add(tmp_path / "新" / "表", 甲="一", 乙="二")
    assert inside(tmp_path / "新" / "表") == {"甲.docx": "一", "乙.docx": "二"}


def test_files_of_the_same_names_are_replaced_and_others_are_kept(tmp_path: Path) -> None:
    (tmp_path / "我的笔记.txt").write_text("留着", encoding="utf-8")
    add(tmp_path, 甲="旧", 乙="二")
    add(tmp_path, 甲="新")
    assert inside(tmp_path) == {"甲.docx": "新", "乙.docx": "二", "我的笔记.txt": "留着"}


def test_a_dossiers_files_are_kept(tmp_path: Path) -> None:
    """What its manifest lists is another run's, not ours to remove."""
    manifest = '{"files": [{"name": "1-封面.docx"}]}'
    (tmp_path / "manifest.json").write_text(manifest, encoding="utf-8")
    (tmp_path / "1-封面.docx").write_text("留着", encoding="utf-8")
    add(tmp_path, 甲="一")
    assert inside(tmp_path) == {"1-封面.docx": "留着", "manifest.json": manifest, "甲.docx": "一"}


def test_a_fault_leaves_the_old_files_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(tmp_path, 甲="旧甲", 乙="旧乙")
    written = folder_module._write_synced

    def fill_up(path: Path, content: PrintedFile) -> None:
        if path.name == "乙.docx":
            raise OSError(28, "No space left on device")
        written(path, content)

    monkeypatch.setattr(folder_module, "_write_synced", fill_up)
    (finding,) = refusal(lambda: add(tmp_path, 甲="新甲", 乙="新乙"))
    assert finding.code == "output-unwritable"
    assert "磁盘已满" in finding.message
    assert inside(tmp_path) == {"甲.docx": "旧甲", "乙.docx": "旧乙"}


def test_a_linked_file_is_replaced_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "重要.txt"
    victim.write_text("留着", encoding="utf-8")
    folder = tmp_path / "表"
    folder.mkdir()
    (folder / "甲.docx").symlink_to(victim)
    add(folder, 甲="一")
    assert victim.read_text(encoding="utf-8") == "留着"
    assert not (folder / "甲.docx").is_symlink()


def test_a_file_in_the_way_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "表").write_text("文件", encoding="utf-8")
    (finding,) = refusal(lambda: add(tmp_path / "表", 甲="一"))
    assert "同名的文件" in finding.message


def test_a_second_run_on_the_same_folder_is_kept_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[Finding] = []

    def meanwhile(folder: Path, *_: object) -> None:
        monkeypatch.undo()
        said.extend(refusal(lambda: add(folder, 甲="二")))

    monkeypatch.setattr(folder_module, "_put", meanwhile)
    add(tmp_path, 甲="一")
    assert [finding.code for finding in said] == ["output-in-use"]
