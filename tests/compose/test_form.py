"""A form is the issuer's template, filled; what cannot be filled is told, never left blank."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest

from docgen.compose.form import compose_form
from docgen.document import Document, Paragraph, Table, Text
from docgen.findings import Finding, Severity
from docgen.style.documents import Form
from docgen.style.load import load_style
from tests.cases.unit.making import changed, loaded, pack, refusal, template


def filled(folder: Path, *paragraphs: str, values: Any = None) -> Document:
    """Fill a template of the user's own."""
    own = pack(folder / "规范", 'extends = "luoyang"\n[documents.form]\ntemplate = "表.docx"')
    template(own / "表.docx", *paragraphs)
    return compose(folder, own, values)


def compose(folder: Path, own: Path, values: Any = None) -> Document:
    style = load_style(str(own))
    spec = style.documents["form"]
    assert isinstance(spec, Form)
    return compose_form(loaded(folder / "案例", values, "规范"), style, "form", spec)


def lines(document: Document) -> list[str]:
    return [
        "".join(inline.text for inline in block.inlines if isinstance(inline, Text))
        for block in document.sections[0].blocks
        if isinstance(block, Paragraph)
    ]


def refused(folder: Path, *paragraphs: str) -> tuple[Finding, ...]:
    findings = refusal(lambda: filled(folder, *paragraphs))
    assert all(finding.place.file.endswith("表.docx") for finding in findings)
    assert all(finding.cure for finding in findings)
    return findings


def test_names_are_filled_with_the_cases_values(tmp_path: Path) -> None:
    document = filled(
        tmp_path,
        "{{ company.name }}，{{ contact.mobile }}",
        "{{ edition }}年，{{ years[2].year }}年利润{{ years[2].profit }}万元",
        "{{ choose.nature.民营 }}民营{{ choose.nature.三资 }}三资",
    )
    assert lines(document)[:3] == [
        "洛阳试样轴承有限公司，19900000157",
        "2023年，2022年利润120万元",
        "☑民营□三资",
    ]


def test_what_the_data_says_is_printed_verbatim(tmp_path: Path) -> None:
    values = changed("company.address", "{{ 7*7 }} {% if %} <w:b/> A&B")
    document = filled(tmp_path, "{{ company.address }}", values=values)
    assert lines(document)[0] == "{{ 7*7 }} {% if %} <w:b/> A&B"


def test_all_missing_names_are_told_each_once(tmp_path: Path) -> None:
    findings = refused(tmp_path, "{{ 公司 }}{{ 联系人 }}", "{{ 公司 }}")
    assert [finding.code for finding in findings] == ["template-name-unknown"] * 2
    assert "公司" in findings[0].message
    assert "联系人" in findings[1].message


def test_a_missing_name_is_told_with_its_path(tmp_path: Path) -> None:
    (finding,) = refused(tmp_path, "{{ contact.phone }}")
    assert "contact.phone" in finding.message


def test_a_condition_may_ask_for_what_the_case_leaves_out(tmp_path: Path) -> None:
    document = filled(tmp_path, "{% if company.district %}有{% else %}无{% endif %}")
    assert lines(document)[0] == "无"


@pytest.mark.parametrize(
    "broken",
    ["{{ company.name", "{% if edition %}甲", "{% endfor %}", "{{ company..name }}", "{% 若 %}"],
)
def test_a_broken_tag_is_an_error_of_the_template(tmp_path: Path, broken: str) -> None:
    (finding,) = refused(tmp_path, broken)
    assert finding.code.startswith("template-")


@pytest.mark.parametrize(
    "code",
    [
        "{{ ''.__class__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ company.__class__.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{% for x in [].__class__.__base__.__subclasses__() %}{{ x }}{% endfor %}",
        "{{ honours.append('甲') }}",
        "{{ ('{0.__class__}').format(1) }}{{ self.__init__ }}",
    ],
)
def test_code_in_a_template_is_not_run(tmp_path: Path, code: str) -> None:
    for finding in refused(tmp_path, code):
        assert finding.code in ("template-broken", "template-name-unknown")


@pytest.mark.parametrize(
    "slip",
    [
        "{{ 1 / 0 }}",
        "{{ company.name + 1 }}",
        "{{ company.name() }}",
        "{{ years['甲'] }}",
        "{% for n in range(10**9) %}{{ n }}{% endfor %}",
        "{{ edition|int|nosuch }}",
        "{{ company.name|round }}",
        "{% include '别的' %}",
    ],
)
def test_a_template_that_fails_while_it_is_filled_is_an_error_of_the_template(
    tmp_path: Path, slip: str
) -> None:
    refused(tmp_path, slip)


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    own = pack(tmp_path / "规范", 'extends = "luoyang"\n[documents.form]\ntemplate = "没有.docx"')
    (finding,) = refusal(lambda: compose(tmp_path, own))
    assert finding.code == "template-missing"
    assert "没有.docx" in finding.message
    assert finding.cure


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04 truncated"])
def test_a_template_that_is_no_word_file_is_said_so(tmp_path: Path, data: bytes) -> None:
    own = pack(tmp_path / "规范", 'extends = "luoyang"\n[documents.form]\ntemplate = "表.docx"')
    (own / "表.docx").write_bytes(data)
    (finding,) = refusal(lambda: compose(tmp_path, own))
    assert "表.docx" in finding.place.file + finding.message


def test_a_template_outside_the_packs_folder_is_not_read(tmp_path: Path) -> None:
    template(tmp_path / "外.docx", "外面的模板")
    own = pack(tmp_path / "规范", 'extends = "luoyang"\n[documents.form]\ntemplate = "../外.docx"')
    refusal(lambda: compose(tmp_path, own))


def test_the_packs_own_template_goes_before_its_parents(tmp_path: Path) -> None:
    own = pack(tmp_path / "规范", 'extends = "luoyang"')
    template(own / "申报表.docx", "自己的表")
    assert lines(compose(tmp_path, own))[0] == "自己的表"


def test_a_pack_without_a_template_takes_its_parents(tmp_path: Path) -> None:
    document = compose(tmp_path, pack(tmp_path / "规范", 'extends = "luoyang"'))
    assert any(isinstance(block, Table) for block in document.sections[0].blocks)


def test_the_form_is_the_word_file_it_was_read_from(tmp_path: Path) -> None:
    document = filled(tmp_path, "{{ company.name }}")
    assert document.word is not None
    assert document.word.startswith(b"PK")
    assert document.name == "洛阳市质量标杆申报表"
    assert document.properties.creator == "洛阳试样轴承有限公司"


@pytest.mark.parametrize(
    "code",
    [
        "{{ company.name ~ company.name }}",
        "{% set a = company.name %}{{ a }}",
        "{{ lipsum() }}",
        "{{ company.name.ljust(60) }}",
        "{{ company.name|center(60) }}",
    ],
)
def test_a_template_only_prints_and_steers(tmp_path: Path, code: str) -> None:
    (finding,) = refused(tmp_path, code)
    assert finding.code == "template-broken"


def test_what_the_pdf_would_lack_is_refused_in_a_template(tmp_path: Path) -> None:
    own = pack(tmp_path / "规范", 'extends = "luoyang"\n[documents.form]\ntemplate = "表.docx"')
    word = docx.Document(str(template(own / "表.docx", "{{ company.name }}")))
    word.sections[0].header.paragraphs[0].text = "页眉里的字"
    word.save(str(own / "表.docx"))
    (finding,) = refusal(lambda: compose(tmp_path, own))
    assert finding.code == "word-unread-content"
    assert finding.severity is Severity.ERROR
    assert "页眉文字" in finding.message


@pytest.mark.parametrize("slip", ["｛｛ company.name ｝｝", "{ company.name }", "{{ edition }}}年"])
def test_a_brace_that_would_be_printed_is_an_error_of_the_template(
    tmp_path: Path, slip: str
) -> None:
    (finding,) = refused(tmp_path, slip)
    assert finding.code == "template-mark-broken"


def test_a_name_below_an_unknown_one_is_told_whole(tmp_path: Path) -> None:
    (finding,) = refused(tmp_path, "{{ choose.natur.民营 }}")
    assert (finding.code, "choose.natur.民营" in finding.message) == ("template-name-unknown", True)
