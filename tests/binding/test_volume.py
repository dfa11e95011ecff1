"""Sheets of many files follow one another under the pages of a volume's layout."""

from __future__ import annotations

import io
import resource
import shutil
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pypdf import PdfReader

from docgen.binding.sheets import normalise
from docgen.binding.volume import merged, underlaid
from docgen.document import Contents, Heading, PageBreak, PageNumbers, Section
from docgen.write.pdf import write
from tests.binding.looking import A4, seen_at, sizes, texts
from tests.binding.making import BLUE, FRAME, RED, pages, two_colours, written
from tests.independent.pdf import outline
from tests.write.pdf.making import document, heading


def sheets_of(folder: Path, name: str, count: int) -> Path:
    source = written(folder / f"{name}.src.pdf", pages(*[(600, 800)] * count, text=name))
    normalise(source, folder / f"{name}.pdf", FRAME)
    return folder / f"{name}.pdf"


def layout() -> bytes:
    """Contents, then three pages with a heading each."""
    headings = [heading(1, f"{number}", f"附件{number}", f"a{number}") for number in (1, 2, 3)]
    blocks: list[Heading | PageBreak] = []
    for one in headings:
        blocks += [one, PageBreak()]
    front = Section((Contents("目录", 1),), page_numbers=PageNumbers("upper-roman", start=1))
    main = Section(tuple(blocks[:-1]), page_numbers=PageNumbers(start=1))
    return write(document(front, main)).data


@pytest.fixture(scope="module")
def volume(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The layout with two sheets under its second and fourth page."""
    folder = tmp_path_factory.mktemp("volume")
    merged([sheets_of(folder, "first", 1), sheets_of(folder, "second", 1)], folder / "页.pdf")
    underlaid(layout(), folder / "页.pdf", [1, 3], folder / "分册.pdf")
    return folder / "分册.pdf"


def test_files_follow_one_another_in_order(tmp_path: Path) -> None:
    files = [sheets_of(tmp_path, name, count) for name, count in (("b", 2), ("a", 1), ("c", 1))]
    merged([*files, files[0]], tmp_path / "all.pdf")
    assert texts(tmp_path / "all.pdf") == ["b 1", "b 2", "a 1", "c 1", "b 1", "b 2"]
    assert sizes(tmp_path / "all.pdf") == [A4] * 6


def test_files_may_be_named_as_one_likes(tmp_path: Path) -> None:
    name = "一、“证书” - 副本 (1)，r1-z @a"
    merged([sheets_of(tmp_path, name, 1)], tmp_path / "-全.pdf")
    assert len(sizes(tmp_path / "-全.pdf")) == 1


def test_a_sheet_is_seen_under_its_page_and_no_other(volume: Path) -> None:
    assert [("first" in text, "second" in text) for text in texts(volume)] == [
        (False, False),
        (True, False),
        (False, False),
        (False, True),
    ]
    top = FRAME.bottom + FRAME.height / 2 + FRAME.width * 800 / 600 / 2
    for page, colour in ((2, RED), (3, (255, 255, 255)), (4, RED)):
        assert seen_at(volume, FRAME.left + 200, top - 10, page) == pytest.approx(colour, abs=1)
    blue = seen_at(volume, FRAME.left + 10, FRAME.bottom + 100, 2)
    assert blue == pytest.approx(BLUE, abs=1)


def test_what_the_layout_holds_stays(volume: Path) -> None:
    before, after = PdfReader(io.BytesIO(layout())), PdfReader(volume)
    assert after.metadata == before.metadata
    for number, page in enumerate(before.pages):
        for line in page.extract_text().splitlines():
            assert line in after.pages[number].extract_text()
    assert outline(volume) == [(0, "1附件1", 1), (0, "2附件2", 2), (0, "3附件3", 3)]
    assert set(after.named_destinations) == set(before.named_destinations)
    assert links(after) == links(before)
    assert {"a1", "a2", "a3"} <= set(links(after))


def links(reader: PdfReader) -> list[str]:
    """The names of the places that the links of the first page lead to."""
    annotations: Any = reader.pages[0]["/Annots"]
    return [str(link.get_object()["/Dest"]) for link in annotations]


def test_page_labels_stay(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(layout())) as pdf:
        labels = pikepdf.NumberTree.new(pdf)
        labels[0] = pikepdf.Dictionary(S=pikepdf.Name.R)
        labels[1] = pikepdf.Dictionary(S=pikepdf.Name.D)
        pdf.Root.PageLabels = labels.obj
        stream = io.BytesIO()
        pdf.save(stream)
    underlaid(stream.getvalue(), sheets_of(tmp_path, "a", 1), [2], tmp_path / "分册.pdf")
    assert PdfReader(tmp_path / "分册.pdf").page_labels == ["I", "1", "2", "3"]


def test_sheets_may_go_under_pages_in_any_order(tmp_path: Path) -> None:
    underlaid(layout(), sheets_of(tmp_path, "sheet", 3), [3, 1, 2], tmp_path / "分册.pdf")
    assert ["sheet 2" in text for text in texts(tmp_path / "分册.pdf")] == [
        False,
        True,
        False,
        False,
    ]
    assert "sheet 1" in texts(tmp_path / "分册.pdf")[3]


def test_one_sheet_too_many_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="3 sheets for 2 pages"):
        underlaid(layout(), sheets_of(tmp_path, "a", 3), [1, 2], tmp_path / "分册.pdf")


def test_one_sheet_too_few_is_an_error_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="1 sheets for 2 pages"):
        underlaid(layout(), sheets_of(tmp_path, "a", 1), [1, 2], tmp_path / "分册.pdf")
    assert not (tmp_path / "分册.pdf").exists()


def test_more_files_may_come_than_can_be_open_at_once(tmp_path: Path) -> None:
    sheet = sheets_of(tmp_path, "a", 1)
    files = [Path(shutil.copy(sheet, tmp_path / f"{number}.pdf")) for number in range(80)]
    open_now = list(Path("/dev/fd").iterdir())
    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (len(open_now) + 40, most))
    try:
        merged(files, tmp_path / "all.pdf")
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (now, most))
    assert len(PdfReader(tmp_path / "all.pdf").pages) == 80


def test_the_sheets_are_left_as_they_were(tmp_path: Path) -> None:
    sheets = sheets_of(tmp_path, "a", 1)
    before = sheets.read_bytes()
    underlaid(layout(), sheets, [2], tmp_path / "分册.pdf")
    assert sheets.read_bytes() == before


def test_the_same_volume_has_the_same_bytes(tmp_path: Path, volume: Path) -> None:
    merged([sheets_of(tmp_path, "first", 1), sheets_of(tmp_path, "second", 1)], tmp_path / "页.pdf")
    underlaid(layout(), tmp_path / "页.pdf", [1, 3], tmp_path / "分册.pdf")
    assert (tmp_path / "分册.pdf").read_bytes() == volume.read_bytes()


def test_pictures_are_stored_once_and_as_they_came(tmp_path: Path) -> None:
    two_colours(600, 800).save(tmp_path / "a.jpg")
    data = (tmp_path / "a.jpg").read_bytes()
    scan = data[data.index(b"\xff\xda") :]
    normalise(tmp_path / "a.jpg", tmp_path / "a.pdf", FRAME)
    merged([tmp_path / "a.pdf"], tmp_path / "页.pdf")
    underlaid(layout(), tmp_path / "页.pdf", [1], tmp_path / "分册.pdf")
    assert (tmp_path / "分册.pdf").read_bytes().count(scan) == 1
