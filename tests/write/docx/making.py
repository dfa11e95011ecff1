"""Documents to write as Word files, and what is in the files."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import TYPE_CHECKING

from lxml import etree

from docgen.document import Block, Document, Numbering, Properties, Section
from docgen.style.load import load_style
from docgen.style.roles import heading_numbers, role_formats
from docgen.write.docx import write

if TYPE_CHECKING:
    from collections.abc import Sequence

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}
PROPERTIES = Properties("标题", "试样公司", "标杆", date(2023, 3, 20))
PATTERNS = (
    Numbering("chinese", "{}、"),
    Numbering("chinese", "（{}）"),
    Numbering("decimal", "{}．"),
    Numbering("decimal", "（{}）"),
)


def document(*blocks: Block, sections: Sequence[Section] = ()) -> Document:
    """Return a document in Luoyang's roles."""
    style = load_style("luoyang")
    assert heading_numbers(style) == PATTERNS
    return Document(
        key="narrative",
        name="总结材料",
        sections=tuple(sections) or (Section(blocks),),
        roles=role_formats(style),
        properties=PROPERTIES,
        heading_numbers=PATTERNS,
    )


class WordFile:
    """A Word file's parts as XML."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.zip = zipfile.ZipFile(io.BytesIO(data))

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.zip.read(name))

    @property
    def body(self) -> etree._Element:
        found = self.part("word/document.xml").find("w:body", NS)
        assert found is not None
        return found

    def all(self, path: str, part: str = "word/document.xml") -> list[etree._Element]:
        return self.part(part).findall(f".//{path}", NS)

    def values(self, path: str, part: str = "word/document.xml") -> list[str | None]:
        return [each.get(f"{{{W}}}val") for each in self.all(path, part)]


def written(*blocks: Block, sections: Sequence[Section] = ()) -> WordFile:
    """Return a document of these blocks, written."""
    return WordFile(write(document(*blocks, sections=sections), {}))


def attributes(element: etree._Element) -> dict[str, str]:
    """Return an element's attributes without their namespace."""
    return {str(name).rpartition("}")[2]: str(value) for name, value in element.items()}
