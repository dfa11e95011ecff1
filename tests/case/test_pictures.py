"""Pictures become upright, opaque RGB or grey PNG or JPEG, or an error with a cure."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from docgen.case.pictures import load_picture
from docgen.document import Picture
from docgen.findings import Finding, Place, Severity

PLACE = Place(file="实施.md", line=7)
RED, BLUE = (200, 20, 20), (20, 20, 200)


def two_colours(width: int = 40, height: int = 20) -> Image.Image:
    """A landscape picture, red on the left, blue on the right."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image


def stored(folder: Path, name: str, image: Image.Image, kind: str, **options: Any) -> bytes:
    target = io.BytesIO()
    image.save(target, kind, **options)
    (folder / name).write_bytes(target.getvalue())
    return target.getvalue()


def loaded(folder: Path, name: str) -> tuple[Picture, list[Finding], Image.Image]:
    picture, findings = load_picture(folder, name, PLACE)
    assert picture is not None, findings
    image = Image.open(io.BytesIO(picture.data))
    image.load()
    assert image.size == picture.pixels
    assert Image.MIME[str(image.format)] == picture.media_type
    return picture, findings, image


def refused(folder: Path, name: str) -> Finding:
    picture, (finding,) = load_picture(folder, name, PLACE)
    assert picture is None
    assert finding.severity is Severity.ERROR
    assert finding.place == PLACE
    assert finding.cure
    return finding


def near(pixel: Any, colour: tuple[int, ...], tolerance: int = 6) -> bool:
    return all(abs(a - b) <= tolerance for a, b in zip(pixel, colour, strict=True))


def test_a_jpeg_that_needs_nothing_keeps_its_pixels_and_loses_its_metadata(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "SECRET PLACE"
    data = stored(tmp_path, "a.jpg", two_colours(), "JPEG", exif=exif, comment=b"SECRET NOTE")
    picture, findings, image = loaded(tmp_path, "a.jpg")
    assert findings == []
    assert b"SECRET" in data
    assert b"SECRET" not in picture.data
    scan = data[data.index(b"\xff\xda") :]
    assert picture.data.endswith(scan)
    assert not image.getexif()


def test_bytes_after_the_end_of_a_jpeg_are_dropped(tmp_path: Path) -> None:
    data = stored(tmp_path, "a.jpg", two_colours(), "JPEG")
    (tmp_path / "a.jpg").write_bytes(data + b"<script>PAYLOAD</script>")
    assert b"PAYLOAD" not in loaded(tmp_path, "a.jpg")[0].data


def test_a_plain_png_keeps_its_image_data_and_loses_its_metadata(tmp_path: Path) -> None:
    image = two_colours()
    data = stored(tmp_path, "a.png", image, "PNG", dpi=(300, 300))
    text = b"Comment\0SECRET"
    chunk = struct.pack(">I", len(text)) + b"tEXt" + text
    chunk += struct.pack(">I", zlib.crc32(b"tEXt" + text))
    (tmp_path / "a.png").write_bytes(data[:33] + chunk + data[33:])
    picture, findings, shown = loaded(tmp_path, "a.png")
    assert findings == []
    assert b"SECRET" not in picture.data
    assert b"pHYs" not in picture.data
    assert shown.tobytes() == image.tobytes()


@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_photograph_is_turned_upright(tmp_path: Path, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored(tmp_path, "a.jpg", two_colours(), "JPEG", quality=95, exif=exif)
    _, _, image = loaded(tmp_path, "a.jpg")
    width, height = image.size
    # Where the red half must be, by the definition of the EXIF orientation tag.
    red = {2: "right", 3: "right", 4: "left", 5: "top", 6: "top", 7: "bottom", 8: "bottom"}
    points = {
        "left": (2, height // 2),
        "right": (width - 3, height // 2),
        "top": (width // 2, 2),
        "bottom": (width // 2, height - 3),
    }
    assert (width, height) == ((40, 20) if orientation <= 4 else (20, 40))
    assert near(image.getpixel(points[red[orientation]]), RED, 20)
    assert not image.getexif()


@pytest.mark.parametrize(
    ("mode", "kind", "name"),
    [
        ("RGB", "PNG", "a.png"),
        ("P", "PNG", "a.png"),
        ("1", "PNG", "a.png"),
        ("L", "PNG", "a.png"),
        ("RGB", "BMP", "a.bmp"),
        ("RGB", "TIFF", "a.tif"),
        ("CMYK", "TIFF", "a.tiff"),
        ("CMYK", "JPEG", "a.jpg"),
        ("L", "JPEG", "a.jpeg"),
        ("RGB", "WEBP", "a.webp"),
        ("P", "GIF", "a.gif"),
    ],
)
def test_every_allowed_format_becomes_rgb_or_grey(
    tmp_path: Path, mode: str, kind: str, name: str
) -> None:
    original = two_colours().convert(mode)
    stored(tmp_path, name, original, kind)
    _, findings, image = loaded(tmp_path, name)
    assert findings == []
    assert image.mode == ("L" if mode in {"1", "L"} else "RGB")
    if mode != "1":
        wanted = original.convert(image.mode).crop((5, 10, 6, 11)).tobytes()
        assert near(image.crop((5, 10, 6, 11)).tobytes(), tuple(wanted), 12)


@pytest.mark.parametrize(("kind", "name"), [("PNG", "a.png"), ("WEBP", "a.webp")])
def test_transparency_is_laid_on_white(tmp_path: Path, kind: str, name: str) -> None:
    image = Image.new("RGBA", (10, 10), (0, 0, 0, 0))
    image.paste((255, 0, 0, 255), (0, 0, 5, 10))
    stored(tmp_path, name, image, kind, **({"lossless": True} if kind == "WEBP" else {}))
    picture, _, shown = loaded(tmp_path, name)
    assert picture.media_type == "image/png"
    assert shown.mode == "RGB"
    assert shown.getpixel((8, 5)) == (255, 255, 255)
    assert shown.getpixel((2, 5)) == (255, 0, 0)


def test_a_transparent_palette_is_laid_on_white(tmp_path: Path) -> None:
    image = Image.new("P", (10, 10), 0)
    image.putpalette([9, 9, 9, 255, 0, 0])
    image.paste(1, (0, 0, 5, 10))
    stored(tmp_path, "a.png", image, "PNG", transparency=0)
    _, _, shown = loaded(tmp_path, "a.png")
    assert shown.getpixel((8, 5)) == (255, 255, 255)
    assert shown.getpixel((2, 5)) == (255, 0, 0)


@pytest.mark.parametrize(("kind", "name"), [("PNG", "a.png"), ("TIFF", "a.tif")])
def test_sixteen_bits_become_eight(tmp_path: Path, kind: str, name: str) -> None:
    stored(tmp_path, name, Image.new("I;16", (8, 8), 0x8000), kind)
    _, _, shown = loaded(tmp_path, name)
    assert shown.mode == "L"
    assert shown.getpixel((3, 3)) in {127, 128}


def test_a_foreign_colour_profile_is_converted_and_dropped(tmp_path: Path) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB", 5000)).tobytes()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    stored(tmp_path, "s.png", two_colours(), "PNG", icc_profile=srgb)
    stored(tmp_path, "x.png", two_colours(), "PNG", icc_profile=lab)
    for name in ("s.png", "x.png"):
        picture, _, shown = loaded(tmp_path, name)
        assert b"iCCP" not in picture.data
        assert near(shown.getpixel((5, 10)), RED)


def test_a_progressive_jpeg_is_made_baseline(tmp_path: Path) -> None:
    stored(tmp_path, "a.jpg", two_colours(200, 100), "JPEG", progressive=True)
    assert "progressive" not in loaded(tmp_path, "a.jpg")[2].info


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    stored(tmp_path, "a.webp", two_colours(), "WEBP")
    first, second = (load_picture(tmp_path, "a.webp", PLACE)[0] for _ in range(2))
    assert first == second


@pytest.mark.parametrize(("kind", "name"), [("GIF", "a.gif"), ("PNG", "a.png"), ("TIFF", "a.tif")])
def test_only_the_first_frame_is_printed_with_a_warning(
    tmp_path: Path, kind: str, name: str
) -> None:
    frames = [Image.new("RGB", (10, 10), colour) for colour in (RED, BLUE)]
    stored(tmp_path, name, frames[0], kind, save_all=True, append_images=frames[1:])
    _, (finding,), shown = loaded(tmp_path, name)
    assert (finding.code, finding.severity) == ("picture-first-frame", Severity.WARNING)
    assert near(shown.getpixel((5, 5)), RED)
    assert not getattr(shown, "is_animated", False)


def test_the_content_wins_over_the_extension_and_is_recorded(tmp_path: Path) -> None:
    stored(tmp_path, "a.png", two_colours(), "JPEG")
    picture, (finding,), _ = loaded(tmp_path, "a.png")
    assert picture.media_type == "image/jpeg"
    assert (finding.code, finding.severity) == ("picture-extension", Severity.NOTE)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\0\0\0\x18ftypheic" + b"\0" * 20, "HEIC"),
        (b"\0\0\0\x1cftypavif" + b"\0" * 20, "AVIF"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
        (b"\xef\xbb\xbf<svg/>", "SVG"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "EPS"),
        (b"8BPS\0\x01" + b"\0" * 30, "Photoshop"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\xd7\xcd\xc6\x9a" + b"\0" * 30, "WMF"),
        (b"PK\x03\x04" + b"\0" * 30, "Office"),
        (b"SIMPLE  =                    T", "无法识别"),
        ("只是文字".encode(), "无法识别"),
    ],
)
def test_other_kinds_of_files_are_refused_by_name(
    tmp_path: Path, content: bytes, what: str
) -> None:
    (tmp_path / "a.png").write_bytes(content)
    finding = refused(tmp_path, "a.png")
    assert finding.code == "picture-refused"
    assert what in finding.message
    assert "PNG" in finding.cure


def test_an_empty_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"")
    assert refused(tmp_path, "a.png").code == "picture-empty"


@pytest.mark.parametrize(
    ("kind", "name"),
    [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp"), ("BMP", "a.bmp"), ("TIFF", "a.tif")],
)
def test_half_a_file_is_an_error(tmp_path: Path, kind: str, name: str) -> None:
    image = Image.effect_noise((200, 200), 60).convert("RGB")
    data = stored(tmp_path, name, image, kind)
    (tmp_path / name).write_bytes(data[: len(data) // 2])
    assert refused(tmp_path, name).code in {"picture-damaged", "picture-refused"}


def test_a_picture_of_absurd_size_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    for side in (8_000, 10_000, 20_000):
        header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
        (tmp_path / "a.png").write_bytes(
            b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", header)
            + chunk(b"IDAT", zlib.compress(b""))
            + chunk(b"IEND", b"")
        )
        assert refused(tmp_path, "a.png").code == "picture-too-large"


def test_a_missing_file_is_named_with_its_near_matches(tmp_path: Path) -> None:
    (tmp_path / "图").mkdir()
    stored(tmp_path / "图", "现场照片.png", two_colours(), "PNG")
    finding = refused(tmp_path, "图/现场照片.jpg")
    assert finding.code == "picture-missing"
    assert "图/现场照片.jpg" in finding.message
    assert "图/现场照片.png" in finding.cure


@pytest.mark.parametrize(
    "name",
    [
        "../a.png",
        "图/../../a.png",
        "..\\a.png",
        "/etc/passwd",
        "C:\\图\\a.png",
        "C:a.png",
        "\\\\server\\a.png",
        "https://example.com/a.png",
        "data:image/png;base64,AAAA",
        "",
        "a\0.png",
        "link.png",
        "elsewhere/a.png",
    ],
)
def test_a_path_out_of_the_case_folder_is_refused(tmp_path: Path, name: str) -> None:
    case = tmp_path / "case"
    case.mkdir()
    stored(tmp_path, "a.png", two_colours(), "PNG")
    (case / "link.png").symlink_to(tmp_path / "a.png")
    (case / "elsewhere").symlink_to(tmp_path)
    assert refused(case, name).code == "picture-outside"


def test_the_names_of_files_outside_the_case_are_not_told(tmp_path: Path) -> None:
    case = tmp_path / "case"
    case.mkdir()
    stored(tmp_path, "secret.png", two_colours(), "PNG")
    (case / "elsewhere").symlink_to(tmp_path)
    assert "secret" not in refused(case, "elsewhere/secre.png").cure


def test_a_folder_or_a_loop_of_links_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "图.png").mkdir()
    (tmp_path / "loop.png").symlink_to(tmp_path / "loop.png")
    assert refused(tmp_path, "图.png").code == "picture-missing"
    assert refused(tmp_path, "loop.png").code == "picture-missing"


def test_a_path_may_be_written_the_windows_way(tmp_path: Path) -> None:
    (tmp_path / "图").mkdir()
    stored(tmp_path / "图", "a.png", two_colours(), "PNG")
    assert loaded(tmp_path, "图\\a.png")[1] == []


@pytest.mark.parametrize("cut", range(8, 400, 7))
def test_damage_anywhere_is_never_a_traceback(tmp_path: Path, cut: int) -> None:
    for kind, name in (("PNG", "a.png"), ("JPEG", "a.jpg"), ("GIF", "a.gif"), ("TIFF", "a.tif")):
        data = bytearray(stored(tmp_path, name, two_colours(), kind))
        data[cut % len(data)] ^= 0xFF
        (tmp_path / name).write_bytes(bytes(data))
        picture, findings = load_picture(tmp_path, name, PLACE)
        assert (picture is None) == any(f.severity is Severity.ERROR for f in findings)


@pytest.mark.parametrize("headers", [b"", b"\xff\xe1\x00\x10Exif\0\0" + b"\0" * 8])
def test_a_jpeg_without_a_jfif_header_gets_one(tmp_path: Path, headers: bytes) -> None:
    stream = io.BytesIO()
    Image.new("RGB", (8, 8), (200, 30, 30)).save(stream, "JPEG")
    data = stream.getvalue()
    assert data[2:4] == b"\xff\xe0"
    end = 4 + int.from_bytes(data[4:6], "big")
    (tmp_path / "相机.jpg").write_bytes(data[:2] + headers + data[end:])
    picture, _ = load_picture(tmp_path, "相机.jpg", PLACE)
    assert picture is not None
    assert picture.data[6:11] == b"JFIF\0"
    with Image.open(io.BytesIO(picture.data)) as image:
        assert image.size == (8, 8)


def test_a_jpeg_that_codes_red_green_and_blue_keeps_its_colours(tmp_path: Path) -> None:
    stream = io.BytesIO()
    Image.new("RGB", (16, 16), (200, 30, 30)).save(stream, "JPEG", keep_rgb=True, quality=95)
    (tmp_path / "扫描.jpg").write_bytes(stream.getvalue())
    picture, _ = load_picture(tmp_path, "扫描.jpg", PLACE)
    assert picture is not None
    with Image.open(io.BytesIO(picture.data)) as image:
        red, green, blue = image.convert("RGB").getpixel((8, 8))  # type: ignore[misc]
    assert (red, green, blue) == pytest.approx((200, 30, 30), abs=6)
