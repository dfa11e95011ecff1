"""Texts are compared as people type them, and what was typed is not lost."""

from __future__ import annotations

import pytest

from docgen.forms.folding import Folded, folded, words_of


@pytest.mark.parametrize(
    ("typed", "compared"),
    [
        ("联 系\u3000人", "联系人"),
        ("姓\u00a0名\t：\n", "姓名:"),
        ("企业类型*", "企业类型"),
        ("申报单位：___甲公司＿＿", "申报单位:甲公司"),
        ("（ＧＢ／Ｔ １９００１）", "(GB/T19001)"),
        ("２０２２年", "2022年"),
        ("㎡", "m2"),
        ("", ""),
        (" _ * ", ""),
    ],
)
def test_widths_white_space_and_what_makes_room_do_not_count(typed: str, compared: str) -> None:
    assert folded(typed) == compared


def test_different_words_stay_different() -> None:
    assert len({folded(text) for text in ("甲-乙", "甲乙", "甲、乙", "甲,乙", "甲.乙")}) == 5


@pytest.mark.parametrize(
    ("start", "end", "typed"),
    [
        (0, 1, "甲"),
        (1, 4, "（乙 丙"),
        (4, 5, "）"),
        (0, 6, "甲 （乙 丙）__丁"),
        (0, 0, ""),
        (2, 2, ""),
        (4, 1, ""),
    ],
)
def test_what_stands_in_a_part_is_as_it_was_typed(start: int, end: int, typed: str) -> None:
    source = Folded("甲 （乙 丙）__丁 ")
    assert source.text == "甲(乙丙)丁"
    assert source.between(start, end) == typed


@pytest.mark.parametrize(
    ("start", "end", "typed"),
    [(0, 1, "  甲 "), (1, 2, " √  "), (2, 3, "  乙_"), (0, 3, "  甲 √  乙_"), (1, 1, " ")],
)
def test_a_part_can_be_had_with_the_room_around_it(start: int, end: int, typed: str) -> None:
    assert Folded("  甲 √  乙_").around(start, end) == typed


def test_a_character_that_folds_into_two_comes_back_whole() -> None:
    source = Folded("12㎡甲")
    assert source.text == "12m2甲"
    assert source.between(2, 3) == source.between(3, 4) == "㎡"
    assert source.around(0, 2) == "12"


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("质量标杆\n简介", ["质量标杆", "简介"]),
        (" 企业名称（公章） ", ["企业名称(公章)"]),
        ("专利 * _ 情况", ["专利", "情况"]),
        ("＿＿", []),
        ("", []),
    ],
)
def test_the_words_of_a_label_are_parted_by_spaces_and_lines(label: str, words: list[str]) -> None:
    assert words_of(label) == words
