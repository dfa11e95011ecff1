"""The unit's tables as sheets, made for the tests."""

from __future__ import annotations

import datetime as dt
from typing import Any

from docgen.compose.sheet import UnitFacts, compose_sheet
from docgen.document import CellValue, Sheet
from docgen.style.bureau import Roster
from docgen.style.load import load_style

UNIT = UnitFacts("洛阳市涧西区工业和信息化局", "李华", "0379-60000100", dt.date(2023, 3, 28))


def sheet(style: str, *rows: tuple[CellValue, ...], unit: UnitFacts = UNIT) -> Sheet:
    loaded = load_style(style)
    return compose_sheet(loaded, loaded.bureau.summary, unit, rows)


def own(rows: list[tuple[CellValue, ...]], unit: UnitFacts = UNIT, **changes: Any) -> Sheet:
    """A table of two columns."""
    table = {
        "name": "表",
        "title": ["表"],
        "columns": [
            {"title": "序号", "field": "number", "width": 10},
            {"title": "企业名称", "field": "company.name", "width": 30},
        ],
        "orientation": "portrait",
    }
    return compose_sheet(
        load_style("luoyang"), Roster.model_validate({**table, **changes}), unit, rows
    )
