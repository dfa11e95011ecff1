"""Places (行政区划) written in one: province and city, then the county or district."""

from __future__ import annotations

import re

_PLACE = re.compile(
    r"((?:.+?(?:省|自治区))?.+?(?:市|自治州|地区|盟))(.+(?:区|县|市|旗|新城))", re.DOTALL
)


def parted_place(text: str) -> tuple[str, str]:
    """Return the city, its province before it, and the county below it; "" where there is none.

    某省某市某县 is parted behind 市, a municipality's 某市某区 likewise.
    """
    match = _PLACE.fullmatch(text.strip())
    return (match[1], match[2]) if match else (text, "")
