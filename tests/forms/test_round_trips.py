"""A case printed on a form and read back is the same case, field by field, for every form."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from docgen.intake.documents import Received, receive
from docgen.intake.values import case_of
from docgen.style.load import load_style
from tests.conftest import SAMPLE, SECOND_SAMPLE, Issued, Rendered
from tests.forms.editing import (
    edited,
    with_spaced_labels,
    with_split_runs,
    with_typed_ticks,
    without_controls,
)

#: Style → key of its form, and the form's file.
FORMS = {
    "luoyang": ("form", "2-洛阳市质量标杆申报表"),
    "changzhou": ("form", "2-“质量标杆”申报表"),
    "shanghai": ("form", "2-申报信息表填报底稿"),
    "national": ("application", "1-全国质量标杆申报书"),
    "liaoning": ("application", "1-全国质量标杆申报书"),
    "zhejiang": ("application", "1-浙江省制造业质量标杆申报书"),
}
EVERY_FORM = sorted(FORMS)
#: What a form prints that the case does not say but that follows from what it says.
DERIVED = {
    "company.size": "中型企业",
    "company.iso9001.in_force": True,
    "years.2022.growth": 14.96,
    "years.2022.rd_intensity": 5.44,
}
#: What is asked for and not printed: the size class follows from it.
UNPRINTED = ("company.employees",)
#: Lists of which a form asks the number and not the items: a case has no place for a number.
UNLISTED = {"shanghai": ("专利", "软件著作权", "标准"), "zhejiang": ("专利",)}
LISTS = ("patents", "software_copyrights", "standards", "honours")


def read_back(rendered: Rendered, style: str) -> Received:
    key, name = FORMS[style]
    return receive(rendered.docx(name).read_bytes(), name, load_style(style), key)


def said(file: Path, style: str) -> dict[str, Any]:
    """What a case file says for a style, overrides laid on (RFC 7396)."""
    facts = json.loads(file.read_text(encoding="utf-8"))
    merged: dict[str, Any] = _patched(facts, facts.get("overrides", {}).get(style, {}))
    return merged


def _patched(target: Any, patch: Any) -> Any:
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        result[key] = _patched(result.get(key), value)
    return result


def at(values: Any, path: str) -> Any:
    """The value at a dotted path of plain JSON, None where there is none."""
    for name in path.split("."):
        if isinstance(values, list):
            values = values[int(name)] if int(name) < len(values) else None
        else:
            values = (values or {}).get(name)
    return values


def plain(value: Any) -> Any:
    """A value with its number as a number: 4412.60 is kept in quotes, so that it prints alike."""
    digits = isinstance(value, str) and value.replace(".", "", 1).isdigit()
    return Decimal(str(value)) if digits or isinstance(value, (int, float)) else value


def asked(style: str) -> list[str]:
    """The fields that a form asks for, as its pack lists them."""
    spec = load_style(style)
    form: Any = spec.documents[FORMS[style][0]]
    each_year = [
        f"years.{year}.{name}"
        for year in spec.reporting_years
        for name in (
            *form.required_each_year,
            *(row.field for table in form.tables.values() for row in table.rows),
        )
    ]
    single = [field for field in form.required if field not in ("products", "competitors")]
    return [*single, *(choice.field for choice in form.choices.values()), *each_year]


@pytest.mark.parametrize("style", EVERY_FORM)
def test_every_field_that_a_form_asks_for_comes_back(issued: Issued, style: str) -> None:
    back = case_of(read_back(issued(style), style).taken)
    facts = said(SECOND_SAMPLE, style)
    omitted = at(facts, "tables.economic.omit") or []
    assert not omitted  # the sample prints every row, so every field must be there
    for path in asked(style):
        if style == "luoyang" and path in UNPRINTED:
            continue
        expected = at(facts, path)
        if expected is None:
            expected = DERIVED[path]
        assert at(back, path) == expected, path


@pytest.mark.parametrize("style", EVERY_FORM)
def test_nothing_comes_back_that_the_case_does_not_say(issued: Issued, style: str) -> None:
    facts = said(SECOND_SAMPLE, style)
    received = read_back(issued(style), style)
    assert [each.code for each in received.findings] == ["count-without-list"] * len(
        UNLISTED.get(style, ())
    )
    for finding, title in zip(received.findings, UNLISTED.get(style, ()), strict=True):
        assert f"“{title}”里逐项填写" in finding.cure
    for each in received.taken:
        root = each.path.split(".")[0]
        if root in LISTS:
            continue  # filtered and sorted by the form; compared by the test below
        expected = at(facts, each.path)
        assert each.value == (DERIVED.get(each.path) if expected is None else expected), each.path


@pytest.mark.parametrize(
    ("style", "lists"),
    [
        ("luoyang", LISTS),
        ("shanghai", ("honours",)),
        ("national", ("competitors",)),
        ("zhejiang", ("standards", "honours", "competitors")),
    ],
)
def test_lists_come_back_item_by_item(issued: Issued, style: str, lists: tuple[str, ...]) -> None:
    back = case_of(read_back(issued(style), style).taken)
    facts = said(SECOND_SAMPLE, style)
    applied = date.fromisoformat(facts["application_date"])
    for name in lists:
        printed = [
            each
            for each in facts[name]
            if "date" not in each or date.fromisoformat(each["date"]) <= applied
        ]
        if (style, name) == ("luoyang", "honours"):
            # Of the last five years, and of the city or above.
            printed = [
                each
                for each in printed
                if each["level"] in ("国家级", "省级", "市级") and each["date"] >= "2018"
            ]
        if (style, name) == ("zhejiang", "standards"):
            printed = [each for each in printed if each["level"] != "企业"]
        # A form may leave out part of an item, such as an honour's level.
        shown = [
            {key: value for key, value in each.items() if key in item}
            for each, item in zip(printed, back[name], strict=True)
        ]
        assert back[name] == shown, name


def test_the_other_sample_comes_back_from_its_form_too(dossier: Rendered) -> None:
    received = read_back(dossier, "luoyang")
    facts = said(SAMPLE, "luoyang")
    assert received.findings == ()
    assert len(case_of(received.taken)["patents"]) == len(facts["patents"])
    single = [each for each in received.taken if each.path.split(".")[0] not in LISTS]
    assert len(single) == 24
    for each in single:
        if each.path != "company.size":
            assert plain(each.value) == plain(at(facts, each.path)), each.path


EDITS: dict[str, tuple[Callable[[Any], None], ...]] = {
    "flattened": (without_controls,),
    "split": (with_split_runs,),
    "by hand": (without_controls, with_split_runs, with_typed_ticks, with_spaced_labels),
}


@pytest.mark.parametrize("edit", sorted(EDITS))
@pytest.mark.parametrize("style", EVERY_FORM)
def test_a_form_edited_by_hand_reads_the_same(issued: Issued, style: str, edit: str) -> None:
    key, name = FORMS[style]
    data = issued(style).docx(name).read_bytes()
    spec = load_style(style)
    printed = receive(data, name, spec, key)
    by_hand = receive(edited(data, *EDITS[edit]), name, spec, key)
    assert case_of(by_hand.taken) == case_of(printed.taken)
    assert by_hand.findings == printed.findings
