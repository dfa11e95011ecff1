"""Every page of a picture file is made ready to print, one at a time."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from docgen.pictures import BadPicture, printable, printable_pages

RED, BLUE = (200, 20, 20), (20, 20, 200)


def stored(kind: str, **options: Any) -> bytes:
    """A red and a blue frame or page."""
    frames = [Image.new("RGB", (10, 10), colour) for colour in (RED, BLUE)]
    target = io.BytesIO()
    frames[0].save(target, kind, save_all=True, append_images=frames[1:], **options)
    return target.getvalue()


def middle(data: bytes) -> Any:
    with Image.open(io.BytesIO(data)) as image:
        return image.convert("RGB").getpixel((5, 5))


def test_a_tiff_has_pages() -> None:
    pages = list(printable_pages(stored("TIFF")))
    assert [middle(page.picture.data) for page in pages] == [RED, BLUE]
    assert not any(page.first_of_many for page in pages)


def test_an_animation_has_a_first_frame() -> None:
    (page,) = printable_pages(stored("GIF"))
    assert page.first_of_many
    assert page == printable(stored("GIF"))


def test_a_damaged_page_is_come_to_after_the_sound_ones() -> None:
    pages = printable_pages(stored("TIFF", compression="tiff_lzw")[:-40])
    with pytest.raises(BadPicture) as caught:
        list(pages)
    assert caught.value.code == "picture-damaged"
