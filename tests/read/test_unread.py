"""Whatever the reader passes over is said."""

from __future__ import annotations

from docgen.findings import Severity
from docgen.read import open_package, unread_content
from tests.read.word_files import p, word_file

A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def messages(body: str, **parts: str) -> list[str]:
    findings = unread_content(open_package(word_file(body, **parts), "申报表.docx"))
    assert all(finding.code == "word-unread-content" for finding in findings)
    assert all(finding.severity is Severity.WARNING for finding in findings)
    return [finding.message for finding in findings]


def test_a_file_of_paragraphs_and_tables_is_read_whole() -> None:
    assert messages(p("甲") + f"<w:tbl><w:tr><w:tc>{p('乙')}</w:tc></w:tr></w:tbl>") == []


def test_a_text_box_is_counted_once_though_stored_twice() -> None:
    box = f"<w:txbxContent>{p('甲')}</w:txbxContent>"
    twice = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert messages(twice) == ["《申报表.docx》有 1 处文本框，读取时略过。"]
    assert messages(twice.replace("甲", " ")) == []


def test_pictures_and_notes_are_counted() -> None:
    picture = f'<w:r><w:drawing><a:blip xmlns:a="{A}"/></w:drawing></w:r>'
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    assert messages(f"<w:p>{picture}{picture}{note}</w:p>") == [
        "《申报表.docx》有 2 处图片，读取时略过。",
        "《申报表.docx》有 1 处脚注或尾注，读取时略过。",
    ]


def test_a_header_counts_when_it_has_text() -> None:
    assert messages(p("甲"), header1=p()) == []
    assert messages(p("甲"), header1=p("某省协会")) == [
        "《申报表.docx》有 1 处页眉文字，读取时略过。"
    ]
