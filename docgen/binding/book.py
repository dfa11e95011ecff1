"""The bound book (胶装): finished PDFs as one, ready for two-sided printing."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from docgen.binding.volume import WRITTEN
from docgen.document import A4

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pikepdf import Page, Pdf

    from docgen.document import Properties

#: Operators that leave marks: text, paths, shadings, pictures and forms (ISO 32000-1 table 51).
_PAINTING = frozenset(
    (
        "Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do",
        "INLINE IMAGE",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A finished PDF that goes into a book.

    Attributes:
        title: Its name in the outlines.
        source: The file, or its bytes.
        labels: What each of its pages is called, as it prints it: ``II``, ``1``; "" where it
            prints none.
    """

    title: str
    source: Path | bytes
    labels: Sequence[str]


@dataclass(frozen=True, slots=True)
class Bound:
    """A book that was written.

    Attributes:
        starts: The page that each part begins on, from 1.
        pages: Its pages, blank ones included.
        blanks: Which of them print nothing, from 1: those put in and those that the parts have.
    """

    starts: tuple[int, ...]
    pages: int
    blanks: tuple[int, ...]


def bound(parts: Sequence[Part], target: Path, properties: Properties) -> Bound:
    """Write parts as one book: each begins on a right-hand page, and the last leaf is full.

    Blank A4 pages fill up. The outlines hold an entry a part with the part's own below it; links
    within a part lead where they led, even where two parts give places the same names. The same
    parts give the same bytes.

    Args:
        parts: The parts in order, at least one. They are ours, not a stranger's.
        target: The PDF to write.
        properties: What the book says of itself.

    Raises:
        ValueError: If a part has more or fewer labels than pages.
    """
    import pikepdf
    from pikepdf import Job

    with TemporaryDirectory() as folder, ExitStack() as stack:
        files = [_file(part, Path(folder, f"{index}.pdf")) for index, part in enumerate(parts)]
        sources = [stack.enter_context(pikepdf.open(file)) for file in files]
        blank = _blank_page(Path(folder, "blank.pdf"))
        starts: list[int] = []
        labels: list[str] = []
        runs: list[Path] = []
        for part, file, source in zip(parts, files, sources, strict=True):
            if len(part.labels) != len(source.pages):
                counts = f"{len(part.labels)} labels for {len(source.pages)} pages"
                raise ValueError(f"{part.title}: {counts}")
            starts.append(len(labels))
            labels += part.labels
            runs.append(file)
            if len(labels) % 2:
                labels.append("")
                runs.append(blank)
        # qpdf's own job carries streams from file to file, so that they are not all in memory.
        pages = [{"file": str(run), "range": "1-z"} for run in runs]
        job = Job(
            {"empty": "", "pages": pages, "keepFilesOpen": "n", "outputFile": str(target)} | WRITTEN
        )
        book = job.create_pdf()
        _link(book, parts, sources, starts)
        _label(book, labels)
        _describe(book, properties)
        blanks = tuple(n for n, page in enumerate(book.pages, start=1) if _is_blank(page))
        job.write_pdf(book)
    return Bound(tuple(start + 1 for start in starts), len(labels), blanks)


def _file(part: Part, file: Path) -> Path:
    """Return the file of a part; one that is but bytes is written to the file given."""
    if isinstance(part.source, Path):
        return part.source
    file.write_bytes(part.source)
    return file


def _blank_page(file: Path) -> Path:
    from pikepdf import Pdf

    with Pdf.new() as pdf:
        pdf.add_blank_page(page_size=A4)
        pdf.save(file)
    return file


def _is_blank(page: Page) -> bool:
    """Say whether a page paints nothing."""
    from pikepdf import parse_content_stream

    painted = (str(each.operator) for each in parse_content_stream(page))
    return not any(operator in _PAINTING for operator in painted)


def _link(book: Pdf, parts: Sequence[Part], sources: Sequence[Pdf], starts: Sequence[int]) -> None:
    """Make links lead into the book, and give it the outlines of its parts."""
    from pikepdf import OutlineItem

    from docgen.binding.destinations import Destinations

    with book.open_outline() as outline:
        for part, source, start in zip(parts, sources, starts, strict=True):
            copies = book.pages[start : start + len(source.pages)]
            destinations = Destinations(source, copies)
            for page, copy in zip(source.pages, copies, strict=True):
                destinations.relink(page, copy)
            item = OutlineItem(part.title, start)
            item.children = destinations.outline(source.open_outline().root)
            outline.root.append(item)


def _label(book: Pdf, labels: Sequence[str]) -> None:
    """Call each page what it prints (ISO 32000-1 12.4.2); one that prints nothing has no name."""
    from pikepdf import Dictionary, NumberTree, String

    tree = NumberTree.new(book)
    for page, label in enumerate(labels):
        tree[page] = Dictionary(P=String(label)) if label else Dictionary()
    book.Root.PageLabels = tree.obj


def _describe(book: Pdf, properties: Properties) -> None:
    from pikepdf import Name, String

    date = f"D:{properties.date:%Y%m%d}"
    entries = {
        Name.Title: properties.title,
        Name.Author: properties.creator,
        Name.Subject: properties.subject,
        Name.CreationDate: date,
        Name.ModDate: date,
    }
    for name, value in entries.items():
        book.docinfo[name] = String(value)
    book.Root.Lang = String("zh-CN")
    book.Root.PageMode = Name.UseOutlines
