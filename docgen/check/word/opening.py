"""Open a Word file for writing in it, also one that has lost parts."""

from __future__ import annotations

import io
import posixpath
from typing import TYPE_CHECKING

import docx
from lxml import etree

from docgen.zipping import package_parts, zipped

if TYPE_CHECKING:
    from collections.abc import Collection

    from docx.document import Document as WordDocument


def opened(data: bytes) -> WordDocument:
    """Return a Word file that can be written in.

    Relationships to parts that are not there, as recovered files have them, are dropped, since
    python-docx opens no file with one; Word takes them for absent. No text is lost.
    """
    parts = package_parts(data)
    names = {name.casefold() for name in parts}
    relationships = {
        name: _without_dangling(parts[name], posixpath.dirname(posixpath.dirname(name)), names)
        for name in parts
        if posixpath.basename(posixpath.dirname(name)) == "_rels"
    }
    if any(parts[name] != kept for name, kept in relationships.items()):
        data = zipped(parts | relationships)
    return docx.Document(io.BytesIO(data))


def _without_dangling(data: bytes, folder: str, names: Collection[str]) -> bytes:
    """Return the relationships of a part in a folder without those to parts that are missing.

    A link into the file itself (#…) that is told as a part is told as a link.
    """
    root = etree.fromstring(data)
    dangling = [each for each in root if _is_dangling(each, folder, names)]
    for each in dangling:
        if each.get("Target", "").startswith("#"):
            each.set("TargetMode", "External")
        else:
            root.remove(each)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") if dangling else data


def _is_dangling(relationship: etree._Element, folder: str, names: Collection[str]) -> bool:
    target = posixpath.normpath(posixpath.join("/", folder, relationship.get("Target", "")))
    is_external = relationship.get("TargetMode") == "External"
    return not is_external and target.lstrip("/").casefold() not in names
