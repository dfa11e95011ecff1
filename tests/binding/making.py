"""PDFs and pictures as companies hand them over, made by code."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from PIL import Image

from docgen.binding.frame import Frame

#: A frame as a volume's style might have it: not in the middle, so that slips show.
FRAME = Frame(left=80, bottom=70, width=440, height=680)
RED, BLUE = (200, 20, 20), (20, 20, 200)


def written(path: Path, pdf: Pdf, **options: Any) -> Path:
    pdf.save(path, **options)
    return path


def pages(
    *sizes: tuple[float, float], box: Sequence[float] | None = None, text: str = "Seite"
) -> Pdf:
    """A PDF of pages with a red band along the top edge, a blue one along the left, and a text.

    Args:
        sizes: Width and height of each page.
        box: Where the bands go, if not along the edges of the page.
        text: Each page says this and its number, from 1.
    """
    pdf = Pdf.new()
    font = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    )
    for number, (width, height) in enumerate(sizes, start=1):
        pdf.add_blank_page()
        left, bottom, right, top = box or (0, 0, width, height)
        band = min(right - left, top - bottom) / 10
        page = pdf.pages[-1]
        page.obj.MediaBox = Array([0, 0, width, height])
        page.obj.Resources = Dictionary(Font=Dictionary(F=font))
        content = (
            f"0.08 0.08 0.78 rg {left} {bottom} {band} {top - bottom} re f "
            f"0.78 0.08 0.08 rg {left} {top - band} {right - left} {band} re f 0 g "
            f"BT /F {band} Tf {left + 2 * band} {top - 4 * band} Td ({text} {number}) Tj ET"
        )
        page.obj.Contents = pdf.make_stream(content.encode())
    return pdf


def form(pdf: Pdf, content: bytes, width: float, height: float, **entries: Any) -> Object:
    """A form XObject."""
    return pdf.make_stream(
        content,
        Dictionary(
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array([0, 0, width, height]),
            Resources=Dictionary(),
            **entries,
        ),
    )


def annotated(pdf: Pdf, *annotations: Object, page: int = 0) -> Pdf:
    """The PDF with annotations on a page, the widgets among them fields of its form."""
    marks = [pdf.make_indirect(annotation) for annotation in annotations]
    pdf.pages[page].obj.Annots = Array(marks)
    fields = [mark for mark in marks if mark.get(Name.Subtype) == Name.Widget]
    if fields:
        pdf.Root.AcroForm = Dictionary(
            Fields=Array(fields),
            DR=Dictionary(Font=Dictionary(F=pdf.pages[page].obj.Resources.Font.F)),
        )
    return pdf


def stamp(pdf: Pdf, rect: Sequence[float], *, flags: int = 4, **entries: Any) -> Object:
    """A stamp (or what `entries` make of it) that fills its rectangle with green."""
    width, height = rect[2] - rect[0], rect[3] - rect[1]
    look = form(pdf, b"0 0.6 0 rg 0 0 %d %d re f" % (width, height), width, height)
    kept: dict[str, Any] = {"Subtype": Name.Stamp, "AP": Dictionary(N=look)} | entries
    return Dictionary(Type=Name.Annot, Rect=Array(list(rect)), F=flags, **kept)


def field(value: str, rect: Sequence[float], **entries: Any) -> Object:
    """A text field that is filled and has no appearance yet."""
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        FT=Name.Tx,
        T=String(f"field {rect[1]}"),
        V=String(value),
        DA=String("/F 12 Tf 0 g"),
        Rect=Array(list(rect)),
        F=4,
        **entries,
    )


def raw_pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF written by hand: object 1 is the catalog."""
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
    out.write(
        b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, trailer, start)
    )
    return out.getvalue()


def two_colours(width: int, height: int) -> Image.Image:
    """A picture, red above, blue below."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (0, height // 2, width, height))
    return image


def encrypted(path: Path, pdf: Pdf, *, user: str, owner: str, revision: int = 6) -> Path:
    modern = revision >= 4
    lock = pikepdf.Encryption(user=user, owner=owner, R=revision, aes=modern, metadata=modern)  # type: ignore[arg-type]
    return written(path, pdf, encryption=lock)
