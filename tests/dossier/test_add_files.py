"""Files are added to a folder that others use as well: all of them, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.dossier import folder as folder_module
from docgen.dossier.folder import DossierFile, add_files
from docgen.findings import Finding, Severity
from docgen.write import PrintedFile
from tests.cases.unit.making import refusal
from tests.dossier.test_folder import files


def add(folder: Path, **contents: str) -> list[Finding]:
    """Add files by stem."""
    return add_files(folder, files(**contents)[:-1])


def add_opinions(folder: Path, suffix: str = ".docx", **contents: str) -> list[Finding]:
    """Add files by stem in a folder of their own, and a letter beside it."""
    within = [
        DossierFile(f"意见/{stem}{suffix}", PrintedFile(suffix, text.encode()))
        for stem, text in contents.items()
    ]
    letter = DossierFile(f"推荐文件{suffix}", PrintedFile(suffix, "推荐".encode()))
    return add_files(folder, [letter, *within])


def inside(folder: Path) -> dict[str, str]:
    """Return the files that are seen in a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


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

    def meanwhile(folder: Path, *_: object) -> list[Finding]:
        monkeypatch.undo()
        said.extend(refusal(lambda: add(folder, 甲="二")))
        return []

    monkeypatch.setattr(folder_module, "_put", meanwhile)
    add(tmp_path, 甲="一")
    assert [finding.code for finding in said] == ["output-in-use"]


def test_what_was_changed_after_it_was_made_is_kept_beside_the_new_file(tmp_path: Path) -> None:
    add(tmp_path, 甲="一", 乙="二")
    (tmp_path / "甲.docx").write_text("改过", encoding="utf-8")
    (finding,) = add(tmp_path, 甲="新", 乙="新")
    assert inside(tmp_path) == {"甲.docx": "新", "甲-手改.docx": "改过", "乙.docx": "新"}
    assert (finding.code, finding.place.file) == ("edited-file-kept", str(tmp_path / "甲.docx"))


def test_opinions_on_companies_that_are_no_longer_recommended_go(tmp_path: Path) -> None:
    """Or the unit would send one too many, and two numbered alike."""
    add(tmp_path, 汇总表="表")
    add_opinions(tmp_path, **{"01-甲": "一", "02-乙": "二", "03-丙": "三"})
    (tmp_path / "意见" / "01-甲.docx").write_text("改过", encoding="utf-8")
    (tmp_path / "意见" / "我的.docx").write_text("留着", encoding="utf-8")
    finding, gone = add_opinions(tmp_path, **{"01-丙": "三"})
    assert set(inside(tmp_path)) == {
        "推荐文件.docx", "汇总表.docx", "意见/01-丙.docx", "意见/01-甲.docx", "意见/我的.docx",
    }  # fmt: skip
    assert finding.code == "edited-file-left"
    assert (gone.code, gone.severity) == ("file-removed", Severity.NOTE)
    assert "意见/02-乙.docx、意见/03-丙.docx" in gone.message


def test_what_cannot_be_removed_is_told_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_opinions(tmp_path, **{"01-甲": "一", "02-乙": "二"})
    unlink = Path.unlink

    def refuse(self: Path, missing_ok: bool = False) -> None:
        if self.name == "02-乙.docx":
            raise PermissionError(13, "Permission denied")
        unlink(self, missing_ok=missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        (finding,) = add_opinions(tmp_path, **{"01-甲": "新"})
    assert (finding.code, finding.place.file) == (
        "file-not-removed", str(tmp_path / "意见" / "02-乙.docx"),
    )  # fmt: skip
    assert inside(tmp_path)["意见/01-甲.docx"] == "新"
    assert [each.code for each in add_opinions(tmp_path, **{"01-甲": "新"})] == ["file-removed"]
    assert "意见/02-乙.docx" not in inside(tmp_path)


def test_another_format_made_later_leaves_the_first(tmp_path: Path) -> None:
    add_opinions(tmp_path, 甲="一")
    assert add_opinions(tmp_path, ".pdf", 甲="一") == []
    assert {"意见/甲.docx", "意见/甲.pdf"} <= set(inside(tmp_path))


def test_what_another_command_made_is_known_as_made(tmp_path: Path) -> None:
    add(tmp_path, 汇总表="旧")
    add_opinions(tmp_path, 甲="一")
    assert add(tmp_path, 汇总表="新") == []
    assert "汇总表-手改.docx" not in inside(tmp_path)
