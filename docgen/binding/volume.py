"""The pages of a volume (证实性材料): sheets one after the other, and laid under its layout.

qpdf's own jobs do both: they carry streams from file to file, one at a time. Pages copied by
pikepdf would all be in memory until they are written.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: How every file is written: compact, streams as they came, an ID that follows from the content.
WRITTEN = {"objectStreams": "generate", "decodeLevel": "none", "deterministicId": ""}


def merged(sheets: Sequence[Path], target: Path) -> None:
    """Write the pages of normalised files, one file after the other, as one PDF.

    Args:
        sheets: Files that `docgen.binding.sheets.normalise` wrote; at least one.
        target: The PDF to write.
    """
    from pikepdf import Job

    pages = [{"file": str(path), "range": "1-z"} for path in sheets]
    # Any number of files may come: one is open at a time.
    job = {"empty": "", "pages": pages, "keepFilesOpen": "n", "outputFile": str(target)}
    Job({**job, **WRITTEN}).run()


def underlaid(layout: bytes, sheets: Path, pages: Sequence[int], target: Path) -> None:
    """Write a layout with sheets under its pages.

    What the layout holds (text, links, outlines, page labels, metadata) stays.

    Args:
        layout: A PDF of portrait A4 pages, as WeasyPrint makes; where it paints nothing, the sheet
            is seen.
        sheets: The PDF of the sheets.
        pages: For each page of `sheets`, in order, the page of the layout that it goes under, from
            0; no page takes two.
        target: The PDF to write.

    Raises:
        ValueError: If there are more or fewer sheets than pages.
    """
    import pikepdf
    from pikepdf import Job

    with pikepdf.open(sheets) as under:
        if len(under.pages) != len(pages):
            raise ValueError(f"{len(under.pages)} sheets for {len(pages)} pages")
    to = ",".join(str(page + 1) for page in pages)
    with TemporaryDirectory() as folder:
        top = Path(folder, "layout.pdf")
        top.write_bytes(layout)
        job = {
            "inputFile": str(top),
            "underlay": [{"file": str(sheets), "from": "1-z", "to": to}],
            "outputFile": str(target),
        }
        Job({**job, **WRITTEN}).run()
