"""What pydantic finds is said in Chinese."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from docgen.case.locator import Locator
from docgen.case.messages import validation_findings
from docgen.case.model import Facts
from docgen.findings import Finding
from tests.cases.unit.making import changed


def found(values: dict[str, Any]) -> list[Finding]:
    with pytest.raises(ValidationError) as caught:
        Facts.model_validate(values)
    return validation_findings(caught.value, Locator(Path("案例/case.json"), "luoyang", {}))


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("company.employees", "三百", "“三百”不是整数。"),
        ("company.employees", 11_000_000, "“11000000”大于 10000000。"),
        ("company.employees", -2, "“-2”小于 0。"),
        ("company.name", "", "此项是空的。"),
        ("company.name", None, "“空值”不是文字。"),
        ("years.2022.tax", "六千", "“六千”不是数字。"),
        ("application_date", "明天", "“明天”不是日期。"),
        ("years.1066.revenue", 3, "“1066”小于 1990。"),
    ],
)
def test_the_message_quotes_what_stood_there(path: str, value: object, message: str) -> None:
    (finding,) = found(changed(path, value))
    assert finding.message.replace(" ", "") == message.replace(" ", "")
    assert finding.place.file == "案例/case.json"


def test_no_message_is_in_english() -> None:
    wrong = {
        "company": {"name": "x" * 200_001, "established": 1.5, "industry": []},
        "experience": {"name": ["甲"]},
        "contact": 5,
        "years": [],
        "application_date": True,
        "patents": "甲",
        "narrative": {"abstract": {"file": ""}, "results": []},
        "overrides": {"luoyang": 5},
    }
    for finding in found(wrong):
        assert "input" not in finding.message.lower(), finding
        assert "should" not in finding.message.lower(), finding


def test_a_long_value_is_quoted_in_part() -> None:
    (finding,) = found(changed("company.employees", "很" * 500))
    assert len(finding.message) < 80


def test_a_value_that_may_be_text_or_a_file_is_told_once() -> None:
    (finding,) = found(changed("narrative.abstract", 5))
    assert finding.place.pointer == "/narrative/abstract"
    assert finding.place.title == "总结材料 / 摘要"


def test_braces_in_a_value_do_not_upset_the_message() -> None:
    (finding,) = found(changed("company.employees", "{0} {msg}"))
    assert "{0} {msg}" in finding.message
