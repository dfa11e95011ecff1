"""Pictures of sheets, for a Word version of the volume: Word cannot hold the pages of a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.document import A4

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image

    from docgen.binding.frame import Frame

#: Quality of the JPEG files.
JPEG_QUALITY = 85


def page_pictures(sheets: Path, frame: Frame, folder: Path, dpi: int = 200) -> list[Path]:
    """Draw what stands in the frame of each page into a JPEG file, grey where there is no colour.

    Meant to run in a child process (`docgen.binding.worker`).

    Args:
        sheets: A PDF that `docgen.binding.sheets.normalise` wrote.
        frame: The frame it was made for.
        folder: Where the files go, named by page: ``0001.jpg`` …
        dpi: Dots per inch.

    Returns:
        The files, page by page.
    """
    import pypdfium2

    width, height = A4
    crop = (
        frame.left,
        frame.bottom,
        width - frame.left - frame.width,
        height - frame.bottom - frame.height,
    )
    files = []
    with pypdfium2.PdfDocument(sheets) as pdf:
        for number, page in enumerate(pdf, start=1):
            bitmap = page.render(scale=dpi / 72, crop=crop, may_draw_forms=False)
            file = folder / f"{number:04d}.jpg"
            _without_idle_colour(bitmap.to_pil()).save(
                file, "JPEG", quality=JPEG_QUALITY, dpi=(dpi, dpi)
            )
            files.append(file)
            page.close()
    return files


def _without_idle_colour(image: Image) -> Image:
    """Return the image in grey if each of its dots is grey."""
    from PIL import ImageChops

    red, green, blue = image.convert("RGB").split()
    differs = (
        ImageChops.difference(red, green).getbbox() or ImageChops.difference(green, blue).getbbox()
    )
    return image.convert("RGB") if differs else red
