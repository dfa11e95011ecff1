"""Word counts headings and lists to the numbers that are printed."""

from __future__ import annotations

from docgen.document import Heading, ListItem, Paragraph, Text
from docgen.read import read_word
from tests.write.docx.making import NS, PROPERTIES, W, WordFile, attributes, written

PART = "word/numbering.xml"


def item(marker: str, level: int = 0, series: int = 0) -> ListItem:
    number = 0 if marker == "●" else ord(marker) - ord("①") + 1
    return ListItem((Text("项"),), marker, level, series, marker != "●", number)


def markers(file: WordFile) -> list[str]:
    """Return the marker that a reader of the file sees before each item."""
    document = read_word(file.data, key="x", name="x", properties=PROPERTIES)
    texts = [
        "".join(each.text for each in block.inlines if isinstance(each, Text))
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Paragraph | ListItem)
    ]
    return [text.removesuffix("项").strip() for text in texts if text.endswith("项")]


def number_of(file: WordFile, index: int) -> str | None:
    return file.values("w:body/w:p/w:pPr/w:numPr/w:numId")[index]


def starts(file: WordFile, number: str | None) -> dict[str | None, str | None]:
    """Return level → where a list begins, as the list itself says."""
    (found,) = [each for each in file.all("w:num", PART) if each.get(f"{{{W}}}numId") == number]
    return {
        override.get(f"{{{W}}}ilvl"): start.get(f"{{{W}}}val")
        for override in found.findall("w:lvlOverride", NS)
        for start in override.findall("w:startOverride", NS)
    }


def test_headings_are_numbered_by_their_styles() -> None:
    file = written(Heading(1, "一、", (Text("甲"),), "_Toc_1"))
    levels = file.all("w:abstractNum", PART)[0].findall("w:lvl", NS)[:5]
    described = [
        tuple(
            None if (found := level.find(f"w:{tag}", NS)) is None else found.get(f"{{{W}}}val")
            for tag in ("numFmt", "pStyle", "lvlText", "suff")
        )
        for level in levels
    ]
    assert described == [
        ("chineseCountingThousand", "Heading1", "%1、", "nothing"),
        ("chineseCountingThousand", "Heading2", "（%2）", "nothing"),
        ("decimal", "Heading3", "%3．", "nothing"),
        ("decimal", "Heading4", "（%4）", "nothing"),
        ("none", None, "", "nothing"),
    ]
    assert not file.all("w:body/w:p/w:pPr/w:numPr")


def test_a_headings_style_names_its_level() -> None:
    file = written(Heading(2, "（一）", (Text("甲"),), "_Toc_1"))
    (style,) = [
        each
        for each in file.all("w:style", "word/styles.xml")
        if each.get(f"{{{W}}}styleId") == "Heading2"
    ]
    found = {
        path: None if (each := style.find(path, NS)) is None else each.get(f"{{{W}}}val")
        for path in (
            "w:name",
            "w:pPr/w:numPr/w:ilvl",
            "w:pPr/w:numPr/w:numId",
            "w:pPr/w:outlineLvl",
        )
    }
    assert found == {
        "w:name": "heading 2",
        "w:pPr/w:numPr/w:ilvl": "1",
        "w:pPr/w:numPr/w:numId": "1",
        "w:pPr/w:outlineLvl": "1",
    }


def test_every_number_in_use_is_defined() -> None:
    file = written(item("●"), item("①", series=1), item("②", series=1), item("①", series=2))
    defined = {each.get(f"{{{W}}}numId") for each in file.all("w:num", PART)}
    assert set(file.values("w:numPr/w:numId")) <= defined


def test_bullets_share_a_number_and_counted_lists_have_their_own() -> None:
    file = written(item("●"), item("●", series=1), item("①", series=2), item("①", series=3))
    numbers = [number_of(file, index) for index in range(4)]
    assert numbers[0] == numbers[1]
    assert len(set(numbers)) == 3


def test_each_list_begins_again_at_one() -> None:
    file = written(item("①"), item("②"), Paragraph((Text("文字"),)), item("①", series=1))
    assert starts(file, number_of(file, 2))["0"] == "1"
    assert markers(file) == ["①", "②", "①"]


def test_a_list_inside_a_list_begins_again_at_one() -> None:
    file = written(
        item("●"),
        item("①", level=1, series=1),
        item("②", level=1, series=1),
        item("●"),
        item("①", level=1, series=2),
    )
    assert starts(file, number_of(file, 4)).get("1") == "1"
    assert markers(file) == ["●", "①", "②", "●", "①"]


def test_a_list_that_begins_at_three_does_so_in_word() -> None:
    file = written(item("③"), item("④"))
    assert starts(file, number_of(file, 0)).get("0") == "3"
    assert markers(file) == ["③", "④"]


def test_each_level_of_a_list_hangs_one_step_further_in() -> None:
    # Two characters of 小四 hang; the outermost text begins after four.
    for abstract in written(item("●")).all("w:abstractNum", PART)[1:]:
        indents = [attributes(each) for each in abstract.findall("w:lvl/w:pPr/w:ind", NS)[:3]]
        assert [(each["left"], each["hanging"]) for each in indents] == [
            ("960", "480"),
            ("1440", "480"),
            ("1920", "480"),
        ]
