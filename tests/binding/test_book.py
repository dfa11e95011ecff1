"""Finished PDFs become one book: right-hand beginnings, outlines, links and labels that hold."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, OutlineItem, String
from pypdf import PdfReader

from docgen.binding.book import Bound, Part, bound
from docgen.document import Contents, PageBreak, PageNumbers, Properties, Section
from docgen.write.pdf import write
from tests.binding.looking import A4, sizes, texts
from tests.binding.making import pages
from tests.independent.pdf import fonts, outline
from tests.write.pdf.making import document, heading, paragraph

ABOUT = Properties("申报材料", "洛阳某公司", "质量标杆", date(2023, 3, 20))


def laid_out(text: str) -> bytes:
    """Contents with links, then two pages; the places are named alike in every one."""
    front = Section((Contents("目录", 2),), page_numbers=PageNumbers("upper-roman", start=1))
    main = Section(
        (
            heading(1, "一、", f"{text}甲", "a"),
            PageBreak(),
            heading(2, "（一）", f"{text}乙", "b"),
            paragraph("文"),
        ),
        page_numbers=PageNumbers(start=1),
    )
    return write(document(front, main)).data


def plain(count: int, text: str) -> bytes:
    stream = io.BytesIO()
    pages(*[A4] * count, text=text).save(stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Bound]:
    folder = tmp_path_factory.mktemp("book")
    (folder / "封面.pdf").write_bytes(plain(1, "cover"))
    parts = [
        Part("封面", folder / "封面.pdf", [""]),
        Part("总结材料", laid_out("子"), ["I", "1", "2"]),
        Part("申报表", plain(2, "form"), ["1", "2"]),
        Part("证实性材料", laid_out("丑"), ["I", "附-1", "附-2"]),
    ]
    return folder / "书.pdf", bound(parts, folder / "书.pdf", ABOUT)


def test_every_part_begins_on_a_right_hand_page_and_the_last_leaf_is_full(
    book: tuple[Path, Bound],
) -> None:
    path, result = book
    assert result == Bound(starts=(1, 3, 7, 9), pages=12, blanks=(2, 6, 12))
    assert sizes(path) == [A4] * 12
    assert [number for number, text in enumerate(texts(path), start=1) if not text] == [2, 6, 12]


def test_the_outlines_hold_the_parts_and_what_they_hold(book: tuple[Path, Bound]) -> None:
    assert outline(book[0]) == [
        (0, "封面", 0),
        (0, "总结材料", 2),
        (1, "一、子甲", 3),
        (2, "（一）子乙", 4),
        (0, "申报表", 6),
        (0, "证实性材料", 8),
        (1, "一、丑甲", 9),
        (2, "（一）丑乙", 10),
    ]


def targets(path: Path, page: int) -> list[int]:
    """The pages, from 0, that the links of a page lead to."""
    reader = PdfReader(path)
    numbers = {one.indirect_reference: number for number, one in enumerate(reader.pages)}
    annotations: Any = reader.pages[page]["/Annots"]
    return [numbers[link.get_object()["/Dest"][0]] for link in annotations]


def test_contents_lead_into_their_own_part(book: tuple[Path, Bound]) -> None:
    path, _ = book
    assert set(targets(path, 2)) == {3, 4}
    assert set(targets(path, 8)) == {9, 10}


def test_a_link_leads_to_the_place_on_the_page(book: tuple[Path, Bound]) -> None:
    before = PdfReader(io.BytesIO(laid_out("子"))).named_destinations["a"]
    link: Any = PdfReader(book[0]).pages[2]["/Annots"][0].get_object()  # type: ignore[index]
    assert list(link["/Dest"])[1:] == ["/XYZ", before.left, before.top, before.zoom]


def test_pages_are_called_what_they_print(book: tuple[Path, Bound]) -> None:
    assert PdfReader(book[0]).page_labels == [
        "", "", "I", "1", "2", "", "1", "2", "I", "附-1", "附-2", "",
    ]  # fmt: skip


def test_the_book_says_what_it_is(book: tuple[Path, Bound]) -> None:
    reader: Any = PdfReader(book[0])
    assert dict(reader.metadata) == {
        "/Title": "申报材料",
        "/Author": "洛阳某公司",
        "/Subject": "质量标杆",
        "/CreationDate": "D:20230320",
        "/ModDate": "D:20230320",
    }
    assert reader.root_object["/Lang"] == "zh-CN"


def test_fonts_stay_embedded(tmp_path: Path) -> None:
    (tmp_path / "子.pdf").write_bytes(laid_out("子"))
    bound([Part("甲", laid_out("子"), ["I", "1", "2"])], tmp_path / "书.pdf", ABOUT)
    embedded = fonts(tmp_path / "书.pdf")
    assert embedded == fonts(tmp_path / "子.pdf")
    assert all(embedded.values())


def test_the_same_parts_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("1.pdf", "2.pdf"):
        bound([Part("甲", laid_out("子"), ["I", "1", "2"])], tmp_path / name, ABOUT)
    assert (tmp_path / "1.pdf").read_bytes() == (tmp_path / "2.pdf").read_bytes()


def test_every_way_to_write_a_link_is_understood(tmp_path: Path) -> None:
    pdf = pages(*[A4] * 4)
    second = pdf.pages[1].obj
    pdf.Root.Dests = Dictionary(Old=Array([pdf.pages[2].obj, Name.Fit]))
    names = Array([String("new"), Dictionary(D=Array([pdf.pages[3].obj, Name.FitH, 300]))])
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=names))
    ways = [
        Dictionary(Dest=Array([second, Name.XYZ, 10, 20, None])),
        Dictionary(A=Dictionary(S=Name.GoTo, D=Array([second, Name.Fit]))),
        Dictionary(Dest=Name.Old),
        Dictionary(A=Dictionary(S=Name.GoTo, D=String("new"))),
        Dictionary(A=Dictionary(S=Name.URI, URI=String("https://example.com"))),
        Dictionary(Dest=String("nowhere")),
    ]
    for way in ways:
        way.Type, way.Subtype, way.Rect = Name.Annot, Name.Link, Array([0, 0, 9, 9])
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(way) for way in ways])
    with pdf.open_outline() as items:
        items.root.append(OutlineItem("of old", action=Dictionary(S=Name.GoTo, D=Name.Old)))
    stream = io.BytesIO()
    pdf.save(stream)
    parts = [Part("甲", plain(2, "a"), ["", ""]), Part("乙", stream.getvalue(), [""] * 4)]
    bound(parts, tmp_path / "书.pdf", ABOUT)
    with pikepdf.open(tmp_path / "书.pdf") as book:
        links = list(book.pages[2].obj.Annots)
        led = [book.pages.index(pikepdf.Page(link.Dest[0])) for link in links[:4]]
        assert led == [3, 3, 4, 5]
        assert [str(link.Dest[1]) for link in links[:4]] == ["/XYZ", "/Fit", "/Fit", "/FitH"]
        assert str(links[4].A.URI) == "https://example.com"
    assert outline(tmp_path / "书.pdf")[-1] == (1, "of old", 4)


def test_a_page_without_a_label_is_a_mistake_of_ours(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="申报表: 1 labels for 2 pages"):
        bound([Part("申报表", plain(2, "a"), ["1"])], tmp_path / "书.pdf", ABOUT)
