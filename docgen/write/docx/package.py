"""Finish a Word package: its properties, and a zip that is the same every time."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

from lxml import etree

from docgen.zipping import package_parts, zipped

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from docgen.document import Properties

_APP = "docProps/app.xml"
_APP_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def finished(word: WordDocument, properties: Properties) -> bytes:
    """Return the package's bytes with its core and extended properties set.

    The parts stand in a fixed order, with fixed dates and compression.
    """
    _set_core_properties(word, properties)
    stream = io.BytesIO()
    word.save(stream)
    parts = package_parts(stream.getvalue())
    if _APP in parts:
        parts[_APP] = _with_company(parts[_APP], properties.creator)
    return zipped(parts)


def _set_core_properties(word: WordDocument, properties: Properties) -> None:
    core = word.core_properties
    moment = dt.datetime.combine(properties.date, dt.time())
    core.title = properties.title
    core.subject = properties.subject
    core.author = core.last_modified_by = properties.creator
    core.created = core.modified = moment
    core.language = "zh-CN"
    core.revision = 1


def _with_company(app: bytes, company: str) -> bytes:
    root = etree.fromstring(app)
    element = root.find(f"{{{_APP_NAMESPACE}}}Company")
    if element is None:
        # The schema lets the properties stand in any order.
        element = etree.SubElement(root, f"{{{_APP_NAMESPACE}}}Company")
    element.text = company
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
