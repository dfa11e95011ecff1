"""Controls that read back, unique ids, properties of the applicant, nothing left over."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from lxml import etree

from tests.acceptance.documents import (
    ALL,
    COMPANY,
    COVER,
    EXPERIENCE,
    FORM,
    NARRATIVE,
    SPINE,
    case,
    source_captions,
)
from tests.conftest import Rendered
from tests.independent.ooxml import NS, W14, Element, W, find, find_all, run_text, tag, value
from tests.independent.word import Word


def test_identifiers_are_unique(word: Word) -> None:
    body = word.body
    series = {
        "control tags": [each.get(tag("val")) for each in find_all(body, "//w:sdtPr/w:tag")],
        "control ids": [each.get(tag("val")) for each in find_all(body, "//w:sdtPr/w:id")],
        "bookmarks": [each.get(tag("name")) for each in body.iter(tag("bookmarkStart"))],
        "bookmark ids": [each.get(tag("id")) for each in body.iter(tag("bookmarkStart"))],
        "picture ids": [each.get("id") for each in find_all(body, "//wp:docPr")],
    }
    for kind, found in series.items():
        assert len(found) == len(set(found)), kind


def test_form_controls_read_back_as_the_case(dossier: Rendered) -> None:
    facts = case()
    controls = {
        str(value(find(each, "w:sdtPr/w:tag"))): each
        for each in dossier.word(FORM).body.iter(tag("sdt"))
    }
    boxes = {key: each for key, each in controls.items() if "=" in key}
    for key, control in controls.items():
        if key not in boxes:
            assert _control_text(control) == _expected(facts, key.partition("/")[0]), key
    ticked = {key for key, each in boxes.items() if _is_ticked(each)}
    assert ticked == {"company.nature=民营", "company.size=大型企业"}
    assert len(boxes) == 8
    assert len(controls) - len(boxes) == 31


def _control_text(control: Element) -> str | Decimal:
    paragraphs = find_all(control, "w:sdtContent//w:p") or [find(control, "w:sdtContent")]
    text = "\n".join("".join(run_text(run) for run in each.iter(tag("r"))) for each in paragraphs)
    return Decimal(text) if re.fullmatch(r"[\d.]+", text) else text


def _is_ticked(control: Element) -> bool:
    checked = control.find(".//w14:checkbox/w14:checked", NS).get(f"{{{W14}}}val") == "1"
    glyph = "".join(run_text(run) for run in control.iter(tag("r")))
    assert glyph == ("☑" if checked else "□")
    return bool(checked)


def _expected(facts: dict[str, Any], key: str) -> str | Decimal:
    """What the case says, or what is counted from its lists."""
    first, *rest = key.split(".")
    if first == "summary":
        return str(facts["experience"]["summary"])
    if first == "counts":
        return Decimal(_counted(facts, *rest))
    found: Any = facts
    for step in (first, *rest):
        found = found[step]
    numeric = isinstance(found, (int, float)) or re.fullmatch(r"[\d.]+", found)
    return Decimal(str(found)) if numeric else str(found)


def _counted(facts: dict[str, Any], what: str, level: str = "") -> int:
    patents, honours = facts["patents"], facts["honours"]
    if what == "patents_applied":
        return len(patents)
    if what == "patents_granted":
        return sum(each["status"] == "授权" for each in patents)
    if what == "honours":
        # 近五年获省市级以上主要荣誉数: of the municipal level and above, 2018 to 2023.
        levels = ("国家级", "省级", "市级")
        return sum(
            each["level"] in levels and date.fromisoformat(each["date"]).year >= 2018
            for each in honours
        )
    if what == "standards":
        return sum(each["level"] == level for each in facts["standards"])
    return len(facts[what])


@pytest.mark.parametrize(
    ("name", "title"),
    [
        (COVER, "2023年洛阳市质量标杆申报材料"),
        (FORM, "洛阳市质量标杆申报表"),
        (NARRATIVE, EXPERIENCE),
        (SPINE, "书脊"),
    ],
)
def test_core_properties_are_the_applicants(dossier: Rendered, name: str, title: str) -> None:
    parts = dossier.word(name).parts
    core = etree.fromstring(parts["docProps/core.xml"])
    found = {etree.QName(each).localname: each.text for each in core if each.text}
    assert found == {
        "title": title,
        "subject": "2023年洛阳市质量标杆",
        "creator": COMPANY,
        "lastModifiedBy": COMPANY,
        "created": "2023-03-20T00:00:00Z",
        "modified": "2023-03-20T00:00:00Z",
        "language": "zh-CN",
        "revision": "1",
    }
    app = etree.fromstring(parts["docProps/app.xml"])
    assert {etree.QName(each).localname: each.text for each in app}["Company"] == COMPANY


def test_no_trace_of_a_library_is_left(word: Word) -> None:
    everything = b"".join(data for part, data in word.parts.items() if part.endswith(".xml"))
    for trace in (b"python-docx", b"docxtpl", "ＭＳ".encode(), b"Calibri", b"Cambria"):
        assert trace not in everything, trace
    assert not any("thumbnail" in part or "custom" in part for part in word.parts)


@pytest.mark.parametrize("name", ALL)
def test_no_mark_of_a_template_is_left(dossier: Rendered, name: str) -> None:
    """The sample has none of its own; the small case has some, which must be printed."""
    parts = dossier.word(name).parts
    everything = b"".join(data for part, data in parts.items() if part.endswith(".xml"))
    assert not re.search(rb"\{\{|\}\}|\{%|%\}", everything)


def test_no_part_is_left_over(word: Word) -> None:
    linked = {"[Content_Types].xml"}
    for part, root in word.xml_parts().items():
        if part.endswith(".rels"):
            folder = part.replace("_rels/", "").rpartition("/")[0]
            linked |= {part} | {
                target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
                for target in (each.get("Target") for each in root)
            }
    assert set(word.parts) == linked


def test_pictures_say_what_they_show(thesis: Word) -> None:
    alternatives = [each.get("descr") for each in find_all(thesis.body, "//wp:docPr")]
    assert alternatives == source_captions("图")


def test_pictures_keep_their_proportions_and_fit_the_page(thesis: Word) -> None:
    section = thesis.sections[-1]
    page, margins = find(section, "w:pgSz"), find(section, "w:pgMar")
    gone = sum(int(value(margins, side) or 0) for side in ("left", "right", "gutter"))
    measure = (int(value(page, "w") or 0) - gone) * 635
    for extent in find_all(thesis.body, "//wp:extent"):
        assert 0 < int(extent.get("cx")) <= measure


def test_paragraphs_stand_in_the_word_namespace_only(word: Word) -> None:
    body = word.body
    assert {etree.QName(each).namespace for each in body} == {W}
