"""Applicants stand in the table by rank, then in the order of their files."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from docgen.bureau.opinions import CompanyOpinion, Liaison, Opinions
from docgen.bureau.table import contact_rows, entries, summary_rows
from docgen.style.bureau import Column, Roster
from tests.bureau.making import Stated


def roster(*fields: str) -> Roster:
    columns = tuple(Column(title=field, field=field, width=5) for field in fields)
    return Roster(name="表", title=("表",), columns=columns, orientation="portrait")


def opinions(**ranks: int | None) -> Opinions:
    return Opinions(
        companies=tuple(
            CompanyOpinion(name=name, rank=rank, opinion=f"{name}好。")
            for name, rank in ranks.items()
        )
    )


def order(said: Opinions, *names: str) -> list[str]:
    applicants = [Stated(name, company__name=name) for name in names]
    return [entry.applicant.company for entry in entries(applicants, said)]


def test_without_ranks_the_order_is_that_of_the_files() -> None:
    assert order(Opinions(), "丙", "甲", "乙") == ["丙", "甲", "乙"]


def test_with_ranks_the_order_is_theirs() -> None:
    assert order(opinions(甲=2, 乙=3, 丙=1), "甲", "乙", "丙") == ["丙", "甲", "乙"]


def test_those_without_a_rank_follow_in_their_order() -> None:
    assert order(opinions(丁=1, 甲=None), "丙", "甲", "丁") == ["丁", "丙", "甲"]


def test_number_rank_and_opinion_are_the_units_and_the_rest_the_applicants() -> None:
    applicants = [Stated("1", company__name="甲", company__employees=350), Stated("2")]
    found = entries(applicants, opinions(甲=7))
    fields = ("number", "rank", "opinion", "company.name", "company.employees")
    assert summary_rows(roster(*fields), found) == [
        (1, 7, "甲好。", "甲", 350),
        (2, None, None, None, None),
    ]


def test_values_keep_their_types_and_yes_and_no_are_words() -> None:
    applicant = Stated(
        "1",
        application_date=dt.date(2023, 3, 20),
        years__2022__revenue=Decimal("4412.60"),
        company__central=False,
        company__high_tech=True,
        company__address="",
    )
    fields = (
        "application_date",
        "years.2022.revenue",
        "company.central",
        "company.high_tech",
        "company.address",
    )
    (row,) = summary_rows(roster(*fields), entries([applicant], Opinions()))
    assert row == (dt.date(2023, 3, 20), Decimal("4412.60"), "否", "是", None)


def test_people_are_numbered_and_those_that_cannot_be_read_left_out() -> None:
    people = (None, Liaison(name="李华", mobile="19900000001"), Liaison(name="张三"))
    assert contact_rows(roster("number", "name", "mobile"), people) == [
        (1, "李华", "19900000001"),
        (2, "张三", None),
    ]
