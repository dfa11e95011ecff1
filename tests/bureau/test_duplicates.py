"""Applications that may be one are told, with the files of both."""

from __future__ import annotations

import pytest

from docgen.bureau.duplicates import duplicates
from docgen.findings import Finding, Severity
from tests.bureau.making import BRANDS, Stated, company, credit_code


def named(*names: str) -> list[Finding]:
    """What is told of companies of these names, without codes."""
    return list(
        duplicates([Stated(f"{n}.docx", company__name=name) for n, name in enumerate(names, 1)])
    )


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, finding.place.file) for finding in findings]


def test_different_companies_are_not_told() -> None:
    assert named(*(company(number) for number in range(1, len(BRANDS) + 1))) == []


def test_the_same_company_is_told_in_the_later_file_with_the_earlier() -> None:
    (finding,) = named("甲（洛阳）轴承有限公司", "乙水泵有限公司", "甲(洛阳) 轴承有限公司")
    assert (finding.code, finding.severity) == ("duplicate-applicant", Severity.ERROR)
    assert finding.place.file == "3.docx"
    assert "《1.docx》" in finding.message


def test_three_applications_of_one_company_are_two_too_many() -> None:
    assert told(named(*["甲轴承有限公司"] * 3)) == [
        ("duplicate-applicant", "2.docx"),
        ("duplicate-applicant", "3.docx"),
    ]


def test_two_experiences_of_one_company_are_told_by_name() -> None:
    (finding,) = duplicates(
        [
            Stated("1.json", company__name="甲公司", experience__name="甲公司三查经验"),
            Stated("2.json", company__name="甲公司", experience__name="甲公司五步经验"),
        ]
    )
    assert (finding.code, finding.place.file) == ("second-experience", "2.json")
    assert "甲公司三查经验" in finding.message
    assert "《1.json》" in finding.message


def test_one_code_of_two_companies_is_told() -> None:
    (finding,) = duplicates(
        [
            Stated("1.json", company__name="甲轴承有限公司", company__credit_code="91A"),
            Stated("2.json", company__name="乙水泵有限公司", company__credit_code=" 91a"),
        ]
    )
    assert (finding.code, finding.place.file) == ("duplicate-credit-code", "2.json")
    assert finding.severity is Severity.ERROR
    assert "甲轴承有限公司" in finding.message
    assert "《1.json》" in finding.message


def test_a_company_told_for_its_name_is_not_told_for_its_code_again() -> None:
    same = {"company__name": "甲轴承有限公司", "company__credit_code": "91A"}
    assert told(list(duplicates([Stated("1", **same), Stated("2", **same)]))) == [
        ("duplicate-applicant", "2")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("洛阳朔衡轴承有限公司", "洛阳朔衡轴承股份有限公司"),
        ("朔衡（洛阳）轴承有限公司", "朔衡洛阳轴承有限责任公司"),
        ("洛阳朔衡重载轴承科技有限公司", "洛阳溯衡重载轴承科技有限公司"),
        ("洛阳朔衡重载轴承科技有限公司", "洛阳朔衡重载轴承有限公司"),
    ],
)
def test_names_that_are_nearly_the_same_are_a_warning(one: str, other: str) -> None:
    (finding,) = named(one, other)
    assert (finding.code, finding.severity) == ("similar-applicant", Severity.WARNING)
    assert finding.place.file == "2.docx"
    assert one in finding.message
    assert "《1.docx》" in finding.message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("洛阳朔衡轴承有限公司", "洛阳岚砺轴承有限公司"),
        ("洛阳第一阀门有限公司", "洛阳第二阀门有限公司"),
        ("甲有限公司", "乙有限公司"),
        ("有限公司", "股份有限公司"),
    ],
)
def test_names_that_share_a_place_and_a_trade_are_not_alike(one: str, other: str) -> None:
    assert named(one, other) == []


def test_like_names_with_sound_codes_of_their_own_are_two_companies() -> None:
    names = ("洛阳朔衡轴承有限公司", "洛阳朔衡轴承股份有限公司")
    sound = [
        Stated(f"{n}", company__name=name, company__credit_code=credit_code(n))
        for n, name in enumerate(names, 1)
    ]
    assert list(duplicates(sound)) == []
    mistyped = [sound[0], Stated("2", company__name=names[1], company__credit_code="91A")]
    assert told(list(duplicates(mistyped))) == [("similar-applicant", "2")]


def test_applicants_that_say_nothing_are_not_alike() -> None:
    assert list(duplicates([Stated("1"), Stated("2")])) == []
