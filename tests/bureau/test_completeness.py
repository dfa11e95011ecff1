"""Cells that must be filled, and ranks that must be given, are told where they are not."""

from __future__ import annotations

from docgen.bureau.completeness import missing_fields, missing_people, missing_ranks
from docgen.bureau.opinions import CompanyOpinion, Liaison, Opinions
from docgen.bureau.table import Entry, entries
from docgen.style.load import load_style
from tests.bureau.making import Stated

FULL = {
    "company__name": "甲公司",
    "experience__name": "甲公司三查经验",
    "experience__direction": "可靠性提升",
    "contact__name": "李华",
    "contact__mobile": "19900000001",
}


def listed(*applicants: Stated, ranks: dict[str, int] | None = None) -> list[Entry]:
    said = tuple(CompanyOpinion(name=name, rank=rank) for name, rank in (ranks or {}).items())
    return entries(applicants, Opinions(companies=said))


def test_a_full_application_lacks_nothing() -> None:
    assert list(missing_fields(load_style("luoyang"), listed(Stated("1.json", **FULL)))) == []


def test_each_field_that_a_required_column_prints_is_told_where_it_would_stand() -> None:
    lacking = Stated("2.json", **{**FULL, "contact__mobile": None, "contact__name": ""})
    found = list(missing_fields(load_style("luoyang"), listed(Stated("1.json", **FULL), lacking)))
    assert [(each.code, each.place.file, each.place.title) for each in found] == [
        ("summary-field-missing", "2.json", "contact.name"),
        ("summary-field-missing", "2.json", "contact.mobile"),
    ]
    assert "联系电话" in found[1].message
    assert found[1].clause == "附件4"


def test_a_column_that_need_not_be_filled_is_not_told() -> None:
    style = load_style("zhejiang")
    opinion = next(column for column in style.bureau.summary.columns if column.field == "opinion")
    assert not opinion.required
    assert list(missing_fields(style, listed(Stated("1.json", **FULL), ranks={"甲公司": 1}))) == []


def test_an_applicant_without_a_rank_is_told_where_an_order_is_asked_for() -> None:
    other = Stated("2.json", **{**FULL, "company__name": "乙公司"})
    found = listed(Stated("1.json", **FULL), other, ranks={"甲公司": 1})
    (finding,) = missing_ranks(load_style("zhejiang"), found)
    assert (finding.code, finding.place.file) == ("rank-missing", "2.json")
    assert "乙公司" in finding.message
    assert finding.clause == "三（三）"
    assert list(missing_ranks(load_style("luoyang"), found)) == []


def test_no_rank_at_all_is_told_once() -> None:
    (finding,) = missing_ranks(
        load_style("zhejiang"), listed(Stated("1.json", **FULL), Stated("2.json", **FULL))
    )
    assert finding.code == "rank-missing"
    assert "--opinions" in finding.cure


def test_people_without_what_the_list_must_have_are_told() -> None:
    people = (Liaison(name="李华", unit="某局", mobile="19900000001"), None, Liaison(name="张三"))
    found = list(missing_people(load_style("zhejiang"), Opinions(people=people)))
    assert [(each.code, each.place.pointer) for each in found] == [
        ("contact-field-missing", "/people/2/unit"),
        ("contact-field-missing", "/people/2/mobile"),
    ]
    assert "手机号码（必填）" in found[1].message


def test_a_list_without_anybody_is_a_blank_form_and_lacks_nothing() -> None:
    assert list(missing_people(load_style("zhejiang"), Opinions())) == []
