"""The command line: what it prints, where, and with which status it ends."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from docgen.cli import app
from tests.cases.unit.making import COMPANY, ROOT, changed, sound, stored

HEAVY = ("weasyprint", "docx", "docxtpl", "lxml", "PIL", "pydantic", "pypdf", "fontTools")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return stored(tmp_path / "好", sound())


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    return stored(tmp_path / "坏", changed("contact.email", "无"))


def test_the_command_line_starts_without_the_heavy_libraries() -> None:
    script = f"import sys, docgen.cli\nprint([n for n in {HEAVY!r} if n in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("command", ["render", "check", "schema", "doctor"])
def test_every_command_explains_itself_in_chinese(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert any("\u4e00" <= character <= "\u9fff" for character in result.output)


def test_a_sound_case_is_rendered_with_status_0(tmp_path: Path, good: Path) -> None:
    result = run("render", good, "--style", "luoyang", "-o", tmp_path / "out", "--formats", "docx")
    assert result.exit_code == 0
    assert (tmp_path / "out" / COMPANY / "1-封面.docx").is_file()
    assert "共 6 个文件" in result.stderr


def test_a_folder_is_a_case(tmp_path: Path, good: Path) -> None:
    result = run("check", good.parent, "--style", "luoyang")
    assert result.exit_code == 0
    assert result.stdout == "检查了 1 份案例，没有错误。\n"


@pytest.mark.parametrize("formats", ["docx", " DOCX ,docx"])
def test_only_the_formats_asked_for_are_made(tmp_path: Path, good: Path, formats: str) -> None:
    out = tmp_path / "out"
    run("render", good, "--style", "luoyang", "-o", out, "--formats", formats)
    assert {path.suffix for path in (out / COMPANY).iterdir()} == {".docx", ".json"}


def test_one_bad_case_among_good_ones_is_status_1(tmp_path: Path, good: Path, bad: Path) -> None:
    out = tmp_path / "out"
    result = run("render", bad, good, "--style", "luoyang", "-o", out, "--formats", "docx")
    assert result.exit_code == 1
    assert (out / COMPANY / "1-封面.docx").is_file()
    assert "email-malformed" in result.stderr
    assert str(bad) in result.stderr
    assert "1 份失败" in result.stderr


def test_a_check_with_an_error_is_status_1(bad: Path) -> None:
    result = run("check", bad, "--style", "luoyang")
    assert result.exit_code == 1
    assert "错误" in result.stderr
    assert "联系人 / 电子邮箱" in result.stderr


def test_what_a_case_says_is_quoted_for_programs_as_it_is(tmp_path: Path) -> None:
    case = stored(tmp_path, changed("company.nature", "民:a:营[b]:100:"))
    result = run("check", case, "--style", "luoyang", "--format", "json")
    ((finding,),) = (each["findings"] for each in json.loads(result.stdout)["files"])
    assert "“民:a:营[b]:100:”" in finding["message"]


def test_a_missing_file_is_status_1_and_no_traceback(tmp_path: Path) -> None:
    result = run("render", tmp_path / "没有.json", "--style", "luoyang", "-o", tmp_path)
    assert result.exit_code == 1
    assert "找不到文件" in result.stderr
    assert "Traceback" not in result.output


def test_quiet_prints_no_progress_and_no_summary(tmp_path: Path, good: Path) -> None:
    result = run(
        "render", good, "--style", "luoyang", "-o", tmp_path / "out", "--formats", "docx", "-q"
    )
    assert result.exit_code == 0
    assert result.stderr == ""
    assert COMPANY in result.stdout


def test_an_unknown_style_is_wrong_use_and_said_once(good: Path) -> None:
    result = run("check", good, good, "--style", "luoyan")
    assert "luoyang" in result.stderr
    assert result.stderr.count("没有名为") == 1
    assert result.exit_code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("render",),
        ("render", "case.json"),
        ("render", "case.json", "--style", "luoyang", "--formats", "odt"),
        ("render", "case.json", "--style", "luoyang", "--formats", ""),
        ("render", "case.json", "--style", "luoyang", "--nosuch"),
        ("nosuch",),
        (),
    ],
)
def test_wrong_use_is_status_2(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_an_unknown_format_is_answered_with_the_known_ones() -> None:
    result = run("render", "case.json", "--style", "luoyang", "--formats", "docx,odt")
    assert "odt" in result.stderr
    assert "docx、pdf" in result.stderr


@pytest.mark.parametrize("arguments", [("render", "case.json"), ("nosuch",), ("check",)])
def test_wrong_use_is_explained_in_chinese(arguments: tuple[str, ...]) -> None:
    output = run(*arguments).output
    assert "Missing" not in output
    assert "No such command" not in output


def test_the_schema_is_printed_as_json() -> None:
    result = run("schema")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["title"] == "申报案例"


def test_the_doctor_says_when_all_is_well(monkeypatch: pytest.MonkeyPatch) -> None:
    from docgen import system

    monkeypatch.setattr(system, "system_findings", list)
    result = run("doctor")
    assert (result.exit_code, result.stdout) == (0, "一切就绪。\n")


def test_the_doctor_says_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    from docgen import system
    from docgen.findings import Finding

    monkeypatch.setattr(system, "system_findings", lambda: [Finding("x", "缺东西。", "请安装。")])
    result = run("doctor")
    assert result.exit_code == 1
    assert "缺东西。请安装。" in result.stderr


def test_the_doctors_warning_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    from docgen import system
    from docgen.findings import Finding, Severity

    slow = Finding("x", "会慢。", "请安装。", severity=Severity.WARNING)
    monkeypatch.setattr(system, "system_findings", lambda: [slow])
    assert run("doctor").exit_code == 0


def test_python_m_docgen_is_the_same_program(bad: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "docgen", "check", str(bad), "--style", "luoyang"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "email-malformed" in done.stderr


def test_the_styles_are_listed_with_their_deadlines() -> None:
    result = run("styles")
    assert result.exit_code == 0
    assert "luoyang" in result.stdout
    assert "2023-03-29" in result.stdout


def test_a_style_is_shown_value_by_value_with_its_clause() -> None:
    lines = run("styles", "show", "luoyang").stdout.splitlines()
    assert "  size = 小二  〔附件3 三：文章标题为黑体小二号居中〕" in lines
    (align,) = [line for line in lines if line.startswith("  gutter = 0.5cm")]
    assert "惯例" in align


def test_a_pack_with_a_needless_word_does_not_pass(tmp_path: Path) -> None:
    (tmp_path / "style.toml").write_text(
        'extends = "luoyang"\nhonour = "洛阳市质量标杆"\n', encoding="utf-8"
    )
    result = run("styles", "check", tmp_path)
    assert result.exit_code == 1
    assert "style-value-repeated" in result.stderr
    assert run("styles", "check", "luoyang").exit_code == 0


def test_a_style_that_is_not_there_cannot_be_shown() -> None:
    assert run("styles", "show", "luoyan").exit_code == 2
