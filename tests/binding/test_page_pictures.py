"""A Word version of a volume shows pictures of its sheets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from docgen.binding.page_pictures import page_pictures
from docgen.binding.sheets import normalise
from docgen.binding.worker import Worker
from tests.binding.making import BLUE, FRAME, RED, pages, two_colours, written


def pictures(folder: Path, source: Path, dpi: int = 200) -> list[Path]:
    normalise(source, folder / "页.pdf", FRAME)
    return page_pictures(folder / "页.pdf", FRAME, folder, dpi)


def colour(image: Image.Image, x: float, y: float) -> tuple[int, ...]:
    """The colour at so much of the width and height, from the top left corner."""
    pixel: Any = image.convert("RGB").getpixel((round(x * image.width), round(y * image.height)))
    return tuple(pixel)


def near(pixel: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    return all(abs(a - b) <= 10 for a, b in zip(pixel, wanted, strict=True))


def test_there_is_a_picture_of_the_frame_of_each_page(tmp_path: Path) -> None:
    files = pictures(tmp_path, written(tmp_path / "a.pdf", pages((440, 680), (680, 440))))
    assert [file.name for file in files] == ["0001.jpg", "0002.jpg"]
    for file in files:
        with Image.open(file) as image:
            assert image.format == "JPEG"
            assert image.size == pytest.approx((440 / 72 * 200, 680 / 72 * 200), abs=2)
            assert image.info["dpi"] == (200, 200)
    with Image.open(files[0]) as upright, Image.open(files[1]) as turned:
        assert near(colour(upright, 0.5, 0.02), RED)
        assert near(colour(upright, 0.02, 0.5), BLUE)
        assert near(colour(turned, 0.02, 0.5), RED)
        assert near(colour(turned, 0.5, 0.98), BLUE)


def test_a_page_without_colour_is_grey(tmp_path: Path) -> None:
    grey, coloured = tmp_path / "grey.jpg", tmp_path / "coloured.png"
    Image.effect_noise((300, 200), 60).save(grey)
    two_colours(300, 200).save(coloured)
    for source, mode in ((grey, "L"), (coloured, "RGB")):
        with Image.open(pictures(tmp_path, source, dpi=60)[0]) as image:
            assert image.mode == mode


def test_the_child_that_takes_the_risk_can_draw(tmp_path: Path) -> None:
    source = written(tmp_path / "a.pdf", pages((440, 680)))
    (here,) = pictures(tmp_path, source)
    (tmp_path / "there").mkdir()
    with Worker(seconds=60) as worker:
        (there,) = worker.run(page_pictures, tmp_path / "页.pdf", FRAME, tmp_path / "there")
    assert there.read_bytes() == here.read_bytes()
