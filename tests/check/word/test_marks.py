"""Captions are told from sentences, and several in a line from one."""

from __future__ import annotations

import pytest

from docgen.check.word.marks import caption_marks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("图1　推进路线", [("图", "1", "", "推进路线")]),
        ("表 ２　指标", [("表", "2", "", "指标")]),
        ("图3－1：流程", [("图", "3-1", "", "流程")]),
        ("图1（a）　车间", [("图", "1", "（a）", "车间")]),
        ("图1b 车间", [("图", "1", "b", "车间")]),
        (
            "图1　车间　　　图2　仓库",
            [("图", "1", "", "车间"), ("图", "2", "", "仓库")],
        ),
        ("图1 图2", [("图", "1", "", ""), ("图", "2", "", "")]),
        ("图3 改进后（参考 图2）", [("图", "3", "", "改进后（参考 图2）")]),
        ("图5 图3局部", [("图", "5", "", "图3局部")]),
        ("图3 改进后见 图2", [("图", "3", "", "改进后见 图2")]),
        ("图3 PDCA循环", [("图", "3", "", "PDCA循环")]),
        ("图1所示的流程", []),
        ("图1和图2是流程", []),
        ("图1 流程已经改进。", []),
        ("见图1", []),
        ("图1 " + "长" * 60, []),
    ],
)
def test_what_a_line_says_as_a_caption(text: str, expected: list[tuple[str, ...]]) -> None:
    assert [each[:4] for each in caption_marks(text)] == expected


def test_a_caption_keeps_its_number_as_written() -> None:
    (mark,) = caption_marks("图３－１　流程")
    assert mark.written == "３－１"
