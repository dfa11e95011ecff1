"""What the user probably meant is asked, and nothing where nothing is near."""

from __future__ import annotations

from docgen.suggestion import did_you_mean


def test_the_nearest_name_is_asked_for() -> None:
    assert did_you_mean("民企", ("国有", "民营")) == "是否想写“民营”？"


def test_nothing_is_asked_where_nothing_is_near() -> None:
    assert did_you_mean("合伙", ("国有", "民营")) == ""


def test_likeness_says_how_near_is_near() -> None:
    assert did_you_mean("moblie", ("mobile",), likeness=0.5) == "是否想写“mobile”？"
    assert did_you_mean("moblie", ("mobile",), likeness=0.9) == ""
