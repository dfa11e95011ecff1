"""The finished PDFs that a style binds become one book, in the style's order."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from pypdf import PdfReader

from docgen.bookmaking import BookPart, MadeBook
from docgen.dossier.bookbinding import bind
from docgen.style.load import load_style
from docgen.write import PrintedFile
from tests.binding.looking import A4, texts
from tests.binding.making import pages
from tests.cases.unit.making import COMPANY, loaded, pack, without
from tests.independent.pdf import outline


def printed(text: str, count: int, labels: tuple[str, ...] = ()) -> PrintedFile:
    """A finished PDF of so many pages, each of which says a word and its number."""
    stream = io.BytesIO()
    pages(*[A4] * count, text=text).save(stream)
    return PrintedFile(".pdf", stream.getvalue(), count, labels or ("",) * count)


#: Made in another order than they are bound in, each with its Word file.
FILES = {
    "evidence": [printed("evidence", 4, ("", "I", "1", "2"))],
    "narrative": [PrintedFile(".docx", b"word"), printed("narrative", 5)],
    "form": [PrintedFile(".docx", b"word"), printed("form", 2)],
    "cover": [PrintedFile(".docx", b"word"), printed("cover", 1)],
    "spine": [PrintedFile(".docx", b"word"), printed("spine", 1)],
}


def bound(
    folder: Path, files: Mapping[str, list[PrintedFile]], style: str = "luoyang"
) -> tuple[MadeBook | None, dict[str, list[PrintedFile]]]:
    (folder / "书").mkdir()
    case = loaded(folder / "案例", without("evidence"))
    return bind(case, load_style(style), files, folder / "书")


def test_the_book_holds_what_the_style_binds_in_its_order(tmp_path: Path) -> None:
    book, files = bound(tmp_path, FILES)
    assert book == MadeBook(
        (
            BookPart("封面", 1, 1),
            BookPart("洛阳市质量标杆申报表", 3, 2),
            BookPart("质量标杆总结材料", 5, 5),
            BookPart("证实性材料", 11, 4),
        ),
        pages=14,
        blanks=(2, 10),
        two_sided=True,
        paper=80,
    )
    ((file,),) = files.values()
    assert list(files) == ["book"]
    assert (file.suffix, file.pages) == (".pdf", 14)
    assert isinstance(file.content, Path)
    assert [text.split(" ")[0] for text in texts(file.content)] == [
        "cover", "",
        "form", "form",
        "narrative", "narrative", "narrative", "narrative", "narrative", "",
        "evidence", "evidence", "evidence", "evidence",
    ]  # fmt: skip


def test_its_parts_are_called_as_the_documents_are(tmp_path: Path) -> None:
    _, files = bound(tmp_path, FILES)
    content = files["book"][0].content
    assert isinstance(content, Path)
    assert [(title, page) for depth, title, page in outline(content) if depth == 0] == [
        ("封面", 0),
        ("洛阳市质量标杆申报表", 2),
        ("质量标杆总结材料", 4),
        ("证实性材料", 10),
    ]
    reader = PdfReader(content)
    assert reader.page_labels[10:] == ["", "I", "1", "2"]
    assert reader.metadata is not None
    assert reader.metadata.title == "2023年洛阳市质量标杆申报材料"
    assert reader.metadata.author == COMPANY


def test_a_part_that_was_not_made_is_passed_over(tmp_path: Path) -> None:
    files = {key: made for key, made in FILES.items() if key != "evidence"}
    files["form"] = [PrintedFile(".docx", b"word")]
    book, _ = bound(tmp_path, files)
    assert book is not None
    assert [(part.name, part.start) for part in book.parts] == [
        ("封面", 1),
        ("质量标杆总结材料", 3),
    ]
    assert book.pages == 8


@pytest.mark.parametrize(
    "files",
    [{}, {"cover": [PrintedFile(".docx", b"word")]}, {"spine": FILES["spine"]}],
    ids=["nothing", "word alone", "nothing to bind"],
)
def test_without_a_pdf_to_bind_there_is_no_book(
    tmp_path: Path, files: dict[str, list[PrintedFile]]
) -> None:
    assert bound(tmp_path, files) == (None, {})
    assert list((tmp_path / "书").iterdir()) == []


def test_an_issuer_that_wants_no_book_gets_none(tmp_path: Path) -> None:
    assert bound(tmp_path, FILES, "shanghai") == (None, {})


def test_the_paper_is_the_styles(tmp_path: Path) -> None:
    toml = 'extends = "luoyang"\n[print]\nclause = "甲"\npaper = 105\ntwo_sided = false'
    own = pack(tmp_path / "规范", toml)
    book, _ = bound(tmp_path, FILES, str(own))
    assert book is not None
    assert (book.paper, book.two_sided) == (105, False)
    assert book.leaves == 14


def test_the_same_files_give_the_same_book(tmp_path: Path) -> None:
    contents = []
    for name in ("一", "二"):
        (tmp_path / name).mkdir()
        _, files = bound(tmp_path / name, FILES)
        contents.append(files["book"][0].data)
    assert contents[0] == contents[1]
