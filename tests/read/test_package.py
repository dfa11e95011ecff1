"""A Word file is opened only when nothing about it is dangerous or unreadable."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from docgen.findings import DocgenError, Severity
from docgen.read import open_package
from docgen.read.package import MAX_ENTRIES, MAX_XML_BYTES
from tests.read.word_files import (
    MAIN_TYPE,
    R,
    W,
    element,
    p,
    package,
    word_file,
    zipped,
)

GOOD = element("document", f"<w:body>{p('甲')}</w:body>")


def refused(data: bytes) -> str:
    with pytest.raises(DocgenError) as caught:
        open_package(data, "申报表.docx")
    (finding,) = caught.value.findings
    assert "《申报表.docx》" in finding.message
    assert finding.cure
    assert finding.place.file == "申报表.docx"
    return finding.code


def external(kind: str, target: str) -> str:
    return f'<Relationship Id="x" Type="{R}/{kind}" Target="{target}" TargetMode="External"/>'


def test_a_plain_file_opens_without_a_finding() -> None:
    package_ = open_package(word_file(p("甲")), "申报表.docx")
    assert package_.findings == ()
    assert package_.main == "word/document.xml"
    assert package_.part("styles") is None


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "word-not-a-docx"),
        (b"%PDF-1.7", "word-not-a-docx"),
        (b"{\\rtf1}", "word-not-a-docx"),
        ("申报表".encode(), "word-not-a-docx"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(512), "word-old-format"),
        (
            bytes.fromhex("D0CF11E0A1B11AE1") + bytes(99) + "EncryptedPackage".encode("utf-16-le"),
            "word-encrypted",
        ),
        (
            b'<?xml version="1.0"?><w:wordDocument '
            b'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>',
            "word-flat-xml",
        ),
        (
            b'<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>',
            "word-flat-xml",
        ),
        (b"PK\x03\x04 and then nothing", "word-damaged"),
    ],
)
def test_what_is_no_word_file_is_named(data: bytes, code: str) -> None:
    assert refused(data) == code


@pytest.mark.parametrize("kept", [0.3, 0.9])
def test_a_truncated_file_is_damaged(kept: float) -> None:
    data = word_file(p("甲" * 500))
    assert refused(data[: int(len(data) * kept)]) == "word-damaged"


def test_a_wrong_checksum_is_damage() -> None:
    data = bytearray(zipped(package(GOOD) | {"word/media/1.png": b"picture" * 50}))
    entry = data.rindex(b"PK\x01\x02")  # the last central directory entry: CRC at offset 16
    struct.pack_into("<I", data, entry + 16, 1)
    assert refused(bytes(data)) == "word-damaged"


def test_broken_xml_is_damage_and_the_part_is_named() -> None:
    with pytest.raises(DocgenError) as caught:
        open_package(zipped(package(GOOD[:-3])), "申报表.docx")
    assert caught.value.findings[0].code == "word-damaged"
    assert caught.value.findings[0].place.title == "word/document.xml"


def test_xml_nested_without_end_is_refused() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5_000 + "</w:sdtContent></w:sdt>" * 5_000
    assert refused(word_file(deep)) == "word-damaged"


def test_a_part_that_stands_twice_is_damage() -> None:
    buffer = io.BytesIO(zipped(package(GOOD)))
    with (
        zipfile.ZipFile(buffer, "a") as archive,
        pytest.warns(UserWarning, match="Duplicate name"),
    ):
        archive.writestr("word/document.xml", GOOD)
    assert refused(buffer.getvalue()) == "word-damaged"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", ["word/document.xml", "word/settings.xml", "docProps/core.xml"])
def test_a_doctype_in_any_part_is_refused(part: str, encoding: str) -> None:
    hostile = (
        f'<?xml version="1.0" encoding="{encoding}"?>'
        '<!DOCTYPE w:document [<!ENTITY a "甲"><!ENTITY b "&a;&a;&a;&a;">]>' + GOOD
    )
    assert refused(zipped(package(GOOD) | {part: hostile.encode(encoding)})) == "word-doctype"


def test_an_entity_is_never_read_from_a_file() -> None:
    hostile = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + GOOD
    assert refused(zipped(package(hostile))) == "word-doctype"


def test_a_bomb_is_refused_by_its_declared_size() -> None:
    bomb = zipped(package(GOOD) | {"word/big.xml": b"<a>" + b" " * MAX_XML_BYTES})
    assert len(bomb) < 200_000
    assert refused(bomb) == "word-too-large"


def test_the_sizes_of_all_parts_together_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.read.package.MAX_TOTAL_BYTES", 1000)
    assert refused(zipped(package(GOOD) | {"word/media/1.png": bytes(1000)})) == "word-too-large"


def test_too_many_parts_are_refused() -> None:
    many = {f"x/{number}": b"" for number in range(MAX_ENTRIES)}
    assert refused(zipped(package(GOOD) | many)) == "word-too-large"


def test_an_encrypted_entry_is_a_password() -> None:
    data = bytearray(zipped(package(GOOD)))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 8] |= 1
    assert refused(bytes(data)) == "word-encrypted"


@pytest.mark.parametrize(
    ("files", "word"),
    [
        ({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}, "Excel"),
        ({"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b"<p/>"}, "PowerPoint"),
        ({"mimetype": b"application/vnd.oasis", "content.xml": b"<o/>"}, "OpenDocument"),
        ({"readme.txt": b"hello"}, "没有 Word 正文"),
    ],
)
def test_another_kind_of_package_is_named(files: dict[str, bytes], word: str) -> None:
    with pytest.raises(DocgenError) as caught:
        open_package(zipped(files), "申报表.docx")
    (finding,) = caught.value.findings
    assert finding.code == "word-not-a-docx"
    assert word in finding.message


def test_strict_open_xml_is_named() -> None:
    strict = GOOD.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert refused(zipped(package(strict))) == "word-strict"


def test_macros_are_refused() -> None:
    by_type = package(GOOD, content_type=MAIN_TYPE.replace("document.main", "macroEnabled.main"))
    by_part = package(
        GOOD,
        relationships=[f'<Relationship Id="v" Type="{R}/vbaProject" Target="vbaProject.bin"/>'],
    )
    assert refused(zipped(by_type)) == "word-macros"
    assert refused(zipped(by_part)) == "word-macros"


@pytest.mark.parametrize(
    "link",
    [
        external("image", "http://example.com/1.png"),
        external("oleObject", "file:///C:/a.xls"),
        external("attachedTemplate", "https://example.com/a.dotm"),
        external("attachedTemplate", "file://server/share/a.dotm"),
        external("attachedTemplate", "\\\\server\\share\\a.dotm"),
    ],
)
def test_a_part_kept_elsewhere_is_refused(link: str) -> None:
    assert refused(zipped(package(GOOD, relationships=[link]))) == "word-external-part"


@pytest.mark.parametrize(
    ("link", "codes"),
    [
        (external("hyperlink", "http://example.com/"), []),
        (external("attachedTemplate", "Normal.dotm"), ["word-attached-template"]),
        (
            external("attachedTemplate", "file:///C:\\Users\\a\\Normal.dotm"),
            ["word-attached-template"],
        ),
        (
            f'<Relationship Id="o" Type="{R}/oleObject" Target="embeddings/o.bin"/>',
            ["word-embedded-object"],
        ),
    ],
)
def test_what_does_no_harm_is_reported_at_most(link: str, codes: list[str]) -> None:
    findings = open_package(zipped(package(GOOD, relationships=[link])), "申报表.docx").findings
    assert [finding.code for finding in findings] == codes
    assert all(finding.severity is Severity.WARNING for finding in findings)


def test_a_relationship_never_leads_out_of_the_file() -> None:
    files = package(GOOD)
    files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="s" Type="{R}/styles" Target="../../../etc/styles.xml"/>'
        "</Relationships>".encode(),
    )
    (styles,) = open_package(zipped(files), "申报表.docx").relationships()
    assert styles.target == "etc/styles.xml"
