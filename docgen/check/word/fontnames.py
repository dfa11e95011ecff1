"""Fonts by all the names that Word gives them."""

from __future__ import annotations

#: Names of one font each.
_FONTS = (
    ("宋体", "SimSun", "NSimSun", "新宋体"),
    ("黑体", "SimHei"),
    ("楷体", "KaiTi", "楷体_GB2312", "KaiTi_GB2312"),
    ("仿宋", "FangSong", "仿宋_GB2312", "FangSong_GB2312"),
    ("华文中宋", "STZhongsong"),
    ("方正小标宋简体", "FZXiaoBiaoSong-B05S", "方正小标宋_GBK", "FZXiaoBiaoSong-B05", "小标宋"),
    ("等线", "DengXian"),
)
_NAMES = {name.casefold(): font[0] for font in _FONTS for name in font}


def same_font(one: str, other: str) -> bool:
    """Say whether two names are of one font."""
    return _named(one) == _named(other)


def _named(name: str) -> str:
    return _NAMES.get(name.casefold(), name.casefold())
