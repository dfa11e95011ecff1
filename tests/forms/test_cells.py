"""What stands in the place of each hole is found by the words that the form prints around it."""

from __future__ import annotations

import pytest

from docgen.forms.cells import Value, cell_values
from docgen.forms.pattern import Box, Hole, Label, Piece, Repeated

INDUSTRY: list[Piece] = [Hole("name"), Label("（"), Hole("code"), Label("）")]
STAFF: list[Piece] = [Hole("employees"), Label("人")]
STANDARDS: list[Piece] = [
    Label("标准化项目内容："),
    Repeated(
        (
            Label("《"),
            Hole("standards.*.title"),
            Label("》（"),
            Hole("standards.*.number"),
            Label("，"),
            Hole("standards.*.role"),
            Label("）"),
        )
    ),
]
SUMMARY: list[Piece] = [Repeated((Hole("summary.*"),))]


def said(pieces: list[Piece], text: str) -> dict[str, str]:
    """Field → words; none of them in doubt."""
    values = list(cell_values(pieces, text))
    assert not any(value.unsure for value in values)
    return {value.path: value.text for value in values}


def doubtful(pieces: list[Piece], text: str) -> dict[str, str]:
    """Field → words, each of them in doubt."""
    values = list(cell_values(pieces, text))
    assert all(value.unsure for value in values)
    return {value.path: value.text for value in values}


# ── One hole ────────────────────────────────────────────


@pytest.mark.parametrize("text", ["甲公司", " 甲公司 ", "\n甲公司\n", "___甲公司___"])
def test_a_cell_of_one_hole_says_what_stands_in_it(text: str) -> None:
    assert said([Hole("name")], text) == {"name": "甲公司"}


def test_the_words_stay_as_they_were_typed() -> None:
    assert said([Hole("name")], "甲 （集团）\u3000公司") == {"name": "甲 （集团）\u3000公司"}


@pytest.mark.parametrize("text", ["", "  ", "____"])
def test_an_empty_place_is_told_as_empty(text: str) -> None:
    assert said([Hole("name")], text) == {"name": ""}


@pytest.mark.parametrize("text", ["560人", "560 人", "  560  人", "560", "560人左右", "５６０人"])
def test_a_unit_behind_a_figure_may_be_kept_or_deleted(text: str) -> None:
    assert said(STAFF, text)["employees"] in ("560", "５６０")


def test_what_was_written_around_a_figure_stays_with_it_to_be_told() -> None:
    assert said(STAFF, "约560人") == {"employees": "约560"}


def test_a_hole_that_follows_from_other_fields_is_not_read() -> None:
    assert said([Hole(""), Label("、"), Hole("name")], "1、甲公司") == {"name": "甲公司"}


def test_a_label_before_its_hole_is_no_part_of_it() -> None:
    assert said([Label("机构："), Hole("agency")], "机构：甲公司") == {"agency": "甲公司"}


# ── Holes and the words between them ────────────────────


@pytest.mark.parametrize(
    "text",
    ["轴承制造（3451）", "轴承制造(3451)", "轴承制造\n（ 3451 ）", "__轴承制造__（__3451__）"],
)
def test_words_between_two_holes_part_them(text: str) -> None:
    assert said(INDUSTRY, text) == {"name": "轴承制造", "code": "3451"}


@pytest.mark.parametrize("text", ["轴承制造（3451", "轴承制造（3451。"])
def test_a_bracket_that_was_deleted_is_passed_over(text: str) -> None:
    assert said(INDUSTRY, text) == {"name": "轴承制造", "code": text.partition("（")[2]}


def test_a_names_own_brackets_are_not_the_forms() -> None:
    values = said(INDUSTRY, "轴承（滚动）制造（3451）")
    assert values == {"name": "轴承（滚动）制造", "code": "3451"}


@pytest.mark.parametrize("text", ["（3451）", "___（3451）"])
def test_one_of_two_holes_may_be_empty(text: str) -> None:
    assert said(INDUSTRY, text) == {"name": "", "code": "3451"}
    assert said(INDUSTRY, "轴承制造（）") == {"name": "轴承制造", "code": ""}


@pytest.mark.parametrize("text", ["轴承制造 3451", "轴承制造", "3451轴承制造"])
def test_where_nothing_parts_two_holes_the_first_takes_it_all_and_both_are_in_doubt(
    text: str,
) -> None:
    assert doubtful(INDUSTRY, text) == {"name": text, "code": ""}


def test_holes_with_a_line_end_between_them_share_the_lines() -> None:
    pieces: list[Piece] = [Hole("place"), Label("\n"), Hole("address")]
    assert said(pieces, "某市\n试样路1号") == {"place": "某市", "address": "试样路1号"}
    assert said(pieces, "\n某市\n\n试样路1号\n") == {"place": "某市", "address": "试样路1号"}


@pytest.mark.parametrize("text", ["某市", "某市\n试样路\n1号"])
def test_with_another_number_of_lines_they_are_in_doubt(text: str) -> None:
    pieces: list[Piece] = [Hole("place"), Label("\n"), Hole("address")]
    assert doubtful(pieces, text) == {"place": text, "address": ""}


def test_of_a_long_sentence_the_ends_are_enough() -> None:
    sentence = "在质量、诚信、安全、环保等方面无违法行为和不良记录，愿意总结经验"
    pieces: list[Piece] = [Hole("name"), Label(sentence), Hole("date")]
    corrected = sentence.replace("违法行为和", "违法、违规行为及")
    assert said(pieces, f"甲公司{corrected}2023年") == {"name": "甲公司", "date": "2023年"}


def test_words_in_no_fields_place_are_told_as_nobodys() -> None:
    pieces: list[Piece] = [Label("地址"), Hole("address"), Label("邮编"), Hole("postcode")]
    assert said(pieces, "注册地址甲路1号邮编471000") == {
        "": "注册", "address": "甲路1号", "postcode": "471000",
    }  # fmt: skip
    boxes: list[Piece] = [
        *(Box("size", "大型"), Label("大型 ")),
        *(Box("size", "小型"), Label("小型")),
    ]
    assert list(cell_values(boxes, "□大型 ☑小型")) == [Value("size", "小型", ("小型",))]
    _, beside = cell_values(boxes, "□大型 ☑小型（2022年起）")
    assert beside == Value("", "（2022年起）")


def test_a_sentence_put_into_a_long_one_is_told() -> None:
    sentence = "在质量、诚信、安全、环保等方面无违法行为和不良记录，愿意总结经验"
    added = sentence.replace("等方面", "（2021年有一起环保处罚）等方面")
    assert "环保处罚" in said([Label(sentence), Hole("date")], f"{added}2023年")[""]


def test_words_that_were_deleted_leave_their_neighbours_in_doubt_and_no_more() -> None:
    pieces: list[Piece] = [
        *(Label("国际"), Hole("a"), Label("个，国家"), Hole("b")),
        *(Label("个，行业"), Hole("c"), Label("个。")),
    ]
    assert said(pieces, "国际1个，国家2个，行业3个。") == {"a": "1", "b": "2", "c": "3"}
    assert list(cell_values(pieces, "国际1个，行业3个。")) == [
        Value("a", "1", unsure=True),
        Value("b", "", unsure=True),
        Value("c", "3"),
    ]


# ── Boxes beside holes ──────────────────────────────────


SURVEY: list[Piece] = [
    Box("conducted", "自评"),
    Label("自评 "),
    Box("conducted", "第三方调查"),
    Label("第三方调查\n调查机构名称："),
    Hole("agency"),
]


@pytest.mark.parametrize(
    ("text", "conducted", "agency"),
    [
        ("☑自评 □第三方调查\n调查机构名称：", ("自评",), ""),
        ("□自评 ☑第三方调查\n调查机构名称：甲调查公司", ("第三方调查",), "甲调查公司"),
        ("□自评 √第三方调查 调查机构名称:第三方调查公司", ("第三方调查",), "第三方调查公司"),
        ("□自评 □第三方调查\n调查机构名称：", (), ""),
        ("☑自评 □第三方调查", ("自评",), ""),
    ],
)
def test_a_cell_may_hold_boxes_and_a_hole(
    text: str, conducted: tuple[str, ...], agency: str
) -> None:
    assert list(cell_values(SURVEY, text)) == [
        Value("conducted", "、".join(conducted), conducted),
        Value("agency", agency),
    ]


def test_beside_boxes_the_same_words_may_be_printed_twice() -> None:
    pieces: list[Piece] = [
        *(Box("conducted", "是"), Label("是 "), Box("conducted", "否")),
        *(Label("否\n名称："), Hole("first"), Label("\n名称："), Hole("second")),
    ]
    assert said(pieces, "☑是 □否\n名称：甲\n名称：乙") == {
        "conducted": "是",
        "first": "甲",
        "second": "乙",
    }


# ── Lists ───────────────────────────────────────────────


def test_a_line_is_an_item_of_its_list() -> None:
    text = "标准化项目内容：《甲》（GB/T 1，主导）\n《乙》（T/2，参与）"
    assert said(STANDARDS, text) == {
        "standards.0.title": "甲",
        "standards.0.number": "GB/T 1",
        "standards.0.role": "主导",
        "standards.1.title": "乙",
        "standards.1.number": "T/2",
        "standards.1.role": "参与",
    }


@pytest.mark.parametrize(
    "text",
    [
        "《甲》（GB/T 1，主导）；《乙》（T/2，参与）",
        "《甲》(GB/T 1,主导); 《乙》(T/2,参与)；",
        "《甲》（GB/T 1，主导）；\n《乙》（T/2，参与）。",
        "\n《甲》（GB/T 1，主导）\n\n《乙》（T/2，参与）\n",
    ],
)
def test_no_item_is_lost_where_several_share_a_line(text: str) -> None:
    values = said(STANDARDS, f"标准化项目内容：{text}")
    assert [values[f"standards.{index}.title"] for index in (0, 1)] == ["甲", "乙"]
    assert [values[f"standards.{index}.role"] for index in (0, 1)] == ["主导", "参与"]
    assert len(values) == 6


@pytest.mark.parametrize("text", ["", "无", "/", "标准化项目内容：", "标准化项目内容：无"])
def test_an_empty_list_has_no_items(text: str) -> None:
    assert said(STANDARDS, text) == {}


def test_an_item_written_in_another_way_is_in_doubt() -> None:
    values = doubtful(STANDARDS, "标准化项目内容：甲标准 GB/T 1")
    assert values == {
        "standards.0.title": "甲标准 GB/T 1",
        "standards.0.number": "",
        "standards.0.role": "",
    }


def test_paragraphs_are_lines_whatever_stands_in_them() -> None:
    text = "第一段（见图1）；还是第一段。\n第二段。"
    assert said(SUMMARY, text) == {
        "summary.0": "第一段（见图1）；还是第一段。",
        "summary.1": "第二段。",
    }
