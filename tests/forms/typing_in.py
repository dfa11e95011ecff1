"""Forms as issuers hand them out, typed into by a company: plain cells, no controls, no tags."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

#: Stands for a cell that the one above goes on in.
ABOVE = "↑"
#: Columns that every row is laid out on.
_GRID = 12


def typed_form(*blocks: str | Sequence[Sequence[str]]) -> bytes:
    """Return a Word file of paragraphs (texts) and tables (rows of cells' texts)."""
    word = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            word.add_paragraph(block)
        else:
            _table(word, block)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def _table(word: Any, rows: Sequence[Sequence[str]]) -> None:
    table = word.add_table(len(rows), _GRID)
    for row, cells in zip(table.rows, rows, strict=True):
        elements = list(row._tr.tc_lst)
        width, more = divmod(_GRID, len(cells))
        position = 0
        for index, text in enumerate(cells):
            span = width + (index < more)
            _fill(elements[position], text, span)
            for spare in elements[position + 1 : position + span]:
                row._tr.remove(spare)
            position += span


def _fill(cell: Any, text: str, span: int) -> None:
    properties = cell.get_or_add_tcPr()
    properties.get_or_add_gridSpan().val = span
    merge = OxmlElement("w:vMerge")
    if text != ABOVE:
        merge.set(qn("w:val"), "restart")
    properties._insert_vMerge(merge)
    if text == ABOVE:
        return
    first, *others = text.split("\n")
    cell.p_lst[0].add_r().text = first
    for line in others:
        paragraph: Any = OxmlElement("w:p")
        cell.append(paragraph)
        paragraph.add_r().text = line
