"""What happens to a paper on its way into a file: the scanner's glass, a camera, a format.

Nothing is random: the grain of the paper comes from a generator with a fixed seed.
"""

from __future__ import annotations

import random
from io import BytesIO
from typing import TYPE_CHECKING, Any

import img2pdf
import pikepdf
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

if TYPE_CHECKING:
    from collections.abc import Sequence

PAPER, GLASS, WALL = (252, 250, 245), (226, 226, 224), (214, 209, 200)
_GRAIN = 512  # side of the tile of grain, pixels
_ORIENTATION, _TURN_RIGHT = 0x0112, 6  # EXIF 2.3: the stored picture is to be turned clockwise


def scanned(page: Image.Image, turn: float = 0.4) -> Image.Image:
    """Return the page as it comes off a flatbed: off-white, a little turned, darker at an edge.

    Args:
        page: The page in true colour.
        turn: How far it lies askew, degrees counter-clockwise.
    """
    sheet = ImageChops.multiply(page, Image.new("RGB", page.size, PAPER))
    sheet = sheet.rotate(turn, Image.Resampling.BICUBIC, fillcolor=GLASS)
    sheet = ImageChops.multiply(sheet, _edge(sheet.size))
    return _grained(sheet).filter(ImageFilter.GaussianBlur(0.4))


def photographed(plate: Image.Image) -> Image.Image:
    """Return the plate hung on a wall and taken from a little below and beside."""
    margin = plate.width // 14
    size = (plate.width + 2 * margin, plate.height + 2 * margin)
    shadow = Image.new("L", size, 0)
    box = (margin, margin, margin + plate.width, margin + plate.height)
    ImageDraw.Draw(shadow).rectangle([edge + margin // 4 for edge in box], fill=150)
    shadow = shadow.filter(ImageFilter.GaussianBlur(margin / 4))
    wall = Image.composite(
        Image.new("RGB", size, (96, 92, 86)), Image.new("RGB", size, WALL), shadow
    )
    wall.paste(plate, box[:2])
    width, height = size
    dip = margin / 3
    corners = (0, dip, 0, height, width, height - dip / 2, width, 0)
    shot = wall.transform(size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC)
    light = Image.radial_gradient("L").resize(size)
    light = ImageOps.invert(light).point([185 + value * 70 // 255 for value in range(256)])
    shot = ImageChops.multiply(shot, light.convert("RGB"))
    return _grained(shot).filter(ImageFilter.GaussianBlur(0.5))


def jpeg(page: Image.Image, dpi: int, quality: int = 62, **options: Any) -> bytes:
    """Return the picture as JPEG."""
    target = BytesIO()
    page.save(target, "JPEG", quality=quality, optimize=True, dpi=(dpi, dpi), **options)
    return target.getvalue()


def sideways_jpeg(page: Image.Image, dpi: int) -> bytes:
    """Return a JPEG stored lying on its side, that asks to be turned upright by its EXIF tag."""
    exif = Image.Exif()
    exif[_ORIENTATION] = _TURN_RIGHT
    return jpeg(page.transpose(Image.Transpose.ROTATE_90), dpi, exif=exif)


def cmyk_jpeg(page: Image.Image, dpi: int) -> bytes:
    """Return a JPEG in the four colours of print, as agencies deliver them."""
    return jpeg(page.convert("CMYK"), dpi, quality=45)


def png(page: Image.Image, dpi: int, colours: int = 32) -> bytes:
    """Return the picture as PNG with a palette."""
    target = BytesIO()
    few = page.quantize(colours, dither=Image.Dither.NONE)
    few.save(target, "PNG", dpi=(dpi, dpi), optimize=True)
    return target.getvalue()


def tiff(pages: Sequence[Image.Image], dpi: int) -> bytes:
    """Return the pages as one black-and-white TIFF, coded as a fax is (CCITT Group 4)."""
    target = BytesIO()
    first, *rest = [
        page.convert("L").point(lambda value: 255 * (value > 150)).convert("1") for page in pages
    ]
    first.save(target, "TIFF", save_all=True, append_images=rest, compression="group4",
               dpi=(dpi, dpi))  # fmt: skip
    return target.getvalue()


def turned_pdf(page: Image.Image, dpi: int) -> bytes:
    """Return a PDF whose page lies on its side and is shown upright by its /Rotate."""
    lying = jpeg(page.transpose(Image.Transpose.ROTATE_90), dpi)
    target = BytesIO()
    with pikepdf.open(BytesIO(img2pdf.convert(lying))) as made, pikepdf.new() as pdf:
        pdf.pages.extend(made.pages)  # without the dates and the random id
        pdf.pages[0].Rotate = 90
        pdf.save(target, deterministic_id=True)
    return target.getvalue()


def _grained(sheet: Image.Image) -> Image.Image:
    """Return the picture with the faint grain of paper and sensor."""
    noise = random.Random(1845).randbytes(_GRAIN * _GRAIN)
    tile = Image.frombytes("L", (_GRAIN, _GRAIN), noise).filter(ImageFilter.GaussianBlur(1.6))
    grain = Image.new("L", sheet.size)
    for x in range(0, sheet.width, _GRAIN):
        for y in range(0, sheet.height, _GRAIN):
            grain.paste(tile, (x, y))
    grain = grain.point([247 + value * 8 // 255 for value in range(256)])
    return ImageChops.multiply(sheet, grain.convert("RGB"))


def _edge(size: tuple[int, int]) -> Image.Image:
    """Return a light that falls off towards the left edge, where the lid does not close."""
    width, height = size
    row = Image.new("L", (width, 1), 255)
    reach = width // 24
    row.putdata([min(255, 225 + 30 * x // reach) for x in range(width)])
    return row.resize((width, height)).convert("RGB")
