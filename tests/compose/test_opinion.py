"""The opinion sheet: our own, for issuers whose forms have no place for the unit's opinion."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pypdf import PdfReader

from docgen.compose.opinion import compose_opinion
from docgen.document import Document
from docgen.forms.opinion import Opinion
from docgen.style.load import load_style
from docgen.write import files_of
from tests.cases.unit.making import COMPANY, changed, loaded
from tests.independent.office import printed_by_libreoffice
from tests.independent.pdf import Line, read_lines
from tests.independent.validators import schema_errors, sdk_errors
from tests.independent.word import Word

TEXT = "该企业推行“三查”方法，成效明显。\n经审核，同意推荐。"
UNIT = "台州市椒江区经济信息化和科学技术局"
OPINION = Opinion(TEXT, UNIT, dt.date(2024, 11, 12))
NAME = f"{COMPANY}“三查”质量管理经验"


def sheet(folder: Path, opinion: Opinion, style: str = "zhejiang", values: Any = None) -> Document:
    case = loaded(folder, values or changed("experience.direction", "可靠性提升"), style)
    return compose_opinion(case, load_style(style), opinion)


class Printed(NamedTuple):
    """A sheet's Word file, our print of it, and LibreOffice's."""

    word: Path
    ours: Path
    theirs: Path


OPINIONS = {
    "written": OPINION,
    "blank": Opinion(),
    "long": Opinion(
        "\n".join(["申报材料真实、完整，该企业主导产品在行业中处于领先地位。"] * 20), UNIT
    ),
}


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    """The sheet of each opinion, printed."""
    folder = tmp_path_factory.mktemp("sheets")
    for name, opinion in OPINIONS.items():
        files, findings = files_of(sheet(folder / "案例", opinion), ("docx", "pdf"))
        assert findings == []
        for file in files:
            file.write_to(folder / f"{name}{file.suffix}")
    words = [folder / f"{name}.docx" for name in OPINIONS]
    office = printed_by_libreoffice(words, tmp_path_factory.mktemp("office"))
    return {word.stem: Printed(word, word.with_suffix(".pdf"), office[word]) for word in words}


def said(word: Path) -> list[str]:
    return [each.text for each in Word(word).paragraphs if each.text]


def test_a_sheet_says_of_whom_of_what_and_what_the_unit_says(sheets: dict[str, Printed]) -> None:
    assert said(sheets["written"].word) == [
        "2024年浙江省制造业质量标杆\n推荐意见表",
        "申报单位",
        COMPANY,
        "质量标杆名称",
        NAME,
        "申报领域",
        "可靠性提升",
        "推荐意见：",
        *TEXT.split("\n"),
        f"推荐单位（公章）：{UNIT}",
        "2024年11月12日",
    ]


def test_where_nothing_is_given_everything_is_left_to_be_written(
    sheets: dict[str, Printed],
) -> None:
    assert said(sheets["blank"].word)[-3:] == ["推荐意见：", "推荐单位（公章）：", "年月日"]
    (inner,) = Word(sheets["blank"].word).body.findall(".//{*}tc//{*}tbl")
    rows = inner.findall("{*}tr")
    assert len(rows) == 11
    for row in rows:
        lines = {each.tag.split("}")[1]: dict(each.attrib) for each in row.find(".//{*}tcBorders")}
        assert [name for name in lines if "single" in lines[name].values()] == ["bottom"]


def test_labels_are_those_of_the_units_own_table(tmp_path: Path) -> None:
    values = changed("experience.direction", "推进质量管理数字化")
    files, _ = files_of(sheet(tmp_path, OPINION, "shanghai", values), ("docx",))
    files[0].write_to(tmp_path / "表.docx")
    assert said(tmp_path / "表.docx")[1::2][:3] == ["企业名称", "质量标杆名称", "申报方向"]


def test_a_case_without_a_direction_has_no_line_for_it(tmp_path: Path) -> None:
    values = changed("experience.direction", None)
    files, _ = files_of(sheet(tmp_path, OPINION, "shanghai", values), ("docx",))
    files[0].write_to(tmp_path / "表.docx")
    assert "申报方向" not in said(tmp_path / "表.docx")


@pytest.mark.parametrize("printer", ["ours", "theirs"])
@pytest.mark.parametrize("name", sorted(OPINIONS))
def test_a_sheet_is_one_page(sheets: dict[str, Printed], name: str, printer: str) -> None:
    assert len(PdfReader(getattr(sheets[name], printer)).pages) == 1


@pytest.mark.parametrize("printer", ["ours", "theirs"])
def test_the_seal_has_its_room_and_the_units_name_one_line(
    sheets: dict[str, Printed], printer: str
) -> None:
    (page,) = read_lines(getattr(sheets["written"], printer))
    unit, date = beginning(page, "推荐单位（公章）："), beginning(page, "2024年11月12日")
    assert unit.text.endswith(UNIT)
    # 42 mm across is the seal of a county's bureau; the opinion's last line keeps clear of it.
    assert unit.top - beginning(page, "经审核").bottom > 42 * 72 / 25.4
    assert date.top > unit.bottom


def beginning(page: list[Line], text: str) -> Line:
    return next(line for line in page if line.text.startswith(text))


@pytest.mark.parametrize("name", sorted(OPINIONS))
def test_both_validators_accept_a_sheet(sheets: dict[str, Printed], name: str) -> None:
    assert schema_errors(sheets[name].word) == []
    assert sdk_errors(sheets[name].word) == []


def test_the_same_sheet_has_the_same_bytes(sheets: dict[str, Printed], tmp_path: Path) -> None:
    files, _ = files_of(sheet(tmp_path, OPINION), ("docx", "pdf"))
    assert [file.data for file in files] == [
        sheets["written"].word.read_bytes(),
        sheets["written"].ours.read_bytes(),
    ]
