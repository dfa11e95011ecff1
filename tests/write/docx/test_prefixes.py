"""Prefixes of namespaces are ours: one that lxml makes up depends on what else is loaded."""

from __future__ import annotations

import re

from docgen.document import PageNumbers, PageSetup, Paragraph, Section, Text
from tests.write.docx.making import written


def test_no_prefix_is_made_up() -> None:
    text = Paragraph((Text("甲"),))
    pages = Section((text,), PageSetup(mirrored=True), PageNumbers())
    word = written(sections=[pages, pages])
    parts = [word.zip.read(name) for name in word.zip.namelist()]
    assert any(b"<w:footerReference" in part for part in parts)
    assert [each for part in parts for each in re.findall(rb"xmlns:ns\d+", part)] == []
