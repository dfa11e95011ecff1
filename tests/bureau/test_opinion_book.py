"""The unit's own file as a workbook says the same as one in JSON, and names its cells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from docgen.bureau.opinions import Opinions, read_opinions, unknown_companies
from docgen.findings import Finding, Severity
from tests.bureau.making import workbook
from tests.bureau.test_opinions import SAID
from tests.bureau.test_opinions import read as read_json
from tests.cases.unit.making import refusal

HEAD = ["企业名称", "排序", "推荐意见"]
BOOK: dict[str, list[list[Any]]] = {
    "推荐意见": [
        ["序号", *HEAD, "推荐单位", "日期"],
        [1, "洛阳甲轴承有限公司", 2, "同意推荐。\n建议优先。"],
        [
            2,
            "洛阳乙水泵有限公司",
            1,
            "同意推荐。",
            "洛阳市涧西区工业和信息化局",
            dt.datetime(2023, 3, 27),
        ],
    ],
    "推荐单位": [
        ["推荐单位", "洛阳市涧西区工业和信息化局"],
        ["联系人：", "李华"],
        ["联系电话", "0379-60000100"],
        ["日期", "2023年3月28日"],
        ["发文字号", "涧工信〔2023〕9号"],
    ],
    "联络员": [
        ["姓名", "工作单位", "职务", "电话", "手机号码（必填）"],
        ["李华", "洛阳市涧西区工业和信息化局", "科长", "0379-60000100", 19900000100],
    ],
}


def stored(folder: Path, sheets: Mapping[str, Sequence[Sequence[Any]]]) -> Path:
    file = folder / "意见.xlsx"
    file.write_bytes(workbook(sheets))
    return file


def read(
    folder: Path, sheets: Mapping[str, Sequence[Sequence[Any]]]
) -> tuple[Opinions, list[Finding]]:
    return read_opinions(stored(folder, sheets))


def only(findings: list[Finding]) -> tuple[str, str, Severity]:
    """Code, place and severity of the one finding."""
    (finding,) = findings
    assert finding.cure
    return finding.code, finding.place.title, finding.severity


def test_a_workbook_says_the_same_as_json(tmp_path: Path) -> None:
    book, findings = read(tmp_path, BOOK)
    plain, _ = read_json(tmp_path, SAID)
    assert findings == []
    assert book.unit == plain.unit
    assert book.companies == plain.companies
    assert book.people == plain.people


def test_the_first_worksheet_holds_the_opinions_whatever_its_name(tmp_path: Path) -> None:
    sheets = {"联络员": BOOK["联络员"], "Sheet1": BOOK["推荐意见"]}
    opinions, findings = read(tmp_path, sheets)
    assert findings == []
    assert len(opinions.companies) == 2
    assert len(opinions.people) == 1


def test_a_title_may_stand_above_the_headings(tmp_path: Path) -> None:
    opinions, findings = read(tmp_path, {"推荐意见": [["推荐意见表"], [], HEAD, ["甲", 1]]})
    assert findings == []
    assert [each.name for each in opinions.companies if each] == ["甲"]


@pytest.mark.parametrize(
    "date",
    ["2023-03-28", "2023年3月28日", "2023.3.28", "2023/3/28", dt.datetime(2023, 3, 28)],
)
def test_a_date_may_be_a_date_or_typed_as_people_do(tmp_path: Path, date: Any) -> None:
    opinions, findings = read(tmp_path, {"推荐单位": [["日期", date]]})
    assert findings == []
    assert opinions.unit.date == dt.date(2023, 3, 28)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([HEAD, ["甲", "第一"]], ("not-a-number", "“推荐意见”表 B2", Severity.ERROR)),
        ([HEAD, ["甲", 1.5]], ("not-a-whole-number", "“推荐意见”表 B2", Severity.ERROR)),
        ([HEAD, [None, 1]], ("missing-field", "“推荐意见”表第 2 行", Severity.ERROR)),
        ([HEAD, ["甲"], ["甲"]], ("opinion-repeated", "“推荐意见”表 A3", Severity.ERROR)),
        ([HEAD, ["甲", 1], ["乙", 1]], ("rank-repeated", "“推荐意见”表 B3", Severity.ERROR)),
        ([HEAD, ["甲", 1], ["乙", 3]], ("rank-gap", "“推荐意见”表", Severity.WARNING)),
        ([[*HEAD, "备注"], ["甲"]], ("column-unknown", "“推荐意见”表 D1", Severity.WARNING)),
        ([[*HEAD, "排序"], ["甲"]], ("column-repeated", "“推荐意见”表 D1", Severity.ERROR)),
        ([["企业", "排序"], ["甲", 1]], ("column-missing", "“推荐意见”表", Severity.ERROR)),
        (
            [[*HEAD, "日期"], ["甲", 1, "好", "月底"]],
            ("not-a-date", "“推荐意见”表 D2", Severity.ERROR),
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_cell(
    tmp_path: Path, rows: list[list[Any]], expected: tuple[str, str, Severity]
) -> None:
    _, findings = read(tmp_path, {"推荐意见": rows})
    assert only(findings) == expected
    assert findings[0].place.file == str(tmp_path / "意见.xlsx")


def test_an_earlier_row_is_named_by_its_cell(tmp_path: Path) -> None:
    _, (finding,) = read(tmp_path, {"推荐意见": [HEAD, ["甲"], ["乙"], ["甲"]]})
    assert "“推荐意见”表 A2" in finding.message


def test_a_company_that_has_not_applied_is_named_by_its_cell(tmp_path: Path) -> None:
    opinions, _ = read(tmp_path, {"推荐意见": [HEAD, ["甲"], ["乙"]]})
    (finding,) = unknown_companies(opinions, ["甲"])
    assert finding.place.title == "“推荐意见”表 A3"


@pytest.mark.parametrize(
    "rows",
    [
        [["联系人", "李华"], ["联系电话", "0379-60000100"]],
        [["联系人", "李华", "联系电话", "0379-60000100"]],
        [["联系人", "联系电话"], ["李华", "0379-60000100"]],
        [["联系人", "李华", "值班"], [None, "联系电话", "0379-60000100"]],
    ],
)
def test_values_stand_beside_their_labels_or_below(tmp_path: Path, rows: list[list[Any]]) -> None:
    opinions, findings = read(tmp_path, {"推荐单位": rows})
    assert findings == []
    assert (opinions.unit.contact, opinions.unit.phone) == ("李华", "0379-60000100")


def test_a_label_is_never_the_value_of_the_one_above(tmp_path: Path) -> None:
    opinions, _ = read(tmp_path, {"推荐单位": [["联系人", "联系电话"], ["日期", "2023-03-28"]]})
    assert (opinions.unit.contact, opinions.unit.phone) == (None, None)
    assert opinions.unit.date == dt.date(2023, 3, 28)


@pytest.mark.parametrize("value", [True, dt.datetime(2023, 3, 28), 3])
def test_an_opinion_that_is_no_text_is_told_with_its_cell(tmp_path: Path, value: Any) -> None:
    opinions, findings = read(tmp_path, {"推荐意见": [HEAD, ["甲", 1, value]]})
    assert only(findings) == ("cell-not-text", "“推荐意见”表 C2", Severity.ERROR)
    assert [each.opinion for each in opinions.companies if each] == [None]


def test_an_empty_workbook_is_told(tmp_path: Path) -> None:
    _, findings = read(tmp_path, {"推荐意见": []})
    assert only(findings) == ("opinions-empty", "", Severity.WARNING)


def test_nobody_with_an_opinion_is_suggested_for_another(tmp_path: Path) -> None:
    opinions, _ = read(tmp_path, {"推荐意见": [HEAD, ["甲轴承有限公司"], ["乙轴承有限公司"]]})
    (finding,) = unknown_companies(opinions, ["甲轴承有限公司"])
    assert "是否想写" not in finding.cure


def test_labels_that_are_not_known_or_repeated_are_told(tmp_path: Path) -> None:
    rows = [["联系人", "李华"], ["传真", "1"], ["联系人", "张三"]]
    opinions, findings = read(tmp_path, {"推荐单位": rows})
    assert [(each.code, each.place.title) for each in findings] == [
        ("column-unknown", "“推荐单位”表 A2"),
        ("column-repeated", "“推荐单位”表 A3"),
    ]
    assert opinions.unit.contact == "李华"


def test_a_worksheet_that_is_not_read_is_told(tmp_path: Path) -> None:
    _, findings = read(tmp_path, {**BOOK, "草稿": [["甲"]], "空表": []})
    assert only(findings) == ("sheet-unread", "“草稿”表", Severity.WARNING)


def test_an_error_of_a_formula_is_no_value(tmp_path: Path) -> None:
    import openpyxl

    file = stored(tmp_path, {"推荐意见": [HEAD, ["甲", 1]]})
    book = openpyxl.load_workbook(file)
    cell = book["推荐意见"]["B2"]
    cell.value, cell.data_type = "#REF!", "e"
    book.save(file)
    opinions, findings = read_opinions(file)
    assert only(findings) == ("cell-error", "“推荐意见”表 B2", Severity.ERROR)
    assert [each.rank for each in opinions.companies if each] == [None]


def test_a_row_of_remarks_is_passed_over(tmp_path: Path) -> None:
    rows: list[list[Any]] = [["序号", *HEAD], [1, "甲", 1], ["合计 1 家"]]
    opinions, findings = read(tmp_path, {"推荐意见": rows})
    assert findings == []
    assert len(opinions.companies) == 1


def test_a_file_far_too_large_is_not_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "意见.xlsx"
    with file.open("wb") as stream:
        stream.write(b"PK")
        stream.truncate(17 * 1024 * 1024)
    (finding,) = refusal(lambda: read_opinions(file))
    assert finding.code == "xlsx-too-large"


def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "意见.xlsx"
    file.write_bytes(b"%PDF-1.7")
    (finding,) = refusal(lambda: read_opinions(file))
    assert (finding.code, finding.place.file) == ("xlsx-not-a-workbook", str(file))
