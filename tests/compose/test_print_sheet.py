"""The print sheet tells a print shop all that it must know, and what the notice asks of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.bookmaking import BookPart, MadeBook
from docgen.compose.print_sheet import compose_print_sheet
from docgen.document import Document, Paragraph, Table, Text
from docgen.style.documents import PrintSheet
from docgen.style.load import load_style
from tests.cases.unit.making import COMPANY, loaded, pack, without

#: Three parts with two blank pages between them.
PARTS = (
    BookPart("封面", 1, 1),
    BookPart("申报表", 3, 2),
    BookPart("总结材料", 5, 33),
)
BOOK = MadeBook(PARTS, 38, (2, 38), two_sided=True, paper=80)


def sheet(folder: Path, book: MadeBook | None = BOOK, toml: str = "") -> Document:
    own = pack(folder / "规范", f'extends = "luoyang"\n{toml}')
    style = load_style(str(own) if toml else "luoyang")
    spec = style.documents["print_sheet"]
    assert isinstance(spec, PrintSheet)
    case = loaded(folder / "案例", without("evidence"))
    return compose_print_sheet(case, style, "print_sheet", spec, book)


def plain(block: object) -> str:
    assert isinstance(block, Paragraph)
    return "".join(each.text for each in block.inlines if isinstance(each, Text))


def rows(table: object) -> list[list[str]]:
    assert isinstance(table, Table)
    return [[plain(cell.blocks[0]) for cell in row.cells] for row in table.rows]


def facts(document: Document) -> dict[str, str]:
    """Label → text of the upper table."""
    return {row[0]: row[1] for row in rows(document.sections[0].blocks[1])}


def test_it_says_how_many_copies_on_what_and_how_bound(tmp_path: Path) -> None:
    said = facts(sheet(tmp_path))
    assert said == {
        "材料": "2023年洛阳市质量标杆申报材料",
        "申报单位": COMPANY,
        "份数": "3 份",
        "印刷": "A4，双面",
        "用纸": "80 克/平方米",
        "装订": "胶装，左侧装订",
        "封面": "白色封面",
        "每份页数": "38 页，19 张；其中 2 页空白（第 2、38 页）",
        "书脊": f"印“{COMPANY}”；按页数和纸张估算厚 2.5 毫米，标签宽 3 毫米；书脊不足 5 毫米，"
        "字较小，可改用较厚的纸或封面加衬纸",
        "依据": said["依据"],
    }
    assert list(said)[-1] == "依据"


def test_it_cites_the_clauses_that_ask_for_it_each_once(tmp_path: Path) -> None:
    assert facts(sheet(tmp_path))["依据"] == (
        "《洛阳市工业和信息化局关于开展2023年洛阳市质量标杆遴选活动的通知》"
        "一（四）2：纸质版一式三份；附件3 三：双面打印并胶装成册；附件3 四：白色封面；其余按惯例"
    )


def test_where_the_notice_says_nothing_of_print_nothing_is_cited(tmp_path: Path) -> None:
    toml = '[print]\nhouse = true\nclause = "惯例"\ncopies = 2\ntwo_sided = true\n'
    toml += 'binding = "胶装"\ncover = "白色封面"'
    said = facts(sheet(tmp_path, toml=toml))
    assert said["份数"] == "2 份"
    assert "依据" not in said


def test_one_sided_print_has_a_leaf_a_page(tmp_path: Path) -> None:
    toml = '[print]\nclause = "甲"\ntwo_sided = false\npaper = 105\ncopies = 12'
    said = facts(sheet(tmp_path, MadeBook(PARTS, 38, (), two_sided=False, paper=105), toml))
    assert (said["份数"], said["印刷"], said["用纸"]) == ("12 份", "A4，单面", "105 克/平方米")
    assert said["每份页数"].endswith("38 张")


def test_a_thick_book_needs_no_advice(tmp_path: Path) -> None:
    # 100 leaves of a tenth of a millimetre, half a millimetre for cover and glue.
    thick = MadeBook((BookPart("总结材料", 1, 200),), 200, (), two_sided=True, paper=80)
    assert facts(sheet(tmp_path, thick))["书脊"] == (
        f"印“{COMPANY}”；按页数和纸张估算厚 10.5 毫米，标签宽 10.5 毫米，以成册后的实际厚度为准"
    )


def test_the_parts_are_listed_with_the_page_of_the_book_they_begin_on(tmp_path: Path) -> None:
    _, _, caption, table, *notes = sheet(tmp_path).sections[0].blocks
    assert plain(caption) == "装订稿各部分的起页"
    assert rows(table) == [
        ["序号", "内容", "装订稿起页", "页数"],
        ["1", "封面", "1", "1"],
        ["2", "申报表", "3", "2"],
        ["3", "总结材料", "5", "33"],
    ]
    printed = "".join(plain(note) for note in notes)
    for said in ("不要再插页", "用封面纸另印", "100%"):
        assert said in printed


def test_without_a_book_it_says_what_the_notice_asks_for_alone(tmp_path: Path) -> None:
    document = sheet(tmp_path, None)
    assert len(document.sections[0].blocks) == 2
    said = facts(document)
    assert "每份页数" not in said
    assert said["书脊"] == f"印“{COMPANY}”，宽按成册后的厚度"
    assert said["份数"] == "3 份"


@pytest.mark.parametrize("style", ["changzhou"])
def test_an_issuer_that_wants_no_spine_hears_of_none(tmp_path: Path, style: str) -> None:
    spec = load_style(style).documents["print_sheet"]
    assert isinstance(spec, PrintSheet)
    case = loaded(tmp_path, without("evidence"), style)
    document = compose_print_sheet(case, load_style(style), "print_sheet", spec, BOOK)
    assert "书脊" not in facts(document)
    assert facts(document)["份数"] == "1 份"


def test_its_tables_are_as_wide_as_the_text(tmp_path: Path) -> None:
    (section,) = sheet(tmp_path).sections
    tables = [block for block in section.blocks if isinstance(block, Table)]
    assert len(tables) == 2
    for table in tables:
        assert sum(table.columns) == pytest.approx(section.page.measure)
        assert min(table.columns) > 20


def test_it_says_its_name_and_whose_it_is(tmp_path: Path) -> None:
    document = sheet(tmp_path)
    assert plain(document.sections[0].blocks[0]) == document.name == "印装说明"
    assert document.properties.creator == COMPANY
    assert document.key == "print_sheet"
