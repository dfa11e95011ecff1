"""Look at a form's template before it is filled: a broken one must not lose half a form."""

from __future__ import annotations

import re

from docgen.findings import DocgenError, Finding, Place
from docgen.read import open_package
from docgen.read.ooxml import w

# {{ name }} prints; {% … %}, {%p … %}, {%tr … %} steer.
_MARKS = re.compile(r"\{\{|\}\}|\{%|%\}")
_CLOSING = {"{{": "}}", "{%": "%}"}
_EXPRESSION = re.compile(r"\{\{\s*(.*?)\s*\}\}")
_SHOWN = 20


def checked_expressions(data: bytes, name: str) -> list[str]:
    """Return what a template prints between ``{{`` and ``}}``, in order.

    Args:
        data: The Word file.
        name: Its name for messages.

    Raises:
        DocgenError: If it is no sound Word file, holds macros or foreign objects, or has a mark
            without its partner: the filler would take all that follows for part of the tag.
    """
    package = open_package(data, name)
    if package.findings:
        raise DocgenError(package.findings)
    texts = [
        "".join(text.text or "" for text in p.iter(w("t"))) for p in package.document.iter(w("p"))
    ]
    findings = [finding for text in texts for finding in _unpaired(text, name)]
    if findings:
        raise DocgenError(findings)
    return [expression for text in texts for expression in _EXPRESSION.findall(text)]


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


def _unpaired_finding(text: str, position: int, name: str) -> Finding:
    excerpt = text[max(position - _SHOWN, 0) : position + _SHOWN]
    return Finding(
        "template-mark-unpaired",
        f"模板中“{excerpt}”处的 {{{{ }}}} 或 {{% %}} 不成对。",
        "请在 Word 中补全括号；每对括号须在同一段落内。",
        Place(file=name),
    )
