"""Values are printed as Chinese documents print them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from docgen.compose.values import printed_field, printed_value
from tests.cases.unit.making import loaded, refusal


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2023, 3, 5), "2023年3月5日"),
        (Decimal("4412.60"), "4412.60"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.0001"), "0.0001"),
        (350, "350"),
        ("甲公司", "甲公司"),
    ],
)
def test_a_value_is_printed_as_typed(value: object, text: str) -> None:
    assert printed_value(value) == text


def test_what_the_case_leaves_out_is_never_a_blank(tmp_path: Path) -> None:
    case = loaded(tmp_path)
    assert printed_field(case, "contact.name") == "孙二"
    (finding,) = refusal(lambda: printed_field(case, "contact.phone"))
    assert (finding.code, finding.place.pointer) == ("missing-field", "/contact/phone")
