"""A dossier's files are put into the company's folder: all of them, or none."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from docgen.dossier import folder as folder_module
from docgen.dossier.folder import DossierFile, folder_of, place_files
from docgen.filenames import safe_name
from docgen.findings import Finding
from docgen.write import PrintedFile
from tests.cases.unit.making import ROOT, refusal


def files(**contents: str) -> list[DossierFile]:
    """Return files by stem, and the manifest that lists them."""
    made = [
        DossierFile(f"{stem}.docx", PrintedFile(".docx", text.encode()))
        for stem, text in contents.items()
    ]
    listed = json.dumps(
        {
            "files": [
                {"name": f"{stem}.docx", "sha256": hashlib.sha256(text.encode()).hexdigest()}
                for stem, text in contents.items()
            ]
        }
    )
    return [*made, DossierFile("manifest.json", PrintedFile(".json", listed.encode()))]


def inside(folder: Path) -> dict[str, str]:
    return {
        path.name: path.read_text(encoding="utf-8")
        for path in sorted(folder.iterdir())
        if path.name != "manifest.json"
    }


# ── Names ───────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("洛阳试样轴承有限公司", "洛阳试样轴承有限公司"),
        ("../../x", "..／..／x"),
        ("甲/乙\\丙", "甲／乙＼丙"),
        ('<>:"|?*', "＜＞：＂｜？＊"),
        ("公司. . ", "公司"),
        (" 公司", "公司"),
        ("CON", "_CON"),
        ("nul", "_nul"),
        ("COM1.docx", "_COM1.docx"),
        ("LPT9", "_LPT9"),
        ("..", "_"),
        ("", "_"),
        ("COMPANY", "COMPANY"),
        ("甲\n乙", "甲 乙"),
        ("e\u0301", "\u00e9"),
    ],
)
def test_a_name_is_one_that_every_system_accepts(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_an_overlong_name_is_cut_and_keeps_a_hash() -> None:
    one, other = "公" * 300 + "甲", "公" * 300 + "乙"
    assert len(safe_name(one).encode()) <= 240
    assert safe_name(one).startswith("公" * 60)
    assert safe_name(one).endswith(hashlib.sha256(one.encode()).hexdigest()[:8])
    assert safe_name(one) != safe_name(other)


def test_a_name_cannot_lead_out_of_the_output_folder(tmp_path: Path) -> None:
    output = tmp_path / "out"
    assert placed(output, "../外面", files(甲="一")).parent == output
    assert not (tmp_path / "外面").exists()


def placed(output: Path, company: str, made: list[DossierFile]) -> Path:
    """Place the files, none of which people have changed, and return the company's folder."""
    assert place_files(folder_of(output, company), made) == []
    return folder_of(output, company)


# ── Writing ─────────────────────────────────────────────


def test_files_are_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    folder = placed(tmp_path, "公司", files(甲="一", 乙="二"))
    assert folder == tmp_path / "公司"
    assert inside(folder) == {"甲.docx": "一", "乙.docx": "二"}
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["公司"]


def test_a_second_run_replaces_the_first(tmp_path: Path) -> None:
    placed(tmp_path, "公司", files(甲="旧"))
    assert inside(placed(tmp_path, "公司", files(甲="新"))) == {"甲.docx": "新"}


def test_what_is_no_longer_made_is_removed_and_what_others_put_there_is_kept(
    tmp_path: Path,
) -> None:
    folder = placed(tmp_path, "公司", files(甲="一", 乙="二"))
    (folder / "我的笔记.txt").write_text("留着", encoding="utf-8")
    placed(tmp_path, "公司", files(甲="一"))
    assert inside(folder) == {"甲.docx": "一", "我的笔记.txt": "留着"}


@pytest.mark.parametrize(
    "manifest",
    [
        "{", "[]", "{}", '{"files": 5}', '{"files": [{}]}', '{"files": [{"name": "../外.txt"}]}',
        '{"files": [{"name": ".."}]}', '{"files": [{"name": ""}]}', '{"files": [{"name": 5}]}',
    ],
)  # fmt: skip
def test_a_spoilt_manifest_harms_nothing(tmp_path: Path, manifest: str) -> None:
    outside = tmp_path / "外.txt"
    outside.write_text("留着", encoding="utf-8")
    folder = tmp_path / "公司"
    folder.mkdir()
    (folder / "manifest.json").write_text(manifest, encoding="utf-8")
    assert inside(placed(tmp_path, "公司", files(甲="一"))) == {"甲.docx": "一"}
    assert outside.exists()


# ── What people have changed ────────────────────────────


def changed(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_what_was_changed_after_it_was_made_is_kept_beside_the_new_file(tmp_path: Path) -> None:
    folder = placed(tmp_path, "公司", files(甲="一", 乙="二"))
    changed(folder, "甲.docx", "改过")
    (finding,) = place_files(folder, files(甲="新", 乙="新"))
    assert inside(folder) == {"甲.docx": "新", "甲-手改.docx": "改过", "乙.docx": "新"}
    assert (finding.code, finding.place.file) == ("edited-file-kept", str(folder / "甲.docx"))
    assert "甲-手改.docx" in finding.message


def test_each_change_is_kept_under_a_name_of_its_own(tmp_path: Path) -> None:
    folder = placed(tmp_path, "公司", files(甲="一"))
    for text in ("改过", "又改过"):
        changed(folder, "甲.docx", text)
        place_files(folder, files(甲="一"))
    assert inside(folder) == {"甲.docx": "一", "甲-手改.docx": "改过", "甲-手改2.docx": "又改过"}


def test_a_change_that_the_new_file_has_too_needs_no_keeping(tmp_path: Path) -> None:
    folder = placed(tmp_path, "公司", files(甲="一"))
    changed(folder, "甲.docx", "改过")
    assert place_files(folder, files(甲="改过")) == []
    assert inside(folder) == {"甲.docx": "改过"}


def test_somebody_elses_file_of_the_same_name_is_kept(tmp_path: Path) -> None:
    (tmp_path / "公司").mkdir()
    changed(tmp_path / "公司", "甲.docx", "别人的")
    assert len(place_files(tmp_path / "公司", files(甲="一"))) == 1
    assert inside(tmp_path / "公司") == {"甲.docx": "一", "甲-手改.docx": "别人的"}


def test_what_was_changed_and_is_no_longer_made_stays_where_it_is(tmp_path: Path) -> None:
    folder = placed(tmp_path, "公司", files(甲="一", 乙="二", 丙="三"))
    changed(folder, "乙.docx", "改过")
    (finding,) = place_files(folder, files(甲="一"))
    assert inside(folder) == {"甲.docx": "一", "乙.docx": "改过"}
    assert (finding.code, finding.place.file) == ("edited-file-left", str(folder / "乙.docx"))


def test_a_fault_leaves_a_changed_file_under_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = placed(tmp_path, "公司", files(甲="一", 乙="二"))
    changed(folder, "甲.docx", "改过")
    replaced = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if self.name == "乙.docx" and target.parent == folder:
            raise PermissionError(13, "Permission denied")
        return replaced(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        refusal(lambda: place_files(folder, files(甲="新", 乙="新")))
    assert inside(folder)["甲.docx"] == "改过"
    assert "甲-手改.docx" not in inside(folder)


# ── Faults ──────────────────────────────────────────────


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """An output folder with what an earlier run made."""
    placed(tmp_path, "公司", files(甲="旧甲", 乙="旧乙"))
    return tmp_path


def test_a_disk_that_fills_up_leaves_the_old_files(
    earlier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = folder_module._write_synced

    def fill_up(path: Path, content: PrintedFile) -> None:
        if path.name == "乙.docx":
            raise OSError(28, "No space left on device")
        written(path, content)

    monkeypatch.setattr(folder_module, "_write_synced", fill_up)
    (finding,) = refusal(lambda: placed(earlier, "公司", files(甲="新甲", 乙="新乙")))
    assert finding.code == "output-unwritable"
    assert "磁盘已满" in finding.message
    assert inside(earlier / "公司") == {"甲.docx": "旧甲", "乙.docx": "旧乙"}
    assert [path.name for path in earlier.iterdir() if path.is_dir()] == ["公司"]


def test_a_file_that_cannot_be_replaced_leaves_all_the_old_ones(tmp_path: Path) -> None:
    folder = placed(tmp_path, "公司", files(甲="旧甲"))
    (folder / "乙.docx").mkdir()
    (folder / "乙.docx" / "x").write_text("占着", encoding="utf-8")
    (finding,) = refusal(lambda: placed(tmp_path, "公司", files(甲="新甲", 乙="新乙")))
    assert finding.code == "output-unwritable"
    assert (folder / "甲.docx").read_text(encoding="utf-8") == "旧甲"


def test_a_linked_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "别处").mkdir()
    (tmp_path / "公司").symlink_to(tmp_path / "别处")
    (finding,) = refusal(lambda: placed(tmp_path, "公司", files(甲="一")))
    assert finding.code == "output-is-link"
    assert list((tmp_path / "别处").iterdir()) == []


def test_a_linked_file_is_replaced_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "重要.txt"
    victim.write_text("留着", encoding="utf-8")
    (tmp_path / "公司").mkdir()
    (tmp_path / "公司" / "甲.docx").symlink_to(victim)
    place_files(tmp_path / "公司", files(甲="一"))
    assert victim.read_text(encoding="utf-8") == "留着"
    assert not (tmp_path / "公司" / "甲.docx").is_symlink()


def test_a_file_in_the_way_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "公司").write_text("文件", encoding="utf-8")
    (finding,) = refusal(lambda: placed(tmp_path, "公司", files(甲="一")))
    assert "同名的文件" in finding.message
    assert finding.cure


def test_an_output_below_a_file_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("文件", encoding="utf-8")
    (finding,) = refusal(lambda: placed(tmp_path / "out", "公司", files(甲="一")))
    assert finding.code == "output-unwritable"
    assert "不是文件夹" in finding.message


def test_a_second_run_on_the_same_folder_is_kept_out(
    earlier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = (
        "from pathlib import Path\nfrom docgen.dossier.folder import place_files\n"
        "from docgen.findings import DocgenError\n"
        f"try: place_files(Path({str(earlier / '公司')!r}), [])\n"
        "except DocgenError as error: print(error.findings[0].code)\n"
    )
    said = []

    def meanwhile(*_: object) -> list[Finding]:
        done = subprocess.run(
            [sys.executable, "-c", second], cwd=ROOT, capture_output=True, text=True, check=True
        )
        said.append(done.stdout.strip())
        return []

    monkeypatch.setattr(folder_module, "_put", meanwhile)
    placed(earlier, "公司", files(甲="新甲", 乙="新乙"))
    assert said == ["output-in-use"]
    assert inside(earlier / "公司") == {"甲.docx": "旧甲", "乙.docx": "旧乙"}


def test_nothing_but_the_companys_folder_is_left_in_the_output(earlier: Path) -> None:
    assert [path.name for path in earlier.iterdir()] == ["公司"]


def test_a_folder_that_cannot_be_written_names_the_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, content: PrintedFile) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(folder_module, "_write_synced", refuse)
    (finding,) = refusal(lambda: placed(tmp_path, "公司", files(甲="一")))
    assert "权限" in finding.message
    assert "-o" in finding.cure
    assert finding.place.file == str(tmp_path / "公司")


@pytest.mark.parametrize("move", range(1, 5))
@pytest.mark.parametrize("done", [True, False], ids=["after", "before"])
def test_an_interrupt_at_any_move_loses_no_file(
    earlier: Path, monkeypatch: pytest.MonkeyPatch, move: int, done: bool
) -> None:
    replaced, moves = Path.replace, iter(range(1, 100))

    def interrupted(self: Path, target: Path) -> Path:
        now = next(moves)
        if now == move and not done:
            raise KeyboardInterrupt
        result = replaced(self, target)
        if now == move:
            raise KeyboardInterrupt
        return result

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        placed(earlier, "公司", files(甲="新甲", 乙="新乙"))
    assert inside(earlier / "公司") == {"甲.docx": "旧甲", "乙.docx": "旧乙"}
