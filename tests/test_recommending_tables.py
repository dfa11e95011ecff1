"""The command for the unit that recommends: what it writes, prints, and ends with."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from docgen.cli import app
from tests.bureau.making import companies, facts, stored

TABLE = "质量标杆汇总表"


def run(*arguments: str | Path, style: str = "luoyang") -> Result:
    return CliRunner().invoke(app, ["summary", *map(str, arguments), "--style", style])


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    companies(tmp_path / "案例", 3)
    return tmp_path / "案例"


def test_the_table_is_written_in_three_formats_and_named(tmp_path: Path, cases: Path) -> None:
    out = tmp_path / "出"
    result = run(cases, "-o", out)
    assert result.exit_code == 0
    names = [f"{TABLE}.docx", f"{TABLE}.pdf", f"{TABLE}.xlsx"]
    assert sorted(path.name for path in out.glob("[!.]*")) == names
    assert result.stdout.splitlines() == [str(out / name) for name in names]
    assert re.fullmatch(r"汇总 3 家企业，没有问题；共 3 个文件，用时 \d+\.\d 秒。\n", result.stderr)


def test_only_the_formats_asked_for_are_made(tmp_path: Path, cases: Path) -> None:
    out = tmp_path / "出"
    assert run(cases, "-o", out, "--formats", "xlsx, DOCX").exit_code == 0
    assert sorted(path.suffix for path in out.glob("[!.]*")) == [".docx", ".xlsx"]


def test_the_default_folder_is_output(
    tmp_path: Path, cases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(cases, "--formats", "xlsx").exit_code == 0
    assert (tmp_path / "output" / f"{TABLE}.xlsx").is_file()


def test_a_list_of_people_is_made_where_the_notice_wants_one(tmp_path: Path, cases: Path) -> None:
    out = tmp_path / "出"
    run(cases, "-o", out, "--formats", "docx", style="zhejiang")
    assert sorted(path.stem for path in out.glob("[!.]*")) == [
        "浙江省制造业质量标杆推荐意见汇总表",
        "浙江省制造业质量标杆推荐联络员名单",
    ]


def test_findings_are_grouped_by_file_and_an_error_is_status_1(tmp_path: Path, cases: Path) -> None:
    lacking = facts(4)
    del lacking["contact"]["mobile"]
    del lacking["contact"]["name"]
    file = stored(cases / "04", lacking)
    again = stored(cases / "05", facts(1))
    result = run(cases, "-o", tmp_path / "出", "--formats", "xlsx")
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert lines[0] == str(file)
    assert [line.split()[-1] for line in lines[1:3]] == ["summary-field-missing"] * 2
    assert lines[3] == str(again)
    assert lines[4].endswith("duplicate-applicant")
    assert lines[5].startswith("汇总 5 家企业，3 处错误；共 1 个文件，用时 ")
    assert (tmp_path / "出" / f"{TABLE}.xlsx").is_file()


def test_a_warning_alone_is_status_0(tmp_path: Path, cases: Path) -> None:
    near = facts(4)
    near["company"] |= {"name": facts(1)["company"]["name"].replace("有限", "股份有限")}
    del near["company"]["credit_code"]
    stored(cases / "04", near)
    result = run(cases, "-o", tmp_path / "出", "--formats", "xlsx")
    assert result.exit_code == 0
    assert "similar-applicant" in result.stderr
    assert "1 处提醒" in result.stderr


def test_the_units_file_is_read(tmp_path: Path, cases: Path) -> None:
    file = tmp_path / "意见.json"
    said = {"companies": [{"name": "无此公司", "rank": 1}]}
    file.write_text(json.dumps(said), encoding="utf-8")
    result = run(cases, "-o", tmp_path / "出", "--formats", "xlsx", "--opinions", file)
    assert result.exit_code == 1
    assert str(file) in result.stderr
    assert "opinion-unknown-company" in result.stderr


def test_nothing_to_summarise_is_status_1_and_writes_nothing(tmp_path: Path) -> None:
    result = run(tmp_path / "没有", "-o", tmp_path / "出")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert not (tmp_path / "出").exists()
    assert "Traceback" not in result.output


def test_quiet_prints_no_last_line(tmp_path: Path, cases: Path) -> None:
    result = run(cases, "-o", tmp_path / "出", "--formats", "xlsx", "-q")
    assert result.stderr == ""
    assert TABLE in result.stdout


def test_wrong_use_is_status_2_and_explained_in_chinese(cases: Path) -> None:
    assert run(cases, style="luoyan").exit_code == 2
    wrong = run(cases, "--formats", "odt")
    assert wrong.exit_code == 2
    assert "docx、pdf、xlsx" in wrong.stderr
    nobody = run()
    assert nobody.exit_code == 2
    assert "PATH" in nobody.stderr


def test_help_is_chinese() -> None:
    result = CliRunner().invoke(app, ["summary", "--help"])
    assert result.exit_code == 0
    assert "汇总表" in result.output


def test_files_of_an_earlier_run_are_replaced_and_its_tables_not_taken_for_applications(
    tmp_path: Path, cases: Path
) -> None:
    first = run(cases, "-o", cases, "--formats", "docx,xlsx")
    before = {path.name: path.read_bytes() for path in cases.glob(f"{TABLE}.*")}
    again = run(cases, "-o", cases, "--formats", "docx,xlsx")
    assert (first.exit_code, again.exit_code) == (0, 0)
    assert {path.name: path.read_bytes() for path in cases.glob(f"{TABLE}.*")} == before
    assert len(before) == 2


def test_a_folder_that_is_a_file_is_told(tmp_path: Path, cases: Path) -> None:
    (tmp_path / "出").write_text("文件", encoding="utf-8")
    result = run(cases, "-o", tmp_path / "出", "--formats", "xlsx")
    assert result.exit_code == 1
    assert "同名的文件" in result.stderr


def test_a_character_that_no_font_has_keeps_the_pdf_out_and_is_told(
    tmp_path: Path, cases: Path
) -> None:
    odd = facts(4)
    odd["contact"]["name"] = "\U0001f600"
    stored(cases / "04", odd)
    result = run(cases, "-o", tmp_path / "出")
    assert result.exit_code == 1
    assert "U+1F600" in result.stderr
    assert {path.suffix for path in (tmp_path / "出").iterdir()} >= {".xlsx"}
