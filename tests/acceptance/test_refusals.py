"""What docgen refuses, how it says so, and that a refusal touches no file.

A message names the field by its Chinese title, the place by JSON pointer or by file and line, and
the cure.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cases.making import Facts, variant
from tests.conftest import ROOT, Rendered

# Well formed, but for its check digit.
WRONG_CHECK_DIGIT = "91310115MA1H8R7C6D"


@dataclass(frozen=True)
class Run:
    """What a run of the program left behind."""

    status: int
    out: str
    err: str
    files: dict[str, bytes]


def docgen(case: Path, output: Path, *options: str) -> Run:
    """Render through the command line."""
    command = [sys.executable, "-m", "docgen", "render", str(case), "--style", "luoyang"]
    done = subprocess.run(
        [*command, "-o", str(output), *options],
        cwd=ROOT,
        env=os.environ | {"PYTHONWARNINGS": "error", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    return Run(done.returncode, done.stdout, done.stderr, tree(output))


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, locks left aside."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".lock"
    }


def refused(case: Path, output: Path) -> list[str]:
    """Each finding as the user reads it, of a render that must be refused through the API."""
    from docgen.dossier import render_case
    from docgen.findings import DocgenError

    with pytest.raises(DocgenError) as caught:
        render_case(case, "luoyang", output)
    assert tree(output) == {}
    assert list(output.glob("*")) == []
    return [
        f"{each.severity} {each.place.file} {each.place.line} {each.place.pointer} "
        f"{each.place.title} {each.message} {each.cure}"
        for each in caught.value.findings
        if each.severity == "error"
    ]


def drop(*path: str) -> Callable[[Facts], None]:
    def change(facts: Facts) -> None:
        for step in path[:-1]:
            facts = facts[step]
        del facts[path[-1]]

    return change


def put(new: object, *path: str) -> Callable[[Facts], None]:
    def change(facts: Facts) -> None:
        for step in path[:-1]:
            facts = facts[step]
        facts[path[-1]] = new

    return change


# ── through the command line ───────────────────────────────────


def test_a_field_left_out_is_named_with_its_place_and_cure(tmp_path: Path) -> None:
    run = docgen(variant(tmp_path / "案例", drop("contact", "mobile")), tmp_path / "out")
    assert run.status == 1
    assert run.files == {}
    for words in ("案例/case.json", "联系人", "手机", "/contact/mobile", "补上"):
        assert words in run.err
    assert "Traceback" not in run.err


def test_a_refusal_leaves_the_files_made_earlier_as_they_were(
    small: Rendered, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    folder = output / small.folder.name
    folder.mkdir(parents=True)
    for name, data in tree(small.folder).items():
        (folder / name).write_bytes(data)
    (folder / "我的批注.txt").write_text("勿动", encoding="utf-8")
    before = tree(output)
    run = docgen(variant(tmp_path / "案例", put("123", "company", "credit_code")), output)
    assert run.status == 1
    assert run.files == before


def test_a_wrong_check_digit_is_a_warning_and_the_output_whole(tmp_path: Path) -> None:
    case = variant(tmp_path / "案例", put(WRONG_CHECK_DIGIT, "company", "credit_code"))
    run = docgen(case, tmp_path / "out")
    assert run.status == 0
    assert len(run.files) == 13
    for words in ("警告", WRONG_CHECK_DIGIT, "/company/credit_code", "校验位", "营业执照"):
        assert words in run.err


def test_a_name_out_of_pattern_is_a_warning_that_quotes_the_clause(tmp_path: Path) -> None:
    case = variant(tmp_path / "案例", put("某公司实施三查的办法", "experience", "name"))
    run = docgen(case, tmp_path / "out", "--formats", "docx")
    assert run.status == 0
    for words in ("警告", "/experience/name", "洛阳细流阀门有限公司", "附件3 一（一）"):
        assert words in run.err, words


def test_several_errors_are_told_at_once(tmp_path: Path) -> None:
    def change(facts: Facts) -> None:
        del facts["contact"]["mobile"]
        facts["company"]["credit_code"] = "9131"
        facts["company"]["nature"] = "民企"
        facts["narrative"]["abstract"] = "字" * 501
        facts["years"]["2021"]["profit"] = -3

    run = docgen(variant(tmp_path / "案例", change), tmp_path / "out")
    assert run.status == 1
    assert run.files == {}
    for words in ("手机", "统一社会信用代码", "企业性质", "501", "2021"):
        assert words in run.err, words


def test_a_case_that_is_not_there_is_named(tmp_path: Path) -> None:
    run = docgen(tmp_path / "没有.json", tmp_path / "out")
    assert run.status == 1
    assert "没有.json" in run.err
    assert run.files == {}


def test_a_style_that_is_not_there_is_named_with_those_that_are(tmp_path: Path) -> None:
    run = docgen(variant(tmp_path / "案例"), tmp_path / "out", "--style", "luoyan")
    assert run.status != 0
    assert "luoyan" in run.err
    assert "luoyang" in run.err
    assert run.files == {}


def test_one_bad_case_does_not_stop_the_others(tmp_path: Path) -> None:
    bad = variant(tmp_path / "坏", drop("contact", "name"))
    good = variant(tmp_path / "好")
    run = docgen(bad, tmp_path / "out", str(good), "--formats", "docx")
    assert run.status == 1
    assert len(run.files) == 6
    assert "坏" in run.err


# ── through the API ────────────────────────────────────────────


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            put("91310115MA1H8R7C6", "company", "credit_code"),
            ["/company/credit_code", "17 位", "18 位", "营业执照"],
        ),
        (
            put("9131011OMA1H8R7C6D", "company", "credit_code"),
            ["/company/credit_code", "O", "营业执照"],
        ),
        (
            drop("quality_head", "name"),
            ["/quality_head/name", "质量管理机构负责人", "姓名", "补上"],
        ),
        (drop("years", "2021", "profit"), ["2021", "利润总额", "补上"]),
        (drop("experience", "name"), ["/experience/name", "质量标杆名称", "补上"]),
        (drop("application_date"), ["/application_date", "申报日期", "补上"]),
        (put("2023-13-40", "application_date"), ["/application_date", "2023-13-40", "年-月-日"]),
        (put("三百", "company", "employees"), ["/company/employees", "三百", "数字"]),
        (put("民企", "company", "nature"), ["/company/nature", "民企", "民营", "三资"]),
        (put("12345", "contact", "mobile"), ["/contact/mobile", "手机", "12345"]),
        (
            put("字" * 501, "narrative", "abstract"),
            ["/narrative/abstract", "摘要", "501", "500", "超 1 字"],
        ),
        (
            put("字" * 501, "narrative", "overview"),
            ["/narrative/overview", "企业概况", "501", "500"],
        ),
        (
            put("字" * 8001, "narrative", "implementation"),
            ["/narrative/implementation", "8001", "8000"],
        ),
        (put("字" * 2001, "narrative", "results"), ["/narrative/results", "2001", "2000"]),
        (drop("narrative", "results"), ["/narrative/results", "管理方法（技术）的实施效果"]),
        (
            put("洛阳细流阀门有限公司实施" + "长" * 27 + "经验", "experience", "name"),
            ["/experience/name", "41", "40"],
        ),
        (put({"file": "无.md"}, "narrative", "results"), ["无.md", "narrative"]),
        (put({"file": "../外.md"}, "narrative", "results"), ["../外.md", "文件夹"]),
        (
            put("见[图](#没有)。", "narrative", "overview"),
            ["/narrative/overview", " 1 ", "没有", "标识"],
        ),
        (put("![题](图/无.png)\n\n见[图](#题)。", "narrative", "overview"), ["图/无.png", "1"]),
    ],
)
def test_a_refusal_names_the_field_the_place_and_the_cure(
    tmp_path: Path, change: Callable[[Facts], None], words: list[str]
) -> None:
    found = refused(variant(tmp_path / "案例", change), tmp_path / "out")
    assert any(all(word in each for word in words) for each in found), found


def test_an_error_in_a_text_names_its_file_and_line(tmp_path: Path) -> None:
    case = variant(tmp_path / "案例")
    text = case.parent / "实施.md"
    lines = text.read_text(encoding="utf-8").splitlines()
    number = next(i for i, line in enumerate(lines, start=1) if line.startswith("!["))
    (case.parent / "图/流程.png").unlink()
    (found,) = refused(case, tmp_path / "out")
    assert "流程.png" in found
    assert f" {number} " in found
    assert "实施.md" in found


def test_a_missing_target_in_a_file_names_that_file(tmp_path: Path) -> None:
    case = variant(tmp_path / "案例")
    text = case.parent / "效果.md"
    text.write_text(text.read_text(encoding="utf-8") + "\n另见[表](#无此表)。\n", encoding="utf-8")
    (found,) = refused(case, tmp_path / "out")
    assert "无此表" in found
    assert "效果.md" in found


def test_a_gbk_file_is_refused_or_read_but_never_garbled(tmp_path: Path) -> None:
    case = variant(tmp_path / "案例")
    text = case.parent / "效果.md"
    text.write_bytes(text.read_text(encoding="utf-8").encode("gbk"))
    (found,) = refused(case, tmp_path / "out")
    for words in ("效果.md", "UTF-8", "GBK"):
        assert words in found


def test_a_broken_json_names_the_line(tmp_path: Path) -> None:
    case = variant(tmp_path / "案例")
    lines = case.read_text(encoding="utf-8").splitlines()
    lines[3] = lines[3].replace(":", "：", 1)
    case.write_text("\n".join(lines), encoding="utf-8")
    (found,) = refused(case, tmp_path / "out")
    assert " 4 " in found
    assert "case.json" in found


def test_a_picture_that_is_none_is_refused(tmp_path: Path) -> None:
    case = variant(tmp_path / "案例")
    (case.parent / "图/流程.png").write_text("不是图片", encoding="utf-8")
    (found,) = refused(case, tmp_path / "out")
    assert "流程.png" in found


def test_a_limit_met_exactly_is_no_error(tmp_path: Path) -> None:
    from docgen.dossier import render_case

    case = variant(tmp_path / "案例", put("字" * 500, "narrative", "abstract"))
    made = render_case(case, "luoyang", tmp_path / "out", formats=("docx",))
    assert len(made.files) == 6


def test_a_character_that_no_face_has_is_refused_not_boxed(tmp_path: Path) -> None:
    change = put("地址\U0001f9a9号", "company", "address")
    found = refused(variant(tmp_path / "案例", change), tmp_path / "out")
    assert any("\U0001f9a9" in each or "1F9A9" in each for each in found)
