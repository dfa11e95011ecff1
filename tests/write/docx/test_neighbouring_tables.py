"""Two tables in a row stay two: Word takes them for one unless a paragraph parts them."""

from __future__ import annotations

from lxml import etree

from docgen.document import Caption, Cell, Paragraph, Row, Table, Text
from tests.write.docx.making import W, written


def table(*, kept: bool = False, caption: Caption | None = None) -> Table:
    cell = Cell((Paragraph((Text("甲"),), "table-text"),))
    return Table((100.0,), (Row((cell,)),), caption=caption, keep_with_next=kept)


def names(element: etree._Element) -> list[str]:
    return [etree.QName(each).localname for each in element]


def test_a_paragraph_a_point_high_parts_them() -> None:
    body = written(table(), table()).body
    assert names(body) == ["tbl", "p", "tbl", "p", "sectPr"]
    between = body[1]
    spacing = between.find(f"{{{W}}}pPr/{{{W}}}spacing")
    assert spacing is not None
    assert (spacing.get(f"{{{W}}}line"), spacing.get(f"{{{W}}}lineRule")) == ("20", "exact")


def test_it_stays_with_the_next_where_the_table_does() -> None:
    kept, free = (
        written(table(kept=kept), table()).body[1].find(f"{{{W}}}pPr/{{{W}}}keepNext")
        for kept in (True, False)
    )
    assert kept is not None
    assert free is None


def test_a_caption_parts_them_already() -> None:
    caption = Caption("table", "表", 1, (Text("乙"),), "_Ref_1")
    assert names(written(table(), table(caption=caption)).body)[:3] == ["tbl", "p", "tbl"]
