"""What kind of file was handed over, told by its content; its name is not to be trusted."""

from __future__ import annotations

import re
import zipfile
from enum import Enum
from typing import TYPE_CHECKING

from docgen.binding.remarks import BadSheet

if TYPE_CHECKING:
    from pathlib import Path

#: The largest file that is read, in bytes.
MAX_BYTES = 1_000_000_000
#: Readers look for the header of a PDF so far into the file.
_HEAD = 1024

#: Beginning of a file → what it is, and the programs that make it a PDF or another cure.
_BEGINNINGS = (
    (rb"Rar!|7z\xbc\xaf|\x1f\x8b|BZh[1-9]|\xfd7zXZ", "压缩包", "解压后把里面的文件写进案例。"),
    (rb"\{\\rtf", "RTF 文档", "Word 或 WPS"),
    (rb"AC10[0-9]", "CAD 图纸", "CAD 软件"),
    (rb"CAJ\0|HN\0|KDH ", "CAJ 文献", "CAJ 阅读器"),
    (
        rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|meta|script)",
        "网页",
        "若本该是 PDF，是没有下载成功，请重新下载；否则用浏览器打开，打印为 PDF 后再用。",
    ),
    (
        rb"....ftyp(?:isom|mp4|qt|avc1|M4)|RIFF....(?:AVI|WAVE)|ID3|\x1aE\xdf\xa3",
        "音频或视频",
        "这些材料要印在纸上，请把要看的画面存为 JPEG 后再用。",
    ),
)
#: A folder or file in a zip → the same.
_ZIPPED = (
    ("word/", "Word 文档", "Word 或 WPS"),
    ("xl/", "Excel 工作簿", "Excel 或 WPS"),
    ("ppt/", "PowerPoint 演示文稿", "PowerPoint 或 WPS"),
    ("OFD.xml", "OFD 文档", "OFD 阅读器"),
    ("", "压缩包", "解压后把里面的文件写进案例。"),
)
#: The name of a stream in a compound file (MS-CFB) → the same.
_STREAMS = (
    ("EncryptedPackage", "加密的 Office 文档", "Office 或 WPS"),
    ("WordDocument", "旧版 Word 文档", "Word 或 WPS"),
    ("Workbook", "旧版 Excel 工作簿", "Excel 或 WPS"),
    ("PowerPoint Document", "旧版 PowerPoint 演示文稿", "PowerPoint 或 WPS"),
    ("", "旧版 Office 文档", "Office 或 WPS"),
)


class Kind(Enum):
    """The kinds of files that become sheets."""

    PDF = "PDF"
    PICTURE = "图片"


def kind_of(path: Path) -> Kind:
    """Return a file's kind; what is no PDF and nothing known is left to the picture decoders.

    Raises:
        BadSheet: ``sheet-unreadable``, ``sheet-empty``, ``sheet-too-large``, or ``sheet-refused``
            with the name of another kind.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise BadSheet("sheet-unreadable", "读不出来", "核对文件是否还在、可否打开。") from error
    if not head:
        raise BadSheet("sheet-empty", "是空文件", "重新复制、下载或导出这份文件。")
    if size > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        raise BadSheet("sheet-too-large", f"超过 {limit} MB", "拆成几份，或另存为较小的文件。")
    if head.lstrip().startswith(b"%PDF-"):
        return Kind.PDF
    if other := _other_kind(path, head):
        raise _refused(*other)
    return Kind.PDF if b"%PDF-" in head else Kind.PICTURE


def _other_kind(path: Path, head: bytes) -> tuple[str, str] | None:
    """Return the name of a kind that cannot be used and how it can, if the file is of one."""
    if head.startswith(b"PK\x03\x04"):
        names = _names_in_zip(path)
        return next(
            (kind, cure)
            for begin, kind, cure in _ZIPPED
            if any(name.startswith(begin) for name in names) or not begin
        )
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        data = path.read_bytes()
        return next(
            (kind, cure) for name, kind, cure in _STREAMS if name.encode("utf-16-le") in data
        )
    for beginning, kind, cure in _BEGINNINGS:
        if re.match(beginning, head, re.DOTALL | re.IGNORECASE):
            return kind, cure
    return ("纯文本", "Word 或 WPS") if _is_text(head) else None


def _names_in_zip(path: Path) -> list[str]:
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError):
        return []


def _is_text(head: bytes) -> bool:
    """Say whether this is text, and no picture or page description written as text."""
    is_picture = re.match(rb"(?:\xef\xbb\xbf)?\s*(?:<|%!|%PDF-)", head)
    return is_picture is None and not re.search(rb"[\0-\x08\x0e-\x1f]", head)


def _refused(kind: str, cure: str) -> BadSheet:
    if not cure.endswith("。"):
        space = " " if cure[-1].isascii() else ""
        cure = f"用 {cure}{space}打开，另存为（或打印为）PDF 后再用。"
    return BadSheet("sheet-refused", f"是{kind}，不能直接使用", cure)
