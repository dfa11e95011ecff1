"""A pack's tables of the unit's print what there is, or the pack is not sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.style.load import load_style
from tests.cases.unit.making import pack, refusal

OWN = 'extends = "zhejiang"\n'
COLUMN = '{ title = "栏", field = "%s", width = 8 }'


@pytest.mark.parametrize(
    "field", ["number", "rank", "opinion", "company.name", "years.2023.profit"]
)
def test_a_column_of_the_summary_prints_a_field_or_what_the_unit_knows(
    tmp_path: Path, field: str
) -> None:
    toml = f"{OWN}[bureau.summary]\nhead = []\nfoot = []\ncolumns = [{COLUMN % field}]"
    (column,) = load_style(str(pack(tmp_path, toml))).bureau.summary.columns
    assert column.field == field


@pytest.mark.parametrize(
    ("toml", "path"),
    [
        (f"[bureau.summary]\ncolumns = [{COLUMN % 'company.nmae'}]", "bureau.summary.columns"),
        (f"[bureau.summary]\ncolumns = [{COLUMN % 'patents'}]", "bureau.summary.columns"),
        (f"[bureau.summary]\ncolumns = [{COLUMN % 'mobile'}]", "bureau.summary.columns"),
        (f"[bureau.contacts]\ncolumns = [{COLUMN % 'contact.name'}]", "bureau.contacts.columns"),
        ('[bureau.summary]\ntitle = ["{year}年"]', "bureau.summary.title"),
        ('[bureau.summary]\nhead = ["{county}"]', "bureau.summary.head"),
        ('[bureau.contacts]\nfoot = ["{unit!r}"]', "bureau.contacts.foot"),
        ('[bureau.summary]\nhead = ["{unit}", "", "", "", "", ""]', "bureau.summary.head"),
    ],
)
def test_what_leads_nowhere_is_told(tmp_path: Path, toml: str, path: str) -> None:
    findings = refusal(lambda: load_style(str(pack(tmp_path, OWN + toml))))
    assert {(finding.code, finding.place.title) for finding in findings} >= {
        ("style-unsound", path)
    }
    assert all(finding.cure for finding in findings)
