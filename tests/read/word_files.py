"""Word files for the tests, written part by part by hand."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import TYPE_CHECKING

from docgen.document import Document, Heading, Paragraph, Properties, Table, Text
from docgen.read import read_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
PROPERTIES = Properties("表", "某公司", "标杆", date(2026, 5, 20))

#: Kinds of part that a test may give, and where each is kept.
PARTS = ("styles", "numbering", "settings", "theme", "header1", "footer1", "footer2")


def element(name: str, inside: str) -> str:
    return f"<w:{name} {NAMESPACES}>{inside}</w:{name}>"


def package(
    document: str,
    *,
    parts: Mapping[str, str] | None = None,
    relationships: Iterable[str] = (),
    content_type: str = MAIN_TYPE,
) -> dict[str, bytes]:
    """The parts of a file: `document` and `parts` are whole XML texts."""
    links = list(relationships)
    files = {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{content_type}"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": document,
    }
    for name, text in (parts or {}).items():
        kind = name.rstrip("0123456789")
        links.append(f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{name}.xml"/>')
        files[f"word/{name}.xml"] = text
    files["word/_rels/document.xml.rels"] = (
        f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(links)}</Relationships>'
    )
    return {name: text.encode() for name, text in files.items()}


def zipped(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def word_file(body: str, **parts: str) -> bytes:
    """A Word file with this body; `parts` give what stands inside styles, numbering, settings,
    headers and footers, and the whole theme.
    """
    roots = {"numbering": "numbering", "styles": "styles", "settings": "settings", "header1": "hdr"}
    whole = {
        name: text if name == "theme" else element(roots.get(name, "ftr"), text)
        for name, text in parts.items()
    }
    assert set(whole) <= set(PARTS)
    document = element("document", f"<w:body>{body}</w:body>")
    return zipped(package(document, parts=whole))


def read(body: str, **parts: str) -> Document:
    return read_word(word_file(body, **parts), key="form", name="申报表", properties=PROPERTIES)


def blocks(body: str, **parts: str) -> list[object]:
    """The blocks of a file with one section."""
    (section,) = read(body, **parts).sections
    return list(section.blocks)


def paragraph(body: str, **parts: str) -> Paragraph:
    """The only block of a file."""
    (block,) = blocks(body, **parts)
    assert isinstance(block, Paragraph)
    return block


def text(body: str, **parts: str) -> Text:
    """The only text of the only paragraph of a file."""
    (inline,) = paragraph(body, **parts).inlines
    assert isinstance(inline, Text)
    return inline


def table(body: str, **parts: str) -> Table:
    """The only block of a file."""
    (block,) = blocks(body, **parts)
    assert isinstance(block, Table)
    return block


def plain(block: object) -> str:
    """What a paragraph prints, breaks as /, tabs as →."""
    assert isinstance(block, Paragraph | Heading)
    names = {"LineBreak": "/", "Tab": "→"}
    return "".join(
        inline.text if isinstance(inline, Text) else names[type(inline).__name__]
        for inline in block.inlines
    )


def p(content: str = "", ppr: str = "", rpr: str = "") -> str:
    """A paragraph with one run of text."""
    run = f"<w:r><w:rPr>{rpr}</w:rPr><w:t>{content}</w:t></w:r>" if content else ""
    return f"<w:p><w:pPr>{ppr}</w:pPr>{run}</w:p>"


def style(
    identifier: str, inside: str = "", *, kind: str = "paragraph", name: str = "", more: str = ""
) -> str:
    """A style; `inside` holds basedOn, pPr, rPr …"""
    return (
        f'<w:style w:type="{kind}" w:styleId="{identifier}" {more}>'
        f'<w:name w:val="{name or identifier}"/>{inside}</w:style>'
    )


def default_style(inside: str = "") -> str:
    return style("a", inside, name="Normal", more='w:default="1"')
