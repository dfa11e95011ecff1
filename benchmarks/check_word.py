"""How fast Word files are checked: a narrative of some two hundred pages, beside its reading.

Run ``python -m benchmarks.check_word`` in the project's folder. Times are of this machine and
worth little elsewhere; the ratios say where the time goes. Nothing here is asserted.
"""

from __future__ import annotations

import copy
import io
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx

from docgen.check.word.check import check_word_data
from docgen.dossier import render_case
from docgen.read import open_package
from docgen.read.manuscript import Manuscript
from docgen.style.load import load_style

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[1]
STYLE, NARRATIVE = "luoyang", "3-质量标杆总结材料"
TIMES, ROUNDS = 14, 5


def main() -> None:
    """Measure, and print seconds per hundred pages and the ratio to reading alone."""
    style = load_style(STYLE)
    with tempfile.TemporaryDirectory() as folder:
        made = render_case(ROOT / "samples/lichuan-bearing", STYLE, Path(folder))
        data = (made.folder / f"{NARRATIVE}.docx").read_bytes()
        pages = pages_of(made.folder / f"{NARRATIVE}.pdf") * TIMES
    long = repeated(data, TIMES)
    reading = best(lambda: Manuscript(open_package(long, "长")))
    checking = best(lambda: check_word_data(long, "长", style))
    print(f"{pages} pages, {len(Manuscript(open_package(long, '长')).lines)} paragraphs")
    for name, seconds in (("reading", reading), ("checking", checking)):
        each = seconds / pages * 100
        print(f"{name:9} {seconds:6.2f} s  {each:5.2f} s/100 pages  {seconds / reading:4.2f} ×")


def repeated(data: bytes, times: int) -> bytes:
    """Return a file whose last section's text stands so many times."""
    word = docx.Document(io.BytesIO(data))
    body: Any = word.element.body
    elements = list(body)[:-1]
    for _ in range(times - 1):
        for element in elements:
            body.insert(len(body) - 1, copy.deepcopy(element))
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def pages_of(pdf: Path) -> int:
    """Return a PDF's pages."""
    from pypdf import PdfReader

    return len(PdfReader(pdf).pages)


def best(action: Callable[[], object]) -> float:
    """Return the shortest time of several rounds, in seconds."""
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        action()
        times.append(time.perf_counter() - started)
    return min(times)


if __name__ == "__main__":
    main()
