"""Sheets (页): what a company hands over as evidence (证实性材料), made into A4 pages.

PDFs and pictures are taken, everything else is refused by its name. Nothing in them is trusted:
these functions are meant to run in a child process (`docgen.binding.worker`).
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.binding.frame import placement
from docgen.binding.kinds import Kind, kind_of
from docgen.binding.remarks import BadSheet, Inspected, Remark
from docgen.document import A4

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pikepdf import Page, Pdf

    from docgen.binding.frame import Frame

#: A page of a PDF is enlarged so many times at most.
LARGEST = 2.0
#: A picture is never printed coarser, in dots per inch.
COARSEST = 100


def inspect(path: Path, password: str = "") -> Inspected:
    """Return how many sheets a file makes and what there is to know about it.

    Args:
        path: The file.
        password: What opens it, if it is a PDF with an open password (打开口令).

    Raises:
        BadSheet: ``sheet-unreadable``, ``sheet-empty``, ``sheet-refused``, ``sheet-damaged`` or
            ``sheet-too-large``; of PDFs also ``sheet-password``, ``sheet-no-pages``,
            ``sheet-page-size`` and ``sheet-dynamic-form``.
    """
    from docgen.binding.content import box_of, instructions_of

    with _opened(path, password) as (sheets, remarks):
        number = 0
        for number, sheet in enumerate(sheets, start=1):
            box_of(sheet.page, number)
            instructions_of(sheet.page, number)
        return Inspected(number, tuple(remarks))


def normalise(path: Path, target: Path, frame: Frame, password: str = "") -> Inspected:
    """Write the pages of a file as portrait A4 pages, each in the middle of the frame.

    A page is scaled to fill the frame: a PDF's up to `LARGEST`, turned counter-clockwise if it is
    wider than high; a picture as it stands, down to `COARSEST`. The result only draws: no script,
    link, field, layer or attachment comes along. The same file gives the same bytes.

    Args:
        path: The file.
        target: The PDF to write.
        frame: Where content may stand.
        password: As for `inspect`.

    Raises:
        BadSheet: As `inspect`.
        OSError: If the target cannot be written.
    """
    from pikepdf import ObjectStreamMode, Pdf, StreamDecodeLevel

    from docgen.binding.content import drop_baggage

    with _opened(path, password) as (sheets, remarks), Pdf.new() as result:
        for number, sheet in enumerate(sheets, start=1):
            _place(result, sheet, number, frame)
        drop_baggage(result)
        result.save(
            target,
            object_stream_mode=ObjectStreamMode.generate,
            stream_decode_level=StreamDecodeLevel.none,
            deterministic_id=True,
        )
        return Inspected(len(result.pages), tuple(remarks))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page to be placed.

    Attributes:
        source: The open PDF that it belongs to.
        page: The page.
        largest: How many times it may be enlarged.
        turn: Whether it is turned if it is wider than high.
    """

    source: Pdf
    page: Page
    largest: float
    turn: bool


@contextmanager
def _opened(path: Path, password: str) -> Iterator[tuple[Iterator[_Sheet], list[Remark]]]:
    """Open a file as sheets that are made as one comes to them, and the remarks so far."""
    from docgen.binding.pdf_source import drawing_pages
    from docgen.binding.picture_source import misnamed, picture_pages

    with _told():
        if kind_of(path) is Kind.PDF:
            with drawing_pages(path, password) as (pdf, remarks):
                if path.suffix.lower() != ".pdf":
                    remarks.append(misnamed("PDF", ".pdf"))
                yield (_Sheet(pdf, page, LARGEST, turn=True) for page in pdf.pages), remarks
        else:
            remarks = []
            pictures = picture_pages(path, remarks)
            yield (
                (_Sheet(one, one.pages[0], 72 / COARSEST, turn=False) for one in pictures),
                remarks,
            )


@contextmanager
def _told() -> Iterator[None]:
    """Say in our words what is wrong with a file; a disk that is full is not the file's fault."""
    try:
        yield
    except (BadSheet, OSError):
        raise
    except MemoryError:
        raise BadSheet(
            "sheet-too-large", "太大，内存不够用", "拆成几份，或另存为较小的文件。"
        ) from None
    except Exception as error:  # decoders raise anything on damaged data
        raise BadSheet(
            "sheet-damaged", "已损坏，读不出来", "重新下载、扫描或导出这份文件。"
        ) from error


def _place(result: Pdf, sheet: _Sheet, number: int, frame: Frame) -> None:
    """Append an A4 page that draws a sheet within the frame."""
    from pikepdf import Dictionary

    from docgen.binding.content import box_of, form_of, instructions_of

    box = box_of(sheet.page, number)
    instructions = instructions_of(sheet.page, number)
    form = form_of(result, sheet.source, sheet.page, box, instructions)
    matrix = placement(box, frame, largest=sheet.largest, turn=sheet.turn)
    numbers = " ".join(f"{value:.8f}".rstrip("0").rstrip(".") for value in matrix)
    page = result.add_blank_page(page_size=A4)
    page.obj.Resources = Dictionary(XObject=Dictionary(Sheet=form))
    page.obj.Contents = result.make_stream(f"q {numbers} cm /Sheet Do Q\n".encode())
