"""Files of evidence are found inside the case's folder and looked into before anything is made."""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from docgen.case.load import Case, load_case
from docgen.findings import Finding, Severity
from tests.binding.making import encrypted, pages, raw_pdf, two_colours, written
from tests.cases.unit.making import changed, pdf, stored

NAME = "证明/专利.pdf"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
AGAIN = ("重新下载", "扫描", "导出")


def loaded(folder: Path, *names: str, data: bytes | None = None, password: str = "") -> Case:
    """A case with one paper in these files; `data` is what is in the first of them."""
    paper = {"kind": "其他", "title": "材料", "files": list(names)}
    values = changed("evidence", [paper | ({"password": password} if password else {})])
    return load_case(stored(folder, values, {} if data is None else {names[0]: data}), "luoyang")


def refused(case: Case, names: Sequence[str] = (NAME,)) -> Finding:
    """The one error on the first of the files, with which the paper is left out."""
    assert case.papers == ()
    (finding,) = case.findings
    assert finding.severity is Severity.ERROR
    assert finding.place.pointer == "/evidence/0/files/0"
    assert finding.place.title == "证实性材料 / 第 1 项 / 文件 / 第 1 项"
    assert finding.place.file.endswith("case.json")
    assert f"“{names[0]}”" in finding.message
    assert finding.message.endswith("。")
    assert finding.cure.endswith("。")
    return finding


def bytes_of(file: pikepdf.Pdf) -> bytes:
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def picture(width: int, height: int, mode: str = "RGB", kind: str = "PNG") -> bytes:
    stream = io.BytesIO()
    Image.new(mode, (width, height)).save(stream, kind)
    return stream.getvalue()


# ── Found ───────────────────────────────────────────────


@pytest.mark.parametrize("name", [NAME, "证明\\专利.pdf", " 证明/专利.pdf ", "./证明/专利.pdf"])
def test_a_file_is_found_below_the_cases_folder(tmp_path: Path, name: str) -> None:
    stored(tmp_path, {}, {NAME: pdf(2)})
    (paper,) = loaded(tmp_path, name).papers
    (file,) = paper.files
    assert file.path == tmp_path / NAME
    assert (file.pages, paper.pages) == (2, 2)


def test_the_pages_of_a_paper_are_those_of_all_its_files_in_their_order(tmp_path: Path) -> None:
    stored(tmp_path, {}, {"甲.pdf": pdf(3), "乙.png": picture(60, 40)})
    (paper,) = loaded(tmp_path, "乙.png", "甲.pdf").papers
    assert [(each.path.name, each.pages) for each in paper.files] == [("乙.png", 1), ("甲.pdf", 3)]
    assert paper.pages == 4


def test_every_page_of_a_scan_counts(tmp_path: Path) -> None:
    stream = io.BytesIO()
    scan = two_colours(60, 80)
    scan.save(stream, "TIFF", save_all=True, append_images=[scan, scan])
    (paper,) = loaded(tmp_path, "扫描.tif", data=stream.getvalue()).papers
    assert paper.pages == 3


@pytest.mark.parametrize("name", ["证明/没有.pdf", "没有/专利.pdf", "长" * 200 + ".pdf"])
def test_a_file_that_is_not_there_is_an_error(tmp_path: Path, name: str) -> None:
    finding = refused(loaded(tmp_path, name), [name])
    assert finding.code == "file-missing"
    assert "文件名" in finding.cure


@pytest.mark.parametrize("name", ["证明", "证明/", "图\\", "."])
def test_a_folder_is_no_file_and_is_called_what_it_is(tmp_path: Path, name: str) -> None:
    finding = refused(loaded(tmp_path, name), [name])
    assert finding.code == "file-is-folder"
    assert "文件夹" in finding.message
    assert "逐个" in finding.cure


@pytest.mark.parametrize(
    "name",
    ["../外.pdf", "证明/../../外.pdf", "..\\外.pdf", "/外.pdf", "C:\\外.pdf", "\\\\甲\\乙.pdf"],
)
def test_a_file_outside_the_cases_folder_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "外.pdf").write_bytes(pdf())
    finding = refused(loaded(tmp_path / "案例", name), [name])
    assert finding.code == "file-outside-case"
    assert "相对路径" in finding.cure


def test_a_link_does_not_lead_out_of_the_cases_folder(tmp_path: Path) -> None:
    (tmp_path / "外.pdf").write_bytes(pdf())
    stored(tmp_path / "案例", {})
    (tmp_path / "案例" / NAME).symlink_to(tmp_path / "外.pdf")
    assert refused(loaded(tmp_path / "案例", NAME)).code == "file-outside-case"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    stored(tmp_path, {})
    os.mkfifo(tmp_path / NAME)
    assert refused(loaded(tmp_path, NAME)).code == "file-missing"


# ── Looked into ─────────────────────────────────────────


@pytest.mark.parametrize(
    ("data", "code", "said", "cures"),
    [
        (b"", "sheet-empty", "空文件", ("重新复制",)),
        (b"%PDF-1.7\n" + b"\0\1" * 300, "sheet-damaged", "已损坏", AGAIN),
        (raw_pdf(CATALOG, b"<</Type/Pages/Kids[]/Count 0>>"), "sheet-no-pages", "没有页面", AGAIN),
        (pdf()[:-400], "sheet-damaged", "已损坏", AGAIN),
        (picture(60, 40)[:-30], "sheet-damaged", "不完整", ("重新复制",)),
        ("我们的专利".encode(), "sheet-refused", "纯文本", ("PDF",)),
        (b"PK\x03\x04 and no more", "sheet-refused", "压缩包", ("解压",)),
        (b"\x01\x02\x03 nobody knows", "sheet-refused", "无法识别", ("PNG", "JPEG")),
        (b"\r\n<!DOCTYPE html><title>404</title>", "sheet-refused", "网页", ("重新下载",)),
    ],
    ids=["empty", "damaged", "no-pages", "cut", "half-picture", "text", "zip", "unknown", "page"],
)
def test_what_cannot_be_printed_is_an_error_with_its_cure(
    tmp_path: Path, data: bytes, code: str, said: str, cures: tuple[str, ...]
) -> None:
    finding = refused(loaded(tmp_path, NAME, data=data))
    assert finding.code == code
    assert said in finding.message
    assert all(cure in finding.cure for cure in cures)


def test_a_picture_of_too_many_dots_is_an_error(tmp_path: Path) -> None:
    finding = refused(loaded(tmp_path, NAME, data=picture(10_000, 7_000, "1")))
    assert finding.code == "sheet-too-large"
    assert "像素" in finding.message
    assert "缩小" in finding.cure


def test_a_password_is_asked_for_where_it_is_to_be_written(tmp_path: Path) -> None:
    stored(tmp_path, {})
    encrypted(tmp_path / NAME, pages((300, 400)), user="1234", owner="5678")
    finding = refused(loaded(tmp_path, NAME))
    assert finding.code == "sheet-password"
    assert "有打开口令" in finding.message
    assert "password" in finding.cure
    wrong = refused(loaded(tmp_path, NAME, password="4321"))
    assert (wrong.code, "不对" in wrong.message) == ("sheet-password", True)


def test_a_password_opens_the_file_and_is_kept_for_binding(tmp_path: Path) -> None:
    stored(tmp_path, {})
    encrypted(tmp_path / NAME, pages((300, 400), (300, 400)), user="1234", owner="5678")
    case = loaded(tmp_path, NAME, password="1234")
    ((file,),) = (paper.files for paper in case.papers)
    assert (file.pages, file.password, case.findings) == (2, "1234", ())


def test_one_password_opens_what_is_locked_and_harms_nothing_else(tmp_path: Path) -> None:
    stored(tmp_path, {}, {"乙.pdf": pdf()})
    encrypted(tmp_path / NAME, pages((300, 400)), user="1234", owner="1234")
    case = loaded(tmp_path, NAME, "乙.pdf", password="1234")
    assert case.findings == ()
    assert [paper.pages for paper in case.papers] == [2]


def test_a_file_that_only_restricts_printing_is_taken_with_a_note(tmp_path: Path) -> None:
    stored(tmp_path, {})
    encrypted(tmp_path / NAME, pages((300, 400)), user="", owner="5678")
    case = loaded(tmp_path, NAME)
    (finding,) = case.findings
    assert (finding.code, finding.severity) == ("sheet-protected", Severity.NOTE)
    assert finding.place.pointer == "/evidence/0/files/0"
    assert f"“{NAME}”" in finding.message
    assert [paper.pages for paper in case.papers] == [1]


def test_a_file_that_could_be_repaired_is_taken_with_a_warning(tmp_path: Path) -> None:
    stored(tmp_path, {})
    data = written(tmp_path / NAME, pages((300, 400))).read_bytes()
    broken = data[: data.rindex(b"startxref")] + b"startxref\n7\n%%EOF\n"
    case = loaded(tmp_path, NAME, data=broken)
    (finding,) = case.findings
    assert (finding.code, finding.severity) == ("sheet-repaired", Severity.WARNING)
    assert [paper.pages for paper in case.papers] == [1]


def test_a_picture_called_a_pdf_is_taken_with_a_note(tmp_path: Path) -> None:
    case = loaded(tmp_path, NAME, data=picture(60, 40))
    (finding,) = case.findings
    assert (finding.code, finding.severity) == ("sheet-extension", Severity.NOTE)
    assert ".png" in finding.cure
    assert [paper.pages for paper in case.papers] == [1]


# ── All of them ─────────────────────────────────────────


def test_every_bad_file_is_told_and_a_paper_with_one_is_left_out(tmp_path: Path) -> None:
    stored(tmp_path, {}, {"空.pdf": b"", "文字.pdf": "文字", "好.pdf": pdf()})
    listed = [["空.pdf", "好.pdf"], ["好.pdf"], ["好.pdf", "没有.pdf", "文字.pdf"]]
    values = changed(
        "evidence",
        [{"kind": "其他", "title": f"材料{i}", "files": files} for i, files in enumerate(listed)],
    )
    case = load_case(stored(tmp_path, values), "luoyang")
    assert [(each.code, each.place.pointer) for each in case.findings] == [
        ("sheet-empty", "/evidence/0/files/0"),
        ("file-missing", "/evidence/2/files/1"),
        ("sheet-refused", "/evidence/2/files/2"),
    ]
    assert [paper.title for paper in case.papers] == ["材料1"]


def test_a_bad_file_that_two_papers_share_is_told_of_both(tmp_path: Path) -> None:
    stored(tmp_path, {}, {"空.pdf": b""})
    values = changed(
        "evidence", [{"kind": "其他", "title": "材料", "files": ["空.pdf"]} for _ in range(2)]
    )
    case = load_case(stored(tmp_path, values), "luoyang")
    assert [each.place.pointer for each in case.findings] == [
        "/evidence/0/files/0",
        "/evidence/1/files/0",
    ]


def test_a_file_that_was_mended_meanwhile_is_looked_into_again(tmp_path: Path) -> None:
    assert refused(loaded(tmp_path, NAME, data=b"")).code == "sheet-empty"
    case = loaded(tmp_path, NAME, data=pdf(2))
    assert case.findings == ()
    assert [paper.pages for paper in case.papers] == [2]
    assert refused(loaded(tmp_path, NAME, data=b"\0")).code == "sheet-refused"


def test_a_wrong_file_of_an_override_is_located_there(tmp_path: Path) -> None:
    paper = {"kind": "其他", "title": "材料", "files": ["没有.pdf"]}
    values = changed("evidence", []) | {"overrides": {"luoyang": {"evidence": [paper]}}}
    (finding,) = load_case(stored(tmp_path, values), "luoyang").findings
    assert finding.place.pointer == "/overrides/luoyang/evidence/0/files/0"
