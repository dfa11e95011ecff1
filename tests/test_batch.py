"""Many cases: a bad one is told and the others go on."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.batch import render_cases
from docgen.checking import check_files
from tests.cases.unit.making import COMPANY, changed, sound, stored


def case(folder: Path, company: str, **changes: str) -> Path:
    """Store a sound case of a company."""
    values = sound()
    values["company"]["name"] = company
    values["experience"]["name"] = f"{company}“三查”质量管理经验"
    values["contact"] |= changes
    return stored(folder, values)


def checked(cases: list[Path]) -> int:
    """How many of the cases have an error."""
    return check_files(cases, "luoyang", as_json=False, annotate=False, fix=False)


def test_a_bad_case_does_not_keep_the_others_from_being_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = [
        case(tmp_path / "一", "洛阳甲有限公司"),
        case(tmp_path / "二", "洛阳乙有限公司", email="无"),
        tmp_path / "没有.json",
        case(tmp_path / "四", "洛阳丁有限公司"),
    ]
    output = tmp_path / "out"
    assert render_cases(cases, "luoyang", output, ["docx"], quiet=False) == 2
    made = {path.name for path in output.iterdir() if path.is_dir()}
    assert made == {"洛阳甲有限公司", "洛阳丁有限公司"}
    captured = capsys.readouterr()
    assert "email-malformed" in captured.err
    assert "file-missing" in captured.err
    assert str(cases[1]) in captured.err
    assert "共 12 个文件" in captured.err
    assert "2 份失败" in captured.err


def test_the_files_are_listed_on_standard_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "out"
    assert render_cases([case(tmp_path, COMPANY)], "luoyang", output, ["docx"], quiet=True) == 0
    captured = capsys.readouterr()
    assert captured.out.splitlines() == [
        f"{output / COMPANY}/",
        "  1-封面.docx",
        "  2-洛阳市质量标杆申报表.docx",
        "  3-质量标杆总结材料.docx",
        "  5-书脊.docx",
        "  7-印装说明.docx",
        "  manifest.json",
    ]
    assert captured.err == ""


def test_quiet_still_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = case(tmp_path, COMPANY, email="无")
    assert render_cases([bad], "luoyang", tmp_path / "out", ["docx"], quiet=True) == 1
    captured = capsys.readouterr()
    assert "email-malformed" in captured.err
    assert "用时" not in captured.err


@pytest.mark.parametrize("name", ["out[b]v[/b]", "out:a:v:100:"])
def test_a_path_with_markup_or_emoji_is_printed_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    output = tmp_path / name
    assert render_cases([case(tmp_path, COMPANY)], "luoyang", output, ["docx"], quiet=True) == 0
    assert capsys.readouterr().out.startswith(f"{output / COMPANY}/")


def test_two_cases_of_one_company_do_not_overwrite_each_other(tmp_path: Path) -> None:
    cases = [case(tmp_path / "一", COMPANY), case(tmp_path / "二", COMPANY)]
    failed = render_cases(cases, "luoyang", tmp_path / "out", ["docx"], quiet=True)
    made = [path for path in (tmp_path / "out").iterdir() if path.is_dir()]
    assert (failed, len(made)) == (1, 1)


def test_a_check_prints_what_was_found_and_makes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = [case(tmp_path / "一", COMPANY), case(tmp_path / "二", COMPANY, mobile="1379999000")]
    before = sorted(tmp_path.rglob("*"))
    assert checked(cases) == 1
    assert sorted(tmp_path.rglob("*")) == before
    captured = capsys.readouterr()
    assert "mobile-malformed" in captured.err
    assert captured.out == "检查了 2 份案例，1 份有错误。\n"


def test_a_check_finds_what_only_composing_would(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert checked([stored(tmp_path, changed("company.nature", "合伙"))]) == 1
    assert "unknown-option" in capsys.readouterr().err


def test_warnings_are_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = stored(tmp_path, changed("contact.moblie", "1"))
    assert checked([file]) == 0
    captured = capsys.readouterr()
    assert "警告" in captured.err
    assert captured.out == "检查了 1 份案例，没有错误。\n"


def test_what_else_is_to_be_handed_in_is_said_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert render_cases([case(tmp_path, COMPANY)], "luoyang", tmp_path, ["docx"], quiet=False) == 0
    said = capsys.readouterr().err
    assert said.count("纸质材料") == 1
    assert "一式 3 份，双面打印，胶装" in said
