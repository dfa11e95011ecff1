"""The check digit of 统一社会信用代码 by GB 32100-2015."""

from __future__ import annotations

import pytest

from docgen.check.credit_code import check_digit, is_well_formed


@pytest.mark.parametrize(
    "code",
    ["91000000MA00000157", "91000000MA00000232", "91000000MA0000031W", "91000000MA00000900"],
)
def test_the_last_character_follows_from_the_other_seventeen(code: str) -> None:
    assert is_well_formed(code)
    assert check_digit(code) == code[-1]


def test_a_mistyped_code_does_not_fit() -> None:
    assert is_well_formed("91310115MA1H8R7C6D")
    assert check_digit("91310115MA1H8R7C6D") != "D"


@pytest.mark.parametrize("slip", range(17))
def test_every_single_slip_is_noticed(slip: int) -> None:
    code = "91000000MA0000031W"
    other = "7" if code[slip] != "7" else "8"
    assert check_digit(code[:slip] + other + code[slip + 1 :]) != "W"


@pytest.mark.parametrize(
    "code",
    ["", "91000000MA0000015", "91000000MA000001577", "91000000MA0000015I", "９1000000MA00000157"],
)
def test_what_is_no_code_is_not_well_formed(code: str) -> None:
    assert not is_well_formed(code)
