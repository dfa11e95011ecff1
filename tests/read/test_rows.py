"""A form's rows as one sees them who has the file open."""

from __future__ import annotations

from docgen.read import open_package
from docgen.read.rows import FormRow, form_rows
from tests.read.word_files import p, word_file


def rows(body: str, *, empty: bool = False) -> list[FormRow]:
    return form_rows(open_package(word_file(body), "申报表.docx"), empty=empty)


def table(*lines: tuple[str, ...]) -> str:
    """A table; a cell that holds XML stands as it is."""
    cells = [[cell if cell.startswith("<") else p(cell) for cell in line] for line in lines]
    inside = "".join(
        f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in line)}</w:tr>" for line in cells
    )
    return f"<w:tbl>{inside}</w:tbl>"


def test_a_row_is_counted_in_its_own_table_the_empty_ones_too() -> None:
    body = p("标题") + table(("甲", "1")) + p() + table(("", ""), ("乙", "2"))
    assert [each.place for each in rows(body)] == ["第 1 段", "表 1 第 1 行", "表 2 第 2 行"]


def test_rows_that_print_no_text_are_there_for_who_asks() -> None:
    body = table(("甲",), ("",), ("乙",))
    assert [each.text for each in rows(body)] == ["甲", "乙"]
    assert [(each.text, each.place) for each in rows(body, empty=True)] == [
        ("甲", "表 1 第 1 行"),
        ("", "表 1 第 2 行"),
        ("乙", "表 1 第 3 行"),
    ]


def test_a_table_that_only_frames_a_form_is_not_the_form() -> None:
    form = table(("企业名称", "甲公司"), ("邮箱", "a@b.cn"))
    framed = table((p("申报表") + form + p(),))
    assert [(each.cells, each.place) for each in rows(framed)] == [
        (("申报表",), "第 1 段"),
        (("企业名称", "甲公司"), "表 1 第 1 行"),
        (("邮箱", "a@b.cn"), "表 1 第 2 行"),
    ]


def test_a_table_in_a_cell_of_a_form_is_what_the_cell_says() -> None:
    (row,) = rows(table(("简介", table(("年", "值"), ("2022", "3")) + p())))
    assert row.cells == ("简介", "年 值\n2022 3\n")
