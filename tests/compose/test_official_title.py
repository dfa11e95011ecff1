"""A title's lines each make sense, and stand as the standard asks: 词意完整，梯形或菱形."""

from __future__ import annotations

import pytest

from docgen.compose.official_title import em_width, title_lines

TITLE = "关于推荐{edition}年{honour}的报告"


def lines(unit: str, honour: str, title: str = TITLE, room: float = 20) -> list[str]:
    return title_lines(unit, title, {"edition": "2023", "honour": honour}, room)


def test_a_title_that_fits_stays_on_one_line() -> None:
    assert lines("", "全国质量标杆") == ["关于推荐2023年全国质量标杆的报告"]


def test_the_units_name_stands_on_a_line_of_its_own() -> None:
    assert lines("洛阳市涧西区工业和信息化局", "洛阳市质量标杆") == [
        "洛阳市涧西区工业和信息化局",
        "关于推荐2023年洛阳市质量标杆的报告",
    ]


def test_a_longer_one_is_divided_where_its_sense_allows() -> None:
    assert lines("", "浙江省制造业质量标杆") == ["关于推荐2023年", "浙江省制造业质量标杆的报告"]


def test_fewer_lines_go_before_the_name_alone_and_no_hourglass_is_made() -> None:
    assert lines("温州市经济和信息化局", "浙江省制造业质量标杆") == [
        "温州市经济和信息化局关于推荐",
        "2023年浙江省制造业质量标杆的报告",
    ]


def test_what_is_filled_in_stays_whole() -> None:
    honour = "新疆生产建设兵团制造业领域质量标杆企业"
    found = lines("某某局", honour)
    assert [line for line in found if honour in line]
    assert "".join(found) == f"某某局关于推荐2023年{honour}的报告"


@pytest.mark.parametrize(
    ("text", "width"),
    [("质量标杆", 4), ("“质量标杆”", 6), ("2023", 2), ("2023年", 3.25), ("2023年3月20日", 7.75)],
)
def test_a_figure_is_half_as_wide_as_a_character_and_keeps_a_quarter_off(
    text: str, width: float
) -> None:
    assert em_width(text) == width
