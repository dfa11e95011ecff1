"""A file's kind is told by its content, and what is no sheet is refused by its name."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from docgen.binding import kinds
from docgen.binding.remarks import BadSheet
from docgen.binding.sheets import inspect


def zipped(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


def compound(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + stream.encode("utf-16-le")


def refused(path: Path, content: bytes) -> BadSheet:
    path.write_bytes(content)
    with pytest.raises(BadSheet) as caught:
        inspect(path)
    return caught.value


@pytest.mark.parametrize(
    ("content", "kind", "cure"),
    [
        (zipped("[Content_Types].xml", "word/document.xml"), "Word 文档", "Word"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "Excel 工作簿", "Excel"),
        (zipped("ppt/presentation.xml"), "PowerPoint 演示文稿", "PowerPoint"),
        (zipped("OFD.xml", "Doc_0/Document.xml"), "OFD 文档", "OFD 阅读器"),
        (zipped("执照.pdf", "专利.pdf"), "压缩包", "解压"),
        (b"PK\x03\x04 and no more of a zip", "压缩包", "解压"),
        (compound("WordDocument"), "旧版 Word 文档", "Word"),
        (compound("Workbook"), "旧版 Excel 工作簿", "Excel"),
        (compound("PowerPoint Document"), "旧版 PowerPoint 演示文稿", "PowerPoint"),
        (compound("EncryptedPackage"), "加密的 Office 文档", "PDF"),
        (compound("Something"), "旧版 Office 文档", "PDF"),
        (b"Rar!\x1a\x07\x01\0", "压缩包", "解压"),
        (b"7z\xbc\xaf\x27\x1c\0\4", "压缩包", "解压"),
        (b"{\\rtf1\\ansi hello}", "RTF 文档", "Word"),
        (b"AC1032\0\0\0\0", "CAD 图纸", "CAD"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 20, "HEIC", "JPEG"),
        (b"\0\0\0\x18ftypisom" + b"\0" * 20, "音频或视频", "JPEG"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "SVG", "PNG"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "EPS", "PNG"),
        (b"\r\n<!DOCTYPE html><title>404</title>", "网页", "重新下载"),
        ("我们的营业执照".encode(), "纯文本", "PDF"),
        (b"\x01\x02\x03\x04 nobody knows", "无法识别", "PNG"),
    ],
)
def test_other_kinds_are_refused_by_name_with_the_way_to_a_pdf(
    tmp_path: Path, content: bytes, kind: str, cure: str
) -> None:
    bad = refused(tmp_path / "执照.pdf", content)
    assert bad.code == "sheet-refused"
    assert kind in bad.message
    assert cure in bad.cure


def test_an_empty_file_is_an_error(tmp_path: Path) -> None:
    assert refused(tmp_path / "执照.pdf", b"").code == "sheet-empty"


def test_a_file_of_absurd_size_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "MAX_BYTES", 3_000_000)
    bad = refused(tmp_path / "执照.pdf", b"%PDF-1.7\n" + b"\0" * 3_000_000)
    assert bad.code == "sheet-too-large"
    assert "3 MB" in bad.message


def test_a_file_that_is_not_there_or_no_file_is_an_error(tmp_path: Path) -> None:
    for path in (tmp_path / "没有.pdf", tmp_path):
        with pytest.raises(BadSheet) as caught:
            inspect(path)
        assert caught.value.code == "sheet-unreadable"
