"""What a Word file prints that the reader passes over: said, so that nothing is lost in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.findings import Finding, Place, Severity
from docgen.read.ooxml import MC, w

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

    from docgen.read.package import Package

_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_IMAGE_DATA = "{urn:schemas-microsoft-com:vml}imagedata"


def unread_content(package: Package) -> tuple[Finding, ...]:
    """Return a warning for each kind of content that `read_word` passes over.

    Text boxes, pictures and notes in the body, and text in headers. What Word stores twice, for
    itself and for older programs, is counted once.
    """
    body = package.document
    found = {
        "文本框": _count(body, _has_text, w("txbxContent")),
        "图片": _count(body, _is_there, _BLIP, _IMAGE_DATA),
        "脚注或尾注": _count(body, _is_there, w("footnoteReference"), w("endnoteReference")),
        "页眉文字": sum(
            header is not None and _has_text(header)
            for relationship in package.relationships()
            if relationship.kind == "header"
            for header in [package.related(relationship.id)]
        ),
    }
    return tuple(
        Finding(
            "word-unread-content",
            f"《{package.name}》有 {count} 处{kind}，读取时略过。",
            "把其中的内容改放到正文的段落或表格里。",
            Place(file=package.name),
            Severity.WARNING,
        )
        for kind, count in found.items()
        if count
    )


def _count(root: Element, wanted: Callable[[Element], bool], *tags: str) -> int:
    return sum(
        wanted(element) and next(element.iterancestors(f"{{{MC}}}Fallback"), None) is None
        for element in root.iter(*tags)
    )


def _has_text(element: Element) -> bool:
    return any((text.text or "").strip() for text in element.iter(w("t")))


def _is_there(_: Element) -> bool:
    return True
