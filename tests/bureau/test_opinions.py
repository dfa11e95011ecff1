"""The unit's own file in JSON: itself, ranks and opinions, its people."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from docgen.bureau.opinions import Opinions, read_opinions, unknown_companies
from docgen.findings import Finding, Severity
from tests.cases.unit.making import refusal

SAID: dict[str, Any] = {
    "unit": {
        "name": "洛阳市涧西区工业和信息化局",
        "contact": "李华",
        "phone": "0379-60000100",
        "date": "2023-03-28",
        "number": "涧工信〔2023〕9号",
    },
    "companies": [
        {"name": "洛阳甲轴承有限公司", "rank": 2, "opinion": "同意推荐。\n建议优先。"},
        {
            "name": "洛阳乙水泵有限公司",
            "rank": 1,
            "opinion": "同意推荐。",
            "unit": "洛阳市涧西区工业和信息化局",
            "date": "2023-03-27",
        },
    ],
    "people": [
        {
            "name": "李华",
            "unit": "洛阳市涧西区工业和信息化局",
            "title": "科长",
            "phone": "0379-60000100",
            "mobile": "19900000100",
        }
    ],
}


def stored(folder: Path, values: Any) -> Path:
    file = folder / "意见.json"
    file.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
    return file


def read(folder: Path, values: Any) -> tuple[Opinions, list[Finding]]:
    return read_opinions(stored(folder, values))


def told(findings: list[Finding]) -> list[tuple[str, str, str]]:
    """Code, pointer and severity of each finding."""
    return [(each.code, each.place.pointer, each.severity) for each in findings]


def with_companies(*companies: Any) -> dict[str, Any]:
    return {"companies": list(companies)}


def test_everything_that_the_unit_says_is_read(tmp_path: Path) -> None:
    opinions, findings = read(tmp_path, SAID)
    assert findings == []
    assert opinions.unit.name == "洛阳市涧西区工业和信息化局"
    assert opinions.unit.date == dt.date(2023, 3, 28)
    assert opinions.unit.number == "涧工信〔2023〕9号"
    first, second = opinions.companies
    assert first is not None
    assert second is not None
    assert (first.rank, first.opinion) == (2, "同意推荐。\n建议优先。")
    assert second.date == dt.date(2023, 3, 27)
    (person,) = opinions.people
    assert person is not None
    assert (person.title, person.mobile) == ("科长", "19900000100")


def test_a_company_is_found_by_its_name_as_people_type_it(tmp_path: Path) -> None:
    opinions, _ = read(tmp_path, with_companies({"name": "甲（洛阳） 有限公司", "rank": 1}))
    said = opinions.of("甲(洛阳)有限公司")
    assert said is not None
    assert said.rank == 1
    assert opinions.of("乙（洛阳）有限公司") is None


def test_nothing_need_be_said() -> None:
    assert Opinions().of("甲") is None
    assert Opinions().unit.name is None


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    opinions, findings = read(tmp_path, {})
    assert (opinions.companies, opinions.people) == ((), ())
    assert [each.code for each in findings] == ["opinions-empty"]


@pytest.mark.parametrize(
    ("values", "code", "pointer"),
    [
        ({"company": []}, "unknown-field", "/company"),
        ({"unit": []}, "not-an-object", "/unit"),
        ({"companies": {}}, "not-a-list", "/companies"),
        ({"unit": {"nmae": "甲"}}, "unknown-field", "/unit/nmae"),
        ({"unit": {"date": "3月28日"}}, "not-a-date", "/unit/date"),
        (with_companies({"name": "甲", "rank": 0}), "number-too-small", "/companies/0/rank"),
        (with_companies({"name": "甲", "rank": "第一"}), "not-a-number", "/companies/0/rank"),
        (with_companies({"rank": 1}), "missing-field", "/companies/0/name"),
        (
            with_companies({"name": "甲", "opinion": "好" * 5001}),
            "too-long",
            "/companies/0/opinion",
        ),
        (with_companies("甲"), "not-an-object", "/companies/0"),
        ({"people": [{"name": "李\u202e华"}]}, "bidi-control", "/people/0/name"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path, values: Any, code: str, pointer: str
) -> None:
    _, findings = read(tmp_path, values)
    assert told(findings) == [(code, pointer, Severity.ERROR)]
    assert findings[0].place.file == str(tmp_path / "意见.json")
    assert findings[0].cure


def test_titles_are_chinese(tmp_path: Path) -> None:
    _, (finding,) = read(tmp_path, with_companies({"name": "甲"}, {"name": "乙", "rank": "一"}))
    assert finding.place.title == "推荐意见 / 第 2 项 / 排序"


def test_what_is_wrong_is_left_out_and_the_rest_kept(tmp_path: Path) -> None:
    opinions, _ = read(
        tmp_path,
        with_companies(
            {"name": "甲", "rank": "一", "opinion": "同意。"}, {"rank": 2}, {"name": "丙"}
        ),
    )
    first, second, third = opinions.companies
    assert first is not None
    assert (first.rank, first.opinion) == (None, "同意。")
    assert second is None
    assert third is not None


def test_a_company_said_twice_is_told_with_both_places(tmp_path: Path) -> None:
    _, (finding,) = read(
        tmp_path, with_companies({"name": "甲（洛阳）公司", "rank": 1}, {"name": "甲(洛阳)公司"})
    )
    assert (finding.code, finding.place.pointer) == ("opinion-repeated", "/companies/1/name")
    assert "推荐意见 / 第 1 项 / 企业名称" in finding.message


def test_a_rank_given_twice_is_told_with_both_places(tmp_path: Path) -> None:
    _, (finding,) = read(
        tmp_path, with_companies({"name": "甲", "rank": 1}, {"name": "乙", "rank": 1})
    )
    assert (finding.code, finding.place.pointer) == ("rank-repeated", "/companies/1/rank")
    assert "推荐意见 / 第 1 项 / 排序" in finding.message


def test_ranks_left_out_are_a_warning(tmp_path: Path) -> None:
    _, (finding,) = read(
        tmp_path, with_companies({"name": "甲", "rank": 5}, {"name": "乙", "rank": 2})
    )
    assert (finding.code, finding.severity) == ("rank-gap", Severity.WARNING)
    assert "缺第 1、3、4 名" in finding.message


def test_opinions_on_others_are_told_with_the_nearest_name(tmp_path: Path) -> None:
    opinions, _ = read(tmp_path, with_companies({"name": "洛阳甲轴承公司"}, {"name": "乙"}))
    near, far = unknown_companies(opinions, ["洛阳甲轴承有限公司", "丙"])
    assert near.code == "opinion-unknown-company"
    assert near.place.pointer == "/companies/0/name"
    assert "洛阳甲轴承有限公司" in near.cure
    assert "全称" in far.cure


def test_names_that_differ_in_width_alone_are_known(tmp_path: Path) -> None:
    opinions, _ = read(tmp_path, with_companies({"name": "甲（洛阳）公司"}))
    assert list(unknown_companies(opinions, ["甲(洛阳)公司"])) == []


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    for name in ("没有.json", "没有.xlsx"):
        (finding,) = refusal(lambda name=name: read_opinions(tmp_path / name))  # type: ignore[misc]
        assert finding.code == "file-missing"


def test_broken_json_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "意见.json"
    file.write_text("[]", encoding="utf-8")
    (finding,) = refusal(lambda: read_opinions(file))
    assert finding.place.file == str(file)
