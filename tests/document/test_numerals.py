"""Numbers print as Word prints them (17.18.59)."""

from __future__ import annotations

import pytest

from docgen.document.numerals import numeral


@pytest.mark.parametrize(
    ("style", "numerals"),
    [
        (
            "chineseCountingThousand",
            {
                1: "一",
                10: "十",
                11: "十一",
                20: "二十",
                99: "九十九",
                100: "一百",
                101: "一百零一",
                110: "一百一十",
                111: "一百一十一",
                120: "一百二十",
                1000: "一千",
                1001: "一千零一",
                1010: "一千零一十",
                2030: "二千零三十",
                10005: "一万零五",
                32767: "三万二千七百六十七",
                32768: "32768",
            },
        ),
        (
            "chineseCounting",
            {1: "一", 10: "十", 19: "十九", 20: "二十", 100: "一〇〇", 101: "一〇一"},
        ),
        ("ideographDigital", {9: "九", 10: "一〇", 21: "二一"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 101: "壹佰零壹", 2000: "贰仟"}),
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("decimalFullWidth", {10: "１０"}),
        ("decimalEnclosedCircleChinese", {1: "①", 20: "⑳", 21: "㉑", 36: "㊱", 50: "㊿", 51: "51"}),
        ("decimalEnclosedParen", {2: "⑵"}),
        ("upperRoman", {4: "IV", 9: "IX", 1999: "MCMXCIX"}),
        ("lowerRoman", {14: "xiv"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 28: "BB", 53: "AAA"}),
        ("lowerLetter", {3: "c"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {12: "亥"}),
        ("ideographEnclosedCircle", {10: "㊉"}),
        ("numberInDash", {3: "- 3 -"}),
        ("none", {3: ""}),
        ("somethingNew", {3: "3"}),
    ],
)
def test_each_format_prints_its_numerals(style: str, numerals: dict[int, str]) -> None:
    assert {number: numeral(number, style) for number in numerals} == numerals
