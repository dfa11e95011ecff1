"""The table of contents: a field with its entries and page numbers already there.

Word shows the cached entries until the reader presses F9, so they must be right as they stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.document import RunFormat
from docgen.write.docx.inlines import field, run, runs, text_runs
from docgen.write.docx.styles import style_id
from docgen.write.docx.xml import Element, w

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from docgen.document import Contents, Heading


def contents_element(
    contents: Contents, headings: Sequence[Heading], labels: Mapping[str, str]
) -> Element:
    """Return the contents as a building block that Word offers to update.

    Args:
        contents: Title and depth.
        headings: The headings to list, in order.
        labels: Heading anchor → the printed number of its page.
    """
    title = w("p", _style("contents-title"), *text_runs(contents.title, RunFormat()))
    entries = [_entry(heading, labels.get(heading.anchor, "")) for heading in headings]
    if entries:
        opening = list(field(f'TOC \\o "1-{contents.levels}" \\h \\z \\u', []))
        # The field begins before the first entry and ends behind the last: no paragraph of its own.
        entries[0][1:1] = opening[:-1]
        entries[-1].append(opening[-1])
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    properties = w("sdtPr", w("alias", val=contents.title), w("id", val="1"), gallery)
    return w("sdt", properties, w("sdtContent", title, *entries))


def _entry(heading: Heading, page: str) -> Element:
    link = w(
        "hyperlink",
        run(heading.number, hint=True) if heading.number else None,
        *runs(heading.inlines),
        w("r", w("tab")),
        *field(f"PAGEREF {heading.anchor} \\h", [run(page)]),
        anchor=heading.anchor,
        history="1",
    )
    return w("p", _style(f"contents-{heading.level}"), link)


def _style(role: str) -> Element:
    return w("pPr", w("pStyle", val=style_id(role)))
