"""More applications of a unit than it may recommend are told, with the clause and the files."""

from __future__ import annotations

from docgen.bureau.quota import over_quota
from docgen.findings import Finding, Severity
from docgen.style.load import load_style
from tests.bureau.making import Stated


def told(style: str, field: str, *values: str | None, unit: str = "") -> list[Finding]:
    """What is told of applicants that say these values of a field, in files 1, 2, 3 …"""
    name = field.replace(".", "__")
    applicants = [Stated(f"{n}.json", **{name: value}) for n, value in enumerate(values, 1)]
    return list(over_quota(load_style(style), applicants, unit))


def test_one_too_many_of_a_district_is_an_error_with_unit_number_clause_and_files() -> None:
    (finding,) = told("changzhou", "company.district", "武进区", "新北区", "武进区", "武进区")
    assert (finding.code, finding.severity) == ("quota-exceeded", Severity.ERROR)
    assert finding.place.title == "武进区"
    assert "3 家" in finding.message
    assert "2 家" in finding.message
    assert [name in finding.message for name in ("《1.json》", "《3.json》", "《4.json》")] == [
        True
    ] * 3
    assert "《2.json》" not in finding.message
    assert finding.clause == "二（四）：各辖市（区）最多可推荐2家企业申报"


def test_as_many_as_may_be_are_fine() -> None:
    assert told("changzhou", "company.district", "武进区", "武进区", "新北区", "新北区") == []


def test_between_the_quota_and_what_it_may_be_relaxed_to_is_a_warning() -> None:
    units = ["江苏省工业和信息化厅"] * 6
    assert told("national", "recommender", *units[:3]) == []
    (warning,) = told("national", "recommender", *units[:4])
    assert warning.severity is Severity.WARNING
    (error,) = told("national", "recommender", *units)
    assert error.severity is Severity.ERROR


def test_cities_are_told_apart_whatever_stands_around_their_names() -> None:
    places = ["浙江省台州市", "浙江省台州市温岭市", "台州市", "台州市 ", "浙江省台州市", "台州市"]
    (finding,) = told("zhejiang", "company.registered_place", *places)
    assert finding.place.title == "台州市"
    assert "6 家" in finding.message


def test_a_city_may_have_a_number_of_its_own_or_be_counted_elsewhere() -> None:
    assert told("zhejiang", "company.registered_place", *["浙江省杭州市"] * 8) == []
    assert len(told("zhejiang", "company.registered_place", *["浙江省杭州市"] * 9)) == 1
    assert told("liaoning", "company.registered_place", *["辽宁省大连市"] * 9) == []


def test_applicants_that_do_not_say_are_the_units_own() -> None:
    (finding,) = told("changzhou", "company.district", None, None, None)
    assert finding.place.title == "本单位"
    (finding,) = told("changzhou", "company.district", None, None, None, unit="武进区工信局")
    assert finding.place.title == "武进区工信局"


def test_applicants_that_do_not_say_are_counted_with_those_that_do() -> None:
    (finding,) = told("changzhou", "company.district", "武进区", None, None)
    assert finding.place.title == "武进区"
    said = ["武进区", "新北区", None, None]
    (finding,) = told("changzhou", "company.district", *said, unit="常州市武进区工信局")
    assert finding.place.title == "武进区"


def test_no_quota_is_no_bound() -> None:
    assert told("luoyang", "company.district", *["涧西区"] * 50) == []
