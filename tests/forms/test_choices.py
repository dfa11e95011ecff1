"""Ticks are understood in whatever shape and on whichever side people make them."""

from __future__ import annotations

import pytest

from docgen.forms.choices import ticked
from docgen.forms.pattern import Box, Label, Piece

NATURES = ("国有", "民营", "三资")
LEVELS = ("国家级", "省级", "市级")


def before(*options: str, path: str = "company.nature") -> list[Piece]:
    """Options printed as □国有 □民营."""
    return [piece for each in options for piece in (Box(path, each), Label(f"{each} "))]


def behind(*options: str, path: str = "company.nature") -> list[Piece]:
    """Options printed as 国有□ 民营□."""
    pieces: list[Piece] = []
    for option in options:
        pieces += [Label(f" {option}"), Box(path, option)]
    return pieces


def brackets(*options: str, path: str = "awards.quality") -> list[Piece]:
    """Options printed as 国家级（） 省级（）."""
    pieces: list[Piece] = []
    for option in options:
        pieces += [Label(f"{option}（"), Box(path, option), Label("） ")]
    return pieces


def of_natures(pieces: list[Piece], text: str) -> tuple[str, ...]:
    return ticked(pieces, text)["company.nature"]


def of_levels(text: str) -> tuple[str, ...]:
    return ticked(brackets(*LEVELS), text)["awards.quality"]


# ── Shapes ──────────────────────────────────────────────


@pytest.mark.parametrize("mark", "☑☒√✓✔■●◉▣⊙✗✘")
def test_every_shape_of_a_tick_is_one(mark: str) -> None:
    assert of_natures(before(*NATURES), f"□国有 {mark}民营 □三资") == ("民营",)
    assert of_natures(behind(*NATURES), f"国有□ 民营{mark} 三资□") == ("民营",)
    assert of_levels(f"国家级（）省级（{mark}）市级（ ）") == ("省级",)


@pytest.mark.parametrize("mark", "□☐○◯▢")
def test_every_shape_of_an_empty_box_is_none(mark: str) -> None:
    assert of_natures(before(*NATURES), f"{mark}国有 {mark}民营 {mark}三资") == ()
    assert of_natures(behind(*NATURES), f"国有{mark} 民营√ 三资{mark}") == ("民营",)
    assert of_levels(f"国家级（{mark}）省级（√）市级（{mark}）") == ("省级",)


@pytest.mark.parametrize("inside", ["√", " √ ", "\u3000✓", "V", "v", "Y", "是", "有", "1"])
def test_brackets_are_ticked_by_a_mark_or_a_word(inside: str) -> None:
    assert of_levels(f"国家级（）省级（{inside}）市级（ ）") == ("省级",)
    assert of_levels(f"国家级() 省级({inside}) 市级( )") == ("省级",)


@pytest.mark.parametrize("inside", ["", " ", "\u3000\u3000", "否", "无", "/", "×", "0", "—"])
def test_brackets_with_nothing_or_no_in_them_are_not_ticked(inside: str) -> None:
    assert of_levels(f"国家级（{inside}）省级（√）市级（{inside}）") == ("省级",)


# ── Sides ───────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "□国有 ☑民营 □三资",
        "□国有☑民营□三资",
        "□ 国有 √ 民营 □ 三资",
        "□国有\n☑民营\n□三资",
        "□国有、√民营、□三资",
        "□国有 民营√ □三资",
        "□国有 □民营√ □三资",
        "□国有 □民营（√） □三资",
        "□国有 □√民营 □三资",
        "□国有 √□民营 □三资",
        "□国有□√民营□三资",
        "国有 √民营 三资",
        "国有 民营√ 三资",
        "国有√民营 三资",
        "国有□ 民营☑ 三资□",
        "国有（）民营（√）三资（）",
        "（）国有 （√）民营 （）三资",
    ],
)
def test_where_boxes_stand_before_the_options_a_tick_may_be_anywhere_beside_one(text: str) -> None:
    assert of_natures(before(*NATURES), text) == ("民营",)


@pytest.mark.parametrize(
    "text",
    [
        "国有□ 民营☑ 三资□",
        "国有□民营√三资□",
        "国有 □ 民营 √ 三资 □",
        "国有□     民营■     三资□",
        "国有□ √民营 三资□",
        "国有□ √民营□ 三资□",
        "国有□ 民营□√ 三资□",
        "国有□ 民营√□ 三资□",
        "国有□民营□√三资□",
        "国有□ 民营（√） 三资□",
        "国有 民营√ 三资",
        "国有  √民营  三资",
        "国有 民营√三资",
        "□国有 ☑民营 □三资",
    ],
)
def test_where_boxes_stand_behind_the_options_a_tick_may_be_anywhere_beside_one(
    text: str,
) -> None:
    assert of_natures(behind(*NATURES), text) == ("民营",)


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("☑国有 □民营 □三资", "国有"),
        ("□国有 □民营 ☑三资", "三资"),
        ("国有√ □民营 □三资", "国有"),
        ("□国有 □民营 □三资√", "三资"),
        ("（√）国有 （）民营 （）三资", "国有"),
        ("（）国有 （）民营 （√）三资", "三资"),
        ("□国有 □民营 □三资（√）", "三资"),
        ("国有☑ 民营□ 三资□", "国有"),
        ("国有□ 民营□ 三资☑", "三资"),
    ],
)
def test_the_first_and_the_last_option_are_ticked_like_the_others(text: str, chosen: str) -> None:
    assert of_natures(before(*NATURES), text) == (chosen,)


@pytest.mark.parametrize(
    ("text", "chosen"),
    [
        ("国有☑ 民营□ 三资□", "国有"),
        ("国有□ 民营□ 三资☑", "三资"),
        ("√国有 民营□ 三资□", "国有"),
        ("√国有 民营 三资", "国有"),
        ("国有 民营 √三资", "三资"),
        ("☑国有 □民营 □三资", "国有"),
        ("□国有 □民营 ☑三资", "三资"),
    ],
)
def test_so_are_they_where_the_form_prints_its_boxes_behind(text: str, chosen: str) -> None:
    assert of_natures(behind(*NATURES), text) == (chosen,)


def test_a_number_before_the_first_option_is_no_tick_of_the_last() -> None:
    assert of_levels("（1）国家级（）省级（）市级（）") == ()
    assert of_levels("（1）国家级（）省级（√）市级（）") == ("省级",)


# ── How many ────────────────────────────────────────────


def test_several_ticks_are_all_told_in_the_forms_order() -> None:
    assert of_natures(before(*NATURES), "☑国有 □民营 ☑三资") == ("国有", "三资")
    assert of_levels("国家级（√）省级（√）市级（√）") == LEVELS


@pytest.mark.parametrize("text", ["□国有 □民营 □三资", "国有 民营 三资", "国有 民营"])
def test_no_tick_is_told_as_none(text: str) -> None:
    assert of_natures(before(*NATURES), text) == ()


@pytest.mark.parametrize("text", ["民营", " 民营 ", "民营企业"])
def test_the_one_option_that_was_left_standing_is_meant(text: str) -> None:
    assert of_natures(before(*NATURES), text) == ("民营",)
    assert of_natures(behind(*NATURES), text) == ("民营",)


@pytest.mark.parametrize("text", ["□民营", "民营□"])
def test_one_that_stands_with_an_empty_box_is_not(text: str) -> None:
    assert of_natures(before(*NATURES), text) == ()


@pytest.mark.parametrize("text", ["", "股份有限公司", "√"])
def test_a_cell_without_an_option_says_nothing_of_its_field(text: str) -> None:
    assert ticked(before(*NATURES), text) == {}


# ── Several fields, other words ─────────────────────────


def test_a_cell_may_hold_boxes_of_several_fields() -> None:
    pieces: list[Piece] = [
        Label("创新型企业（"),
        Box("company.innovative", "是"),
        Label("） 高新技术企业（"),
        Box("company.high_tech", "是"),
        Label("）"),
    ]
    for text, chosen in (
        ("创新型企业（）高新技术企业（√）", ((), ("是",))),
        ("创新型企业（√） 高新技术企业（ ）", (("是",), ())),
        ("创新型企业（√）高新技术企业（√）", (("是",), ("是",))),
    ):
        assert ticked(pieces, text) == {
            "company.innovative": chosen[0],
            "company.high_tech": chosen[1],
        }


def test_a_field_whose_option_was_deleted_is_left_out() -> None:
    pieces = [*brackets("国家级", path="a"), *brackets("创新型企业", path="b")]
    assert ticked(pieces, "国家级（√）") == {"a": ("国家级",)}


def test_words_around_the_options_do_no_harm() -> None:
    pieces = [*before("自评", "第三方调查"), Label("\n调查机构名称：")]
    text = "□自评 ☑第三方调查\n调查机构名称：○○质量●调查公司（有）"
    assert ticked(pieces, text) == {"company.nature": ("第三方调查",)}
    text = "自评 ☑第三方调查\n调查机构名称：○○质量公司"
    assert ticked(pieces, text) == {"company.nature": ("第三方调查",)}


def test_the_option_may_be_written_out_and_spread() -> None:
    assert of_natures(before(*NATURES), "□国 有 企 业  √民\u3000营企业  □三 资企业") == ("民营",)


def test_a_yes_or_no_is_parted_from_the_words_it_stands_in() -> None:
    pieces = before("是", "否", path="company.central")
    assert ticked(pieces, "□是 ☑否") == {"company.central": ("否",)}
    assert ticked(pieces, "是√ 否□") == {"company.central": ("是",)}
    assert ticked(pieces, "否") == {"company.central": ("否",)}


SIZES = ("大型企业", "中型企业", "小型企业", "微型企业")


@pytest.mark.parametrize("text", ["□大型 √中型 □小型 □微型", "√中型", "□大型企业 ☑中型 □小型企业"])
def test_what_all_options_end_in_may_be_left_out(text: str) -> None:
    pieces = before(*SIZES, path="company.size")
    assert ticked(pieces, text)["company.size"] == ("中型企业",)


@pytest.mark.parametrize("text", ["大中型", "中小型企业", "小微型企业", "大□ 中☑ 小□ 微□"])
def test_what_lies_between_two_options_is_neither(text: str) -> None:
    assert ticked(before(*SIZES, path="company.size"), text) == {}


@pytest.mark.parametrize(
    "text", ["国有□ 民营□ 其他√ 三资□", "国有□ 混合所有√ 三资□", "国有□ 民营□ 三资□ 其他√"]
)
def test_the_tick_of_an_option_that_is_not_the_forms_is_no_neighbours(text: str) -> None:
    assert of_natures(behind(*NATURES), text) == ()


@pytest.mark.parametrize("text", ["□国有 □民企 ☑其他 □三资", "□国有 ☑其他 □民营"])
def test_nor_is_it_where_the_boxes_stand_before(text: str) -> None:
    assert of_natures(before(*NATURES), text) == ()


def test_a_note_behind_an_option_takes_no_tick_from_it() -> None:
    assert of_natures(behind(*NATURES), "国有□ 民营√（2022年改制） 三资□") == ("民营",)


@pytest.mark.parametrize(
    ("text", "chosen"), [("国有__√__民营___三资", "国有"), ("国有___ 民营_√_ 三资___", "民营")]
)
def test_ruled_room_between_options_is_no_word(text: str, chosen: str) -> None:
    assert of_natures(behind(*NATURES), text) == (chosen,)


def test_what_would_leave_a_single_character_may_not() -> None:
    assert ticked(before("国企", "民企"), "√国 □民") == {}
