"""Pictures become sheets: upright as they are, as large as the frame lets them, not too coarse."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from docgen.binding.remarks import BadSheet, Inspected
from docgen.binding.sheets import inspect, normalise
from docgen.findings import Severity
from tests.binding.looking import A4, inked, seen_at, sizes
from tests.binding.making import BLUE, FRAME, RED, two_colours


def normalised(source: Path) -> tuple[Path, Inspected]:
    target = source.with_name("页.pdf")
    result = normalise(source, target, FRAME)
    assert result == inspect(source)
    assert sizes(target) == [A4] * result.pages
    return target, result


def stored(path: Path, image: Image.Image, **options: Any) -> Path:
    image.save(path, **options)
    return path


def near(colour: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    return all(abs(a - b) <= 6 for a, b in zip(colour, wanted, strict=True))


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.tif", "a.bmp", "a.webp", "a.gif"])
def test_every_kind_of_picture_fills_the_width_of_the_frame(tmp_path: Path, name: str) -> None:
    sheets, result = normalised(stored(tmp_path / name, two_colours(1200, 800)))
    assert result == Inspected(1)
    left, bottom, right, top = inked(sheets)
    assert (left, right) == pytest.approx((FRAME.left, FRAME.left + FRAME.width), abs=1.5)
    assert top - bottom == pytest.approx(440 / 1200 * 800, abs=2)
    assert near(seen_at(sheets, left + 50, top - 20), RED)
    assert near(seen_at(sheets, left + 50, bottom + 20), BLUE)


def test_a_small_picture_is_printed_at_100_dots_per_inch(tmp_path: Path) -> None:
    left, bottom, right, top = inked(
        normalised(stored(tmp_path / "a.png", two_colours(200, 100)))[0]
    )
    assert (right - left, top - bottom) == pytest.approx((144, 72), abs=2)


@pytest.mark.parametrize("size", [(1, 1), (2, 900), (20_000, 30)])
def test_a_picture_of_any_shape_has_its_sheet(tmp_path: Path, size: tuple[int, int]) -> None:
    assert normalised(stored(tmp_path / "a.png", two_colours(*size)))[1].pages == 1


def test_a_jpeg_keeps_its_data(tmp_path: Path) -> None:
    source = stored(tmp_path / "a.jpg", Image.effect_noise((300, 200), 80), quality=60)
    data = source.read_bytes()
    scan = data[data.index(b"\xff\xda") :]
    sheets, _ = normalised(source)
    assert scan in sheets.read_bytes()


def test_a_photograph_is_turned_as_its_camera_was_held(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the top of the picture is on its right
    sheets, _ = normalised(stored(tmp_path / "a.jpg", two_colours(1200, 800), exif=exif))
    left, bottom, right, top = inked(sheets)
    assert top - bottom > right - left
    assert near(seen_at(sheets, right - 20, bottom + 50), RED)
    assert near(seen_at(sheets, left + 20, top - 50), BLUE)


@pytest.mark.parametrize("compression", ["tiff_lzw", "jpeg", "group4"])
def test_every_page_of_a_tiff_is_a_sheet(tmp_path: Path, compression: str) -> None:
    colours = [(255, 255, 255), (0, 0, 0), (255, 255, 255)]
    frames = [Image.new("RGB", (600, 800), colour) for colour in colours]
    if compression == "group4":
        frames = [frame.convert("1") for frame in frames]
    source = stored(
        tmp_path / "扫描.tif",
        frames[0],
        save_all=True,
        append_images=frames[1:],
        compression=compression,
    )
    sheets, result = normalised(source)
    assert result == Inspected(3)
    for page, colour in enumerate(colours, start=1):
        assert near(seen_at(sheets, 300, 400, page), colour)


def test_of_an_animation_there_is_the_first_frame_and_a_warning(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (600, 800), colour) for colour in (RED, BLUE)]
    source = stored(tmp_path / "a.gif", frames[0], save_all=True, append_images=frames[1:])
    sheets, result = normalised(source)
    (remark,) = result.remarks
    assert (remark.code, remark.severity) == ("sheet-first-frame", Severity.WARNING)
    assert near(seen_at(sheets, 300, 400), RED)


def test_the_content_wins_over_the_extension_and_is_noted(tmp_path: Path) -> None:
    source = stored(tmp_path / "执照.pdf", two_colours(60, 40), format="JPEG")
    (remark,) = normalised(source)[1].remarks
    assert (remark.code, remark.severity) == ("sheet-extension", Severity.NOTE)
    assert "JPEG" in remark.message


def test_half_a_picture_is_an_error(tmp_path: Path) -> None:
    stream = io.BytesIO()
    Image.effect_noise((200, 200), 60).save(stream, "JPEG")
    (tmp_path / "a.jpg").write_bytes(stream.getvalue()[:-2000])
    with pytest.raises(BadSheet) as caught:
        inspect(tmp_path / "a.jpg")
    assert caught.value.code == "sheet-damaged"


def test_half_a_tiff_is_an_error(tmp_path: Path) -> None:
    frames = [Image.effect_noise((200, 200), 60) for _ in range(3)]
    source = stored(tmp_path / "a.tif", frames[0], save_all=True, append_images=frames[1:])
    source.write_bytes(source.read_bytes()[:60_000])
    with pytest.raises(BadSheet) as caught:
        inspect(source)
    assert caught.value.code == "sheet-damaged"


def test_a_picture_of_too_many_dots_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BadSheet) as caught:
        inspect(stored(tmp_path / "a.png", Image.new("1", (10_000, 7_000))))
    assert caught.value.code == "sheet-too-large"


def test_the_same_picture_gives_the_same_bytes_and_no_date(tmp_path: Path) -> None:
    source = stored(tmp_path / "a.png", two_colours(60, 40))
    for name in ("1.pdf", "2.pdf"):
        normalise(source, tmp_path / name, FRAME)
    assert (tmp_path / "1.pdf").read_bytes() == (tmp_path / "2.pdf").read_bytes()
    with pikepdf.open(tmp_path / "1.pdf") as sheets:
        assert "/Info" not in sheets.trailer
