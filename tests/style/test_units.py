"""Packs speak of sizes as printers do."""

from __future__ import annotations

import pytest

from docgen.document import LineSpacing
from docgen.style.units import character_spacing, line_spacing, points, type_size


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("初号", 42), ("小初", 36), ("一号", 26), ("小一", 24), ("二号", 22), ("小二", 18),
        ("三号", 16), ("小三", 15), ("四号", 14), ("小四", 12), ("五号", 10.5), ("小五", 9),
        ("六号", 7.5), ("小六", 6.5), ("七号", 5.5), ("八号", 5),
    ],
)  # fmt: skip
def test_a_type_size_is_said_by_its_name(name: str, size: float) -> None:
    assert type_size(name) == size


def test_a_type_size_may_be_in_points() -> None:
    assert type_size("11.5pt") == 11.5


@pytest.mark.parametrize(
    ("written", "length"),
    [("40pt", 40), ("40磅", 40), ("25.4mm", 72), ("2.54cm", 72), (" 1 cm ", 28.3465)],
)
def test_a_length_carries_its_unit(written: str, length: float) -> None:
    assert points(written) == pytest.approx(length, abs=0.001)


@pytest.mark.parametrize("written", ["12", "", "-3pt", "12px", "小四", "1e9pt", "12pt 3"])
def test_what_is_no_length_is_refused_with_an_example(written: str) -> None:
    with pytest.raises(ValueError, match="40pt"):
        points(written)


@pytest.mark.parametrize(
    ("written", "spacing"), [("2pt", 2), ("0pt", 0), ("-0.25pt", -0.25), (" -1磅", -1)]
)
def test_character_spacing_may_condense(written: str, spacing: float) -> None:
    assert character_spacing(written) == spacing


@pytest.mark.parametrize("written", ["--1pt", "-", "-1", 5])
def test_what_is_no_character_spacing_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match="40pt"):
        character_spacing(written)


def test_an_unknown_size_name_is_refused() -> None:
    with pytest.raises(ValueError, match="大四"):
        type_size("大四")


@pytest.mark.parametrize(
    ("written", "rule", "value"),
    [
        ("single", "multiple", 1),
        ("1.5", "multiple", 1.5),
        ("double", "multiple", 2),
        ("exactly 40pt", "exactly", 40),
        ("exactly 28磅", "exactly", 28),
        ("at-least 20pt", "at-least", 20),
    ],
)
def test_line_spacing_is_said_in_words(written: str, rule: str, value: float) -> None:
    assert line_spacing(written) == LineSpacing(rule, value)


@pytest.mark.parametrize("written", ["", "40pt", "exactly", "exactly 40", "triple", "about 3pt"])
def test_what_is_no_line_spacing_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="应写作"):
        line_spacing(written)
