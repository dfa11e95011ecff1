"""A long value on a cover is broken as a person would break it."""

from __future__ import annotations

import pytest

from docgen.compose.field_lines import field_lines
from docgen.compose.official_title import em_width


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("实施精益管理", ["实施精益管理"]),
        ("洛阳甲公司实施法“一档”的质量管理", ["洛阳甲公司实施法", "“一档”的质量管理"]),
        ("甲乙丙丁戊己庚辛壬癸子丑", ["甲乙丙丁戊己庚辛壬", "癸子丑"]),
        ("甲乙丙丁戊己庚辛ISO9001认证", ["甲乙丙丁戊己庚辛", "ISO9001认证"]),
        ("甲乙丙丁戊己庚辛壬癸，子丑寅卯", ["甲乙丙丁戊己庚辛壬", "癸，子丑寅卯"]),
        ("甲乙丙丁戊己庚辛壬（洛阳）有限公司", ["甲乙丙丁戊己庚辛壬", "（洛阳）有限公司"]),
    ],
)
def test_lines_end_where_words_and_brackets_allow(text: str, lines: list[str]) -> None:
    assert field_lines(text, 10) == lines


@pytest.mark.parametrize("text", ["（长）" * 20, "a" * 70, "“" * 30, "甲" * 31, "1，" * 40])
def test_nothing_is_lost_and_no_line_is_too_long(text: str) -> None:
    lines = field_lines(text, 10)
    assert "".join(lines) == text
    assert all(em_width(line) <= 10 for line in lines)
    assert all(lines)


def test_room_for_less_than_a_character_is_room_for_one() -> None:
    assert field_lines("甲乙", 0.5) == ["甲", "乙"]
