"""Pages of other files put into the room that a document leaves for them (插页)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.document import Document, Insert, Picture

if TYPE_CHECKING:
    from docgen.binding.frame import Frame
    from docgen.write.pdf import Pdf


@dataclass(frozen=True, slots=True)
class Sheets:
    """The pages to put in, ready.

    Attributes:
        file: A PDF of A4 pages, one for each insert of the document, in their order.
        frame: Where on these pages their content stands.
        folder: A folder for what is made of them; it is there as long as they are needed.
    """

    file: Path
    frame: Frame
    folder: Path


def filled(document: Document, layout: Pdf, sheets: Sheets) -> Path:
    """Return a laid-out document's PDF with the pages put in, as a file in the sheets' folder."""
    from docgen.binding.volume import underlaid

    target = sheets.folder / f"{document.key}.pdf"
    pages = [layout.places[insert.anchor] for insert in document.inserts]
    underlaid(layout.data, sheets.file, pages, target)
    return target


def with_pictures(document: Document, sheets: Sheets) -> Document:
    """Return a document whose inserts have the pictures that Word shows for the pages."""
    from docgen.binding.care import carefully
    from docgen.binding.page_pictures import page_pictures

    folder = sheets.folder / f"{document.key}-pictures"
    folder.mkdir()
    files = carefully(page_pictures, sheets.file, sheets.frame, folder)
    pictures = {
        insert.anchor: _picture(file) for insert, file in zip(document.inserts, files, strict=True)
    }
    sections = tuple(
        replace(
            section,
            blocks=tuple(
                replace(block, picture=pictures[block.anchor])
                if isinstance(block, Insert)
                else block
                for block in section.blocks
            ),
        )
        for section in document.sections
    )
    return replace(document, sections=sections)


def _picture(file: Path) -> Picture:
    from PIL import Image

    with Image.open(file) as image:
        size = image.size
    return Picture(file.read_bytes(), "image/jpeg", size)
