"""Look at a form's template before it is filled: a broken one must not lose half a form."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from docgen.findings import DocgenError, Finding, Place, Severity
from docgen.read import open_package, unread_content
from docgen.read.ooxml import w

if TYPE_CHECKING:
    from docgen.read import Package

# {{ name }} prints; {% … %}, {%p … %}, {%tr … %} steer.
_MARKS = re.compile(r"\{\{|\}\}|\{%|%\}")
_WHOLE_MARK = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
_BRACE = re.compile("[{}｛｝]+")
_CLOSING = {"{{": "}}", "{%": "%}"}
_SHOWN = 20


def check_template(data: bytes, name: str) -> None:
    """Pass a template whose marks are all in pairs.

    Args:
        data: The Word file.
        name: Its name for messages.

    Raises:
        DocgenError: If it is no sound Word file; if it holds macros, foreign objects, or content
            that the reader passes over; or if a mark is without its partner: the filler would take
            all that follows for part of the tag.
    """
    package = open_package(data, name)
    # What the reader passes over would be missing from the PDF.
    if refused := (*package.findings, *unread_content(package)):
        raise DocgenError(replace(each, severity=Severity.ERROR) for each in refused)
    findings = [
        finding
        for text in _texts(package)
        for finding in (_unpaired(text, name) or _stray(text, name))
    ]
    if findings:
        raise DocgenError(findings)


def template_text(data: bytes) -> str:
    """Return all that a template prints and steers by, a line to a paragraph."""
    return "\n".join(_texts(open_package(data, "")))


def _texts(package: Package) -> list[str]:
    headings = [each for each in package.relationships() if each.kind in ("header", "footer")]
    parts = [package.document, *(package.related(each.id) for each in headings)]
    paragraphs = [each for part in parts if part is not None for each in part.iter(w("p"))]
    return ["".join(text.text or "" for text in each.iter(w("t"))) for each in paragraphs]


def _unpaired(text: str, name: str) -> list[Finding]:
    awaited = ""
    for mark in _MARKS.finditer(text):
        if mark.group() == awaited:
            awaited = ""
        elif awaited or mark.group() not in _CLOSING:
            return [_unpaired_finding(text, mark.start(), name)]
        else:
            awaited = _CLOSING[mark.group()]
    return [_unpaired_finding(text, len(text), name)] if awaited else []


def _stray(text: str, name: str) -> list[Finding]:
    """Return a brace that is part of no mark: full-width, or one where two belong."""
    brace = _BRACE.search(_WHOLE_MARK.sub("", text))
    if brace is None:
        return []
    return [
        Finding(
            "template-mark-broken",
            f"模板中“{text[:_SHOWN]}”有多余的“{brace.group()}”，会照样印出来。",
            "名称两边要写两个半角花括号：{{ company.name }}。",
            Place(file=name),
        )
    ]


def _unpaired_finding(text: str, position: int, name: str) -> Finding:
    excerpt = text[max(position - _SHOWN, 0) : position + _SHOWN]
    return Finding(
        "template-mark-unpaired",
        f"模板中“{excerpt}”处的 {{{{ }}}} 或 {{% %}} 不成对。",
        "请在 Word 中补全括号；每对括号须在同一段落内。",
        Place(file=name),
    )
