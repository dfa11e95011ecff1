"""A new pack is sound from its first line, and loses nobody's work."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from docgen.cli import app
from docgen.dossier import render_case
from docgen.style.load import load_style, style_names
from docgen.style.starting import start_pack
from tests.cases.unit.making import changed, refusal, stored
from tests.conftest import SECOND_SAMPLE


def run(*arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["styles", *arguments])
    return done.exit_code, done.stdout + done.stderr


def test_a_new_issuers_pack_is_sound_and_renders(tmp_path: Path) -> None:
    folder = tmp_path / "某市"
    assert run("new", str(folder))[0] == 0
    assert run("check", str(folder))[0] == 0
    made = render_case(SECOND_SAMPLE, str(folder), tmp_path / "out").files
    assert made == (
        "1-封面.docx", "1-封面.pdf", "2-总结材料.docx", "2-总结材料.pdf", "manifest.json",
    )  # fmt: skip


@pytest.mark.parametrize("name", style_names())
def test_a_pack_that_extends_another_changes_nothing_yet(tmp_path: Path, name: str) -> None:
    start_pack(tmp_path / "新版", name)
    assert run("check", str(tmp_path / "新版"))[0] == 0
    own, parent = load_style(str(tmp_path / "新版")), load_style(name)
    assert own.model_copy(update={"name": name, "folders": (), "sources": {}}) == parent.model_copy(
        update={"folders": (), "sources": {}}
    )


def test_what_is_uncommented_and_changed_is_the_new_edition(tmp_path: Path) -> None:
    file = start_pack(tmp_path / "新版", "luoyang")
    text = file.read_text(encoding="utf-8")
    text = text.replace("# edition = 2023", "edition = 2024")
    text = text.replace("# [sections.abstract]", "[sections.abstract]")
    text = text.replace("# limit = { max = 500 }", "limit = { max = 600 }", 1)
    file.write_text(text, encoding="utf-8")
    style = load_style(str(file.parent))
    assert style.edition == 2024
    assert style.sections["abstract"].limit is not None
    assert style.sections["abstract"].limit.max == 600
    assert run("check", str(file.parent))[0] == 0


def test_an_existing_pack_is_not_overwritten(tmp_path: Path) -> None:
    file = start_pack(tmp_path, None)
    file.write_text("title = '写了一晚上'", encoding="utf-8")
    (finding,) = refusal(lambda: start_pack(tmp_path, "luoyang"))
    assert finding.code == "style-exists"
    assert run("new", str(tmp_path))[0] == 1
    assert file.read_text(encoding="utf-8") == "title = '写了一晚上'"


def test_an_unknown_parent_is_wrong_use(tmp_path: Path) -> None:
    status, said = run("new", str(tmp_path / "新"), "--extends", "luoyan")
    assert status == 2
    assert "luoyang" in said
    assert not (tmp_path / "新").exists()


def test_the_pack_of_a_case_in_another_folder_applies(tmp_path: Path) -> None:
    folder = tmp_path / "某市"
    start_pack(folder, None)
    case = stored(tmp_path / "案例", changed("application_date", "2024-06-30"))
    assert "2-总结材料.pdf" in render_case(case, str(folder), tmp_path / "out").files


def test_a_pack_names_its_parent_by_the_way_from_its_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    start_pack(Path("规范/甲"), None)
    start_pack(Path("规范/乙"), "./规范/甲")
    assert load_style(str(tmp_path / "规范/乙")).issuer == load_style("规范/甲").issuer


def test_a_shipped_styles_name_is_taken(tmp_path: Path) -> None:
    (finding,) = refusal(lambda: start_pack(tmp_path / "luoyang", None))
    assert "自带" in finding.message


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "占").write_text("", encoding="utf-8")
    (finding,) = refusal(lambda: start_pack(tmp_path / "占", None))
    assert finding.code == "style-unwritable"
