"""Bind the finished documents to a book (装订稿) that a print shop can print as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.binding.book import Part, bound
from docgen.bookmaking import BookPart, MadeBook
from docgen.compose.values import properties
from docgen.style.documents import Book
from docgen.write import PrintedFile

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from docgen.case.load import Case
    from docgen.style.model import Style

_PDF = ".pdf"


def bind(
    case: Case, style: Style, printed: Mapping[str, list[PrintedFile]], folder: Path
) -> tuple[MadeBook | None, dict[str, list[PrintedFile]]]:
    """Return the book that a style asks for, as it was made, and its file by its key.

    Args:
        case: The case.
        style: The style.
        printed: The files of each document, by its key; those without a PDF are not bound.
        folder: Where the book is made.

    Returns:
        None and no file, where the style asks for no book or nothing is there to bind.
    """
    for key, spec in style.documents.items():
        if not isinstance(spec, Book):
            continue
        parts = {
            part: file
            for part in spec.parts
            for file in printed.get(part, ())
            if file.suffix == _PDF
        }
        if not parts:
            continue
        names = {part: style.documents[part].name for part in parts}
        target = folder / f"{key}.pdf"
        made = bound(
            [Part(names[part], file.content, file.labels) for part, file in parts.items()],
            target,
            properties(case, style, f"{style.full_honour}申报材料"),
        )
        book = MadeBook(
            tuple(
                BookPart(names[part], start, file.pages or 0)
                for (part, file), start in zip(parts.items(), made.starts, strict=True)
            ),
            made.pages,
            made.blanks,
            style.print.two_sided,
            style.print.paper,
        )
        return book, {key: [PrintedFile(_PDF, target, made.pages)]}
    return None, {}
