"""A place written in one is parted into city and county."""

from __future__ import annotations

import pytest

from docgen.intake.places import parted_place


@pytest.mark.parametrize(
    ("city", "county"),
    [
        ("河南省洛阳市", "涧西区"),
        ("河南省洛阳市", "新安县"),
        ("洛阳市", "老城区"),
        ("浙江省宁波市", "慈溪市"),
        ("山东省济南市", "市中区"),
        ("上海市", "浦东新区"),
        ("重庆市", "万州区"),
        ("河南省洛阳市", "高新技术产业开发区"),
        ("广西壮族自治区南宁市", "青秀区"),
        ("内蒙古自治区锡林郭勒盟", "锡林浩特市"),
        ("内蒙古自治区鄂尔多斯市", "准格尔旗"),
        ("新疆维吾尔自治区伊犁哈萨克自治州", "伊宁市"),
        ("西藏自治区阿里地区", "噶尔县"),
        ("浙江省丽水市", "景宁畲族自治县"),
        ("河北省沧州市", "沧县"),
    ],
)
def test_a_place_is_parted_behind_its_city(city: str, county: str) -> None:
    assert parted_place(city + county) == (city, county)
    assert parted_place(f" {city}{county}\n") == (city, county)


@pytest.mark.parametrize("gap", [" ", "\n", "\u3000"])
def test_the_space_between_them_is_dropped_with_the_rest(gap: str) -> None:
    city, county = parted_place(f"河南省洛阳市{gap}涧西区")
    assert (city, county.strip()) == ("河南省洛阳市", "涧西区")


@pytest.mark.parametrize(
    "text",
    ["河南省洛阳市", "洛阳市", "浙江省义乌市", "上海", "河南洛阳涧西区", "吉林省延边朝鲜族自治州"],
)
def test_without_a_county_the_place_is_all_there_is(text: str) -> None:
    assert parted_place(text) == (text, "")


@pytest.mark.parametrize("text", ["浙江省杭州市萧山区临浦镇", "河南省洛阳市涧西区（自贸区）", ""])
def test_what_goes_on_below_the_county_is_left_whole(text: str) -> None:
    assert parted_place(text) == (text, "")
