"""Numbers are printed as Chinese documents print them."""

from __future__ import annotations

import pytest

from docgen.document import Numbering
from docgen.document.numbers import printed_number


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"), (9, "九"), (10, "十"), (11, "十一"), (19, "十九"), (20, "二十"), (21, "二十一"),
        (99, "九十九"), (100, "一百"), (101, "一百零一"), (110, "一百一十"), (111, "一百一十一"),
        (1000, "一千"), (1001, "一千零一"), (1010, "一千零一十"), (1100, "一千一百"),
        (2023, "二千零二十三"), (9999, "九千九百九十九"),
    ],
)  # fmt: skip
def test_a_number_is_read_as_people_count(number: int, text: str) -> None:
    assert printed_number(Numbering("chinese"), number) == text


@pytest.mark.parametrize(
    ("numbering", "number", "text"),
    [
        (Numbering("chinese", "{}、"), 3, "三、"),
        (Numbering("chinese", "（{}）"), 12, "（十二）"),
        (Numbering("decimal", "{}．"), 3, "3．"),
        (Numbering("circled"), 1, "①"),
        (Numbering("circled"), 20, "⑳"),
        (Numbering("circled"), 21, "㉑"),
        (Numbering("none", "第{}"), 3, ""),
    ],
)
def test_a_headings_number_is_printed_in_its_pattern(
    numbering: Numbering, number: int, text: str
) -> None:
    assert printed_number(numbering, number) == text
