"""What the notice asks of the look of each role, and the paragraphs that look otherwise."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from docgen.check.word.slip import Fix, Slip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docgen.check.word.reading import Reading
    from docgen.check.word.recognition import Part
    from docgen.read.manuscript import Span
    from docgen.style.model import Style

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
ROLE_NAMES = {
    "title": "文章标题", "abstract-title": "“摘要”二字", "abstract": "摘要", "body": "正文",
    "figure-caption": "插图标题", "table-caption": "附表标题", "heading-1": "一级标题",
    "heading-2": "二级标题", "heading-3": "三级标题", "heading-4": "四级标题",
    "cover-title": "封面标题", "cover-label": "封面各栏", "cover-content": "封面内容",
    "list": "列表", "table-note": "表注",
}  # fmt: skip


class Stated(NamedTuple):
    """A value that the notice states for a role, and the clause."""

    value: Any
    clause: str


def stated(style: Style, role: str, attribute: str) -> Stated | None:
    """Return what the notice itself states for a role; None for a default of the house."""
    # Lists and notes are text of the body (正文).
    for name in (role, *(["body"] if role == "list" else [])):
        value = getattr(style.roles.get(name), attribute, None)
        path = f"roles.{name}.{attribute}"
        if value is not None and path in style.sources:
            source = style.sources[path]
            if not (source.house or source.inferred):
                return Stated(value, source.clause)
    return None


def span_slips(
    reading: Reading,
    attribute: str,
    differs: Callable[[Span, Any], bool],
    told: Callable[[tuple[Span, ...], Any], str],
) -> Iterator[Slip]:
    """Yield the paragraphs whose Chinese characters differ from what the notice states.

    Args:
        reading: The file.
        attribute: The role's attribute.
        differs: Whether a span differs from the value.
        told: What was found, for the message.
    """
    for part in reading.parts:
        asked = stated(reading.style, part.role, attribute)
        if asked is None:
            continue
        wrong = tuple(
            span
            for span in part.line.spans
            if _HAN.search(span.text) and differs(span, asked.value)
        )
        if wrong:
            name = ROLE_NAMES.get(part.role, part.role)
            yield Slip(
                f"{name}{told(wrong, asked.value)}",
                "请改正。",
                part.line,
                asked.clause,
                spans=wrong,
                fix=Fix(attribute, asked.value),
            )


def paragraph_slips(
    reading: Reading,
    attribute: str,
    differs: Callable[[Part, Any], bool],
    told: Callable[[Part, Any], str],
) -> Iterator[Slip]:
    """Yield the paragraphs that are set otherwise than the notice states; see `span_slips`."""
    for part in reading.parts:
        asked = stated(reading.style, part.role, attribute)
        if asked is None or not differs(part, asked.value):
            continue
        name = ROLE_NAMES.get(part.role, part.role)
        yield Slip(
            f"{name}{told(part, asked.value)}",
            "请改正。",
            part.line,
            asked.clause,
            fix=Fix(attribute, asked.value),
        )
