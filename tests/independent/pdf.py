"""A second reader of PDF files: Poppler for text and places, pypdf for the rest."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree
from pypdf import PdfReader

_XHTML = "{http://www.w3.org/1999/xhtml}"
_LEADER = re.compile(r"\.{3,}")


@dataclass(frozen=True)
class Page:
    """A page's text above the bottom margin, line by line as drawn, and its footer."""

    lines: list[str]
    footer: str

    @property
    def compact(self) -> str:
        """The text without white space, and without the leaders of a table of contents."""
        text = re.sub(r"\s", "", "".join(self.lines))
        return _LEADER.sub("", text)


@dataclass(frozen=True)
class Line:
    """A line's text and its box, points from the page's top left corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def size(self) -> float:
        """The height of the box, about the type size."""
        return self.bottom - self.top


def read_pages(path: Path, bottom_margin: float) -> list[Page]:
    """The pages of a PDF in drawing order.

    Args:
        path: The PDF.
        bottom_margin: Points; what stands below it is footer.
    """
    height = float(PdfReader(path).pages[0].mediabox.height)
    edge = round(height - bottom_margin) + 2
    above = _poppler(path, "-raw", *_window(0, edge)).split("\f")[:-1]
    below = _poppler(path, "-raw", *_window(edge, round(height) - edge)).split("\f")[:-1]
    return [
        Page(body.splitlines(), footer.strip()) for body, footer in zip(above, below, strict=True)
    ]


def read_lines(path: Path) -> list[list[Line]]:
    """The lines of each page with their places."""
    html = subprocess.run(
        ["pdftotext", "-bbox-layout", str(path), "-"], check=True, capture_output=True
    ).stdout
    root = etree.fromstring(html, etree.XMLParser(recover=True))
    return [
        [
            Line(
                "".join(word.text or "" for word in line.iter(_XHTML + "word")),
                *(float(line.get(name, "nan")) for name in ("xMin", "xMax", "yMin", "yMax")),
            )
            for line in page.iter(_XHTML + "line")
        ]
        for page in root.iter(_XHTML + "page")
    ]


def set_text(path: Path, text: str) -> set[tuple[str, float]]:
    """Face and size (pt) of each place where a text stands whole, in one face; see `fonts`."""
    found: set[tuple[str, float]] = set()
    for page in PdfReader(path).pages:
        pieces: list[tuple[str, str, float]] = []

        def visit(
            piece: str,
            matrix: list[float],
            text_matrix: list[float],
            font: dict[str, Any] | None,
            size: float,
            pieces: list[tuple[str, str, float]] = pieces,
        ) -> None:
            if font is not None and (compact := re.sub(r"\s", "", piece)):
                scale = abs(matrix[3] * text_matrix[3])
                pieces.append((compact, _name(font), round(size * scale, 2)))

        page.extract_text(visitor_text=visit)
        signs = [(sign, face, size) for piece, face, size in pieces for sign in piece]
        printed = "".join(sign for sign, _, _ in signs)
        for match in re.finditer(re.escape(text), printed):
            place = {(face, size) for _, face, size in signs[match.start() : match.end()]}
            found |= place if len(place) == 1 else set()
    return found


def outline(path: Path) -> list[tuple[int, str, int]]:
    """Depth, title and page index of each bookmark, in order."""
    reader = PdfReader(path)
    found: list[tuple[int, str, int]] = []

    def walk(items: list[Any], depth: int) -> None:
        for item in items:
            if isinstance(item, list):
                walk(item, depth + 1)
            else:
                page = reader.get_destination_page_number(item)
                assert page is not None
                found.append((depth, str(item.title), page))

    walk(reader.outline, 0)
    return found


def fonts(path: Path) -> dict[str, bool]:
    """Font name without its subset tag → whether the file holds it."""
    found: dict[str, bool] = {}
    for page in PdfReader(path).pages:
        resources: Any = page["/Resources"]
        for reference in resources.get("/Font", {}).values():
            font = reference.get_object()
            name = _name(font)
            inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            descriptor = inner["/FontDescriptor"]
            found[name] = any(f"/FontFile{kind}" in descriptor for kind in ("", "2", "3"))
    return found


def without_repeated_heads(pages: list[Page], text: str, tables: list[Any]) -> str:
    """The PDF's text, less the heads of tables that are repeated where a table goes on.

    A head is removed only where the text of the Word file stands inside that very table at the
    page's beginning; there it must be.

    Args:
        pages: The pages.
        text: The Word file's text without white space.
        tables: Where its tables stand: `start`, `head_end`, `end`.
    """
    printed = ""
    for page in pages:
        own = page.compact
        for table in tables:
            if table.head_end <= len(printed) < table.end and own and table.head_end > table.start:
                head = text[table.start : table.head_end]
                assert own.startswith(head), f"the table’s head {head!r} is not repeated"
                own = own.removeprefix(head)
        printed += own
    return printed


def _name(font: Any) -> str:
    return str(font["/BaseFont"]).lstrip("/").split("+")[-1]


def _poppler(path: Path, *options: str) -> str:
    command = ["pdftotext", "-enc", "UTF-8", *options, str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def _window(top: int, height: int) -> list[str]:
    return ["-x", "0", "-y", str(top), "-W", "2000", "-H", str(height)]
