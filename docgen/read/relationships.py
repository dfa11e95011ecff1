"""Relationships: how the parts of a package find one another (OPC, ECMA-376 Part 2)."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship of a part (OPC): kind is the last word of its type, e.g. ``footer``."""

    id: str
    kind: str
    target: str
    external: bool


def relationships(trees: Mapping[str, Element], part: str) -> Iterator[Relationship]:
    """Yield the relationships of a part, those of the package itself for ""."""
    folder, base = posixpath.split(part)
    root = trees.get(posixpath.join(folder, "_rels", f"{base}.rels"))
    for element in () if root is None else root.iter(_RELATIONSHIP):
        target, external = (
            element.get("Target", ""),
            element.get("TargetMode") == "External",
        )
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        kind = element.get("Type", "").rpartition("/")[2]
        yield Relationship(element.get("Id", ""), kind, target, external)


def all_relationships(trees: Mapping[str, Element]) -> Iterator[tuple[str, Relationship]]:
    """Yield every relationship in a package with the part it belongs to."""
    for path in trees:
        folder, base = posixpath.split(path)
        above, last = posixpath.split(folder)
        if last == "_rels" and base.endswith(".rels"):
            source = posixpath.join(above, base.removesuffix(".rels"))
            for relationship in relationships(trees, source):
                yield source, relationship
