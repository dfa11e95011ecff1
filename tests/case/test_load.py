"""A case is loaded whole: facts, texts, pictures; what is wrong is told at once."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from docgen.case.fields import value_at
from docgen.case.load import load_case
from docgen.case.narrative import plain_text
from docgen.check import check_case
from docgen.findings import DocgenError, Finding, Severity
from docgen.style.load import load_style
from tests.cases.unit.making import (
    COMPANY,
    ROOT,
    SAMPLE,
    changed,
    loaded,
    refusal,
    sound,
    stored,
    without,
)


def errors(tmp_path: Path, values: Any, **files: str) -> list[Finding]:
    return errors_in(stored(tmp_path, values, files))


def errors_in(file: Path) -> list[Finding]:
    """Return the errors with which a case is loaded or refused."""
    try:
        found = load_case(file, "luoyang").findings
    except DocgenError as error:
        found = error.findings
    return [finding for finding in found if finding.severity is Severity.ERROR]


def test_the_sample_is_loaded_with_a_note_on_its_protected_certificate_alone() -> None:
    case = load_case(SAMPLE, "luoyang")
    assert [(each.code, each.severity) for each in case.findings] == [
        ("sheet-protected", Severity.NOTE)
    ]
    assert case.facts.company.name == "洛阳砺川重载轴承科技有限公司"
    assert case.facts.years[2020].profit == Decimal("4412.60")
    assert case.facts.application_date == date(2023, 3, 20)
    assert set(case.narrative) == {"abstract", "overview", "implementation", "results"}
    assert len(case.pictures) == 7


def test_a_folder_stands_for_the_case_in_it(tmp_path: Path) -> None:
    file = stored(tmp_path, sound())
    assert load_case(tmp_path, "luoyang") == load_case(file, "luoyang")


def test_a_folder_without_a_case_names_the_missing_file(tmp_path: Path) -> None:
    (finding,) = refusal(lambda: load_case(tmp_path, "luoyang"))
    assert finding.code == "file-missing"
    assert "case.json" in finding.message


def test_a_byte_order_mark_is_accepted(tmp_path: Path) -> None:
    file = stored(tmp_path, sound())
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert load_case(file, "luoyang").facts.company.name == COMPANY


def test_a_template_expression_in_the_data_stays_as_it_is(tmp_path: Path) -> None:
    case = loaded(tmp_path, changed("company.address", "{{ 7*7 }} <b>&"))
    assert case.facts.company.address == "{{ 7*7 }} <b>&"


# ── Fields ──────────────────────────────────────────────


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("company.name", "申报单位 / 企业名称"),
        ("experience.name", "质量标杆经验 / 质量标杆名称"),
        ("application_date", "申报日期"),
        ("company", "申报单位"),
    ],
)
def test_a_missing_required_field_is_named_in_chinese(
    tmp_path: Path, path: str, title: str
) -> None:
    (finding,) = errors(tmp_path, without(path))
    assert finding.code == "missing-field"
    assert finding.place.title == title
    assert finding.place.pointer == "/" + path.replace(".", "/")


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("company.employees", "三百", "not-a-number"),
        ("company.employees", 350.5, "not-a-whole-number"),
        ("company.employees", -1, "number-too-small"),
        ("company.employees", 10**30, "number-too-large"),
        ("company.name", "", "empty-field"),
        ("company.name", 5, "not-text"),
        ("company", "甲公司", "not-an-object"),
        ("patents", {}, "not-a-list"),
        ("years.2022.revenue", "6200 万元", "not-a-number"),
        ("years.2022.revenue", 0.12345, "number-too-fine"),
        ("years.2022.revenue", 10**20, "number-too-large"),
        ("years.2022", 3, "not-an-object"),
        ("application_date", "2023年3月20日", "not-a-date"),
        ("application_date", "2023-02-30", "not-a-date"),
        ("narrative.abstract", 5, "not-text"),
    ],
)
def test_a_wrong_value_is_named_with_its_pointer_and_cure(
    tmp_path: Path, path: str, value: object, code: str
) -> None:
    (finding,) = errors(tmp_path, changed(path, value))
    assert (finding.code, finding.place.pointer) == (code, "/" + path.replace(".", "/"))
    assert finding.place.title
    assert finding.cure


@pytest.mark.parametrize("path", ["company.employees", "years.2022.revenue", "application_date"])
def test_a_number_beyond_all_reason_is_a_field_error(tmp_path: Path, path: str) -> None:
    values = changed(path, "远")
    file = stored(tmp_path, values)
    file.write_text(file.read_text(encoding="utf-8").replace('"远"', "1e400"), encoding="utf-8")
    (finding,) = errors_in(file)
    assert finding.place.pointer == "/" + path.replace(".", "/")


def test_the_wrong_item_of_a_list_is_counted_from_one(tmp_path: Path) -> None:
    patent = {
        "title": "一种装置", "number": "1", "kind": "发明", "status": "授权", "date": "2022-01-01",
    }  # fmt: skip
    (finding,) = errors(tmp_path, changed("patents", [patent | {"kind": "发明专利"}, patent]))
    assert finding.code == "unknown-choice"
    assert finding.place.pointer == "/patents/1/kind"
    assert finding.place.title == "专利 / 第 2 项 / 专利类型"
    assert "发明专利" in finding.cure


def test_an_unknown_field_is_a_warning_with_the_nearest_name(tmp_path: Path) -> None:
    case = loaded(tmp_path, changed("contact.moblie", "19900000157"))
    (finding,) = case.findings
    assert (finding.code, finding.severity) == ("unknown-field", Severity.WARNING)
    assert finding.place.pointer == "/contact/moblie"
    assert "mobile" in finding.cure


def test_unknown_fields_are_found_in_years_and_lists(tmp_path: Path) -> None:
    values = changed("years.2022.revenu", 3)
    values["honours"] = [
        {"title": "奖", "issuer": "市", "level": "市级", "date": "2022-01-01", "年份": 2022}
    ]
    pointers = {finding.place.pointer for finding in loaded(tmp_path, values).findings}
    assert pointers == {"/years/2022/revenu", "/honours/0/年份"}


def test_the_editors_schema_line_is_no_unknown_field(tmp_path: Path) -> None:
    assert loaded(tmp_path, {"$schema": "case.schema.json"} | sound()).findings == ()


def test_all_wrong_fields_are_told_at_once(tmp_path: Path) -> None:
    values = changed("company.employees", "三百")
    values["application_date"] = "明天"
    del values["experience"]["name"]
    assert {finding.code for finding in errors(tmp_path, values)} == {
        "not-a-number",
        "not-a-date",
        "missing-field",
    }


def test_fields_texts_and_pictures_are_told_together(tmp_path: Path) -> None:
    values = changed("company.employees", "三百")
    values["narrative"]["overview"] = {"file": "没有.md"}
    values["narrative"]["results"] = "![趋势](图/没有.png)"
    assert {finding.code for finding in errors(tmp_path, values)} == {
        "not-a-number",
        "file-missing",
        "picture-missing",
    }


def test_an_invisible_character_is_removed_with_a_warning(tmp_path: Path) -> None:
    case = loaded(tmp_path, changed("contact.name", "孙\u200b二"))
    assert case.facts.contact.name == "孙二"
    (finding,) = case.findings
    assert finding.severity is Severity.WARNING
    assert finding.place.pointer == "/contact/name"


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\u0000", "control-character"),
        ("\u001b", "control-character"),
        ("\ud800", "lone-surrogate"),
        ("\ufffe", "noncharacter"),
        ("\u202e", "bidi-control"),
        ("\ue001", "private-use-character"),
        ("😀", "emoji"),
        ("\U0001f9ff", "emoji"),
        ("ꙮ", "character-without-font"),
    ],
)
def test_a_character_that_cannot_be_printed_names_its_field(
    tmp_path: Path, character: str, code: str
) -> None:
    values = changed("contact.name", f"孙{character}二")
    (finding,) = errors(tmp_path, json.dumps(values))
    assert (finding.code, finding.place.pointer) == (code, "/contact/name")
    assert f"U+{ord(character):04X}" in finding.message


def test_an_unknown_field_cannot_send_control_characters_to_the_terminal(tmp_path: Path) -> None:
    case = loaded(tmp_path, sound() | {"\u001b[31m": 1})
    assert all("\u001b" not in f.message + f.place.title + f.place.pointer for f in case.findings)
    assert case.findings


@pytest.mark.parametrize("path", ["company.name", "contact.name", "experience.name"])
def test_a_line_break_in_a_field_of_one_line_is_noticed_and_not_printed(
    tmp_path: Path, path: str
) -> None:
    case = loaded(tmp_path, changed(path, "甲\n乙"))
    assert [finding.place.pointer for finding in case.findings] == ["/" + path.replace(".", "/")]
    assert "\n" not in str(value_at(case.facts, path))


def test_a_number_of_a_hundred_million_digits_is_refused_without_writing_it_out(
    tmp_path: Path,
) -> None:
    file = stored(tmp_path, changed("company.employees", "远"))
    file.write_text(file.read_text(encoding="utf-8").replace('"远"', "1e99999999"), "utf-8")
    command = [sys.executable, "-m", "docgen", "check", str(file), "--style", "luoyang"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=8, check=False)
    assert done.returncode == 1


def test_five_hundred_nested_arrays_in_a_field_are_an_error(tmp_path: Path) -> None:
    nested: Any = "甲"
    for _ in range(500):
        nested = [nested]
    assert errors(tmp_path, changed("company.address", nested))


# ── Overrides ───────────────────────────────────────────


def test_an_override_holds_for_its_style_alone(tmp_path: Path) -> None:
    values = sound() | {"overrides": {"luoyang": {"contact": {"title": "主任"}}}}
    assert loaded(tmp_path, values, "luoyang").facts.contact.title == "主任"
    assert loaded(tmp_path, values, "luoyang").facts.contact.name == "孙二"
    assert loaded(tmp_path, values, "luoyang-provincial").facts.contact.title == "部长"


def test_null_takes_a_value_away(tmp_path: Path) -> None:
    values = sound() | {"overrides": {"luoyang": {"contact": {"title": None}}}}
    assert loaded(tmp_path, values).facts.contact.title is None


def test_a_list_is_overridden_as_a_whole(tmp_path: Path) -> None:
    honour = {"title": "奖", "issuer": "市", "level": "市级", "date": "2022-01-01"}
    values = sound() | {"honours": [honour, honour], "overrides": {"luoyang": {"honours": []}}}
    assert loaded(tmp_path, values).facts.honours == ()


def test_an_override_may_replace_a_section(tmp_path: Path) -> None:
    values = sound() | {"overrides": {"luoyang": {"narrative": {"overview": "另一种概况。"}}}}
    assert plain_text(loaded(tmp_path, values).narrative["overview"]) == "另一种概况。"


def test_a_wrong_value_in_an_override_is_located_there(tmp_path: Path) -> None:
    values = sound() | {"overrides": {"luoyang": {"company": {"employees": "三百"}}}}
    (finding,) = errors(tmp_path, values)
    assert finding.place.pointer == "/overrides/luoyang/company/employees"


def test_an_override_that_is_no_object_is_an_error(tmp_path: Path) -> None:
    (finding,) = errors(tmp_path, sound() | {"overrides": {"luoyang": "甲"}})
    assert finding.place.pointer == "/overrides/luoyang"


# ── Files of the narrative ──────────────────────────────


def test_a_section_may_be_a_file(tmp_path: Path) -> None:
    values = changed("narrative.overview", {"file": "概况.md"})
    case = loaded(tmp_path, values, **{"概况.md": "\ufeff公司成立于2004年。\r\n"})
    assert plain_text(case.narrative["overview"]) == "公司成立于2004年。"
    assert case.findings == ()


def test_a_section_of_spaces_is_an_empty_field(tmp_path: Path) -> None:
    (finding,) = errors(tmp_path, changed("narrative.overview", " \n "))
    assert (finding.code, finding.place.pointer) == ("empty-field", "/narrative/overview")


def test_a_missing_file_is_named_with_its_section(tmp_path: Path) -> None:
    (finding,) = errors(tmp_path, changed("narrative.overview", {"file": "概况.md"}))
    assert finding.code == "file-missing"
    assert "概况.md" in finding.message
    assert finding.place.title == "总结材料 / 企业概况"


@pytest.mark.parametrize("name", ["../外.md", "/etc/hostname", "甲/../../外.md"])
def test_a_file_outside_the_cases_folder_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "外.md").write_text("外面的文字。", encoding="utf-8")
    (finding,) = errors(tmp_path / "案例", changed("narrative.overview", {"file": name}))
    assert finding.code == "file-outside-case"
    assert finding.place.pointer == "/narrative/overview"


def test_a_link_does_not_lead_out_of_the_cases_folder(tmp_path: Path) -> None:
    (tmp_path / "外.md").write_text("外面的文字。", encoding="utf-8")
    folder = tmp_path / "案例"
    folder.mkdir()
    (folder / "内.md").symlink_to(tmp_path / "外.md")
    (finding,) = errors(folder, changed("narrative.overview", {"file": "内.md"}))
    assert finding.code == "file-outside-case"


def test_a_link_to_itself_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "圈.md").symlink_to(tmp_path / "圈.md")
    (finding,) = errors(tmp_path, changed("narrative.overview", {"file": "圈.md"}))
    assert finding.place.title == "总结材料 / 企业概况"


def test_a_gbk_file_is_named_with_its_encoding(tmp_path: Path) -> None:
    (tmp_path / "概况.md").write_bytes("公司成立于2004年。".encode("gbk"))
    (finding,) = errors(tmp_path, changed("narrative.overview", {"file": "概况.md"}))
    assert finding.code == "file-not-utf8"
    assert "GBK" in finding.message
    assert finding.place.file.endswith("概况.md")


def test_a_bad_character_in_a_file_is_named_by_line(tmp_path: Path) -> None:
    values = changed("narrative.overview", {"file": "概况.md"})
    (finding,) = errors(tmp_path, values, **{"概况.md": "第一行\n\n第三\u0001行"})
    assert finding.code == "control-character"
    assert finding.place.file.endswith("概况.md")
    assert (finding.place.line, finding.place.column) == (3, 3)


def test_a_missing_picture_names_the_text_that_wants_it(tmp_path: Path) -> None:
    values = changed("narrative.overview", {"file": "概况.md"})
    (finding,) = errors(tmp_path, values, **{"概况.md": "文字。\n\n![流程](图/没有.png)"})
    assert "没有.png" in finding.message
    assert finding.place.file.endswith("概况.md")
    assert finding.place.line == 3


def test_a_picture_used_twice_is_loaded_once(tmp_path: Path) -> None:
    text = "![一](图/流程.png){#一}\n\n![二](图/流程.png){#二}"
    assert list(loaded(tmp_path, changed("narrative.overview", text)).pictures) == ["图/流程.png"]


def test_a_wrong_value_in_an_override_is_not_called_missing_as_well(tmp_path: Path) -> None:
    values = sound() | {"overrides": {"luoyang": {"contact": {"mobile": 13800000000}}}}
    case = load_case(stored(tmp_path, values), "luoyang")
    found = [*case.findings, *check_case(case, load_style("luoyang"))]
    assert [(each.code, each.place.pointer) for each in found] == [
        ("not-text", "/overrides/luoyang/contact/mobile")
    ]


def test_what_a_rule_finds_in_an_override_is_located_there(tmp_path: Path) -> None:
    values = sound() | {"overrides": {"luoyang": {"contact": {"mobile": "138"}}}}
    case = load_case(stored(tmp_path, values), "luoyang")
    (finding,) = check_case(case, load_style("luoyang"))
    assert finding.place.pointer == "/overrides/luoyang/contact/mobile"


def test_paragraphs_of_an_override_are_left_alone(tmp_path: Path) -> None:
    text = {"narrative": {"abstract": "第一段。\n\n第二段。"}}
    values = sound() | {"overrides": {"luoyang": text, "luoyang-provincial": text}}
    assert loaded(tmp_path, values).findings == ()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("application_date", 0),
        ("company.established", "946684800"),
        ("company.employees", "1_0"),
        ("years", {"02022": {"profit": 1}}),
        ("years", {" 2_019": {"profit": 1}}),
    ],
)
def test_what_only_python_takes_for_a_number_or_date_is_refused(
    tmp_path: Path, path: str, value: object
) -> None:
    assert errors(tmp_path, changed(path, value))


@pytest.mark.parametrize("value", [True, "是"])
def test_yes_may_be_said_in_chinese(tmp_path: Path, value: object) -> None:
    assert loaded(tmp_path, changed("company.central", value)).facts.company.central is True


@pytest.mark.parametrize("value", ["yes", 1, [], {}, "true"])
def test_nothing_else_means_yes(tmp_path: Path, value: object) -> None:
    (finding,) = loaded(tmp_path, changed("company.central", value)).findings
    assert (finding.code, finding.place.pointer) == ("not-a-boolean", "/company/central")


@pytest.mark.parametrize("value", ["2019/04", "2019-13", "2019", "0000-01"])
def test_a_month_is_a_year_and_a_month(tmp_path: Path, value: str) -> None:
    (finding,) = loaded(tmp_path, changed("experience.applied_since", value)).findings
    assert "月两位" in finding.cure


def test_an_unknown_field_below_a_year_is_told(tmp_path: Path) -> None:
    benchmarks = {"2022": {"revenue": {"averag": "1"}}}
    (finding,) = loaded(tmp_path, changed("benchmarks", benchmarks)).findings
    assert finding.place.pointer == "/benchmarks/2022/revenue/averag"
    assert "average" in finding.cure
