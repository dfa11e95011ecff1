"""The summary of thirty applications, and of a thousand, as other programs see it."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pypdf import PdfReader

from docgen.recommending import summarise_files
from tests.bureau.making import companies, company, contact, experience, mobile, workbook
from tests.conftest import ROOT
from tests.independent.calc import cells_in_libreoffice
from tests.independent.ooxml import find, find_all, tag
from tests.independent.pdf import fonts, read_pages, without_repeated_heads
from tests.independent.validators import schema_errors, sdk_errors
from tests.independent.word import Word

FORMATS = ("docx", "pdf", "xlsx")
LUOYANG = "质量标杆汇总表"
ZHEJIANG = "浙江省制造业质量标杆推荐意见汇总表"
PEOPLE = "浙江省制造业质量标杆推荐联络员名单"
HEADINGS = ["序号", "企业名称", "质量标杆名称", "联系人", "联系电话"]
UNIT = "洛阳市涧西区工业和信息化局"
OPINION = "该企业质量管理基础扎实，方法科学，成效显著，同意推荐。"
#: The bottom margin of the unit's tables: 20 mm.
BOTTOM = 56.7

every_table = pytest.mark.parametrize("name", [LUOYANG, ZHEJIANG, PEOPLE])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the tables of thirty applications, 洛阳's and 浙江's."""
    folder = tmp_path_factory.mktemp("summary")
    files = companies(folder / "案例")
    opinions = folder / "意见.xlsx"
    ranks = [[company(number), number, OPINION] for number in range(1, 31)]
    unit = [["推荐单位", UNIT], ["联系人", "李华"], ["联系电话", "0379-60000100"]]
    book: dict[str, list[list[Any]]] = {
        "推荐意见": [["企业名称", "排序", "推荐意见"], *ranks],
        "推荐单位": [*unit, ["日期", dt.datetime(2023, 3, 28)]],
    }
    opinions.write_bytes(workbook(book))
    out = folder / "出"
    assert summarise_files(files, "luoyang", opinions, out, FORMATS, quiet=True) == 0
    # Thirty of one city are more than 浙江 lets it recommend.
    assert summarise_files(files, "zhejiang", opinions, out, FORMATS, quiet=True) == 1
    return out


def table(word: Word) -> Any:
    """The table with a heading row."""
    (found,) = (
        each
        for each in word.body.iter(tag("tbl"))
        if find(each, "w:tr/w:trPr/w:tblHeader") is not None
    )
    return found


# ── Word ────────────────────────────────────────────────


@every_table
def test_the_word_files_satisfy_the_schema_and_microsofts_sdk(made: Path, name: str) -> None:
    assert schema_errors(made / f"{name}.docx") == []
    assert sdk_errors(made / f"{name}.docx") == []


def test_the_word_file_has_thirty_rows_below_a_repeated_heading(made: Path) -> None:
    rows = find_all(table(Word(made / f"{LUOYANG}.docx")), "w:tr")
    assert len(rows) == 31
    assert [find(row, "w:trPr/w:tblHeader") is not None for row in rows] == [True] + [False] * 30
    assert all(find(row, "w:trPr/w:cantSplit") is not None for row in rows)


@pytest.mark.parametrize(
    ("name", "orientation"), [(LUOYANG, None), (ZHEJIANG, "landscape"), (PEOPLE, "landscape")]
)
def test_the_page_lies_as_the_notice_has_it(made: Path, name: str, orientation: str | None) -> None:
    (section,) = Word(made / f"{name}.docx").sections
    size = find(section, "w:pgSz")
    assert size is not None
    assert size.get(tag("orient")) == orientation
    width, height = (float(edge) for edge in PdfReader(made / f"{name}.pdf").pages[0].mediabox[2:])
    assert (width > height) == (orientation == "landscape")


def test_the_look_is_that_of_a_table_to_hand_in(made: Path) -> None:
    word = Word(made / f"{LUOYANG}.docx")
    looks = {each.text: each.looks() for each in word.paragraphs}

    def font(text: str) -> set[tuple[str | None, float | None]]:
        return {(look.east_asian, look.size) for look in looks[text]}

    assert font("附件4：") == {("黑体", 16)}
    assert font("2023年洛阳市质量标杆汇总表") == {("黑体", 18)}
    assert font(company(1)) == {("宋体", 10.5)}


# ── PDF ─────────────────────────────────────────────────


@every_table
def test_word_file_and_pdf_say_the_same(made: Path, name: str) -> None:
    text = Word(made / f"{name}.docx").text
    pages = read_pages(made / f"{name}.pdf", BOTTOM)
    assert without_repeated_heads(pages, text.characters, text.tables) == text.characters


@every_table
def test_the_pdf_brings_its_fonts(made: Path, name: str) -> None:
    assert all(fonts(made / f"{name}.pdf").values())


def test_every_page_has_the_headings_and_a_number(made: Path) -> None:
    pages = read_pages(made / f"{LUOYANG}.pdf", BOTTOM)
    assert len(pages) > 1
    assert all("".join(HEADINGS) in page.compact for page in pages)
    assert [page.footer for page in pages] == [str(n) for n in range(1, len(pages) + 1)]


def test_a_form_of_one_page_has_no_number(made: Path) -> None:
    (page,) = read_pages(made / f"{PEOPLE}.pdf", BOTTOM)
    assert page.footer == ""


# ── The workbook ────────────────────────────────────────


def test_the_workbook_has_thirty_rows_of_numbers_and_texts(made: Path) -> None:
    page = openpyxl.load_workbook(made / f"{LUOYANG}.xlsx").worksheets[0]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert rows[3] == HEADINGS
    assert rows[4:34] == [
        [number, company(number), experience(number), contact(number), mobile(number)]
        for number in range(1, 31)
    ]
    kinds = {tuple(cell.data_type for cell in row) for row in page.iter_rows(5, 34)}
    assert kinds == {("n", "s", "s", "s", "s")}
    assert page.freeze_panes == "A5"
    assert page.print_title_rows == "$4:$4"


@every_table
def test_word_file_and_workbook_say_the_same(made: Path, name: str, tmp_path: Path) -> None:
    """The workbook as LibreOffice shows it."""
    cells = cells_in_libreoffice(made / f"{name}.xlsx", tmp_path)
    shown = re.sub(r"\s", "", "".join(cell for row in cells for cell in row))
    assert shown == Word(made / f"{name}.docx").text.characters


# ── A thousand ──────────────────────────────────────────


def test_a_thousand_applications_are_printed_whole_in_bounded_time(tmp_path: Path) -> None:
    """Headings on every page, no row cut, the line below the table with its last row."""
    companies(tmp_path / "案例", 1000)
    command = [sys.executable, "-m", "docgen", "summary", str(tmp_path / "案例")]
    options = ["--style", "luoyang", "--formats", "docx,pdf", "-o", str(tmp_path / "出")]
    # Some thirty seconds; a layout that grows with the square would take many minutes. In a process
    # of its own, for other tests look at the memory of this one.
    done = subprocess.run(
        [*command, *options], cwd=ROOT, capture_output=True, text=True, check=True, timeout=180
    )
    assert done.stderr.startswith("汇总 1000 家企业，没有问题；")
    pdf = tmp_path / "出" / f"{LUOYANG}.pdf"
    pages = read_pages(pdf, BOTTOM)
    assert 40 <= len(pages) <= 80
    for page in pages:
        assert "".join(HEADINGS) in page.compact
        # A row's name, experience and telephone number stand on one page.
        numbers = page.compact.count("199000")
        assert numbers == page.compact.count("改进经验") == page.compact.count("有限公司全员")
    text = Word(pdf.with_suffix(".docx")).text
    assert without_repeated_heads(pages, text.characters, text.tables) == text.characters
    last = pages[-1].compact
    assert last.index(mobile(1000)) < last.index("县区工信部门联系人：")
