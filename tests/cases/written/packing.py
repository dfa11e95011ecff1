"""What goes into a Word file besides its paragraphs: text, pictures, tables, the package."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_OFFICE}/relationships" xmlns:a="{_DRAWING}/main"'
    f' xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:pic="{_DRAWING}/picture"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData"'
    ' mc:Ignorable="w14 wpsCustomData"'
)
_THEME = (
    f'<a:theme xmlns:a="{_DRAWING}/main" name="Office"><a:themeElements>'
    '<a:fontScheme name="Office">'
    + "".join(
        f'<a:{group}Font><a:latin typeface="{latin}"/><a:ea typeface=""/><a:cs typeface=""/>'
        f'<a:font script="Jpan" typeface="ＭＳ 明朝"/><a:font script="Hans" typeface="宋体"/>'
        f"</a:{group}Font>"
        for group, latin in (("major", "Calibri Light"), ("minor", "Calibri"))
    )
    + "</a:fontScheme></a:themeElements></a:theme>"
)
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800"'
    ' w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/>'
    '<w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>'
)
_DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme='
    '"minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/><w:kern w:val="2"/>'
    '<w:sz w:val="21"/><w:szCs w:val="24"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'
    "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
)


def blocks() -> Iterator[tuple[str, str]]:
    """Mark and text of each line of text.txt."""
    for line in (HERE / "text.txt").read_text(encoding="utf-8").splitlines():
        mark, _, text = line.partition(" ")
        yield mark, text


def picture_bytes(width: int = 48, height: int = 32) -> bytes:
    """A small grey PNG, not compressed, so that every zlib writes the same."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checked = kind + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    rows = b"".join(b"\0" + bytes(96 + 2 * x + 2 * y for x in range(width)) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(rows, 0)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def drawing(number: int) -> str:
    size = 'cx="3600000" cy="2400000"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="图片 {number}"/><a:graphic><a:graphicData'
        f' uri="{_DRAWING}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="{number}"'
        f' name="图片 {number}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        '<a:blip r:embed="rId9"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def table(rows: list[str], cell: Callable[[str], str]) -> str:
    columns = rows[0].count("｜") + 1
    width = 8300 // columns
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    printed = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell(text)}</w:tc>'
            for text in row.split("｜")
        )
        + "</w:tr>"
        for row in rows
    )
    grid = f'<w:gridCol w:w="{width}"/>' * columns
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width * columns}" w:type="dxa"/><w:jc w:val="center"/>'
        f"<w:tblBorders>{edges}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{printed}</w:tbl>"
    )


def archive_of(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return file.getvalue()


def word_file(body: str, styles: str, numbering: str = "") -> bytes:
    """A Word file of a body, the styles' elements and the numbering's elements."""
    parts = {
        "styles": f"<w:styles {_SPACES}>{_DEFAULTS}{styles}</w:styles>",
        "theme/theme1": _THEME,
    }
    if numbering:
        parts["numbering"] = f"<w:numbering {_SPACES}>{numbering}</w:numbering>"
    parts["document"] = f"<w:document {_SPACES}><w:body>{body}{_PAGE}</w:body></w:document>"
    kinds = {name: name.partition("/")[0] for name in parts if name != "document"}
    related = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/relationships/{kind}"'
        f' Target="{name}.xml"/>'
        for number, (name, kind) in enumerate(kinds.items(), start=1)
    )
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    types = {name: f"{word}.{name}+xml" for name in ("styles", "numbering")} | {
        "document": f"{word}.document.main+xml",
        "theme/theme1": "application/vnd.openxmlformats-officedocument.theme+xml",
    }
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{types[name]}"/>' for name in parts
    )
    texts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default'
        ' Extension="xml" ContentType="application/xml"/><Default Extension="png"'
        f' ContentType="image/png"/>{overrides}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1"'
        f' Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{related}'
        f'<Relationship Id="rId9" Type="{_OFFICE}/relationships/image" Target="media/image1.png"/>'
        "</Relationships>",
    } | {f"word/{name}.xml": text for name, text in parts.items()}
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return archive_of(
        {name: (head + text).encode() for name, text in texts.items()}
        | {"word/media/image1.png": picture_bytes()}
    )
