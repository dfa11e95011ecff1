"""In a file where all looks alike, typed lists are told from headings that are numbered alike."""

from __future__ import annotations

import io

import pytest
from docx import Document

from docgen.check.word.reading import read_for
from docgen.read import open_package
from docgen.style.load import load_style

TEXT = "公司围绕质量提升开展了一系列工作，取得了明显成效，得到了用户的认可。" * 2
FRONT = ("甲有限公司的经验", "摘要", TEXT, "一、企业概况", TEXT)
CHAPTER = "二、管理方法（技术）的推进实施与运行"


def headings(*texts: str, bold: str = "无") -> list[str]:
    """The headings in a chapter of these paragraphs, … for text; what has a word in it is bold."""
    word = Document()
    for words in (*FRONT, CHAPTER, *(TEXT if each == "…" else each for each in texts)):
        paragraph = word.add_paragraph()
        paragraph.add_run(words).bold = bold in words
    file = io.BytesIO()
    word.save(file)
    package = open_package(file.getvalue(), "材料.docx")
    parts = read_for(package, load_style("luoyang"), "narrative").parts
    return [part.line.text for part in parts if part.level and part.section == "implementation"][
        1:
    ]  # the chapter itself


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # Headings with text below them.
        (("（一）甲", "…", "（二）乙", "…"), ["（一）甲", "（二）乙"]),
        # Headings with headings below them.
        (("（一）甲", "1．子", "…", "（二）乙", "…"), ["（一）甲", "1．子", "（二）乙"]),
        # A list that begins anew.
        (("（一）甲", "…", "（一）子", "（二）丑", "（三）寅", "…"), ["（一）甲"]),
        # A list that a colon introduces, longer than the series of headings.
        (("（一）甲", "措施有三：", "（二）子", "（三）丑", "…"), ["（一）甲"]),
        # A list of sentences, the last one not ended.
        (("（一）甲", "…", "（一）子；", "（二）丑；", "（三）寅", "…"), ["（一）甲"]),
        # A list before the first heading.
        (("…", "（一）子", "（二）丑", "（一）甲", "…", "（二）乙", "…"), ["（一）甲", "（二）乙"]),
        # A heading directly behind a list, in whose series it might be.
        (
            (
                "（一）甲",
                "…",
                "（二）乙",
                "…",
                "（一）子",
                "（二）丑",
                "（三）丙",
                "…",
                "（四）丁",
                "…",
            ),
            ["（一）甲", "（二）乙", "（三）丙", "（四）丁"],
        ),
        # The same, the list being of sentences.
        (
            ("（一）甲", "…", "（二）乙", "…", "（一）子；", "（二）丑。", "（三）丙", "…"),
            ["（一）甲", "（二）乙", "（三）丙"],
        ),
        # Headings of which the first has no text yet.
        (("（一）甲", "（二）乙", "…", "（三）丙", "…"), ["（一）甲", "（二）乙", "（三）丙"]),
        # A number that stands twice is a slip, not a list.
        (("（一）甲", "…", "（一）乙", "…", "（三）丙", "…"), ["（一）甲", "（一）乙", "（三）丙"]),
    ],
)
def test_headings_are_told_from_lists(texts: tuple[str, ...], expected: list[str]) -> None:
    assert headings(*texts) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        # Items look like text, and text of their own follows them.
        (
            ("（一）题甲", "…", "（一）子", "…", "（二）丑", "…", "（二）题乙"),
            ["（一）题甲", "（二）题乙"],
        ),
        # A heading that somebody forgot to set bold stays one.
        (
            ("（一）题甲", "…", "（二）乙", "…", "（三）题丙"),
            ["（一）题甲", "（二）乙", "（三）题丙"],
        ),
    ],
)
def test_what_looks_like_text_and_counts_otherwise_is_a_list(
    texts: tuple[str, ...], expected: list[str]
) -> None:
    assert headings(*texts, bold="题") == expected
