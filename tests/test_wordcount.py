"""字数 as Word counts it."""

from __future__ import annotations

import pytest

from docgen.wordcount import count, is_east_asian, position_of

#: Published readings of Word's own dialog.
PUBLISHED = [
    ("Hello World", 2),
    ("中文测试", 4),
    ("Hello 世界", 3),
    ("This is テスト", 5),
    ("東京2024オリンピック", 9),
    ("①②③④⑤", 1),
    ("ＡＢＣＤＥ", 5),
    ("１２３４５", 5),
    ("「こんにちは」", 7),
    ("Hello、World。", 4),
    ("👍👎👏", 1),
    ("Hello👍World", 1),
    ("こんにちは👋", 6),
    ("使用 Adobe Photoshop 打开图片", 8),
    ("Hello “世界”", 5),
    ("Let's say ‘你好’ 100 times per day, 勤勉", 12),
]


@pytest.mark.parametrize(("text", "words"), PUBLISHED)
def test_words_agree_with_the_published_readings_of_word(text: str, words: int) -> None:
    assert count(text).words == words


@pytest.mark.parametrize(
    ("text", "words", "characters", "with_spaces"),
    [
        ("我爱中国。", 5, 5, 5),
        ("GB/T 9704-2012规定", 4, 15, 16),
        ("2026年1月2日", 6, 9, 9),
        ("共3.5%增长", 4, 7, 7),
        ("甲\u3000乙", 2, 2, 3),
        ("", 0, 0, 0),
    ],
)
def test_characters_are_counted_with_and_without_spaces(
    text: str, words: int, characters: int, with_spaces: int
) -> None:
    counted = count(text)
    assert counted.words == words
    assert counted.characters == characters
    assert counted.characters_with_spaces == with_spaces


def test_a_line_break_ends_a_word_and_is_no_character() -> None:
    counted = count("Hello\nWorld")
    assert counted.words == 2
    assert counted.characters_with_spaces == 10


@pytest.mark.parametrize("unseen", ["\u200b", "\ufeff", "\ufe0f"])
def test_what_cannot_be_seen_counts_nothing(unseen: str) -> None:
    counted = count(f"质{unseen}量{unseen}")
    assert (counted.words, counted.characters, counted.characters_with_spaces) == (2, 2, 2)
    assert count(f"qua{unseen}lity").words == 1


def test_a_minimum_is_measured_in_han_characters_only() -> None:
    assert count("质量，Quality 1。𠮷").han == 3


def test_the_limit_is_crossed_just_after_the_last_permitted_word() -> None:
    text = "使用 Adobe Photoshop 打开图片"
    assert position_of(text, 2) == 2
    assert position_of(text, 3) == 8
    assert position_of(text, 5) == len("使用 Adobe Photoshop 打")
    assert position_of(text, 8) == len(text)
    assert position_of(text, 9) is None


def test_the_ideographic_space_is_no_east_asian_character() -> None:
    assert is_east_asian("，")
    assert not is_east_asian("\u3000")
    assert not is_east_asian("“")
