"""The command that recommends: what it writes, prints, and ends with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from typer.testing import CliRunner, Result

from docgen.cli import app
from tests.bureau.making import companies, company, facts, stored
from tests.bureau.test_recommendation import OPINION, opinions, said_of

FORM = "洛阳市质量标杆申报表"


def run(*arguments: str | Path, style: str = "luoyang") -> Result:
    return CliRunner().invoke(app, ["recommend", *map(str, arguments), "--style", style])


def test_letter_and_opinions_are_written_in_both_formats_and_named(tmp_path: Path) -> None:
    companies(tmp_path / "案例", 2)
    out = tmp_path / "出"
    file = opinions(tmp_path, said_of(1, rank=2), said_of(2, rank=1))
    result = run(tmp_path / "案例", "--opinions", file, "-o", out)
    assert result.exit_code == 0, result.stderr
    names = ["推荐文件", f"推荐意见/01-{company(2)}-{FORM}", f"推荐意见/02-{company(1)}-{FORM}"]
    paths = [f"{name}.{suffix}" for name in names for suffix in ("docx", "pdf")]
    assert result.stdout.splitlines() == [str(out / path) for path in paths]
    assert all((out / path).is_file() for path in paths)
    assert re.fullmatch(r"推荐 2 家企业，没有问题；共 6 个文件，用时 \d+\.\d 秒。\n", result.stderr)
    text = "".join(page.extract_text() for page in PdfReader(out / paths[3]).pages)
    assert OPINION.split("\n")[1] in text


def test_only_the_format_asked_for_is_made(tmp_path: Path) -> None:
    companies(tmp_path / "案例", 1)
    out = tmp_path / "出"
    assert run(tmp_path / "案例", "-o", out, "--formats", "docx", "-q").exit_code == 0
    assert {path.suffix for path in out.rglob("[!.]*.*")} == {".docx"}


def test_letter_and_tables_stand_in_one_folder(tmp_path: Path) -> None:
    companies(tmp_path / "案例", 1)
    out = tmp_path / "出"
    arguments = [str(tmp_path / "案例"), "--style", "luoyang", "-o", str(out)]
    assert CliRunner().invoke(app, ["summary", *arguments]).exit_code == 0
    assert CliRunner().invoke(app, ["recommend", *arguments]).exit_code == 0
    kept = {path.name for path in out.iterdir()}
    assert {"质量标杆汇总表.xlsx", "推荐文件.docx", "推荐意见"} <= kept


def test_what_is_wrong_with_one_company_keeps_no_other_from_being_recommended(
    tmp_path: Path,
) -> None:
    companies(tmp_path / "案例", 1)
    values = facts(2)
    del values["company"]["address"]
    stored(tmp_path / "案例/又", values)
    result = run(tmp_path / "案例", "-o", tmp_path / "出", "--formats", "docx")
    assert result.exit_code == 1
    assert "form-unfilled" in result.stderr
    assert "推荐 1 家企业，1 处错误" in result.stderr


@pytest.mark.parametrize("made", [True, False])
def test_without_applications_nothing_is_written(tmp_path: Path, made: bool) -> None:
    if made:
        (tmp_path / "空").mkdir()
    result = run(tmp_path / "空", "-o", tmp_path / "出")
    assert result.exit_code == 1
    assert not (tmp_path / "出").exists()


def test_a_missing_file_of_opinions_is_told(tmp_path: Path) -> None:
    companies(tmp_path / "案例", 1)
    result = run(tmp_path / "案例", "--opinions", tmp_path / "无.json", "-o", tmp_path / "出")
    assert result.exit_code == 1
    assert "无.json" in result.stderr


def test_the_same_applications_give_the_same_bytes(tmp_path: Path) -> None:
    companies(tmp_path / "案例", 1)
    file = opinions(tmp_path, said_of(1))
    for out in ("甲", "乙"):
        run(tmp_path / "案例", "--opinions", file, "-o", tmp_path / out)
    first, second = (
        {path.name: path.read_bytes() for path in (tmp_path / out).rglob("*.*")}
        for out in ("甲", "乙")
    )
    assert first == second
