"""What a page of a PDF shows, taken out of the page: its box, its instructions, what they use."""

from __future__ import annotations

import zlib
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, PdfError, Stream
from pikepdf.settings import set_qpdf_limits

from docgen.binding.frame import Box
from docgen.binding.remarks import BadSheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Object, Page, Pdf

#: The most bytes that a stream, or all the instructions of a page, may be decoded to.
MAX_DECODED = 100_000_000
#: The shortest side of a page that can show something, in points.
_SHORTEST = 1.0
#: The kinds of resources that drawing uses (ISO 32000-1 table 33).
_RESOURCES = (
    Name.ExtGState,
    Name.ColorSpace,
    Name.Pattern,
    Name.Shading,
    Name.XObject,
    Name.Font,
    Name.Properties,
)
#: What hangs on resources and draws nothing: files, links to other files, notes of programs.
_BAGGAGE = (
    Name.AF,
    Name.F,
    Name.FFilter,
    Name.FDecodeParms,
    Name.Metadata,
    Name.OPI,
    Name.PieceInfo,
    Name.Ref,
    Name.StructParent,
    Name.StructParents,
)
_PRINT_AGAIN = "用 PDF 阅读器打开，打印为 PDF 后再用。"


@contextmanager
def bounded_decoding() -> Iterator[None]:
    """Let no stream blow up (解压炸弹): qpdf gives up decoding at `MAX_DECODED`."""
    before = set_qpdf_limits(
        flate_max_memory=MAX_DECODED,
        run_length_max_memory=MAX_DECODED,
        png_max_memory=MAX_DECODED,
        tiff_max_memory=MAX_DECODED,
        dct_max_memory=MAX_DECODED,
    )
    try:
        yield
    finally:
        set_qpdf_limits(**before)  # type: ignore[arg-type]


def box_of(page: Page, number: int) -> Box:
    """Return what is seen of a page: the part of its media box that its crop box leaves.

    Args:
        page: The page.
        number: Its number, from 1.

    Raises:
        BadSheet: ``sheet-page-size``, if that is nothing.
    """
    media, crop = _corners(page.mediabox), _corners(page.cropbox)
    unit = page.obj.get_float(Name.UserUnit, 1.0)
    box = Box(
        left=max(media[0], crop[0]),
        bottom=max(media[1], crop[1]),
        right=min(media[2], crop[2]),
        top=min(media[3], crop[3]),
        rotation=page.rotation // 90 * 90,
        unit=unit if unit > 0 else 1.0,
    )
    if min(box.size) < _SHORTEST:
        raise BadSheet("sheet-page-size", f"第 {number} 页的尺寸几乎为零", _PRINT_AGAIN)
    return box


def instructions_of(page: Page, number: int) -> bytes:
    """Return the drawing instructions of a page.

    Args:
        page: The page.
        number: Its number, from 1.

    Raises:
        BadSheet: ``sheet-damaged`` if they cannot be read, ``sheet-too-large`` if there are more
            than `MAX_DECODED`.
    """
    contents = page.obj.get(Name.Contents)
    parts: list[bytes] = []
    for part in contents if isinstance(contents, Array) else [contents]:
        if isinstance(part, Stream):
            parts.append(decoded(part, number))
        if sum(map(len, parts)) > MAX_DECODED:
            raise _too_large(number)
    return b"\n".join(parts)


def decoded(stream: Stream, number: int) -> bytes:
    """Return what a stream of drawing instructions on a page says.

    Raises:
        BadSheet: As `instructions_of`.
    """
    try:
        return stream.read_bytes()
    except PdfError as error:
        if "limit exceeded" in str(error):
            raise _too_large(number) from error
        raise BadSheet(
            "sheet-damaged", f"第 {number} 页已损坏，读不出来", "重新下载、扫描或导出这份文件。"
        ) from error


def form_of(target: Pdf, source: Pdf, page: Page, box: Box, instructions: bytes) -> Object:
    """Return a page of another PDF as a form XObject that draws what the page showed, no more.

    Args:
        target: The PDF that the form is to belong to. It takes copies of all that the page uses,
            into memory until it is saved.
        source: The PDF that the page belongs to.
        page: The page.
        box: What is seen of it.
        instructions: Its drawing instructions.
    """
    resources = page.get_resources() or Dictionary()
    used = Dictionary({str(kind): resources[kind] for kind in _RESOURCES if kind in resources})
    kept = source.make_indirect(Dictionary(Resources=used))
    if Name.Group in page.obj:
        kept.Group = page.obj.Group
    form = Stream(target, b"", target.copy_foreign(kept))
    form.write(zlib.compress(instructions), filter=Name.FlateDecode)
    form.Type, form.Subtype = Name.XObject, Name.Form
    sides = (box.left, box.bottom, box.right, box.top)
    form.BBox = Array([Decimal(f"{side:.4f}") for side in sides])
    return target.make_indirect(form)


def drop_baggage(pdf: Pdf) -> None:
    """Take from the pictures and forms of a PDF what hangs on them and draws nothing."""
    for stream in pdf.objects:
        if isinstance(stream, Stream):
            for key in _BAGGAGE:
                if key in stream:
                    del stream[key]


def _corners(box: Array) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (float(side) for side in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _too_large(number: int) -> BadSheet:
    return BadSheet(
        "sheet-too-large",
        f"第 {number} 页解压后超过 {MAX_DECODED // 1_000_000} MB",
        "把这一页另存为图片（200 dpi 的 JPEG）后再用。",
    )
