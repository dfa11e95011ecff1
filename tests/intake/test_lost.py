"""Nothing that a company put into a form is lost in silence."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from docgen.findings import Finding, Severity
from docgen.intake.documents import Received, receive
from docgen.intake.values import case_of
from docgen.style.load import load_style
from tests.cases.unit.making import refusal
from tests.conftest import Issued
from tests.forms.editing import without_controls
from tests.intake.companies import form

FORM = "2-洛阳市质量标杆申报表"
COMPANY = "衡澜流体科技股份有限公司"
#: Tables of docgen's own form, behind the form itself.
PATENTS = 1


def read(data: bytes, style: str = "luoyang") -> Received:
    return receive(data, "申报表.docx", load_style(style), "form")


def changed(data: bytes, *changes: Callable[[Any], None]) -> bytes:
    """A Word file after changes of the document."""
    word = docx.Document(io.BytesIO(data))
    for change in changes:
        change(word)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def told(*changes: Callable[[Any], None], data: bytes | None = None) -> list[Finding]:
    """What is found in the form of a company after changes."""
    findings = read(changed(form("甲公司") if data is None else data, *changes)).findings
    assert all(each.severity is Severity.WARNING for each in findings)
    assert all(each.place.file == "申报表.docx" for each in findings)
    return list(findings)


def only(*changes: Callable[[Any], None], data: bytes | None = None) -> Finding:
    (finding,) = told(*changes, data=data)
    return finding


def cell(word: Any, row: int) -> Any:
    """A paragraph of a row's last cell."""
    return word.tables[0].rows[row].cells[-1].paragraphs[0]


# ── Rows and paragraphs ─────────────────────────────────


def add_below(*texts: str) -> Callable[[Any], None]:
    def add(word: Any) -> None:
        for text in texts:
            row = word.tables[0].add_row()
            row.cells[0].text, row.cells[6].text = "备注", text

    return add


def test_rows_below_the_last_of_the_form_are_told_together() -> None:
    finding = only(add_below("公司已更名", "原名乙公司"))
    assert finding.code == "form-row-extra"
    assert "备注 公司已更名；备注 原名乙公司" in finding.message
    assert "没有读入" in finding.message
    assert finding.place.title == "表 1 第 22 行起"


def test_a_row_that_begins_like_a_total_is_told_where_there_is_no_list() -> None:
    def add(word: Any) -> None:
        row = word.tables[0].add_row()
        row.cells[0].text, row.cells[6].text = "总计投入", "500万元"

    assert "总计投入 500万元" in only(add).message


def test_a_long_text_is_told_by_its_beginning() -> None:
    message = only(add_below("长" * 500)).message
    assert "长…”" in message
    assert len(message) < 150


def test_a_paragraph_below_the_form_is_told() -> None:
    finding = only(lambda word: word.add_paragraph("补充说明：本公司已于三月更名。"))
    assert finding.code == "form-row-extra"
    assert "本公司已于三月更名" in finding.message


@pytest.mark.parametrize(
    "text", ["第 1 页 共 2 页", "附件2", "______", "法人代表签字：张三", "2023年3月20日"]
)
def test_what_says_nothing_of_the_company_is_not_told(text: str) -> None:
    assert told(lambda word: word.add_paragraph(text)) == []


@pytest.mark.parametrize("date", ["2023年3月20日", "年   月   日"])
def test_an_opinion_in_its_place_is_noted(date: str) -> None:
    def approve(word: Any) -> None:
        label = "县区工业和信息化主管部门推荐意见："
        word.tables[0].rows[-1].cells[0].text = f"{label}\n该企业做法扎实。\n推荐单位公章\n{date}"

    (finding,) = read(changed(form("甲公司"), approve)).findings
    assert (finding.code, finding.severity) == ("form-opinion-unread", Severity.NOTE)
    assert "该企业做法扎实" in finding.message
    assert finding.place.title == "表 1 第 21 行"


def test_the_date_of_an_opinion_that_is_not_there_is_not_told() -> None:
    def date(word: Any) -> None:
        label = "县区工业和信息化主管部门推荐意见："
        word.tables[0].rows[-1].cells[0].text = f"{label}\n推荐单位公章\n2023年3月20日"

    assert told(date) == []


# ── What is no text ─────────────────────────────────────


def picture(word: Any) -> None:
    png = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
        "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
        "0000000049454e44ae426082"
    )
    row = word.tables[0].add_row()
    row.cells[0].paragraphs[0].add_run().add_picture(io.BytesIO(png))


def test_a_picture_is_told_though_its_row_prints_no_text() -> None:
    finding = only(picture)
    assert finding.code == "form-content-unread"
    assert "图片" in finding.message
    assert "打开文件" in finding.cure
    assert finding.place.title == "表 1 第 22 行"


def inside(name: str, word: Any, text: str = "乙公司") -> None:
    """Put a piece into the cell of the company's name."""
    xml = {
        "文本框": "<w:r><w:pict><v:textbox xmlns:v='urn:schemas-microsoft-com:vml'><w:txbxContent>"
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r>",
        "脚注或尾注": "<w:r><w:footnoteReference w:id='2'/></w:r>",
        "批注": "<w:r><w:commentReference w:id='2'/></w:r>",
        "隐藏的文字": f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{text}</w:t></w:r>",
        "修订中删去的文字": f"<w:del w:id='7'><w:r><w:delText>{text}</w:delText></w:r></w:del>",
        "修订中加入的文字": f"<w:ins w:id='7'><w:r><w:t>{text}</w:t></w:r></w:ins>",
        "划了删除线的文字": f"<w:r><w:rPr><w:strike/></w:rPr><w:t>{text}</w:t></w:r>",
    }[name]
    holder = parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>")
    for piece in list(holder):
        cell(word, 0)._p.append(piece)


@pytest.mark.parametrize("name", ["文本框", "隐藏的文字", "修订中删去的文字"])
def test_text_that_is_not_read_is_told_with_its_words_and_its_row(name: str) -> None:
    finding = only(partial(inside, name))
    assert finding.code == "form-content-unread"
    assert f"{name}“乙公司”，没有读入" in finding.message
    assert finding.place.title == "表 1 第 1 行“企业名称 甲公司”"


@pytest.mark.parametrize("name", ["脚注或尾注", "批注"])
def test_notes_and_comments_are_told_with_their_row(name: str) -> None:
    finding = only(partial(inside, name))
    assert finding.code == "form-content-unread"
    assert f"{name}，没有读入" in finding.message


@pytest.mark.parametrize("name", ["修订中加入的文字", "划了删除线的文字"])
def test_text_that_may_not_be_meant_to_stay_is_read_and_told(name: str) -> None:
    data = changed(form("甲公司"), partial(inside, name))
    received = read(data)
    assert case_of(received.taken)["company"]["name"] == "甲公司乙公司"
    (finding,) = received.findings
    assert finding.code == "form-content-doubtful"
    assert f"{name}“乙公司”" in finding.message


def track(word: Any, change: str, row: int) -> None:
    """Mark a row as inserted or deleted in tracked changes."""
    properties = word.tables[0].rows[row]._tr.get_or_add_trPr()
    properties.append(parse_xml(f"<w:{change} {nsdecls('w')} w:id='7' w:author='甲'/>"))


def test_a_row_deleted_in_tracked_changes_is_told_with_its_words() -> None:
    added = add_below("公司已更名")
    (finding,) = told(added, lambda word: track(word, "del", -1))
    assert finding.code == "form-content-unread"
    assert "修订中删去了 1 行，没有读入：“备注" in finding.message
    assert "公司已更名" in finding.message
    assert finding.place.title == "表 1"


def test_a_row_inserted_in_tracked_changes_is_read_and_told(printed: bytes) -> None:
    def insert(word: Any) -> None:
        row = word.tables[PATENTS].add_row()
        for place, text in zip(row.cells, word.tables[PATENTS].rows[1].cells, strict=True):
            place.text = text.text
        row.cells[1].text = "加进来的专利"
        track_row = parse_xml(f"<w:ins {nsdecls('w')} w:id='7' w:author='甲'/>")
        row._tr.get_or_add_trPr().append(track_row)

    received = read(changed(printed, insert))
    assert patents(received)[-1]["title"] == "加进来的专利"
    (finding,) = received.findings
    assert finding.code == "form-content-doubtful"
    assert "修订中加入的一行" in finding.message


def test_what_a_header_says_is_told_and_a_page_number_is_not() -> None:
    def head(word: Any) -> None:
        word.sections[0].header.paragraphs[0].text = "甲公司（原乙公司）"
        word.sections[0].footer.paragraphs[0].text = "第 1 页 共 3 页"

    finding = only(head)
    assert (finding.code, finding.place.title) == ("form-content-unread", "页眉页脚")
    assert "“甲公司（原乙公司）”" in finding.message


@pytest.mark.parametrize("kind", ["嵌入的对象", "图表"])
def test_objects_and_charts_are_told(kind: str) -> None:
    chart = (
        "<w:drawing><a:graphic xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'>"
        "<a:graphicData uri='http://schemas.openxmlformats.org/drawingml/2006/chart'/>"
        "</a:graphic></w:drawing>"
    )
    embedded = (
        "<w:object><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:imagedata/></v:shape>"
        "</w:object>"
    )

    def put(word: Any) -> None:
        inner = chart if kind == "图表" else embedded
        cell(word, 0)._p.append(parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>"))

    assert f"这里有{kind}，没有读入" in only(put).message


# ── Words beside the form's ─────────────────────────────


def test_a_note_added_to_a_label_is_told() -> None:
    def note(word: Any) -> None:
        word.tables[0].rows[1].cells[0].paragraphs[0].text = "（2023年6月迁入）单位地址"

    finding = only(note)
    assert finding.code == "form-words-extra"
    assert "“（2023年6月迁入）”" in finding.message
    assert finding.place.title.startswith("表 1 第 2 行")


def test_a_tick_that_is_none_of_the_forms_options_is_told() -> None:
    def tick(word: Any) -> None:
        cell(word, 2).text = "中央企业□ 地方国企□ 民营□ 其他√ 三资□"

    finding = only(tick)
    assert finding.code == "form-choice-unread"
    assert "其他√" in finding.message


@pytest.mark.parametrize("order", [("2022年", "2021年", "2020年"), ("2019年", "2020年", "2021年")])
def test_figures_under_other_years_are_an_error(order: tuple[str, ...]) -> None:
    def turn(word: Any) -> None:
        printed = ("2020年", "2021年", "2022年")
        cells = {id(each._tc): each for row in word.tables[0].rows for each in row.cells}
        for each in cells.values():
            if each.text in printed:
                each.paragraphs[0].text = order[printed.index(each.text)]

    (finding,) = read(changed(form("甲公司"), turn)).findings
    assert (finding.code, finding.severity) == ("form-years-differ", Severity.ERROR)
    assert f"{order[0][:4]}、{order[1][:4]}、{order[2][:4]}" in finding.message


def _promise(word: Any) -> Any:
    return next(row.cells[0] for row in word.tables[0].rows if "不良记录" in row.cells[0].text)


def test_a_sentence_put_into_a_reworded_promise_is_told() -> None:
    def reword(word: Any) -> None:
        for each in _promise(word).paragraphs:
            text = each.text.replace("学习实践交流", "学习交流")
            each.text = text.replace("做出贡献。", "做出贡献。2021年曾受行政处罚1次，已整改。")

    findings = told(reword)
    assert any("2021年曾受行政处罚1次" in each.message for each in findings)


def test_who_signs_and_when_is_not_told() -> None:
    def sign(word: Any) -> None:
        for each in _promise(word).paragraphs:
            if "签字" in each.text:
                each.text = "法人代表签字：张三"
            elif each.text.startswith("年"):
                each.text = "2023年3月20日"

    assert told(sign) == []


def test_a_header_that_names_the_company_or_the_honour_is_not_told() -> None:
    def head(word: Any) -> None:
        word.sections[0].header.paragraphs[0].text = "甲公司 2023年洛阳市质量标杆申报材料"
        word.sections[0].footer.paragraphs[0].text = "Page 3 of 5"

    assert told(head) == []


def test_an_option_without_its_last_word_is_read() -> None:
    def shorten(word: Any) -> None:
        cell(word, 3).text = "□大型 √中型 □小型 □微型"

    received = read(changed(form("甲公司"), shorten))
    assert received.findings == ()
    assert case_of(received.taken)["company"]["size"] == "中型企业"


def test_several_in_one_row_are_one_finding() -> None:
    finding = only(partial(inside, "批注"), partial(inside, "文本框"))
    assert "文本框“乙公司”、批注，没有读入" in finding.message


# ── The same form twice ─────────────────────────────────


def paste_another(word: Any, company: str = "乙公司") -> None:
    body = word.element.body
    other = docx.Document(io.BytesIO(form(company)))
    for element in list(other.element.body)[:-1]:
        body.insert(len(body) - 1, element)


@pytest.mark.parametrize("company", ["甲公司", "乙公司"])
def test_two_forms_in_one_file_are_an_error_that_says_where_the_second_begins(company: str) -> None:
    data = changed(form("甲公司"), partial(paste_another, company=company))
    (finding,) = refusal(lambda: read(data))
    assert finding.code == "form-twice"
    assert finding.severity is Severity.ERROR
    assert "两份洛阳市质量标杆申报表" in finding.message
    assert finding.place.title == "表 2 第 1 行"
    assert "分存为两个文件" in finding.cure


def test_a_single_row_said_twice_is_no_second_form() -> None:
    def repeat(word: Any) -> None:
        rows = word.tables[0].rows
        rows[-1]._tr.addnext(docx.Document(io.BytesIO(form("甲公司"))).tables[0].rows[1]._tr)

    assert [each.code for each in told(repeat)] == ["form-row-extra"]


# ── Lists ───────────────────────────────────────────────


@pytest.fixture(name="printed")
def printed_form(issued: Issued) -> bytes:
    """docgen's own form without its controls."""
    data = issued("luoyang").docx(FORM).read_bytes()
    return changed(data, lambda word: without_controls(word.element.body))


def patents(received: Received) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = case_of(received.taken)["patents"]
    return found


def delete_column(word: Any, column: int) -> None:
    for row in word.tables[PATENTS].rows:
        row._tr.remove(row._tr.tc_lst[column])


def add_column(word: Any, column: int, title: str = "发明人", text: str = "张三") -> None:
    for number, row in enumerate(word.tables[PATENTS].rows):
        added = OxmlElement("w:tc")
        paragraph: Any = OxmlElement("w:p")
        added.append(paragraph)
        paragraph.add_r().text = text if number else title
        row._tr.tc_lst[column].addprevious(added)


def swap_columns(word: Any) -> None:
    for row in word.tables[PATENTS].rows:
        row._tr.tc_lst[1].addprevious(row._tr.tc_lst[2])


def test_a_column_that_was_deleted_is_told_and_the_others_are_read(printed: bytes) -> None:
    whole = patents(read(printed))
    received = read(changed(printed, partial(delete_column, column=2)))
    (finding,) = received.findings
    assert finding.code == "form-column-missing"
    assert "专利类型" in finding.message
    assert finding.place.title == "表 2 第 1 行"
    assert patents(received) == [
        {name: value for name, value in each.items() if name != "kind"} for each in whole
    ]


def test_a_column_that_was_added_is_told_and_the_others_are_read(printed: bytes) -> None:
    received = read(changed(printed, partial(add_column, column=2)))
    (finding,) = received.findings
    assert finding.code == "form-column-extra"
    assert "发明人" in finding.message
    assert patents(received) == patents(read(printed))


def test_columns_that_were_moved_are_read_by_their_headings(printed: bytes) -> None:
    received = read(changed(printed, swap_columns))
    assert received.findings == ()
    assert patents(received) == patents(read(printed))


@pytest.mark.parametrize(
    "cells",
    [
        ("", "无", "", "", "", ""),
        ("9", "无", "无", "/", "—", ""),
        ("9", "", "", "", "", ""),
        ("", "以下空白", "", "", "", ""),
        ("合计", "9 项", "", "", "", ""),
        ("", "（以下空白）", "", "", "", ""),
        ("", "共 9 项", "", "", "", ""),
    ],
)
def test_rows_that_close_a_list_are_no_items(printed: bytes, cells: tuple[str, ...]) -> None:
    def close(word: Any) -> None:
        for place, text in zip(word.tables[PATENTS].add_row().cells, cells, strict=True):
            place.text = text

    received = read(changed(printed, close))
    assert received.findings == ()
    assert patents(received) == patents(read(printed))


def test_a_row_across_the_list_that_closes_it_is_no_item_and_not_told(printed: bytes) -> None:
    def close(word: Any) -> None:
        row = word.tables[PATENTS].add_row()
        merged = row.cells[0].merge(row.cells[-1])
        merged.text = "以下空白"

    received = read(changed(printed, close))
    assert received.findings == ()
    assert patents(received) == patents(read(printed))


def test_a_patent_whose_title_begins_with_such_words_is_an_item(printed: bytes) -> None:
    def rename(word: Any) -> None:
        word.tables[PATENTS].rows[1].cells[1].text = "无轴封合计量泵"

    received = read(changed(printed, rename))
    assert patents(received)[0]["title"] == "无轴封合计量泵"


# ── Options ─────────────────────────────────────────────


@pytest.mark.parametrize("text", ["民营√", "民营", "民营（√）", "☑民营", "■民营"])
def test_of_options_that_were_deleted_the_one_that_is_left_is_meant(text: str) -> None:
    def shorten(word: Any) -> None:
        cell(word, 2).text = text

    received = read(changed(form("甲公司"), shorten))
    assert received.findings == ()
    assert case_of(received.taken)["company"]["nature"] == "民营"


def test_tables_of_the_form_lie_where_these_tests_think(printed: bytes) -> None:
    word = docx.Document(io.BytesIO(printed))
    assert word.tables[PATENTS].rows[0].cells[1].text == "专利名称"
    assert COMPANY in word.tables[0].rows[0].cells[-1].text
    assert word.element.body.find(qn("w:sdt")) is None
