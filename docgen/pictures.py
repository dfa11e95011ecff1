"""From the bytes of a picture file to a picture that prints: upright, sRGB or grey, opaque."""

from __future__ import annotations

import io
import re
import warnings
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PIL import Image, ImageCms, ImageFile, UnidentifiedImageError

from docgen.document import Picture
from docgen.picture_metadata import jpeg_without_metadata, png_without_metadata

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The largest picture that is decoded, in pixels.
MAX_PIXELS = 60_000_000
#: Quality of a JPEG that has to be made anew.
JPEG_QUALITY = 92

#: Pillow's name of each format taken in → the file name extensions that go with it.
FORMATS = {
    "PNG": (".png",),
    "JPEG": (".jpg", ".jpeg", ".jpe", ".jfif"),
    "MPO": (".jpg", ".jpeg", ".mpo"),
    "WEBP": (".webp",),
    "GIF": (".gif",),
    "BMP": (".bmp", ".dib"),
    "TIFF": (".tif", ".tiff"),
}
#: MPO files are opened by the JPEG reader.
_OPENED = [name for name in FORMATS if name != "MPO"]
_SAVE_AS = "用看图或修图软件打开，另存为 8 位 RGB 的 PNG 或 JPEG 后再用。"
#: What common files of other kinds begin with.
_REFUSED = (
    (re.compile(rb"....ftyp(?:hei|hev|mif1|msf1|avi)", re.DOTALL), "HEIC/AVIF 图片"),
    (
        re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:svg|\?xml|!doctype)", re.IGNORECASE),
        "SVG 矢量图",
    ),
    (re.compile(rb"%!PS|\xc5\xd0\xd3\xc6"), "EPS 矢量图"),
    (re.compile(rb"8BPS"), "Photoshop 文件"),
    (re.compile(rb"%PDF"), "PDF 文件"),
    (
        re.compile(rb"\xd7\xcd\xc6\x9a|\x01\0\0\0.{36} EMF", re.DOTALL),
        "WMF/EMF 图元文件",
    ),
    (re.compile(rb"PK\x03\x04|\xd0\xcf\x11\xe0"), "Office 文档或压缩包"),
)
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_EXIF_ORIENTATION = 0x0112


class BadPicture(Exception):  # noqa: N818 - it becomes a finding, not a crash
    """A picture that cannot be used."""

    def __init__(self, code: str, message: str, cure: str) -> None:
        """Keep the parts of the finding; `message` is a predicate of the picture's name."""
        self.code, self.message, self.cure = code, message, cure
        super().__init__(code)


@dataclass(frozen=True, slots=True)
class Printable:
    """A picture ready to print and what its file was.

    Attributes:
        picture: The picture.
        format: Pillow's name of the file's format, a key of `FORMATS`.
        first_of_many: The file held several frames or pages; the first is the picture.
    """

    picture: Picture
    format: str
    first_of_many: bool


def printable(data: bytes) -> Printable:
    """Make the bytes of a file a picture ready to print; the same bytes give the same picture.

    Raises:
        BadPicture: ``picture-refused``, ``picture-too-large`` or ``picture-damaged``.
    """
    with _complaints(data), Image.open(io.BytesIO(data), formats=_OPENED) as image:
        return _printable(image, data)


def printable_pages(data: bytes) -> Iterator[Printable]:
    """Make every page of a file a picture ready to print, one at a time.

    Only a TIFF has pages; of an animation's frames there is the first.

    Raises:
        BadPicture: As `printable`, when the page is come to.
    """
    with _complaints(data):
        image = Image.open(io.BytesIO(data), formats=_OPENED)
        pages = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
    with image:
        for page in range(pages):
            with _complaints(data):
                image.seek(page)
                printed = _printable(image, data)
            yield replace(printed, first_of_many=False) if pages > 1 else printed


@contextmanager
def _complaints(data: bytes) -> Iterator[None]:
    """Say in our words what is wrong with a picture, and let no half of one pass."""
    # Only the bomb warning matters: damaged metadata is dropped anyway.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            with _whole_pictures_only():
                yield
        except BadPicture:
            raise
        except UnidentifiedImageError:
            raise _refused(data) from None
        except (Image.DecompressionBombWarning, Image.DecompressionBombError):
            raise _too_large() from None
        except Exception as error:  # decoders raise anything on damaged data
            raise BadPicture(
                "picture-damaged",
                "已损坏或不完整，无法读出",
                "重新复制、下载或导出这张图片。",
            ) from error


@contextmanager
def _whole_pictures_only() -> Iterator[None]:
    """Refuse half a picture: WeasyPrint, once imported, makes Pillow print the half it has."""
    lenient = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def _printable(image: Image.Image, data: bytes) -> Printable:
    if image.width * image.height > MAX_PIXELS:
        raise _too_large()
    file_format = str(image.format)
    several = bool(getattr(image, "is_animated", False)) and file_format != "MPO"
    untouched = None
    if file_format == "JPEG" and "progressive" not in image.info:
        untouched = jpeg_without_metadata(data)
    elif file_format == "PNG" and not several:
        untouched = png_without_metadata(data)
    image.load()
    ready = _to_srgb(_flattened(_upright(image)))
    photograph = file_format in {"JPEG", "MPO"} or (file_format == "WEBP" and image.mode == "RGB")
    if ready is not image or untouched is None:
        untouched = _encoded(ready, photograph=photograph)
    media_type = "image/jpeg" if photograph else "image/png"
    return Printable(Picture(untouched, media_type, ready.size), file_format, several)


def _refused(data: bytes) -> BadPicture:
    kind = next((name for pattern, name in _REFUSED if pattern.match(data)), "无法识别的文件")
    return BadPicture("picture-refused", f"是{kind}，不能直接使用", _SAVE_AS)


def _too_large() -> BadPicture:
    return BadPicture(
        "picture-too-large",
        f"超过 {MAX_PIXELS // 10_000} 万像素",
        "缩小像素尺寸；整页宽的照片有 2000 像素宽就够清晰。",
    )


def _upright(image: Image.Image) -> Image.Image:
    try:
        orientation = image.getexif().get(_EXIF_ORIENTATION)
    except Exception:  # damaged metadata says nothing about the picture
        return image
    return image.transpose(_UPRIGHT[orientation]) if orientation in _UPRIGHT else image


def _flattened(image: Image.Image) -> Image.Image:
    """Return the picture in mode L, RGB or CMYK, on white where it was transparent."""
    if image.mode in {"I", "F"}:
        raise BadPicture("picture-refused", "每个通道是 32 位，不能直接使用", _SAVE_AS)
    if image.mode.startswith("I;16"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        white = Image.new("RGB", image.size, "white")
        white.paste(layer, mask=layer.getchannel("A"))
        return white.convert("L") if image.mode in {"1", "L", "LA", "La"} else white
    if image.mode == "1":
        return image.convert("L")
    if image.mode in {"L", "RGB", "CMYK"}:
        return image
    return image.convert("RGB")


def _to_srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if profile and image.mode != "L":
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            if "sRGB" not in ImageCms.getProfileDescription(source):
                srgb = ImageCms.createProfile("sRGB")
                converted = ImageCms.profileToProfile(image, source, srgb, outputMode="RGB")
                image = converted or image
        except (ImageCms.PyCMSError, OSError):
            pass  # an unusable profile is no profile
    return image.convert("RGB") if image.mode == "CMYK" else image


def _encoded(image: Image.Image, *, photograph: bool) -> bytes:
    bare = image.copy()
    bare.info.clear()  # Pillow would write the profile and the comment back
    target = io.BytesIO()
    if photograph:
        bare.save(target, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    else:
        bare.save(target, "PNG")
    return target.getvalue()
