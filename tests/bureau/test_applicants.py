"""Applications are gathered from cases, Word files and folders of them."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from docgen.bureau.applicants import Applicant, applicants
from docgen.findings import Finding
from docgen.style.load import load_style
from tests.bureau.making import companies, company, experience, facts, filled_in, mobile, stored
from tests.cases.unit.making import template
from tests.intake.companies import cover


def gathered(*paths: Path, style: str = "luoyang") -> tuple[list[Applicant], list[Finding]]:
    return applicants(paths, load_style(style))


def names(found: list[Applicant]) -> list[str]:
    return [each.company for each in found]


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the cover and the form of company 3."""
    folder = tmp_path_factory.mktemp("form")
    return filled_in(stored(folder / "案例", facts(3)), folder / "收到")


def test_a_folder_of_case_folders_is_read_whole_and_in_order(tmp_path: Path) -> None:
    companies(tmp_path, 4)
    found, findings = gathered(tmp_path)
    assert names(found) == [company(number) for number in range(1, 5)]
    assert findings == []


def test_a_case_may_be_named_by_its_file_or_its_folder(tmp_path: Path) -> None:
    first, second = companies(tmp_path, 2)
    found, _ = gathered(second, first.parent)
    assert names(found) == [company(2), company(1)]
    assert [each.file for each in found] == [str(second), str(first)]


def test_a_file_named_twice_is_one_application(tmp_path: Path) -> None:
    (file,) = companies(tmp_path, 1)
    assert names(gathered(tmp_path, file, file.parent)[0]) == [company(1)]


def test_a_folder_that_is_a_case_is_not_searched_for_word_files(tmp_path: Path, form: Path) -> None:
    (file,) = companies(tmp_path, 1)
    shutil.copytree(form, file.parent / "旧稿")
    assert names(gathered(tmp_path)[0]) == [company(1)]


def test_the_word_files_of_a_company_are_one_application(form: Path) -> None:
    found, findings = gathered(form)
    assert findings == []
    (applicant,) = found
    assert applicant.company == company(3)
    assert applicant.value("contact.mobile") == mobile(3)
    assert applicant.value("experience.name") == experience(3)
    assert applicant.file == str(form / "洛阳市质量标杆申报表.docx")


def test_values_of_forms_are_typed_like_those_of_cases(form: Path) -> None:
    (applicant,), _ = gathered(form)
    assert applicant.value("years.2022.revenue") == Decimal(
        str(facts(3)["years"]["2022"]["revenue"])
    )
    assert applicant.value("application_date") == dt.date(2023, 3, 20)
    assert applicant.value("recommender") is None


def test_what_follows_from_a_case_counts_as_said(tmp_path: Path) -> None:
    values = facts(1)
    del values["company"]["size"]
    (applicant,), _ = gathered(stored(tmp_path, values))
    assert applicant.value("company.size") == "大型企业"


def test_overrides_of_the_style_apply(tmp_path: Path) -> None:
    values = facts(1) | {"overrides": {"national": {"contact": {"mobile": "19999999999"}}}}
    file = stored(tmp_path, values)
    assert gathered(file)[0][0].value("contact.mobile") == mobile(1)
    assert gathered(file, style="national")[0][0].value("contact.mobile") == "19999999999"


def test_a_case_needs_neither_its_texts_nor_its_papers(tmp_path: Path) -> None:
    values = facts(1) | {
        "narrative": {"abstract": {"file": "没有.md"}},
        "evidence": [{"kind": "其他", "title": "无", "files": ["没有.pdf"]}],
    }
    found, findings = gathered(stored(tmp_path, values))
    assert names(found) == [company(1)]
    assert findings == []


def test_cases_and_forms_stand_in_the_order_in_which_they_are_named(
    tmp_path: Path, form: Path
) -> None:
    first, second = companies(tmp_path, 2)
    assert names(gathered(second, form, first)[0]) == [company(2), company(3), company(1)]


def test_a_case_that_cannot_be_read_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    files = companies(tmp_path, 3)
    files[1].write_text("{", encoding="utf-8")
    found, findings = gathered(tmp_path)
    assert names(found) == [company(1), company(3)]
    assert [(finding.code, finding.place.file) for finding in findings] == [
        ("json-syntax", str(files[1]))
    ]


def test_a_word_file_that_cannot_be_read_is_told_and_the_others_go_on(
    tmp_path: Path, form: Path
) -> None:
    shutil.copytree(form, tmp_path / "甲")
    (tmp_path / "乙.docx").write_bytes(b"PK\x03\x04")
    found, findings = gathered(tmp_path)
    assert names(found) == [company(3)]
    assert [(finding.code, finding.place.file) for finding in findings] == [
        ("word-damaged", str(tmp_path / "乙.docx"))
    ]


def test_an_experience_that_a_companys_files_name_in_two_ways_is_told(
    tmp_path: Path, form: Path
) -> None:
    shutil.copytree(form, tmp_path / "收到")
    renamed = facts(3)
    renamed["experience"]["name"] = f"{company(3)}另一项经验"
    other = filled_in(stored(tmp_path / "案例" / "另", renamed), tmp_path / "另存")
    shutil.copy(other / "封面.docx", tmp_path / "收到" / "封面（新）.docx")
    (applicant,), (repeated, finding) = gathered(tmp_path / "收到")
    assert applicant.company == company(3)
    assert (repeated.code, finding.code) == ("document-repeated", "values-differ")
    # Long names are quoted from their beginnings.
    assert f"“{experience(3)[:20]}" in finding.message
    assert f"“{company(3)}另一项经验”" in finding.message
    assert "封面.docx" in finding.message
    assert finding.place.file.endswith("封面（新）.docx")


def test_a_wrong_value_is_told_and_the_rest_of_the_case_is_kept(tmp_path: Path) -> None:
    values = facts(1)
    values["company"]["employees"] = "很多"
    found, (finding,) = gathered(stored(tmp_path, values))
    assert names(found) == [company(1)]
    assert finding.place.pointer == "/company/employees"


def test_the_units_own_tables_and_hidden_files_are_no_applications(
    tmp_path: Path, form: Path
) -> None:
    shutil.copytree(form, tmp_path / "甲")
    for name in ("质量标杆汇总表.docx", "~$申报表.docx", ".申报表.docx"):
        (tmp_path / name).write_bytes(b"")
    found, findings = gathered(tmp_path)
    assert names(found) == [company(3)]
    assert findings == []


def test_a_form_that_says_nothing_is_told_and_left_out(tmp_path: Path) -> None:
    blank = template(
        tmp_path / "承诺书.docx",
        "浙江省制造业质量标杆申报承诺书",
        "本企业自愿申报2024年浙江省制造业质量标杆，郑重承诺在质量、安全、环保、诚信等方面"
        "无重大违法行为和不良记录。",
        "企业名称（盖章）：",
    )
    found, findings = gathered(blank, style="zhejiang")
    assert found == []
    assert codes(findings) == ["nothing-stated"]
    assert findings[0].place.file == str(blank)


def test_a_company_without_its_form_is_told_and_listed(tmp_path: Path, form: Path) -> None:
    shutil.copytree(form, tmp_path / "甲")
    (tmp_path / "甲" / "洛阳市质量标杆申报表.docx").unlink()
    found, findings = gathered(tmp_path)
    assert names(found) == [company(3)]
    (finding,) = [each for each in findings if each.code == "form-missing"]
    assert f"“{company(3)}”只有《封面》" in finding.message
    assert "没有《洛阳市质量标杆申报表》" in finding.message


def test_a_file_that_names_no_company_is_no_applicant_without_a_form(tmp_path: Path) -> None:
    (tmp_path / "封面.docx").write_bytes(cover("", "李四"))
    found, findings = gathered(tmp_path)
    assert found == []
    assert codes(findings) == ["nothing-stated"]


@pytest.mark.parametrize("name", ["没有", "没有.json", "没有.docx"])
def test_a_path_that_is_not_there_is_told(tmp_path: Path, name: str) -> None:
    found, (finding,) = gathered(tmp_path / name)
    assert found == []
    assert (finding.code, finding.place.file) == ("file-missing", str(tmp_path / name))


def test_a_file_of_another_kind_is_told(tmp_path: Path) -> None:
    (tmp_path / "申报表.doc").write_bytes(b"")
    _, (finding,) = gathered(tmp_path / "申报表.doc")
    assert finding.code == "no-application"
    assert ".docx" in finding.cure


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    _, (finding,) = gathered(tmp_path)
    assert (finding.code, finding.place.file) == ("no-application", str(tmp_path))


def test_a_folder_that_cannot_be_opened_is_told_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    companies(tmp_path, 1)
    (tmp_path / "锁").mkdir()
    listed = Path.iterdir

    def refuse(folder: Path) -> Iterator[Path]:
        if folder.name == "锁":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(Path, "iterdir", refuse)
    found, (finding,) = gathered(tmp_path)
    assert names(found) == [company(1)]
    assert (finding.code, finding.place.file) == ("file-unreadable", str(tmp_path / "锁"))


def test_a_folder_linked_into_itself_is_read_once(tmp_path: Path) -> None:
    companies(tmp_path, 1)
    (tmp_path / "又一次").symlink_to(tmp_path, target_is_directory=True)
    assert names(gathered(tmp_path)[0]) == [company(1)]


def test_progress_names_each_file(tmp_path: Path, form: Path) -> None:
    companies(tmp_path, 2)
    told: list[str] = []
    applicants([tmp_path, form], load_style("luoyang"), told.append)
    assert told == ["01", "02", "封面.docx", "洛阳市质量标杆申报表.docx"]
