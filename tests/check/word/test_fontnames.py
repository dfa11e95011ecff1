"""A font is the same under each of the names that Word gives it."""

from __future__ import annotations

import pytest

from docgen.check.word.fontnames import same_font


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("宋体", "SimSun"), ("仿宋", "仿宋_GB2312"), ("楷体", "KaiTi"), ("华文中宋", "STZhongsong"),
        ("方正小标宋简体", "FZXiaoBiaoSong-B05S"), ("方正小标宋简体", "方正小标宋_GBK"),
        ("小标宋", "fzxiaobiaosong-b05"), ("黑体", "simhei"),
    ],
)  # fmt: skip
def test_two_names_of_one_font(one: str, other: str) -> None:
    assert same_font(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("宋体", "黑体"), ("方正小标宋简体", "华文中宋"), ("仿宋", "楷体")]
)
def test_two_fonts(one: str, other: str) -> None:
    assert not same_font(one, other)
