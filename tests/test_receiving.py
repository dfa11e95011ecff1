"""The command ``docgen read``: filled forms become cases, and what was lost is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from docgen.case.load import load_case
from docgen.cli import app
from tests.forms.typing_in import typed_form
from tests.intake.companies import cover, form, stored

#: What the form of tests/intake/companies.py says.
SAID = {
    "company": {
        "name": "甲公司",
        "address": "洛阳市涧西区试作路1号",
        "nature": "民营",
        "size": "中型企业",
        "industry": {"name": "金属切削机床制造", "code": "3421"},
    },
    "quality_head": {"name": "赵明", "title": "总质量师"},
    "contact": {
        "name": "钱多",
        "title": "主任",
        "mobile": "19900000011",
        "email": "qian@example.com",
    },
    "experience": {"summary": "第一段说做法。\n第二段说成效。"},
    "years": {
        "2020": {"total_assets": 1, "revenue": 4, "profit": 7},
        "2021": {"total_assets": 2, "revenue": 5, "profit": 8},
        "2022": {"total_assets": 3, "revenue": 6, "profit": 9},
    },
}


def read(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(app, ["read", *map(str, arguments), "--style", "luoyang"])
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def case(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


@pytest.fixture
def one(tmp_path: Path) -> Path:
    """The form of one company."""
    return stored(tmp_path / "收到", 申报表=form("甲公司")) / "申报表.docx"


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A folder with the forms and a cover of two companies."""
    return stored(tmp_path / "收到", a=form("甲公司"), b=form("乙公司"), c=cover("乙公司"))


# ── One company ─────────────────────────────────────────


def test_a_form_is_printed_as_a_case(one: Path) -> None:
    result = read(one)
    assert result.exit_code == 0
    assert json.loads(result.stdout) == SAID
    assert result.stdout.endswith("}\n")
    assert "甲公司" in result.stdout  # as it is, not escaped
    assert result.stderr == "读了 1 份文件，1 家企业。\n"


def test_what_companies_write_is_printed_as_it_is(tmp_path: Path) -> None:
    name = "甲:a:[red]乙[/red]:100:公司"
    one = stored(tmp_path, 申报表=form(name)) / "申报表.docx"
    assert json.loads(read(one).stdout)["company"]["name"] == name


def test_a_form_is_written_to_the_file_named(tmp_path: Path, one: Path) -> None:
    target = tmp_path / "案例" / "甲.json"
    result = read(one, "-o", target)
    assert (result.exit_code, result.stdout) == (0, "")
    assert case(target) == SAID
    assert result.stderr.splitlines()[0] == f"{one} → {target}"


def test_a_form_is_written_to_a_folder_of_its_companys_name(tmp_path: Path, one: Path) -> None:
    assert read(one, "-o", tmp_path / "案例").exit_code == 0
    assert case(tmp_path / "案例" / "甲公司" / "case.json") == SAID
    assert [path.name for path in (tmp_path / "案例").iterdir()] == ["甲公司"]


def test_a_name_that_no_folder_can_have_is_made_one(tmp_path: Path) -> None:
    one = stored(tmp_path / "收到", 申报表=form("甲/乙:公司")) / "申报表.docx"
    assert read(one, "-o", tmp_path / "案例").exit_code == 0
    (folder,) = (tmp_path / "案例").iterdir()
    assert case(folder / "case.json")["company"]["name"] == "甲/乙:公司"


def test_a_form_without_a_name_has_a_folder_all_the_same(tmp_path: Path) -> None:
    one = stored(tmp_path / "收到", 申报表=form("")) / "申报表.docx"
    assert read(one, "-o", tmp_path / "案例").exit_code == 0
    assert (tmp_path / "案例" / "未写企业名称" / "case.json").is_file()


def test_form_and_cover_make_one_case_that_can_be_loaded(tmp_path: Path) -> None:
    folder = stored(tmp_path / "收到", a=cover("甲公司"), b=form("甲公司"))
    target = tmp_path / "案例" / "case.json"
    result = read(folder, "-o", target)
    assert result.exit_code == 0
    assert "读了 2 份文件，1 家企业。" in result.stderr
    loaded = load_case(target, "luoyang")
    assert loaded.findings == ()
    assert loaded.facts.company.name == "甲公司"
    assert loaded.facts.years[2022].profit == 9
    assert str(loaded.facts.application_date) == "2023-03-20"


def test_quiet_prints_the_case_alone(one: Path) -> None:
    result = read(one, "-q")
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout) == SAID


def test_what_could_not_be_read_is_told_and_is_no_error(tmp_path: Path) -> None:
    folder = stored(tmp_path, a=form("甲公司", "张三"), b=cover("甲公司", "李四"))
    result = read(folder)
    assert result.exit_code == 0
    assert "values-differ" in result.stderr
    assert "李四" in result.stderr
    assert json.loads(result.stdout)["contact"]["name"] == "张三"


def test_quiet_still_tells_what_is_wrong(tmp_path: Path) -> None:
    folder = stored(tmp_path, a=form("甲公司", "张三"), b=cover("甲公司", "李四"))
    result = read(folder, "-q")
    assert "values-differ" in result.stderr
    assert "读了" not in result.stderr


# ── Several companies ───────────────────────────────────


def test_a_folder_of_forms_becomes_a_folder_of_cases(tmp_path: Path, two: Path) -> None:
    result = read(two, "-o", tmp_path / "案例")
    assert (result.exit_code, result.stdout) == (0, "")
    cases = {path.parent.name: case(path) for path in (tmp_path / "案例").rglob("case.json")}
    assert {name: each["company"]["name"] for name, each in cases.items()} == {
        "甲公司": "甲公司",
        "乙公司": "乙公司",
    }
    assert cases["乙公司"]["application_date"] == "2023-03-20"
    assert "application_date" not in cases["甲公司"]
    assert "读了 3 份文件，2 家企业。" in result.stderr


@pytest.mark.parametrize("output", [[], ["-o", "案例.json"]])
def test_several_companies_do_not_go_into_one_case(
    tmp_path: Path, two: Path, monkeypatch: pytest.MonkeyPatch, output: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    result = read(two, *output)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "有 2 家企业的材料" in result.stderr
    assert "-o 写明输出的文件夹" in result.stderr
    assert "output-missing" in result.stderr
    assert sorted(tmp_path.rglob("*")) == before


def test_a_bad_file_is_told_and_the_others_are_written(tmp_path: Path, two: Path) -> None:
    stored(two, d=b"no Word file")
    result = read(two, "-o", tmp_path / "案例")
    assert result.exit_code == 1
    assert "word-not-a-docx" in result.stderr
    assert len(list((tmp_path / "案例").iterdir())) == 2


# ── Nothing is overwritten ──────────────────────────────


@pytest.mark.parametrize("output", ["甲公司/case.json", ""])
def test_a_case_that_is_there_already_stays(tmp_path: Path, one: Path, output: str) -> None:
    there = tmp_path / "案例" / "甲公司" / "case.json"
    there.parent.mkdir(parents=True)
    there.write_text("worked on", encoding="utf-8")
    result = read(one, "-o", tmp_path / "案例" / output)
    assert result.exit_code == 1
    assert "没有覆盖" in result.stderr
    assert "case-exists" in result.stderr
    assert str(there) in result.stderr
    assert there.read_text(encoding="utf-8") == "worked on"


def test_of_several_the_others_are_written(tmp_path: Path, two: Path) -> None:
    there = tmp_path / "案例" / "甲公司" / "case.json"
    there.parent.mkdir(parents=True)
    there.write_text("worked on", encoding="utf-8")
    result = read(two, "-o", tmp_path / "案例")
    assert result.exit_code == 1
    assert result.stderr.count("case-exists") == 1
    assert there.read_text(encoding="utf-8") == "worked on"
    assert case(tmp_path / "案例" / "乙公司" / "case.json")["company"]["name"] == "乙公司"


def test_two_nameless_forms_do_not_overwrite_each_other(tmp_path: Path) -> None:
    folder = stored(tmp_path / "收到", a=form("", "张三"), b=form("", "李四"))
    result = read(folder, "-o", tmp_path / "案例")
    assert result.exit_code == 1
    assert "case-exists" in result.stderr
    (written,) = (tmp_path / "案例").rglob("case.json")
    assert case(written)["contact"]["name"] == "张三"


# ── Bad input ───────────────────────────────────────────


@pytest.mark.parametrize("output", ["文件/案例", "文件/甲.json"])
def test_an_output_that_cannot_be_written_is_an_error(
    tmp_path: Path, one: Path, output: str
) -> None:
    (tmp_path / "文件").write_text("no folder", encoding="utf-8")
    result = read(one, "-o", tmp_path / output)
    assert result.exit_code == 1
    assert "output-unwritable" in result.stderr
    assert "请用 -o 另选位置" in result.stderr
    assert str(tmp_path / "文件") in result.stderr


def test_a_file_that_is_no_form_is_an_error(tmp_path: Path) -> None:
    letter = typed_form("关于召开会议的通知", "各部门：", "请准时参加。", "办公室")
    file = stored(tmp_path, 通知=letter) / "通知.docx"
    result = read(file)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "document-unknown" in result.stderr
    assert "洛阳市质量标杆申报表" in result.stderr
    assert str(file) in result.stderr


@pytest.mark.parametrize("name", ["没有.docx", "没有的文件夹"])
def test_a_path_that_is_not_there_is_an_error(tmp_path: Path, name: str) -> None:
    result = read(tmp_path / name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "file-missing" in result.stderr
    assert name in result.stderr


def test_a_folder_without_word_files_is_an_error_that_says_what_is_read(tmp_path: Path) -> None:
    (tmp_path / "申报表.doc").write_bytes(b"old Word")
    result = read(tmp_path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no-application" in result.stderr
    assert "文件夹里没有 Word 文件（.docx）" in result.stderr
    assert "没有读：申报表.doc" in result.stderr
    assert "另存为 .docx" in result.stderr
    assert str(tmp_path) in result.stderr


def test_an_unknown_style_is_wrong_use(one: Path) -> None:
    result = CliRunner().invoke(app, ["read", str(one), "--style", "luoyan"])
    assert result.exit_code == 2
    assert "luoyang" in result.stderr


@pytest.mark.parametrize("arguments", [[], ["--style", "luoyang"], ["a.docx"]])
def test_without_a_file_or_a_style_it_is_wrong_use(arguments: list[str]) -> None:
    assert CliRunner().invoke(app, ["read", *arguments]).exit_code == 2
