"""Pages of other files come into the room that a document leaves for them, each into its own."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from docgen.binding.frame import Frame
from docgen.binding.sheets import normalise
from docgen.binding.volume import merged
from docgen.document import Contents, Document, Insert, PageBreak, PageNumbers, Section
from docgen.write import files_of
from docgen.write.docx import write as write_word
from docgen.write.inserts import Sheets, filled, with_pictures
from docgen.write.pdf import write as write_pdf
from tests.binding.looking import A4, seen_at, sizes, texts
from tests.binding.making import BLUE, RED, pages, two_colours, written
from tests.write.docx.making import WordFile
from tests.write.docx.making import document as word_document
from tests.write.pdf.making import document as pdf_document
from tests.write.pdf.making import heading

WHITE = (255, 255, 255)
#: Below a heading on a plain page.
FRAME = Frame(left=90, bottom=72, width=400, height=600)


def room(number: int) -> Insert:
    return Insert(f"_Sheet_{number}", FRAME.width, FRAME.height, f"材料，第{number}页")


def volume(make: Callable[..., Document] = pdf_document, *, rooms: int = 3) -> Document:
    """Contents, a divider, then a page for each sheet."""
    blocks: list[Any] = []
    for number in range(1, rooms + 1):
        blocks += [heading(1, f"{number}．", f"材料{number}", f"a{number}"), room(number)]
        blocks.append(PageBreak())
    return make(
        Section((Contents("目录", 1),), page_numbers=PageNumbers("upper-roman", start=1)),
        Section((heading(1, "一、", "一项", "item"),), page_numbers=PageNumbers(start=1)),
        Section(tuple(blocks[:-1]), page_numbers=PageNumbers()),
    )


def in_word(*sections: Section) -> Document:
    return word_document(sections=sections)


def sheets(folder: Path, count: int = 3) -> Sheets:
    source = written(folder / "a.pdf", pages(*[(400, 600)] * count, text="sheet"))
    normalise(source, folder / "页.pdf", FRAME)
    (folder / "made").mkdir()
    return Sheets(folder / "页.pdf", FRAME, folder / "made")


# ── PDF ─────────────────────────────────────────────────


def test_each_sheet_goes_under_the_page_that_leaves_room_for_it(tmp_path: Path) -> None:
    document = volume()
    target = filled(document, write_pdf(document), sheets(tmp_path))
    assert target.parent == tmp_path / "made"
    said = texts(target)
    assert [next((n for n in (1, 2, 3) if f"sheet {n}" in text), 0) for text in said] == [
        0, 0, 1, 2, 3,
    ]  # fmt: skip
    for page, text in enumerate(said[2:], start=1):
        assert f"{page}．材料" in text


def test_what_a_sheet_shows_is_seen_in_the_frame(tmp_path: Path) -> None:
    document = volume()
    target = filled(document, write_pdf(document), sheets(tmp_path))
    inside = (FRAME.left + 20, FRAME.bottom + 100)
    assert seen_at(target, *inside, page=3) == pytest.approx(BLUE, abs=6)
    assert seen_at(target, *inside, page=2) == WHITE


def test_a_sheet_too_few_or_too_many_is_a_mistake_of_ours(tmp_path: Path) -> None:
    document = volume()
    for count in (2, 4):
        (tmp_path / str(count)).mkdir()
        with pytest.raises(ValueError, match=f"{count} sheets for 3 pages"):
            filled(document, write_pdf(document), sheets(tmp_path / str(count), count))


# ── Word ────────────────────────────────────────────────


def test_each_room_gets_the_picture_of_its_sheet_and_nothing_else_changes(tmp_path: Path) -> None:
    document = volume(in_word, rooms=2)
    two_colours(400, 600).save(tmp_path / "red-above.png")
    two_colours(400, 600).rotate(180).save(tmp_path / "blue-above.png")
    for name in ("red-above", "blue-above"):
        normalise(tmp_path / f"{name}.png", tmp_path / f"{name}.pdf", FRAME)
    merged([tmp_path / "red-above.pdf", tmp_path / "blue-above.pdf"], tmp_path / "页.pdf")
    ready = with_pictures(document, Sheets(tmp_path / "页.pdf", FRAME, tmp_path))
    above = []
    for insert in ready.inserts:
        assert insert.picture is not None
        assert insert.picture.media_type == "image/jpeg"
        with Image.open(io.BytesIO(insert.picture.data)) as image:
            assert image.format == "JPEG"
            assert image.size == insert.picture.pixels
            # 200 dots an inch over the frame.
            assert image.width == pytest.approx(FRAME.width / 72 * 200, abs=2)
            colour: Any = image.convert("RGB").getpixel((image.width // 2, image.height // 3))
            above.append(colour)
    for colour, wanted in zip(above, (RED, BLUE), strict=True):
        assert colour == pytest.approx(wanted, abs=10)
    emptied = tuple(
        replace(
            section,
            blocks=tuple(
                replace(block, picture=None) if isinstance(block, Insert) else block
                for block in section.blocks
            ),
        )
        for section in ready.sections
    )
    assert replace(ready, sections=emptied) == document


def test_word_shows_the_pictures_as_large_as_the_room_and_describes_them(tmp_path: Path) -> None:
    document = with_pictures(volume(in_word), sheets(tmp_path))
    word = WordFile(write_word(document, {}))
    extents = [(each.get("cx"), each.get("cy")) for each in word.all("wp:extent")]
    emu = 12_700  # in a point
    assert extents == [(str(FRAME.width * emu), str(FRAME.height * emu))] * 3
    described = [each.get("descr") for each in word.all("wp:docPr")]
    assert described == [f"材料，第{number}页" for number in (1, 2, 3)]
    media = [name for name in word.zip.namelist() if name.startswith("word/media/")]
    assert len(media) == 3


def test_another_number_of_sheets_than_rooms_is_a_mistake_of_ours(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"zip\(\)"):
        with_pictures(volume(in_word, rooms=2), sheets(tmp_path))


# ── The files ───────────────────────────────────────────


def test_an_editable_volume_has_both_files_and_the_other_its_pdf(tmp_path: Path) -> None:
    document = volume(in_word)
    for editable, suffixes in ((True, [".docx", ".pdf"]), (False, [".pdf"])):
        folder = tmp_path / str(editable)
        folder.mkdir()
        files, findings = files_of(
            replace(document, editable=editable), ("docx", "pdf"), sheets(folder)
        )
        assert ([each.suffix for each in files], findings) == (suffixes, [])
        assert files[-1].pages == 5
        assert files[-1].labels == ("I", "1", "2", "3", "4")
        assert isinstance(files[-1].content, Path)


def test_a_volume_that_nobody_edits_has_no_word_file_even_where_that_is_all_that_is_wanted(
    tmp_path: Path,
) -> None:
    document = replace(volume(in_word), editable=False)
    assert files_of(document, ("docx",), sheets(tmp_path)) == ([], [])


def test_every_page_of_the_volume_is_a4(tmp_path: Path) -> None:
    document = volume()
    assert sizes(filled(document, write_pdf(document), sheets(tmp_path))) == [A4] * 5
