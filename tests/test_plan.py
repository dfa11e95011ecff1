"""The plan names what each issuer still wants of a case, and nothing else."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from docgen.cli import app
from docgen.plan import print_plan
from tests.conftest import SECOND_SAMPLE

STYLES = ("luoyang", "shanghai", "national", "liaoning", "zhejiang", "changzhou")

#: Style → (the one fault that its overrides build in, what the plan says, the finding's code).
FAULTS: dict[str, tuple[dict[str, Any], str, str]] = {
    "luoyang": (
        {"application_date": "2023-04-01"},
        "已过 3 天",
        "applied-after-deadline",
    ),
    "shanghai": (
        {"recommender": "嘉定区经信委"},
        "推荐单位",
        "recommender-unknown",
    ),
    "national": (
        {"years": {"2021": {"profit": -12.5}}},
        "各年数据 / 2021 年 / 利润总额",
        "unprofitable-year",
    ),
    "liaoning": (
        {"quality_rates": {"improvement": None}},
        "质量改进活动参与率",
        "missing-field",
    ),
    "zhejiang": (
        {"narrative": {"overview": "概" * 250}},
        "250 字，少 350",
        "section-too-short",
    ),
    "changzhou": (
        {"experience": {"applied_since": "2022-05"}},
        "开始应用的年月",
        "applied-too-briefly",
    ),
}


def faulty(folder: Path) -> Path:
    """Copy the second sample with one fault for each issuer."""
    shutil.copytree(SECOND_SAMPLE.parent, folder)
    file = folder / "case.json"
    case = json.loads(file.read_text(encoding="utf-8"))
    for style, (fault, _, _) in FAULTS.items():
        merge(case["overrides"].setdefault(style, {}), fault)
    file.write_text(json.dumps(case, ensure_ascii=False), encoding="utf-8")
    return file


def merge(target: dict[str, Any], patch: dict[str, Any]) -> None:
    for key, value in patch.items():
        if isinstance(value, dict):
            merge(target.setdefault(key, {}), value)
        else:
            target[key] = value


def plan(case: Path, *styles: str) -> Result:
    options = [part for style in styles for part in ("--style", style)]
    environment = {"COLUMNS": "220", "TERM": "dumb"}
    return CliRunner().invoke(app, ["plan", str(case), *options], env=environment)


def columns(output: str) -> dict[str, str]:
    """Style → all that stands in its column of the printed table."""
    lines = [wide(line) for line in output.splitlines() if line.strip(" ─")]
    starts = [lines[1].index(f" {style} ") + 1 for style in STYLES]
    return {
        style: "".join(line[start:end].replace("\0", "") for line in lines[2:]).replace(" ", "")
        for style, start, end in zip(STYLES, starts, [*starts[1:], None], strict=True)
    }


def wide(line: str) -> str:
    """A line with a filler behind every character that a terminal prints two columns wide."""
    return "".join(f"{each}\0" if each > "\u2e80" else each for each in line)


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Result:
    return plan(faulty(tmp_path_factory.mktemp("plan") / "案例"), *STYLES)


@pytest.mark.parametrize("style", STYLES)
def test_each_fault_stands_in_its_issuers_column(result: Result, style: str) -> None:
    assert FAULTS[style][1].replace(" ", "") in columns(result.stdout)[style]


@pytest.mark.parametrize("style", STYLES)
def test_no_fault_stands_in_anothers_column(result: Result, style: str) -> None:
    column = columns(result.stdout)[style]
    others = [text.replace(" ", "") for other, (_, text, _) in FAULTS.items() if other != style]
    assert [text for text in others if text in column] == []


def test_each_fault_is_told_once_and_nothing_else(result: Result) -> None:
    told = [line.split()[-1] for line in result.stderr.splitlines() if line.startswith("  错误")]
    assert sorted(told) == sorted(code for _, _, code in FAULTS.values())
    # The sample has no reports for Luoyang, whose three are said to be missing.
    warned = [line.split()[-1] for line in result.stderr.splitlines() if line.startswith("  警告")]
    # The text still says the profit that the loss has taken the place of.
    assert warned == [*["evidence-missing"] * 3, "figure-contradicted"]


def test_a_plan_with_an_error_ends_with_status_one(result: Result) -> None:
    assert result.exit_code == 1


def test_a_plan_without_one_ends_well() -> None:
    done = plan(SECOND_SAMPLE, *STYLES)
    assert done.exit_code == 0
    assert "错误" not in done.stderr
    # The limits that the notice's copy has lost are said to be inferred.
    assert columns(done.stdout)["national"].count("推定") == 4
    assert "推定" not in columns(done.stdout)["zhejiang"]


def test_a_style_asked_for_twice_has_one_column() -> None:
    done = plan(SECOND_SAMPLE, "luoyang", "luoyang")
    assert done.stdout.count("luoyang") == 1


def test_an_unknown_style_is_wrong_use() -> None:
    done = plan(SECOND_SAMPLE, "luoyang", "luoyan")
    assert done.exit_code == 2
    assert "luoyang" in done.stderr


def test_a_case_that_cannot_be_read_is_said_once(tmp_path: Path) -> None:
    done = plan(tmp_path / "没有.json", "luoyang", "shanghai")
    assert done.exit_code == 1
    assert done.stderr.count("找不到") == 1


def test_the_count_is_of_issuers_with_an_error(tmp_path: Path) -> None:
    assert print_plan(faulty(tmp_path / "案例"), ["luoyang", "national"]) == 2


def test_one_issuers_broken_override_leaves_the_others_columns(tmp_path: Path) -> None:
    file = faulty(tmp_path / "案例")
    case = json.loads(file.read_text(encoding="utf-8"))
    case["overrides"]["national"]["company"] = {"name": None}
    file.write_text(json.dumps(case), encoding="utf-8")
    done = plan(file, "luoyang", "national")
    assert done.exit_code == 1
    assert "luoyang" in done.stdout
    assert "/company/name" in done.stderr


def test_on_a_narrow_terminal_the_issuers_stand_below_one_another() -> None:
    options = [part for style in STYLES for part in ("--style", style)]
    environment = {"COLUMNS": "80", "TERM": "dumb"}
    done = CliRunner().invoke(app, ["plan", str(SECOND_SAMPLE), *options], env=environment)
    assert done.stdout.count("截止日期") == 2
    assert all(date in done.stdout for date in ("2023-03-29", "2024-11-10", "2023-11-17"))


def test_missing_evidence_is_named_in_the_issuers_column() -> None:
    found = columns(plan(SECOND_SAMPLE, *STYLES).stdout)
    assert "证实性材料/“信用中国”失信被执行人" in found["luoyang"]
