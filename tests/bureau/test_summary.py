"""Thirty applications become the unit's tables; what is wrong with them is told, and no more."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from docgen.bureau.summary import CONTACTS, SUMMARY, Summary, summarise
from docgen.findings import Severity
from docgen.style.load import load_style
from tests.bureau.making import (
    Facts,
    companies,
    company,
    contact,
    credit_code,
    experience,
    filled_in,
    mobile,
    workbook,
)
from tests.cases.unit.making import refusal

Changes = Mapping[int, Callable[[Facts], None]]


def summarised(
    folder: Path, changes: Changes | None = None, *, style: str = "luoyang", opinions: Any = None
) -> Summary:
    """What is made of thirty cases, some of them changed."""
    companies(folder / "案例", changes=changes)
    file = None
    if opinions is not None:
        file = folder / "意见.json"
        file.write_text(json.dumps(opinions, ensure_ascii=False), encoding="utf-8")
    return summarise([folder / "案例"], load_style(style), file)


def rows(made: Summary, key: str = SUMMARY) -> list[tuple[Any, ...]]:
    return [row.values for row in made.sheets[key].rows]


def told(made: Summary) -> list[tuple[str, str]]:
    """Code, and the case's folder, of each finding."""
    return [(each.code, Path(each.place.file).parent.name) for each in made.findings]


def set_in(*steps: str, to: Any) -> Callable[[Facts], None]:
    def change(facts: Facts) -> None:
        inner = facts
        for step in steps[:-1]:
            inner = inner[step]
        inner[steps[-1]] = to

    return change


def registered(place: str) -> Callable[[Facts], None]:
    return set_in("company", "registered_place", to=place)


def test_thirty_sound_applications_are_thirty_rows_and_no_finding(tmp_path: Path) -> None:
    made = summarised(tmp_path)
    assert made.findings == ()
    assert rows(made) == [
        (number, company(number), experience(number), contact(number), mobile(number))
        for number in range(1, 31)
    ]
    assert list(made.sheets) == [SUMMARY]


def test_what_is_planted_is_found_with_its_files_and_nothing_else(tmp_path: Path) -> None:
    def same_company(facts: Facts) -> None:
        facts["company"]["name"] = company(3)
        facts["experience"]["name"] = experience(3)

    def without_mobile(facts: Facts) -> None:
        del facts["contact"]["mobile"]

    made = summarised(
        tmp_path,
        {
            7: same_company,
            11: without_mobile,
            19: set_in("company", "credit_code", to=credit_code(5)),
        },
    )
    assert sorted(told(made)) == [
        ("duplicate-applicant", "07"),
        ("duplicate-credit-code", "19"),
        ("summary-field-missing", "11"),
    ]
    by_code = {finding.code: finding for finding in made.findings}
    folder = tmp_path / "案例"
    assert str(folder / "03" / "case.json") in by_code["duplicate-applicant"].message
    assert str(folder / "05" / "case.json") in by_code["duplicate-credit-code"].message
    assert by_code["summary-field-missing"].place.pointer == "/contact/mobile"
    assert all(finding.severity is Severity.ERROR for finding in made.findings)
    assert len(rows(made)) == 30
    assert rows(made)[10][4] is None


def test_a_district_over_its_quota_is_found_with_its_files_and_nothing_else(tmp_path: Path) -> None:
    """常州: two of a district; the thirty are of fifteen districts, and one of the last moves."""
    changes = {
        number: set_in("company", "district", to=f"第{(number + 1) // 2}区")
        for number in range(1, 31)
    }
    changes[30] = set_in("company", "district", to="第1区")
    made = summarised(tmp_path, changes, style="changzhou")
    (finding,) = made.findings
    assert (finding.code, finding.place.title) == ("quota-exceeded", "第1区")
    for number in ("01", "02", "30"):
        assert str(tmp_path / "案例" / number / "case.json") in finding.message


def test_ranks_and_opinions_are_the_units(tmp_path: Path) -> None:
    opinions = {
        "unit": {"name": "台州市经济和信息化局", "date": "2024-11-08"},
        "companies": [
            {"name": company(number), "rank": 31 - number, "opinion": f"第{number}家，同意。"}
            for number in range(1, 31)
        ],
        "people": [{"name": "李华", "unit": "台州市经信局", "mobile": "19900000100"}],
    }
    changes = {number: registered("浙江省台州市") for number in range(1, 31)}
    made = summarised(tmp_path, changes, style="zhejiang", opinions=opinions)
    assert [each.code for each in made.findings] == ["quota-exceeded"]
    assert [row[0] for row in rows(made)] == list(range(1, 31))
    assert rows(made)[0][1] == company(30)
    assert rows(made)[0][4] == "第30家，同意。"
    assert made.sheets[SUMMARY].head[0].text == "推荐单位（盖章）：台州市经济和信息化局"
    assert rows(made, CONTACTS)[0] == (1, "李华", "台州市经信局", None, None, "19900000100")
    assert len(rows(made, CONTACTS)) == 6


def test_a_workbook_of_opinions_does_as_well(tmp_path: Path) -> None:
    file = tmp_path / "意见.xlsx"
    ranks = [[company(number), 3 - number, "同意。"] for number in (1, 2)]
    file.write_bytes(workbook({"推荐意见": [["企业名称", "排序", "推荐意见"], *ranks]}))
    files = companies(tmp_path / "案例", 2, dict.fromkeys((1, 2), registered("浙江省台州市")))
    made = summarise(files, load_style("zhejiang"), file)
    assert made.findings == ()
    assert [row[1] for row in rows(made)] == [company(2), company(1)]


def test_a_list_of_people_without_anybody_is_a_blank_form(tmp_path: Path) -> None:
    made = summarise(companies(tmp_path, 1), load_style("zhejiang"))
    assert rows(made, CONTACTS) == [(None,) * 6] * 6


def test_forms_instead_of_cases_give_the_same_table(tmp_path: Path) -> None:
    files = companies(tmp_path / "案例", 4)
    for number, file in enumerate(files, 1):
        filled_in(file, tmp_path / "收到" / f"{number:02}")
    style = load_style("luoyang")
    of_cases, of_forms = summarise(files, style), summarise([tmp_path / "收到"], style)
    assert of_forms.findings == ()
    assert of_forms.sheets == of_cases.sheets


def test_forms_and_cases_mixed_give_the_same_table(tmp_path: Path) -> None:
    first, second, third = companies(tmp_path / "案例", 3)
    form = filled_in(second, tmp_path / "收到")
    style = load_style("luoyang")
    assert rows(summarise([first, form, third], style)) == rows(
        summarise([first, second, third], style)
    )


def test_an_application_that_cannot_be_read_keeps_no_other_out(tmp_path: Path) -> None:
    files = companies(tmp_path, 3)
    files[0].write_bytes(b"\xff")
    made = summarise([tmp_path], load_style("luoyang"))
    assert told(made) == [("file-not-utf8", "01")]
    assert [row[1] for row in rows(made)[:2]] == [company(2), company(3)]


def test_without_any_application_there_is_no_table(tmp_path: Path) -> None:
    (finding,) = refusal(lambda: summarise([tmp_path], load_style("luoyang")))
    assert finding.code == "no-application"
    (finding,) = refusal(lambda: summarise([], load_style("luoyang")))
    assert finding.code == "no-application"


def test_a_file_of_opinions_that_cannot_be_read_stops_the_work(tmp_path: Path) -> None:
    files = companies(tmp_path, 1)
    missing = tmp_path / "没有.xlsx"
    (finding,) = refusal(lambda: summarise(files, load_style("luoyang"), missing))
    assert finding.place.file == str(missing)


@pytest.mark.parametrize(
    ("style", "place"),
    [
        ("national", "河南省洛阳市"),
        ("liaoning", "辽宁省沈阳市"),
        ("shanghai", "上海市嘉定区"),
        ("luoyang-provincial", "河南省洛阳市"),
    ],
)
def test_every_issuer_gets_a_table(tmp_path: Path, style: str, place: str) -> None:
    made = summarise(
        companies(tmp_path, 2, dict.fromkeys((1, 2), registered(place))), load_style(style)
    )
    assert made.findings == ()
    assert [row[1] for row in rows(made)[:2]] == [company(1), company(2)]
