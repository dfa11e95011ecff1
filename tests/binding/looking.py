"""Finished PDFs as others see them: pypdf for what they hold, Poppler for what they show."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from typing import Any

from PIL import Image
from pypdf import PdfReader

#: A4 in points, to a tenth.
A4 = (595.3, 841.9)
#: Dots per inch of what is looked at: one dot is a point.
_DPI = 72


def sizes(path: Path) -> list[tuple[float, float]]:
    """Width and height of each page, which must not be turned."""
    pages = PdfReader(path).pages
    assert all(page.rotation == 0 for page in pages)
    return [
        (round(float(page.mediabox.width), 1), round(float(page.mediabox.height), 1))
        for page in pages
    ]


def texts(path: Path) -> list[str]:
    """The text of each page."""
    return [page.extract_text().strip() for page in PdfReader(path).pages]


def keys(path: Path) -> set[str]:
    """Every key of every dictionary that a reader can come to from the catalog."""
    found: set[str] = set()
    seen: set[int] = set()
    waiting: list[Any] = [PdfReader(path).trailer["/Root"]]
    while waiting:
        value = waiting.pop().get_object()
        if id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, dict):
            found |= set(value)
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return found


def shown(path: Path, page: int = 1) -> Image.Image:
    """What a page shows, a dot to the point."""
    command = ["pdftoppm", "-r", str(_DPI), "-png", "-f", str(page), "-l", str(page), str(path)]
    data = subprocess.run(command, check=True, capture_output=True).stdout
    return Image.open(io.BytesIO(data)).convert("RGB")


def seen_at(path: Path, x: float, y: float, page: int = 1) -> tuple[int, int, int]:
    """The colour of a page at a point, counted from the bottom left corner."""
    image = shown(path, page)
    colour: Any = image.getpixel((round(x), round(image.height - y)))
    return colour[0], colour[1], colour[2]


def inked(path: Path, page: int = 1) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of what a page shows, in points from the bottom left corner."""
    image = shown(path, page)
    white = Image.new("RGB", image.size, "white")
    from PIL import ImageChops

    box = ImageChops.difference(image, white).getbbox()
    assert box is not None, "the page is blank"
    return box[0], image.height - box[3], box[2], image.height - box[1]
