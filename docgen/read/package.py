"""Open a Word file (.docx) that nobody vouches for.

Everything dangerous or unreadable is found here, before anything is interpreted: a file of another
kind, encryption, damage, a zip bomb, a DOCTYPE, macros, parts fetched from elsewhere. What comes
out is parsed XML only; nothing is ever fetched, run or written.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from docgen.findings import DocgenError, Finding, Place
from docgen.read import dangers, foreign
from docgen.read.ooxml import w
from docgen.read.relationships import Relationship, relationships

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

#: Limits on the sizes a file declares, checked before anything is unpacked.
MAX_ENTRIES = 5_000
MAX_TOTAL_BYTES = 256 * 1024 * 1024
MAX_XML_BYTES = 32 * 1024 * 1024

_ENCRYPTED_FLAG = 0x1


@dataclass(frozen=True, slots=True)
class Package:
    """An opened Word file.

    Attributes:
        name: The file as the user named it.
        document: Root of the main part, ``w:document``.
        main: Name of the main part, e.g. ``word/document.xml``.
        findings: Warnings: a local attached template, embedded objects. A reader of somebody's
            file may go on; whoever takes the file as a template should refuse.
    """

    name: str
    document: Element
    main: str
    findings: tuple[Finding, ...]
    _trees: Mapping[str, Element]

    def part(self, kind: str) -> Element | None:
        """Return the part the main part relates to as `kind` (styles, theme …), or None."""
        for relationship in self.relationships():
            if relationship.kind == kind and not relationship.external:
                return self._trees.get(relationship.target)
        return None

    def related(self, identifier: str | None) -> Element | None:
        """Return the part behind a relationship id of the main part, or None."""
        for relationship in self.relationships():
            if relationship.id == identifier and not relationship.external:
                return self._trees.get(relationship.target)
        return None

    def relationships(self, part: str | None = None) -> tuple[Relationship, ...]:
        """Return the relationships of a part, by default of the main part."""
        return tuple(relationships(self._trees, self.main if part is None else part))


def open_package(data: bytes, name: str) -> Package:
    """Open a Word file.

    Args:
        data: The file's bytes.
        name: The file as the user named it, for messages.

    Raises:
        DocgenError: ``word-not-a-docx``, ``word-old-format``, ``word-flat-xml``, ``word-strict``,
            ``word-encrypted``, ``word-damaged``, ``word-too-large``, ``word-doctype``,
            ``word-macros`` or ``word-external-part``.
    """
    foreign.refuse_other_formats(data, name)
    parts = _unpack(data, name)
    trees = {
        part: _parse(content, part, name)
        for part, content in parts.items()
        if part.endswith((".xml", ".rels", ".vml")) and content.strip()
    }
    main = next((r.target for r in relationships(trees, "") if r.kind == "officeDocument"), "")
    foreign.refuse_other_package(trees.get(main), parts, name)
    document = trees[main]
    if document.tag != w("document"):
        raise foreign.not_a_docx(name, "其中没有 Word 正文")
    findings = dangers.examine(trees, parts, name)
    return Package(name, document, main, findings, trees)


def _unpack(data: bytes, name: str) -> dict[str, bytes]:
    """Return every part's bytes: sizes are checked first, checksums while reading."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _check_sizes(entries, name)
            if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
                raise foreign.encrypted(name)
            parts: dict[str, bytes] = {}
            for entry in entries:
                part = entry.filename.lstrip("/")
                if part in parts:
                    raise _damaged(name, part, "同名部件出现两次")
                parts[part] = archive.read(entry)
            return parts
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        OSError,
        ValueError,
    ) as error:
        raise _damaged(name, "", "压缩包不完整或校验和不符") from error


def _check_sizes(entries: list[zipfile.ZipInfo], name: str) -> None:
    largest_xml = max(
        (e.file_size for e in entries if e.filename.endswith((".xml", ".rels", ".vml"))),
        default=0,
    )
    if (
        len(entries) > MAX_ENTRIES
        or sum(entry.file_size for entry in entries) > MAX_TOTAL_BYTES
        or largest_xml > MAX_XML_BYTES
    ):
        limit = MAX_TOTAL_BYTES // 1024 // 1024
        raise DocgenError(
            [
                Finding(
                    "word-too-large",
                    f"《{name}》解压后过大（上限 {limit} MB），疑似压缩炸弹，未读取。",
                    "压缩文中图片后另存为新的 .docx，再试一次。",
                    Place(file=name),
                )
            ]
        )


def _parse(content: bytes, part: str, name: str) -> Element:
    """Parse one part with nothing resolved and nothing fetched."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if b"<!DOCTYPE" in content:
            raise _doctype(name, part) from error
        raise _damaged(name, part, "不是完整的 XML") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _doctype(name, part)
    return root


def _damaged(name: str, part: str, reason: str) -> DocgenError:
    return DocgenError(
        [
            Finding(
                "word-damaged",
                f"《{name}》已损坏：{f'{part} ' if part else ''}{reason}。",
                "用 Word 或 WPS 打开并修复，另存为新的 .docx；或向对方重新索取文件。",
                Place(file=name, title=part),
            )
        ]
    )


def _doctype(name: str, part: str) -> DocgenError:
    return DocgenError(
        [
            Finding(
                "word-doctype",
                f"《{name}》的 {part} 含有 DOCTYPE 声明，Word 从不这样写，出于安全未读取。",
                "用 Word 打开后另存为新的 .docx。",
                Place(file=name, title=part),
            )
        ]
    )
