"""Text a user hands over is made fit to print, or refused with its place."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.case.text import bounded, clean, printable, visible
from docgen.findings import Finding, Place, Severity

FIELD = Place(file="case.json", pointer="/name", title="企业名称")
FILE = Place(file="实施.md")


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\x00", "control-character"),
        ("\x0b", "control-character"),
        ("\x1b", "control-character"),
        ("\x85", "control-character"),
        ("\ud800", "lone-surrogate"),
        ("\ufffe", "noncharacter"),
        ("\uffff", "noncharacter"),
        ("\ufdd0", "noncharacter"),
        ("\U0010ffff", "noncharacter"),
        ("\u202e", "bidi-control"),
        ("\u2067", "bidi-control"),
        ("\ufffd", "damaged-character"),
        ("\ue000", "private-use-character"),
        ("\U000f0000", "private-use-character"),
        ("😀", "emoji"),
        ("\u0e01", "character-without-font"),
    ],
)
def test_an_unprintable_character_is_an_error_that_shows_it(character: str, code: str) -> None:
    _, findings = clean(f"甲乙{character}丙", FIELD)
    (finding,) = findings
    assert finding.code == code
    assert finding.severity is Severity.ERROR
    assert f"U+{ord(character):04X}" in finding.message
    assert finding.place == Place("case.json", "/name", "企业名称", None, 3)
    assert finding.cure
    finding.message.encode()


def test_the_line_and_column_of_a_text_are_told() -> None:
    _, findings = clean("第一行\r\n第二\x07行", FILE)
    assert [(f.place.line, f.place.column) for f in findings] == [(2, 3)]


@pytest.mark.parametrize("character", ["\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\ufe0f"])
def test_an_invisible_character_is_shown_and_removed(character: str) -> None:
    text, (finding,) = clean(f"有限{character}公司", FIELD)
    assert text == "有限公司"
    assert finding.severity is Severity.WARNING
    assert f"有限〔U+{ord(character):04X}〕公司" in finding.message


def test_decomposed_letters_are_composed_and_recorded() -> None:
    text, (finding,) = clean("cafe\u0301", FIELD)
    assert text == "caf\u00e9"
    assert (finding.code, finding.severity) == ("text-normalised", Severity.NOTE)


def test_line_ends_become_line_feeds_without_a_word() -> None:
    assert clean("甲\r\n乙\r丙\n丁", FIELD) == ("甲\n乙\n丙\n丁", [])


def test_a_tab_becomes_a_space_and_an_indent_stays_deep_enough_for_a_list() -> None:
    text, findings = clean("- 甲\n\t- 乙\t丙", FILE)
    assert text == "- 甲\n    - 乙 丙"
    assert {f.severity for f in findings} == {Severity.NOTE}


@pytest.mark.parametrize(
    "text",
    ["A&B <公司> {{ 7*7 }} “引号” 'x' \"y\"", "质量管理——“八个零”……", "Ⅲ级 ±5℃ ①②③ 5μm ≤ ≥"],
)
def test_ordinary_text_passes_verbatim_without_findings(text: str) -> None:
    assert clean(text, FIELD) == (text, [])


def test_many_findings_of_a_kind_are_bounded() -> None:
    _, findings = clean("\x00" * 1000 + "\u200b" * 6, FIELD)
    assert [f.code for f in findings].count("control-character") == 6
    assert "995" in findings[5].message
    assert [f.code for f in findings].count("invisible-character") == 6


def test_bounded_keeps_the_first_of_every_code() -> None:
    findings = [Finding("a", str(n), "", FIELD) for n in range(7)] + [Finding("b", "x", "")]
    kept = bounded(findings)
    assert [f.message for f in kept[:6]] == ["0", "1", "2", "3", "4", "x"]
    assert "2" in kept[6].message
    assert len(kept) == 7


def test_a_quoted_text_shows_what_cannot_be_seen() -> None:
    assert visible("甲\u200b\x00乙") == "甲〔U+200B〕〔U+0000〕乙"


@settings(deadline=None)
@given(st.text(st.characters(), max_size=60))
def test_cleaned_text_is_always_safe_to_write(text: str) -> None:
    cleaned, findings = clean(text, FIELD)
    cleaned.encode("utf-8")
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} for c in cleaned if c != "\n")
    assert not any(c in cleaned for c in "\u200b\u202e\ufffe\ufeff")
    # What had to be changed was told, except line ends.
    if cleaned != text.replace("\r\n", "\n").replace("\r", "\n"):
        assert findings


@settings(deadline=None)
@given(st.text(st.characters(), max_size=60))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once, _ = clean(text, FIELD)
    assert clean(once, FIELD)[0] == once


def test_spaces_of_special_widths_become_ordinary_ones() -> None:
    text, findings = clean("甲\u2005乙\u202f丙", Place("案例.json"))
    assert text == "甲 乙 丙"
    assert [finding.code for finding in findings] == ["space-replaced", "space-replaced"]


def test_of_what_others_wrote_only_the_printable_is_kept() -> None:
    text = "\u202a甲\u202c\u200b乙😀\ue001丙\u2003丁\n戊\ufffd"
    assert printable(text) == "甲乙丙 丁\n戊"
    assert printable("e\u0301") == "é"
