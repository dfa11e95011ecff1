"""Recognise what is handed over instead of a .docx, and say what it is and how to convert it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.findings import DocgenError, Finding, Place

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.etree import _Element as Element

#: Compound File Binary, the container of old Office files and of encrypted new ones [MS-CFB].
_COMPOUND_FILE = bytes.fromhex("D0CF11E0A1B11AE1")
_STRICT = "http://purl.oclc.org/ooxml/"
_MAGIC = {
    b"%PDF": "PDF 文件",
    b"{\\rtf": "RTF 文件",
    b"\x89PNG": "PNG 图片",
    b"\xff\xd8\xff": "JPEG 图片",
    b"Rar!": "RAR 压缩包",
    b"7z\xbc\xaf": "7z 压缩包",
}


def refuse_other_formats(data: bytes, name: str) -> None:
    """Refuse a file whose first bytes show that it is no zip.

    Raises:
        DocgenError: ``word-not-a-docx``, ``word-encrypted``, ``word-old-format`` or
            ``word-flat-xml``.
    """
    if data.startswith(b"PK"):
        return
    if data.startswith(_COMPOUND_FILE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise encrypted(name)
        raise DocgenError(
            [
                Finding(
                    "word-old-format",
                    f"《{name}》是旧版的 .doc 或 .wps 文件。",
                    "用 Word 或 WPS 打开，另存为“Word 文档 (*.docx)”。",
                    Place(file=name),
                )
            ]
        )
    head = data[:4096]
    if b"schemas.microsoft.com/office/word/2003/wordml" in head or b"2006/xmlPackage" in head:
        raise DocgenError(
            [
                Finding(
                    "word-flat-xml",
                    f"《{name}》是单个 XML 文件（Word 2003 XML 或 Flat OPC），不是 .docx。",
                    "用 Word 或 WPS 打开，另存为“Word 文档 (*.docx)”。",
                    Place(file=name),
                )
            ]
        )
    kind = next((kind for magic, kind in _MAGIC.items() if data.startswith(magic)), "")
    raise not_a_docx(name, f"它是{kind}" if kind else "" if data else "它是空文件")


def refuse_other_package(main: Element | None, parts: Collection[str], name: str) -> None:
    """Refuse a zip that is a spreadsheet, slides, another archive, or Strict Open XML.

    Raises:
        DocgenError: ``word-not-a-docx`` or ``word-strict``.
    """
    for folder, kind in (("xl/", "Excel 工作簿"), ("ppt/", "PowerPoint 演示文稿")):
        if any(part.startswith(folder) for part in parts) and "word/document.xml" not in parts:
            raise not_a_docx(name, f"它是 {kind}")
    if "content.xml" in parts and "mimetype" in parts:
        raise not_a_docx(name, "它是 OpenDocument 文件")
    if main is None:
        raise not_a_docx(name, "其中没有 Word 正文")
    if str(main.tag).startswith(f"{{{_STRICT}"):
        raise DocgenError(
            [
                Finding(
                    "word-strict",
                    f"《{name}》是“严格 Open XML”文档，多数软件读不了。",
                    "另存为普通的“Word 文档 (*.docx)”。",
                    Place(file=name),
                )
            ]
        )


def encrypted(name: str) -> DocgenError:
    """Return the error for a file that wants a password."""
    return DocgenError(
        [
            Finding(
                "word-encrypted",
                f"《{name}》设有打开密码。",
                "在 Word 的“文件－信息－保护文档”中取消密码后保存，再试一次。",
                Place(file=name),
            )
        ]
    )


def not_a_docx(name: str, reason: str = "") -> DocgenError:
    """Return the error for a file of another kind."""
    return DocgenError(
        [
            Finding(
                "word-not-a-docx",
                f"《{name}》不是 Word 文档（.docx）{f'：{reason}' if reason else ''}。",
                "请提供 .docx 文件；其他格式先用 Word 或 WPS 另存为“Word 文档 (*.docx)”。",
                Place(file=name),
            )
        ]
    )
