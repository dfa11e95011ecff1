"""A Word file is read as the document that it is, and tells what it could not be read for."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal
from typing import Any

import pytest

from docgen.findings import Severity
from docgen.intake.documents import Received, receive
from docgen.intake.values import case_of
from docgen.style.load import load_style
from tests.cases.unit.making import refusal
from tests.forms.typing_in import typed_form
from tests.intake.companies import cover, form, narrative

CODE = "91000000MA00000157"
PROMISE = (
    "本企业自愿申报2024年浙江省制造业质量标杆，郑重承诺在质量、安全、环保、诚信等方面无重大违法行为和"
    "不良记录。对递交的所有申报材料的真实性负责，对因提供材料不实造成的后果，本单位承担全部责任。愿意"
    "进一步总结提炼实践经验，积极参与质量标杆学习实践活动，并为与其他企业分享创造条件，为提升我省质量"
    "管理水平做出贡献。"
)


def read(data: bytes, style: str = "luoyang", document: str | None = None) -> Received:
    return receive(data, "材料.docx", load_style(style), document)


def promise(*lines: str) -> bytes:
    return typed_form("浙江省制造业质量标杆申报承诺书", PROMISE, *lines)


# ── Which it is ─────────────────────────────────────────


@pytest.mark.parametrize(
    ("data", "document"),
    [
        (form("甲公司"), "form"),
        (cover("甲公司"), "cover"),
        (narrative(), "narrative"),
        (typed_form("洛阳甲公司"), "spine"),
    ],
    ids=["form", "cover", "narrative", "spine"],
)
def test_a_file_is_known_by_what_it_says(data: bytes, document: str) -> None:
    received = read(data)
    assert (received.file, received.document) == ("材料.docx", document)


@pytest.mark.parametrize(
    "lines",
    [
        ("企业名称（盖章）：", "年    月    日"),
        ("企业名称（盖章）：杭州甲有限公司", "年    月    日"),
        ("企业名称（盖章）：", "2024年11月1日"),
        ("企业名称（盖章）：杭州甲有限公司", "2024年11月1日"),
    ],
)
def test_a_promise_stays_one_when_it_is_filled_in(lines: tuple[str, ...]) -> None:
    assert read(promise(*lines), "zhejiang").document == "promise"


def test_a_file_that_is_none_of_the_issuers_is_an_error_that_names_those() -> None:
    letter = typed_form("关于召开会议的通知", "各部门：", "请准时参加。", "办公室")
    (finding,) = refusal(lambda: read(letter))
    assert finding.code == "document-unknown"
    assert "《材料.docx》" in finding.message
    assert "洛阳市质量标杆申报表" in finding.cure


def archive(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    "data",
    [b"", b"no Word file", b"\xd0\xcf\x11\xe0" + b"\0" * 600, archive("a.txt")],
    ids=["empty", "text", "old Word", "zip"],
)
def test_a_file_that_is_no_word_file_is_an_error_with_the_way_to_one(data: bytes) -> None:
    (finding,) = refusal(lambda: read(data))
    assert (finding.code, finding.place.file) == ("word-not-a-docx", "材料.docx")
    assert "另存为“Word 文档 (*.docx)”" in finding.cure


# ── What it says ────────────────────────────────────────


def said(received: Received, path: str) -> list[tuple[Any, str]]:
    """What a file says of a field, and where."""
    return [(each.value, each.place.title) for each in received.taken if each.path == path]


def test_a_cover_says_who_applies_for_what_and_when() -> None:
    assert case_of(read(cover("洛阳甲公司")).taken) == {
        "company": {"name": "洛阳甲公司"},
        "contact": {"name": "钱多", "mobile": "19900000011"},
        "experience": {"name": "精益质量管理经验"},
        "application_date": "2023-03-20",
    }


def test_a_spine_says_the_companys_name() -> None:
    assert case_of(read(typed_form("洛阳甲公司")).taken) == {"company": {"name": "洛阳甲公司"}}


def test_a_narrative_says_the_experiences_name_in_its_title() -> None:
    received = read(narrative("洛阳甲公司精益质量管理经验"))
    assert said(received, "experience.name") == [
        ("洛阳甲公司精益质量管理经验", "第 1 段“洛阳甲公司精益质量管理经验”")
    ]


@pytest.mark.parametrize("words", [f"统一社会信用代码：{CODE}", f"统一社会信用代码为{CODE}"])
def test_a_narrative_says_the_credit_code_behind_those_words(words: str) -> None:
    ((value, place),) = said(read(narrative(more=f"公司的{words}。")), "company.credit_code")
    assert value == CODE
    assert place.startswith("第 5 段")


def test_a_number_that_nobody_calls_so_is_no_credit_code() -> None:
    assert said(read(narrative(more=f"合同编号{CODE}。")), "company.credit_code") == []


def test_a_promise_says_the_name_that_is_typed_beside_its_seal() -> None:
    lines = ("企业名称（盖章）：杭州甲有限公司", "2024年11月1日")
    received = read(promise(*lines), "zhejiang", "promise")
    assert said(received, "company.name") == [
        ("杭州甲有限公司", "第 3 段“企业名称（盖章）：杭州甲有限公司”")
    ]
    blank = read(promise("企业名称（盖章）：", "年    月    日"), "zhejiang", "promise")
    assert said(blank, "company.name") == []


def test_a_form_says_how_many_items_its_lists_have() -> None:
    received = read(form("甲公司", counts=("3", "2", "1", "1")))
    counts = {each.path: each.text for each in received.counts}
    assert counts["counts.patents_applied"] == "3"
    assert counts["counts.patents_granted"] == "2"
    assert counts["counts.standards.国家"] == "1"
    assert counts["counts.honours"] == "1"
    assert "patents" not in case_of(received.taken)


def test_a_number_without_its_list_is_told_for_a_case_has_no_place_for_it() -> None:
    patents, standards, honours = read(form("甲公司", counts=("3", "2", "1", "1"))).findings
    assert {each.code for each in (patents, standards, honours)} == {"count-without-list"}
    assert "专利的件数（3、2）" in patents.message
    assert "“专利”里逐项填写" in patents.cure
    assert patents.place.title.startswith("表 1 第 13 行“申请和授权专利情况* 申请数（件） 3")
    assert "标准的件数（1）" in standards.message
    assert honours.severity is Severity.WARNING


def test_a_form_that_is_whole_has_nothing_to_list() -> None:
    received = read(form("甲公司"))
    assert received.findings == ()
    assert case_of(received.taken)["years"]["2022"] == {
        "total_assets": 3,
        "revenue": 6,
        "profit": 9,
    }


def test_the_figures_that_a_text_and_its_tables_state_are_kept_with_their_places() -> None:
    data = typed_form(
        *("精益质量管理经验", "摘要", "公司推行精益。"),
        *("一、企业概况", "2022年主营业务收入6,200万元。现有员工350人。"),
        *("二、管理方法（技术）的推进实施与运行", "分三步推进。"),
        *("三、管理方法（技术）的实施效果", "效果明显。"),
        [["指标", "2021年", "2022年"], ["利润总额（万元）", "110", "120"]],
    )
    stated = [(each.path, each.value, place.title) for each, place in read(data).stated]
    assert [(path, value) for path, value, _ in stated] == [
        ("years.2022.revenue", Decimal(6200)),
        ("company.employees", Decimal(350)),
        ("years.2021.profit", Decimal(110)),
        ("years.2022.profit", Decimal(120)),
    ]
    assert [place for _, _, place in stated[2:]] == ["第 1 张表"] * 2
    assert all(place.startswith("第 5 段") for _, _, place in stated[:2])


def test_a_form_states_its_figures_in_its_fields_alone() -> None:
    assert read(form("甲公司")).stated == ()


# ── What it lacks, and what it has besides ──────────────


def changed_form(change: Any) -> bytes:
    """The form with the rows of its table changed."""
    import docx

    word = docx.Document(io.BytesIO(form("甲公司")))
    change(word.tables[0])
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def test_a_row_that_somebody_deleted_is_listed_by_its_label() -> None:
    def delete(table: Any) -> None:
        table._tbl.remove(table.rows[1]._tr)

    (finding,) = read(changed_form(delete)).findings
    assert (finding.code, finding.severity) == ("form-row-missing", Severity.WARNING)
    assert "单位地址" in finding.message
    assert finding.place.file == "材料.docx"
    assert "在案例里填写" in finding.cure


def test_a_row_that_somebody_added_is_listed_with_what_it_says() -> None:
    def add(table: Any) -> None:
        row = table.add_row()
        row.cells[0].text, row.cells[6].text = "公司网址", "www.example.com"
        table.rows[1]._tr.addprevious(row._tr)

    received = read(changed_form(add))
    (finding,) = received.findings
    assert (finding.code, finding.severity) == ("form-row-extra", Severity.WARNING)
    assert "www.example.com" in finding.message
    assert finding.place.title == "表 1 第 2 行"
    assert case_of(received.taken) == case_of(read(form("甲公司")).taken)
