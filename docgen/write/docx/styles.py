"""Roles stamped into a Word file's styles: one role, one paragraph style."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.write.docx.formats import paragraph_properties, run_properties
from docgen.write.docx.xml import Element, qname, twips, w

if TYPE_CHECKING:
    from docgen.document import Document

#: The role that all others are based on: Word's own default style.
_BASE = "plain"
#: Its name in a file whose default style is another.
_BASE_TITLE = "总结材料文字"
#: Entries of the contents: their page numbers stand at the right margin after dots.
_CONTENTS = re.compile(r"contents-\d")
#: Styles that Word itself knows by name; any other is the document's own.
_BUILT_IN = (
    "Normal",
    "Normal Indent",
    "heading ",
    "toc ",
    "footer",
    "header",
    "caption",
)


def style_id(role: str) -> str:
    """Return the style id of a role: ``table-caption`` → ``TableCaption``."""
    return "".join(part.capitalize() for part in role.split("-"))


def stamp_styles(styles: Element, document: Document) -> None:
    """Write the document's roles into ``w:styles``, and its base role into the defaults."""
    run_defaults = styles.find(f"{qname('docDefaults')}/{qname('rPrDefault')}/{qname('rPr')}")
    if run_defaults is None:
        raise ValueError("the shell has no docDefaults")
    run_defaults[:] = [
        *run_properties(document.roles[_BASE].run),
        w("lang", val="en-US", eastAsia="zh-CN"),
    ]
    widows = styles.find(
        f"{qname('docDefaults')}/{qname('pPrDefault')}/{qname('pPr')}/{qname('widowControl')}"
    )
    if widows is None:
        raise ValueError("the shell keeps no widows and orphans")
    # Signs that hang into the margin are set otherwise by every program, and never in the PDF.
    widows.addnext(w("overflowPunct", val="0"))
    for style in styles.findall(qname("style")):
        if style.get(qname("type")) == "paragraph":
            styles.remove(style)
    styles.extend(_styles(document, default=_BASE))


def role_styles(document: Document) -> list[Element]:
    """Return the document's roles as styles for a file that has a default style already."""
    return _styles(document, default=None)


def _styles(document: Document, default: str | None) -> list[Element]:
    levels = {f"heading-{level}": level for level in range(1, len(document.heading_numbers) + 1)}
    return [
        _style(document, name, levels.get(name), is_default=name == default)
        for name in document.roles
    ]


def _style(document: Document, name: str, level: int | None, *, is_default: bool) -> Element:
    role = document.roles[name]
    title = _BASE_TITLE if name == _BASE and not is_default else role.title
    attributes = {"type": "paragraph", "styleId": style_id(name)}
    if is_default:
        attributes["default"] = "1"
    if not title.startswith(_BUILT_IN):
        attributes["customStyle"] = "1"
    numbering = None
    if level is not None and level > 1:
        numbering = w("numPr", w("ilvl", val=str(level - 1)), w("numId", val="1"))
    elif level is not None:
        numbering = w("numPr", w("numId", val="1"))
    tabs = _page_number_tab(document) if _CONTENTS.fullmatch(name) else None
    properties = paragraph_properties(
        role.paragraph, document.size_of(name), numbering=numbering, tabs=tabs
    )
    if level is not None:
        properties.append(w("outlineLvl", val=str(level - 1)))
    run = run_properties(role.run)
    return w(
        "style",
        w("name", val=title),
        w("basedOn", val=style_id(role.based_on)) if role.based_on else None,
        w("next", val=style_id("body")) if level is not None else None,
        w("uiPriority", val="9") if level is not None else None,
        w("qFormat"),
        w("pPr", *properties) if properties else None,
        w("rPr", *run) if run else None,
        **attributes,
    )


def _page_number_tab(document: Document) -> Element:
    measure = document.sections[0].page.measure
    return w("tabs", w("tab", val="right", leader="dot", pos=twips(measure)))
