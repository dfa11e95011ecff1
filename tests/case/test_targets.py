"""Figures and tables are numbered by kind, each in one series over the narrative."""

from __future__ import annotations

from docgen.case.markdown import parse
from docgen.case.narrative import Narrative
from docgen.case.targets import Target, label_of, number_targets, numbered, printed_text
from docgen.findings import Place

TABLE = "表：{caption}{id}\n\n| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |\n"


def section(*parts: str) -> Narrative:
    narrative, findings = parse("\n\n".join(parts), Place(file="正文.md"))
    assert findings == []
    return narrative


def figure(name: str) -> str:
    return f"![{name}](图/{name}.png){{#{name}}}"


def table(name: str) -> str:
    return TABLE.format(caption=name, id=f" {{#{name}}}")


NARRATIVE = {
    "method": section(table("丁"), figure("戊")),
    "implementation": section(figure("甲"), table("乙"), figure("丙")),
}


def test_each_kind_has_its_own_series_across_the_sections() -> None:
    targets = number_targets(NARRATIVE, [("implementation", 0), ("method", 0)])
    assert {name: target.text for name, target in targets.items()} == {
        "甲": "图1",
        "丙": "图2",
        "戊": "图3",
        "乙": "表1",
        "丁": "表2",
    }


def test_the_order_of_printing_decides() -> None:
    targets = number_targets(NARRATIVE, [("method", 0), ("implementation", 0)])
    assert (targets["戊"].text, targets["甲"].text, targets["丁"].text) == ("图1", "图2", "表1")


def test_a_section_that_is_not_printed_counts_nothing() -> None:
    targets = number_targets(NARRATIVE, [("method", 0), ("results", 0)])
    assert set(targets) == {"丁", "戊"}


def test_anchors_are_fit_for_bookmarks() -> None:
    target = Target("表", 12)
    assert target.kind == "table"
    assert target.anchor.isascii()
    assert target.anchor.startswith("_")
    assert len(target.anchor) <= 40


def test_a_table_without_a_caption_has_no_number() -> None:
    bare, _ = parse("| 甲 |\n| --- |\n| 一 |", Place(file="正文.md"))
    assert list(numbered(bare)) == []
    assert number_targets({"method": bare}, [("method", 0)]) == {}


def test_the_label_is_the_kinds() -> None:
    assert [label_of(each) for each in numbered(NARRATIVE["implementation"])] == ["图", "表", "图"]


def test_the_printed_text_has_the_numbers_that_are_printed() -> None:
    text = section("见[图](#甲)。", figure("甲"), table("乙"), "# 小结", "见[表](#乙)。")
    targets = number_targets({"results": text}, [("results", 0)])
    assert printed_text(text, targets).split("\n") == [
        "见图1。", "图1\u3000甲", "表1\u3000乙", "甲", "乙", "一", "二", "小结", "见表1。",
    ]  # fmt: skip
