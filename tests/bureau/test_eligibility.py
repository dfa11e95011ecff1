"""What a notice asks of applicants is held against each, case or form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.bureau.applicants import applicants
from docgen.bureau.eligibility import ineligible
from docgen.findings import Finding
from docgen.style.load import load_style
from tests.bureau.making import Facts, companies, facts, filled_in, stored


def told(path: Path) -> list[Finding]:
    style = load_style("luoyang")
    found, _ = applicants([path], style)
    return list(ineligible(style, found))


def loss(values: Facts) -> None:
    values["years"]["2021"]["profit"] = -3.5


def late(values: Facts) -> None:
    values["application_date"] = "2023-03-30"


def elsewhere(values: Facts) -> None:
    values["company"]["registered_place"] = "河南省郑州市"


def test_companies_that_may_apply_are_passed_over(tmp_path: Path) -> None:
    companies(tmp_path, 4)
    assert told(tmp_path) == []


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        (loss, "unprofitable-year", "/years/2021/profit"),
        (late, "applied-after-deadline", "/application_date"),
        (elsewhere, "registered-elsewhere", "/company/registered_place"),
    ],
)
def test_a_case_that_may_not_apply_is_told_with_its_file(
    tmp_path: Path, change: Callable[[Facts], None], code: str, field: str
) -> None:
    files = companies(tmp_path, 2, {2: change})
    (finding,) = told(tmp_path)
    assert (finding.code, finding.place.pointer) == (code, field)
    assert finding.place.file == str(files[1])


def test_a_loss_written_into_a_form_is_told_with_its_row(tmp_path: Path) -> None:
    values = facts(3)
    loss(values)
    form = filled_in(stored(tmp_path / "案例", values), tmp_path / "收到")
    (finding,) = told(form)
    assert finding.code == "unprofitable-year"
    assert finding.place.file.endswith("申报表.docx")
    assert "利润总额" in finding.place.title


def test_a_form_without_a_date_is_taken_to_be_in_time(tmp_path: Path) -> None:
    form = filled_in(stored(tmp_path / "案例", facts(3)), tmp_path / "收到")
    next(form.glob("封面.docx")).unlink()
    assert told(form) == []
