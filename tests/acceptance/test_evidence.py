"""The volume of evidence, the book and what is said of it, read by other programs."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from tests.acceptance.documents import (
    BESIDES,
    BOOK,
    COMPANY,
    COVER,
    EVIDENCE,
    FORM,
    NARRATIVE,
    PRINT_SHEET,
    SPINE,
    case,
)
from tests.conftest import SAMPLE, SECOND_SAMPLE, Issued, Rendered
from tests.independent.pdf import outline, read_lines, read_pages

#: Bottom margin of the sample's pages (2.4 cm), above which their text stands.
BOTTOM = 68.0
#: 附件3 二, in its order: which of the sample's papers belong to which item.
ORDER = [
    ("失信被执行人查询报告",),
    ("重大税收违法查询报告",),
    ("严重违法失信查询报告",),
    ("行业地位证明",),
    ("获奖证书", "知识产权证明"),
    ("质量管理体系证书", "检测报告", "用户证明", "其他"),
]
PARTS = (COVER, FORM, NARRATIVE, EVIDENCE)


def compact(text: str) -> str:
    return re.sub(r"\s", "", text)


def titles() -> list[str]:
    """The titles of the sample's papers in the issuer's order."""
    papers = case(SAMPLE)["evidence"]
    return [each["title"] for kinds in ORDER for each in papers if each["kind"] in kinds]


#: Papers that are their item's only one and bear its name: the contents name them once.
ITEMS_THEMSELVES = ("“信用中国”失信被执行人查询报告", "“信用中国”重大税收违法案件当事人查询报告")


def listed_titles() -> list[str]:
    """The titles that the contents list below the items."""
    return [title for title in titles() if title not in ITEMS_THEMSELVES]


def entries(path: Path) -> list[tuple[str, int]]:
    """Title and page number of each line of a volume's contents."""
    (page,) = [page for page in read_pages(path, BOTTOM) if page.lines[:1] == ["目录"]]
    joined = "".join(f"{line}\n" for line in page.lines[1:])
    found = re.findall(r"(.+?)[ .\n]{4,}(\d+)\n", joined, re.DOTALL)
    return [(compact(title), int(number)) for title, number in found]


def numbered_pages(path: Path) -> dict[int, str]:
    """Printed number → the text of that page, of the pages behind the contents."""
    pages = read_pages(path, BOTTOM)
    start = next(i for i, page in enumerate(pages) if page.lines[:1] == ["目录"]) + 1
    return {int(page.footer): page.compact for page in pages[start:] if page.footer}


# ── The volume ──────────────────────────────────────────────────


def test_the_sample_has_twelve_papers_in_all_shapes() -> None:
    papers = case(SAMPLE)["evidence"]
    files = [SAMPLE.parent / name for each in papers for name in each["files"]]
    assert len(papers) >= 12
    assert {file.suffix for file in files} == {".pdf", ".jpg", ".png", ".tif"}
    locked = [file for file in files if file.suffix == ".pdf" and PdfReader(file).is_encrypted]
    assert len(locked) == 1  # with an empty password
    sizes = {
        (round(float(page.mediabox.width)), round(float(page.mediabox.height)))
        for file in files
        if file.suffix == ".pdf" and file not in locked
        for page in PdfReader(file).pages
    }
    assert any({842, 1191} == {*size} or {842, 1190} == {*size} for size in sizes)  # A3
    assert any(file.suffix == ".jpg" and orientation(file) == 6 for file in files)


def orientation(picture: Path) -> int | None:
    """How a picture says that it must be turned (EXIF)."""
    with Image.open(picture) as image:
        value: int | None = image.getexif().get(0x0112)
        return value


def test_the_contents_list_the_papers_in_the_issuers_order(dossier: Rendered) -> None:
    listed = [title for title, _ in entries(dossier.pdf(EVIDENCE)) if re.match(r"\d+．", title)]
    assert [title.partition("．")[2] for title in listed] == [compact(t) for t in listed_titles()]


def test_every_page_number_of_the_contents_is_right(dossier: Rendered) -> None:
    pages = numbered_pages(dossier.pdf(EVIDENCE))
    listed = entries(dossier.pdf(EVIDENCE))
    assert len(listed) == len(ORDER) + len(listed_titles())
    for title, number in listed:
        assert title in pages[number], (title, number)


def test_pages_are_numbered_through_from_the_first_divider(dossier: Rendered) -> None:
    pages = numbered_pages(dossier.pdf(EVIDENCE))
    blanks = set(range(1, max(pages) + 1)) - set(pages)
    # A blank back before a divider has its number and does not print it.
    assert all(number % 2 == 0 and number + 1 in pages for number in blanks)


def test_every_divider_is_a_right_hand_page(dossier: Rendered) -> None:
    items = [number for title, number in entries(dossier.pdf(EVIDENCE)) if title[1:2] == "、"]
    assert len(items) == len(ORDER)
    assert [number for number in items if number % 2 == 0] == []
    places = [page for depth, _, page in outline(dossier.pdf(EVIDENCE)) if depth == 0]
    assert [place for place in places if place % 2] == []  # the file's first page has the place 0


def test_a_paper_that_bears_its_items_name_stands_behind_it_once(dossier: Rendered) -> None:
    pages = numbered_pages(dossier.pdf(EVIDENCE))
    assert pages[1] == compact(f"一、{ITEMS_THEMSELVES[0]}")
    assert compact(f"{ITEMS_THEMSELVES[0]}（第1页，共2页）") in pages[2]


def test_every_page_is_portrait_a4_and_upright(dossier: Rendered) -> None:
    for page in PdfReader(dossier.pdf(EVIDENCE)).pages:
        assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == (595, 842)
        assert page.rotation == 0


def test_text_of_reports_stays_text(dossier: Rendered) -> None:
    pages = numbered_pages(dossier.pdf(EVIDENCE))
    report = pages[2]
    assert case(SAMPLE)["company"]["credit_code"] in report
    assert COMPANY in report


def test_nothing_that_acts_comes_along(dossier: Rendered) -> None:
    reader = PdfReader(dossier.pdf(EVIDENCE))
    root: Any = reader.trailer["/Root"]
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(root.keys())
    assert not reader.attachments
    for page in reader.pages:
        assert "/AA" not in page
        for annotation in page.get("/Annots", ()):
            link = annotation.get_object()
            assert link["/Subtype"] == "/Link"
            # Inside the volume: from its contents to its pages.
            assert "/Dest" in link or link["/A"]["/S"] == "/GoTo"


def test_the_page_number_stands_clear_of_the_papers(dossier: Rendered) -> None:
    for page in read_lines(dossier.pdf(EVIDENCE)):
        numbers = [line for line in page if line.top > 842 - BOTTOM]
        assert len(numbers) <= 1
        assert all(line.text.isalnum() for line in numbers)


def test_its_bookmarks_are_items_and_papers(dossier: Rendered) -> None:
    marks = outline(dossier.pdf(EVIDENCE))
    assert [depth for depth, _, _ in marks].count(0) == len(ORDER)
    assert [title.partition("．")[2] for depth, title, _ in marks if depth] == listed_titles()


def test_the_text_refers_to_the_page_on_which_a_paper_begins(dossier: Rendered) -> None:
    pages = numbered_pages(dossier.pdf(EVIDENCE))
    printed = compact("".join(page.compact for page in read_pages(dossier.pdf(NARRATIVE), BOTTOM)))
    papers = {each["id"]: each["title"] for each in case(SAMPLE)["evidence"] if "id" in each}
    said = [int(number) for number in re.findall(r"见证实性材料第(\d+)页", printed)]
    meant = ["检验报告", "QC小组证书", "专家评议"]
    assert len(said) == len(meant)
    for number, paper in zip(said, meant, strict=True):
        assert compact(papers[paper]) in pages[number]
    # The Word file says the same.
    word = dossier.word(NARRATIVE).text.characters
    assert [int(n) for n in re.findall(r"见证实性材料第(\d+)页", word)] == said


# ── The book ────────────────────────────────────────────────────


def test_every_part_of_the_book_begins_on_a_right_hand_page(dossier: Rendered) -> None:
    starts = [page + 1 for depth, _, page in outline(dossier.pdf(BOOK)) if depth == 0]
    assert len(starts) == len(PARTS)
    assert all(start % 2 for start in starts)
    expected, position = [], 1
    for name in PARTS:
        expected.append(position)
        position += len(PdfReader(dossier.pdf(name)).pages)
        position += (position + 1) % 2
    assert starts == expected
    assert len(PdfReader(dossier.pdf(BOOK)).pages) == position - 1


def test_the_book_says_what_its_parts_say_page_by_page(dossier: Rendered) -> None:
    book = [page.compact + page.footer for page in read_pages(dossier.pdf(BOOK), BOTTOM)]
    position = 0
    for name in PARTS:
        part = [page.compact + page.footer for page in read_pages(dossier.pdf(name), BOTTOM)]
        assert book[position : position + len(part)] == part
        position += len(part)
        if position % 2:
            assert book[position] == ""  # a blank back
            position += 1


def test_pages_of_the_book_are_called_what_they_print(dossier: Rendered) -> None:
    labels = PdfReader(dossier.pdf(BOOK)).page_labels
    printed = [page.footer for page in read_pages(dossier.pdf(BOOK), BOTTOM)]
    for label, footer in zip(labels, printed, strict=True):
        # A blank page counts in the narrative and prints nothing.
        assert footer in (label, "")


def test_links_of_the_contents_lead_into_the_book(dossier: Rendered) -> None:
    reader = PdfReader(dossier.pdf(BOOK))
    starts = [page for depth, _, page in outline(dossier.pdf(BOOK)) if depth == 0]
    contents = reader.pages[starts[2]]
    links = [each.get_object() for each in contents.get("/Annots", ())]
    assert links
    pages: list[Any] = list(reader.pages)
    numbers = {page.indirect_reference.idnum: i for i, page in enumerate(pages)}
    for link in links:
        destination = link.get("/Dest") or link["/A"]["/D"]
        assert starts[2] < numbers[destination[0].idnum] < starts[3]


def test_the_spine_is_as_wide_as_the_book(dossier: Rendered) -> None:
    pages = len(PdfReader(dossier.pdf(BOOK)).pages)
    thickness = pages / 2 * 0.1 + 0.5  # 80 g/m²: a tenth of a millimetre a leaf; cover and glue
    assert thickness < 5
    (line,) = [each for each in read_lines(dossier.pdf(SPINE))[0] if each.right - each.left > 1][:1]
    assert line.right - line.left <= 5 / 25.4 * 72


def test_the_print_sheet_says_what_the_notice_asks(dossier: Rendered) -> None:
    (page,) = read_pages(dossier.pdf(PRINT_SHEET), BOTTOM)
    pages = len(PdfReader(dossier.pdf(BOOK)).pages)
    for said in (
        "3份",
        "A4，双面",
        "胶装",
        "白色封面",
        f"印“{COMPANY}”",
        f"{pages}页",
        f"{pages // 2}张",
    ):
        assert said in page.compact, said


def test_the_folder_is_the_companys(dossier: Rendered) -> None:
    assert dossier.folder.name == COMPANY
    listed = json.loads((dossier.folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    names = {each["name"] for each in listed}
    assert {f"{EVIDENCE}.pdf", f"{BOOK}.pdf", f"{SPINE}.docx"} <= names


# ── The others ──────────────────────────────────────────────────


@pytest.mark.parametrize("style", sorted(BESIDES))
def test_each_issuers_volume_has_right_page_numbers(issued: Issued, style: str) -> None:
    (name,) = [each for each in BESIDES[style] if "证实性" in each and each.endswith(".pdf")]
    path = issued(style).folder / name
    pages = numbered_pages(path)
    listed = entries(path)
    assert listed
    for title, number in listed:
        assert title in pages[number], (title, number)


def test_the_editable_volume_shows_every_sheet_as_a_picture(issued: Issued) -> None:
    folder = issued("national").folder
    sheets = len(PdfReader(folder / "3-证实性材料.pdf").pages)
    with zipfile.ZipFile(folder / "3-证实性材料.docx") as word:
        media = [name for name in word.namelist() if name.startswith("word/media/")]
        # Cover, contents and dividers are no pictures.
        assert 0 < sheets - len(media) <= 8
        for name in media:
            with Image.open(io.BytesIO(word.read(name))) as picture:
                assert picture.width >= 1300  # 200 dpi over the text's width


def test_the_editable_volume_has_as_many_pages_in_word(issued: Issued, tmp_path: Path) -> None:
    source = issued("national").folder / "3-证实性材料.docx"
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", str(tmp_path), str(source)],
        check=True,
        capture_output=True,
    )
    printed = PdfReader(tmp_path / "3-证实性材料.pdf")
    assert len(printed.pages) == len(PdfReader(source.with_suffix(".pdf")).pages)


def test_a_shared_case_refers_to_its_evidence_in_each_issuers_numbers(issued: Issued) -> None:
    title = {each.get("id"): each["title"] for each in case(SECOND_SAMPLE)["evidence"]}
    meant = [title["间隙测量仪专利"], title["可信性校验专利"]]
    numbers = set()
    for style, narrative in (("shanghai", "3-质量标杆总结材料"), ("national", "2-典型经验材料")):
        folder = issued(style).folder
        printed = "".join(page.compact for page in read_pages(folder / f"{narrative}.pdf", BOTTOM))
        said = re.findall(r"见证实性材料第(\d+)页", printed)
        assert len(said) == len(meant)
        (volume,) = folder.glob("*-证实性材料.pdf")
        for number, paper in zip(said, meant, strict=True):
            assert compact(paper) in numbered_pages(volume)[int(number)]
        numbers.add(said[0])
    assert len(numbers) == 2
