"""A Word file was edited after its PDF, book or archive was made.

What: a Word file is no longer as it was made, and what was made from it still is.
Why: the PDF is printed and uploaded, not the Word file.
Example: a phone number corrected in Word, and the old one in the PDF and the bound book.
Cure: export the PDF anew; better, correct the case and render it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docgen.disk import is_changed
from docgen.findings import Finding, Place, Severity
from docgen.style.documents import Book, PrintSheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.consistency.stored import Made, StoredDossier

_WORD = ".docx"


def check(dossier: StoredDossier) -> Iterator[Finding]:
    """Yield the Word files that have changed, with what is still made from the old ones."""
    changed = {
        each.name for each in dossier.made if is_changed(dossier.folder / each.name, each.digest)
    }
    for made in dossier.made:
        if made.name not in changed or Path(made.name).suffix != _WORD:
            continue
        stale = [each.name for each in _made_from(dossier, made) if each.name not in changed]
        if stale:
            yield Finding(
                "print-out-of-date",
                f"生成之后改过；{'、'.join(stale)}还是原来的内容。",
                "请改案例后重新生成；只改 Word 的，请另存 PDF 并替换这些文件。",
                Place(str(dossier.folder / made.name)),
                Severity.WARNING,
            )


def _made_from(dossier: StoredDossier, word: Made) -> Iterator[Made]:
    """Yield what shows a Word file's content: its PDF, books that bind it, the archive."""
    for each in dossier.made:
        spec = dossier.style.documents.get(each.document)
        if isinstance(spec, PrintSheet):  # for whoever prints, no part of the application
            continue
        binds = isinstance(spec, Book) and word.document in spec.parts
        shows = binds or each.document in ("", word.document)
        if shows and each.name != word.name and (dossier.folder / each.name).is_file():
            yield each
