"""What in a readable Word file is refused or reported: macros, links out, foreign objects."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.findings import DocgenError, Finding, Place, Severity
from docgen.read.relationships import all_relationships

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

#: Relationship kinds that hold a foreign object: not read, reported.
_EMBEDDED = {"oleObject", "package", "control", "aFChunk"}
#: A template on the author's own disc, which Word notes in every file made from one.
_LOCAL_TEMPLATE = re.compile(r"(?:file:///)?(?:[A-Za-z]:[\\/].*|[^:/\\]+)")


def examine(
    trees: Mapping[str, Element], parts: Mapping[str, bytes], name: str
) -> tuple[Finding, ...]:
    """Refuse macros and parts fetched from elsewhere; return warnings of what is left unread.

    Raises:
        DocgenError: ``word-macros`` or ``word-external-part``.
    """
    errors: list[Finding] = []
    warnings: list[Finding] = []
    content_types = parts.get("[Content_Types].xml", b"")
    relationships = list(all_relationships(trees))
    if b"macroEnabled" in content_types or any(r.kind == "vbaProject" for _, r in relationships):
        errors.append(
            Finding(
                "word-macros",
                f"《{name}》带有宏。",
                "另存为不含宏的“Word 文档 (*.docx)”。",
                Place(file=name),
            )
        )
    for source, relationship in relationships:
        place = Place(file=name, title=source)
        if relationship.external and relationship.kind != "hyperlink":
            local = relationship.kind == "attachedTemplate" and _LOCAL_TEMPLATE.fullmatch(
                relationship.target
            )
            (warnings if local else errors).append(
                Finding(
                    "word-attached-template" if local else "word-external-part",
                    f"《{name}》引用了文件之外的内容（{relationship.kind}：{relationship.target}）。",
                    "在 Word 中把链接的内容改为嵌入，或在“文档模板”中改回 Normal，再保存。",
                    place,
                    Severity.WARNING if local else Severity.ERROR,
                )
            )
        elif relationship.kind in _EMBEDDED:
            warnings.append(
                Finding(
                    "word-embedded-object",
                    f"《{name}》嵌有其他程序的对象（{relationship.target}），其内容不读取。",
                    "把对象改为文字、表格或图片。",
                    place,
                    Severity.WARNING,
                )
            )
    if errors:
        raise DocgenError(errors + warnings)
    return tuple(warnings)
