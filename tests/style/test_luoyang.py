"""The pack of Luoyang says what the notice says, value by value."""

from __future__ import annotations

from datetime import date
from functools import reduce
from typing import Any

import pytest

from docgen.document import LineSpacing
from docgen.style.documents import Cover, Form
from docgen.style.load import load_style

SINGLE = LineSpacing("multiple", 1)
EXACTLY_40 = LineSpacing("exactly", 40)

STATED = [
    ("edition", 2023),
    ("issuer", "洛阳市工业和信息化局"),
    ("honour", "洛阳市质量标杆"),
    ("reporting_years", (2020, 2021, 2022)),
    ("dates.deadline", date(2023, 3, 29)),
    ("page.paper", "A4"),
    ("page.orientation", "portrait"),
    ("print.copies", 3),
    ("print.two_sided", True),
    ("print.binding", "胶装"),
    ("packing.folder", "{company}"),
    ("roles.title.font", "黑体"),
    ("roles.title.size", 18),
    ("roles.title.align", "center"),
    ("roles.abstract-title.font", "宋体"),
    ("roles.abstract-title.size", 14),
    ("roles.abstract-title.bold", True),
    ("roles.abstract-title.align", "center"),
    ("roles.abstract.font", "宋体"),
    ("roles.abstract.size", 12),
    ("roles.abstract.line", SINGLE),
    ("roles.body.font", "宋体"),
    ("roles.body.size", 12),
    ("roles.body.line", SINGLE),
    ("roles.table-caption.font", "宋体"),
    ("roles.table-caption.size", 10.5),
    ("roles.table-caption.bold", True),
    ("roles.table-caption.align", "center"),
    ("roles.figure-caption.font", "宋体"),
    ("roles.figure-caption.size", 10.5),
    ("roles.figure-caption.bold", True),
    ("roles.figure-caption.align", "center"),
    ("roles.cover-title.font", "华文中宋"),
    ("roles.cover-title.size", 36),
    ("roles.cover-title.align", "center"),
    ("roles.cover-title.line", SINGLE),
    ("roles.cover-title.spacing", 0),
    ("roles.cover-label.font", "黑体"),
    ("roles.cover-label.size", 16),
    ("roles.cover-label.line", EXACTLY_40),
    ("roles.cover-content.font", "黑体"),
    ("roles.cover-content.size", 16),
    ("roles.cover-content.line", EXACTLY_40),
    ("experience_name.limit.max", 40),
    ("experience_name.pattern", "（企业）+（典型方法技术）+（经验）"),
    ("experience_name.starts_with_company", True),
    ("experience_name.ends_with", "经验"),
    ("sections.abstract.title", "摘要"),
    ("sections.abstract.limit.max", 500),
    ("sections.abstract.numbered", False),
    ("sections.overview.title", "企业概况"),
    ("sections.overview.limit.max", 500),
    ("sections.implementation.title", "管理方法（技术）的推进实施与运行"),
    ("sections.implementation.limit.max", 8000),
    ("sections.results.title", "管理方法（技术）的实施效果"),
    ("sections.results.limit.max", 2000),
    ("conditions.registered_in", "洛阳市"),
    ("conditions.profitable_years", 3),
    ("documents.cover.title", ("{edition}年{honour}", "申 报 材 料")),
    ("documents.narrative.sections", ("abstract", "overview", "implementation", "results")),
    ("documents.form.required_each_year", ("total_assets", "revenue", "profit")),
    ("documents.form.honours.years", 5),
    ("documents.form.honours.levels", ("国家级", "省级", "市级")),
    ("documents.spine.field", "company.name"),
]


def step(value: Any, name: str) -> Any:
    return value[name] if isinstance(value, dict) else getattr(value, name)


@pytest.mark.parametrize(("path", "value"), STATED)
def test_a_value_is_the_notices_and_names_its_clause(path: str, value: object) -> None:
    style = load_style("luoyang")
    assert reduce(step, path.split("."), style) == value
    source = style.source(path)
    assert (source.pack, source.house) == ("luoyang", False)
    assert source.clause


@pytest.mark.parametrize(
    ("path", "clause"),
    [
        ("roles.title.size", "附件3 三"),
        ("roles.cover-title.font", "附件3 四"),
        ("sections.overview.limit", "附件3 一（三）"),
        ("experience_name.limit", "附件3 一（一）"),
        ("enterprise_size.classes", "附件2 说明1"),
        ("conditions.profitable_years", "一（三）1"),
        ("dates.deadline", "一（四）2"),
    ],
)
def test_the_clause_is_the_one_that_states_the_value(path: str, clause: str) -> None:
    assert load_style("luoyang").clause(path).startswith(clause)


@pytest.mark.parametrize(
    "path", ["page.top", "headings.numbering", "roles.heading-1.font", "contents.levels"]
)
def test_where_the_notice_is_silent_the_value_is_the_houses(path: str) -> None:
    style = load_style("luoyang")
    assert style.source(path).house
    assert style.source(path).clause.startswith("惯例")
    assert style.clause(path) == ""


def test_headings_are_numbered_by_the_convention() -> None:
    assert load_style("luoyang").headings.numbering == ("一、", "（一）", "1．", "（1）")


def test_the_documents_stand_in_the_order_of_binding() -> None:
    kinds = [document.kind for document in load_style("luoyang").documents.values()]
    bound, about = kinds[:4], kinds[4:]
    assert bound == ["cover", "form", "narrative", "evidence"]
    assert about == ["spine", "book", "print-sheet"]


def test_the_cover_prints_the_five_fields_of_the_example() -> None:
    cover = load_style("luoyang").documents["cover"]
    assert isinstance(cover, Cover)
    assert [(field.label, field.field) for field in cover.fields] == [
        ("标杆名称", "experience.name"),
        ("申报单位", "company.name"),
        ("联系人", "contact.name"),
        ("联系方式", "contact.mobile"),
        ("申报日期", "application_date"),
    ]


def test_the_forms_choices_are_those_printed() -> None:
    form = load_style("luoyang").documents["form"]
    assert isinstance(form, Form)
    assert {name: choice.options for name, choice in form.choices.items()} == {
        "nature": ("中央企业", "地方国企", "民营", "三资"),
        "size": ("大型企业", "中型企业", "小型企业", "微型企业"),
    }


def test_the_provincial_submission_differs_in_the_honour_alone() -> None:
    municipal, provincial = load_style("luoyang"), load_style("luoyang-provincial")
    assert provincial.honour == "河南省质量标杆"
    assert provincial.clause("honour") == "附件3 四"
    apart = {"name", "title", "honour", "sources", "folders"}
    assert provincial.model_dump(exclude=apart) == municipal.model_dump(exclude=apart)


def test_the_five_directions_are_those_of_the_notice() -> None:
    directions = load_style("luoyang").directions.options
    assert len(directions) == 5
    for meant in ("体系升级", "可靠性", "数字化", "关键过程", "技术创新"):
        assert sum(meant in direction for direction in directions) == 1


def test_the_three_reports_are_required_and_other_evidence_is_not() -> None:
    items = load_style("luoyang").evidence.items
    required = [item.wording for item in items if item.required]
    assert len(required) == 3
    for named in ("失信被执行人", "重大税收违法案件当事人", "严重违法失信企业名单"):
        assert sum(named in title for title in required) == 1
    assert all("PDF 完整版" in title and "盖章" in title for title in required)
    assert load_style("luoyang").clause("evidence.items") == "附件3 二"
