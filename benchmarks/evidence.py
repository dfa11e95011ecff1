"""How fast a volume of scans is put together, and in how much memory: qpdf beside pypdf.

Run ``python -m benchmarks.evidence`` in the project's folder. Times are of this machine and worth
little elsewhere; the ratios are. Each way works in a process of its own. Nothing here is asserted.
"""

from __future__ import annotations

import io
import random
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from docgen.binding.frame import Frame
from docgen.binding.sheets import normalise
from docgen.binding.volume import merged, underlaid
from docgen.binding.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SCANS = 300
#: A4 at 150 dpi; noise at this quality makes files of about a megabyte.
PIXELS, QUALITY = (1240, 1754), 45
FRAME = Frame(left=70, bottom=70, width=455, height=700)
#: Seconds that nothing here takes.
LIMIT = 3600


def main() -> None:
    """Measure, and print seconds, megabytes of memory and the ratios to the first way."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        scans = made_scans(folder)
        size = sum(scan.stat().st_size for scan in scans)
        print(f"{SCANS} scans, {size / SCANS / 1e6:.2f} MB each")
        sheets = [scan.with_suffix(".pdf") for scan in scans]
        seconds, memory = measured(normalised, scans, sheets)
        print(f"normalise {seconds:7.2f} s  {seconds / SCANS * 1000:5.0f} ms each {memory:5.0f} MB")
        layout = made_layout()
        first: tuple[float, float] | None = None
        for way in (with_qpdf, with_pypdf):
            seconds, memory = measured(way, layout, sheets, folder)
            first = first or (seconds, memory)
            ratios = f"{seconds / first[0]:5.2f} ×  {memory / first[1]:5.2f} ×"
            print(f"{way.__name__:10}{seconds:6.2f} s  {memory:6.0f} MB  {ratios}")


def made_scans(folder: Path) -> list[Path]:
    """Write scans of noise, each another."""
    width, height = PIXELS
    noise = random.Random(7).randbytes(width * height)
    scans = []
    for number in range(SCANS):
        shift = number * 977
        image = Image.frombytes("L", PIXELS, noise[shift:] + noise[:shift])
        scans.append(folder / f"{number:04}.jpg")
        image.save(scans[-1], quality=QUALITY)
    return scans


def made_layout() -> bytes:
    """Return as many A4 pages as there are scans, with an outline."""
    from pypdf import PdfWriter

    writer = PdfWriter()
    for number in range(SCANS):
        writer.add_blank_page(595.28, 841.89)
        writer.add_outline_item(title=f"材料 {number + 1}", page_number=number)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def measured(action: Callable[..., object], *args: object) -> tuple[float, float]:
    """Return how long an action takes in a process of its own, in seconds, and its peak in MB."""
    with Worker(LIMIT) as worker:
        worker.run(time.sleep, 0)
        started = time.perf_counter()
        worker.run(action, *args)
        seconds = time.perf_counter() - started
        peak = worker.run(resource.getrusage, resource.RUSAGE_SELF).ru_maxrss
    return seconds, peak / (1e6 if sys.platform == "darwin" else 1024)


def normalised(scans: Sequence[Path], sheets: Sequence[Path]) -> None:
    """Make every scan a sheet."""
    for scan, sheet in zip(scans, sheets, strict=True):
        normalise(scan, sheet, FRAME)


def with_qpdf(layout: bytes, sheets: Sequence[Path], folder: Path) -> None:
    """Merge the sheets and lay them under, as docgen does."""
    merged(sheets, folder / "sheets")
    underlaid(layout, folder / "sheets", range(SCANS), folder / "volume")


def with_pypdf(layout: bytes, sheets: Sequence[Path], folder: Path) -> None:
    """Do the same with pypdf."""
    from pypdf import PdfReader, PdfWriter

    together = PdfWriter()
    for sheet in sheets:
        together.append(sheet)
    together.write(folder / "sheets")
    volume = PdfWriter(clone_from=io.BytesIO(layout))
    under = PdfReader(folder / "sheets")
    for page, sheet_page in zip(volume.pages, under.pages, strict=True):
        page.merge_page(sheet_page, over=False)
    volume.write(folder / "volume")


if __name__ == "__main__":
    main()
