"""Every block type has its macro, and what is printed is only ever text."""

from __future__ import annotations

from typing import get_args

import pytest

from docgen.document import Block, PageBreak, Section
from docgen.findings import DocgenError
from docgen.write.pdf.html import MACROS, document_html
from tests.write.pdf.making import document, heading, paragraph


def test_the_table_of_macros_names_exactly_the_block_types() -> None:
    assert set(MACROS) == {block_type.__name__ for block_type in get_args(Block)}


def test_text_is_escaped_wherever_it_stands() -> None:
    evil = '<img src="http://example.invalid/x.png">'
    html = document_html(
        document(Section((paragraph(evil), heading(1, evil, evil, 'a"><script>'))))
    )
    assert "<img" not in html.text
    assert "<script>" not in html.text


def test_equal_formats_share_a_class_and_plain_text_needs_none() -> None:
    blocks = (
        paragraph("甲", space_before=3.0),
        paragraph("乙", space_before=3.0),
        paragraph("丙", space_before=0.0),
    )
    html = document_html(document(Section(blocks)))
    assert html.css.count("margin-top:3pt") == 1
    assert '<p class="role-body"><span class="t">丙</span></p>' in html.text
    assert "style=" not in html.text


def test_a_role_that_the_document_lacks_is_an_error() -> None:
    with pytest.raises(DocgenError) as caught:
        document_html(document(Section((paragraph("甲", role="cover-title"),))))
    (finding,) = caught.value.findings
    assert finding.code == "unknown-role"
    assert "cover-title" in finding.message


def test_only_used_roles_are_declared() -> None:
    html = document_html(document(Section((paragraph("甲"), PageBreak()))))
    assert ".role-body" in html.css
    assert ".role-heading-1" not in html.css
