"""The engine fetches nothing, overlooks nothing, and repeats itself exactly."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest

from docgen.document import Section
from docgen.findings import DocgenError
from docgen.write.pdf import EngineMissing, engine, require_engine, write
from docgen.write.pdf.engine import render
from docgen.write.pdf.html import document_html
from tests.write.pdf.making import document, heading, paragraph, printed, reader

PLAIN = document(Section((heading(1, "一、", "甲", "a"), paragraph("正文“文”"))))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:9/x.png",
        "file:///etc/hostname",
        "data:image/png;base64,iVBORw0KGgo=",
        "docgen:unknown",
    ],
)
def test_nothing_is_fetched(url: str) -> None:
    html = document_html(PLAIN)
    planted = replace(html, text=html.text.replace("</section>", f'<img src="{url}"></section>'))
    with pytest.raises(DocgenError) as caught:
        render(PLAIN, planted)
    assert [finding.code for finding in caught.value.findings] == ["pdf-engine"]
    assert "refused to fetch" in caught.value.findings[0].message


def test_style_sheets_fetch_nothing_either() -> None:
    html = document_html(PLAIN)
    planted = replace(html, css='@import "file:///etc/hostname";')
    with pytest.raises(DocgenError):
        render(PLAIN, planted)


def test_a_character_without_a_glyph_is_an_error_that_shows_its_place() -> None:
    with pytest.raises(DocgenError) as caught:
        printed(paragraph("联系人：\ue123先生"))
    (finding,) = caught.value.findings
    assert finding.code == "missing-glyph"
    assert "U+E123" in finding.message
    assert "联系人：" in finding.message
    assert finding.place.title == "典型经验"


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write(PLAIN).data == write(PLAIN).data


def test_another_text_gives_another_identifier() -> None:
    first = reader(printed(paragraph("甲"))).trailer["/ID"]
    second = reader(printed(paragraph("乙"))).trailer["/ID"]
    assert first != second


def test_properties_are_the_documents_own() -> None:
    pdf = reader(write(PLAIN))
    assert pdf.metadata is not None
    assert pdf.metadata.title == "申报材料"
    assert pdf.metadata.author == "洛阳某公司"
    assert pdf.metadata.subject == "质量标杆"
    assert pdf.metadata.creation_date is not None
    assert pdf.metadata.creation_date.date() == PLAIN.properties.date
    assert pdf.metadata.modification_date is not None
    assert pdf.metadata.modification_date.date() == PLAIN.properties.date
    assert pdf.trailer["/Root"]["/Lang"] == "zh-CN"  # type: ignore[index]


def test_a_machine_without_the_engine_is_told_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    require_engine()
    engine._engine.cache_clear()
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(EngineMissing) as caught:
        write(PLAIN)
    (finding,) = caught.value.findings
    assert finding.code == "pdf-engine-missing"
    assert "libpango" in finding.cure
    assert capfd.readouterr() == ("", "")


def test_a_font_that_is_not_ours_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_OWN_FONTS", "Another-")
    with pytest.raises(DocgenError) as caught:
        printed(paragraph("甲"))
    assert [finding.code for finding in caught.value.findings] == ["foreign-font"]


def test_an_engine_that_cannot_be_mended_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    engine._engine.cache_clear()
    monkeypatch.setattr("docgen.write.pdf.justify.enable_east_asian_justification", lambda: False)
    with pytest.raises(EngineMissing) as caught:
        printed(paragraph("甲"))
    assert [finding.code for finding in caught.value.findings] == ["pdf-engine-unknown"]
    engine._engine.cache_clear()
