"""Pictures that were handed over become pages as large as they are, without loss."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import img2pdf
import pikepdf

from docgen.binding.remarks import BadSheet, Remark
from docgen.findings import Severity
from docgen.pictures import FORMATS, BadPicture, printable_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docgen.document import Picture

#: The sides of a page as img2pdf makes it: it knows bounds that pictures do not.
_SIDE = 100
_FIRST_FRAME = Remark(
    "sheet-first-frame",
    "是动图，只收第一帧",
    "若要收别的画面，把它另存为 PNG。",
    Severity.WARNING,
)


def picture_pages(path: Path, remarks: list[Remark]) -> Iterator[pikepdf.Pdf]:
    """Yield each page of a picture file as a PDF of one page, a point to the pixel.

    JPEG and plain PNG data are taken as they are; all else is converted (`docgen.pictures`).

    Args:
        path: The file.
        remarks: Receives what there is to know about it.

    Raises:
        BadSheet: ``sheet-refused``, ``sheet-damaged`` or ``sheet-too-large``.
    """
    try:
        for index, page in enumerate(printable_pages(path.read_bytes())):
            if index == 0 and page.first_of_many:
                remarks.append(_FIRST_FRAME)
            if index == 0 and not path.name.lower().endswith(FORMATS[page.format]):
                remarks.append(misnamed(page.format, FORMATS[page.format][0]))
            yield _page_of(page.picture)
    except BadPicture as bad:
        code = bad.code.replace("picture-", "sheet-")
        raise BadSheet(code, bad.message, bad.cure) from bad


def misnamed(kind: str, extension: str) -> Remark:
    """Return the remark on a file whose name says it is of another kind."""
    return Remark(
        "sheet-extension",
        f"的内容其实是 {kind} 格式，已按内容读取",
        f"把扩展名改为 {extension}。",
    )


def _page_of(picture: Picture) -> pikepdf.Pdf:
    data = img2pdf.convert(
        picture.data, nodate=True, layout_fun=lambda *_: (_SIDE, _SIDE, _SIDE, _SIDE)
    )
    pdf = pikepdf.open(io.BytesIO(data))
    width, height = picture.pixels
    page = pdf.pages[0]
    page.mediabox = pikepdf.Array([0, 0, width, height])
    page.contents_add(f"{width / _SIDE} 0 0 {height / _SIDE} 0 0 cm\n".encode(), prepend=True)
    return pdf
