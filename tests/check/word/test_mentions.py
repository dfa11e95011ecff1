"""Mentions of figures and tables are read as a reader would."""

from __future__ import annotations

import pytest

from docgen.check.word.mentions import mentioned


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("如图1所示", ["图1"]),
        ("如图 １所示", ["图1"]),
        ("如下图12所示", ["图12"]),
        ("见图1(a)、图2（b）和图3c", ["图1", "图2", "图3"]),
        ("如图1、2所示", ["图1", "图2"]),
        ("见图1，2和5。", ["图1", "图2", "图5"]),
        ("图1和图2", ["图1", "图2"]),
        ("图1与2对比", ["图1", "图2"]),
        ("见表1至表3", ["表1", "表2", "表3"]),
        ("见图2-4。", ["图2", "图3", "图4"]),
        ("图1～3给出", ["图1", "图2", "图3"]),
        ("见表3-1", ["表3-1"]),
        ("图1PDCA循环", ["图1"]),
        ("见图5G基站的分布", []),
        ("经5G图传，采用图3D建模", []),
        ("见图2，3项措施落实", ["图2"]),
        ("图2和3个班组", ["图2"]),
        ("图2、2022年", ["图2"]),
        ("上表3月的数据", []),
        ("上表2022年的数据", []),
        ("职工代表36人，绘图2幅", []),
        ("见附图1、附表2", []),
    ],
)
def test_what_a_text_mentions(text: str, expected: list[str]) -> None:
    assert ["".join(each) for each in mentioned(text, ())] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("见图2-1和图2.3", ["图2-1", "图2-3"]),
        ("如图2-1、3所示", ["图2-1", "图2-3"]),
        ("图2-1至图2-3", ["图2-1", "图2-2", "图2-3"]),
        ("图2—1(a)", ["图2-1"]),
        ("见图2-1和表1、2", ["图2-1", "表1", "表2"]),
    ],
)
def test_what_a_text_mentions_where_figures_are_numbered_by_chapter(
    text: str, expected: list[str]
) -> None:
    found = ["".join(each) for each in mentioned(text, {"图"})]
    assert sorted(found) == sorted(expected)
