"""What a section says, as plain text."""

from __future__ import annotations

from docgen.case.narrative import (
    DEFAULT_WIDTH,
    Break,
    FigureRef,
    HeadingLine,
    Item,
    Mention,
    Narrative,
    TableData,
    TextParagraph,
    Width,
    Words,
    inlines_text,
    mentions,
    plain_text,
)

SECTION = Narrative(
    (
        HeadingLine(1, (Words("组织"),), 1),
        TextParagraph((Words("见"), Mention("图", "流程", 3), Break(), Words("。", bold=True)), 3),
        Item(True, 0, 1, 1, (Words("第一条"),), 5),
        FigureRef("图/流程.png", (Words("流程"),), "流程", DEFAULT_WIDTH, 7),
        TableData(
            (Words("指标"),),
            "指标",
            ((Words("项"),), ()),
            (((Mention("表", "指标", 12),), (Words("8%"),)),),
            (None, None),
            9,
        ),
    )
)


def test_the_text_has_a_line_for_every_piece_that_is_not_empty() -> None:
    assert plain_text(SECTION).split("\n") == [
        "组织", "见图", "。", "第一条", "流程", "指标", "项", "表", "8%",
    ]  # fmt: skip


def test_references_are_found_in_text_and_tables() -> None:
    assert [(each.kind, each.target, each.line) for each in mentions(SECTION)] == [
        ("图", "流程", 3),
        ("表", "指标", 12),
    ]


def test_a_forced_break_is_a_line_feed() -> None:
    assert inlines_text((Words("甲"), Break(), Words("乙"))) == "甲\n乙"


def test_a_width_is_a_share_of_the_measure_or_a_length() -> None:
    assert Width(50).points(400) == 200
    assert Width(90, relative=False).points(400) == 90
    assert DEFAULT_WIDTH.points(100) == 80
