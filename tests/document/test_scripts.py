"""Ambiguous characters take the font of the script they stand in."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.document.scripts import script_runs


def chinese(text: str, before: str = "", after: str = "") -> list[str]:
    """The pieces set in the Chinese font as a whole."""
    return [
        piece.text for piece in script_runs(text, before=before, after=after) if piece.east_asian
    ]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("质量管理", []),
        ("plain text", []),
        ("推进“双碳”工作", ["推进“双碳”工作"]),
        ("采用“PDCA”循环", ["采用“", "”循环"]),
        ("Hello “world” again", []),
        ("推行六西格玛——DMAIC", ["推行六西格玛——"]),
        ("阿卜杜·热合曼", ["阿卜杜·热合曼"]),
        ("温度为25°C时", []),
        ("误差±5", ["误差±"]),
        ("规格3×4米", []),
        ("2020—2022年", []),
        ("it’s 好", []),
        ("—", []),
        ("……", []),
        ("等……", ["等……"]),
        ("□是 □否", ["□是", "□否"]),
        ("①", ["①"]),
    ],
)
def test_ambiguous_characters_follow_their_neighbours(text: str, pieces: list[str]) -> None:
    assert chinese(text) == pieces


def test_a_pair_of_quotes_goes_together() -> None:
    assert chinese("用A“b”。") == ["“", "”。"]


def test_neighbours_stand_in_other_runs_too() -> None:
    assert chinese("”", before="称为“精益", after="and") == ["”"]
    assert chinese("…", before="abc", after="def，好") == []


@given(
    before=st.text(alphabet="中a1“” ，—", max_size=6),
    text=st.text(alphabet="中a1“”‘’ ，.—·①\U00020bb7", max_size=20),
    after=st.text(alphabet="中a1“” ，—", max_size=6),
)
def test_nothing_is_lost_and_chinese_pieces_hold_no_latin(
    before: str, text: str, after: str
) -> None:
    pieces = script_runs(text, before=before, after=after)
    assert "".join(piece.text for piece in pieces) == text
    for piece in pieces:
        assert not (piece.east_asian and set(piece.text) & set("a1 ."))
    for first, second in pairwise(pieces):
        assert first.east_asian != second.east_asian
