"""Every file of the papers becomes A4 pages in the volume's order; what changed is told."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from docgen.case.load import Case, load_case
from docgen.dossier.gathering import gathered
from docgen.findings import Finding, Severity
from docgen.style.load import load_style
from docgen.write.inserts import Sheets
from tests.binding.looking import A4, inked, sizes, texts
from tests.binding.making import encrypted, pages, two_colours
from tests.cases.unit.making import changed, refusal, stored


def report(text: str, count: int = 1) -> bytes:
    """A PDF whose pages say a word and their number."""
    stream = io.BytesIO()
    pages(*[(600, 800)] * count, text=text).save(stream, deterministic_id=True)
    return stream.getvalue()


def paper(kind: str, title: str, *files: str, **more: str) -> dict[str, Any]:
    return {"kind": kind, "title": title, "files": list(files), **more}


#: Papers in another order than Luoyang's items, one of them wanted by another issuer.
PAPERS = [
    paper("其他", "管理制度", "丙.pdf"),
    paper("营业执照", "执照", "照.pdf"),
    paper("获奖证书", "奖状", "甲.pdf", "乙.pdf"),
]
FILES = {
    "甲.pdf": report("first"),
    "乙.pdf": report("second", 2),
    "丙.pdf": report("third"),
    "照.pdf": report("licence"),
}


def loaded(folder: Path, papers: list[dict[str, Any]], **files: bytes) -> Case:
    case = load_case(stored(folder, changed("evidence", papers), files), "luoyang")
    assert case.findings == ()
    return case


def gather(case: Case, folder: Path, steps: list[str] | None = None) -> Sheets | None:
    folder.mkdir()
    told = [] if steps is None else steps
    return gathered(case, load_style("luoyang"), folder, told.append)


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return loaded(tmp_path / "案例", PAPERS, **FILES)


def test_pages_follow_one_another_as_the_issuer_orders_the_papers(
    tmp_path: Path, case: Case
) -> None:
    sheets = gather(case, tmp_path / "页")
    assert sheets is not None
    assert texts(sheets.file) == ["first 1", "second 1", "second 2", "third 1"]
    assert sizes(sheets.file) == [A4] * 4


def test_they_stand_in_the_frame_that_the_volume_leaves_them(tmp_path: Path, case: Case) -> None:
    sheets = gather(case, tmp_path / "页")
    assert sheets is not None
    frame = sheets.frame
    for page in (1, 4):
        left, bottom, right, top = inked(sheets.file, page)
        assert frame.left - 1 <= left < right <= frame.left + frame.width + 1
        assert frame.bottom - 1 <= bottom < top <= frame.bottom + frame.height + 1
        # One of the two is filled.
        spare = min(frame.width - (right - left), frame.height - (top - bottom))
        assert spare == pytest.approx(0, abs=3)


def test_all_that_is_made_lies_in_the_folder_given(tmp_path: Path, case: Case) -> None:
    before = sorted((tmp_path / "案例").rglob("*"))
    sheets = gather(case, tmp_path / "页")
    assert sheets is not None
    assert (sheets.folder, sheets.file.parent) == (tmp_path / "页", tmp_path / "页")
    assert sorted((tmp_path / "案例").rglob("*")) == before


def test_each_paper_is_told_as_it_is_worked_on(tmp_path: Path, case: Case) -> None:
    steps: list[str] = []
    gather(case, tmp_path / "页", steps)
    assert steps == ["整理奖状", "整理管理制度"]


def test_the_same_papers_give_the_same_bytes(tmp_path: Path, case: Case) -> None:
    one, other = (gather(case, tmp_path / name) for name in ("一", "二"))
    assert one is not None
    assert other is not None
    assert one.file.read_bytes() == other.file.read_bytes()


@pytest.mark.parametrize("papers", [[], PAPERS[1:2]])
def test_where_no_paper_is_asked_for_there_is_nothing_to_gather(
    tmp_path: Path, papers: list[dict[str, Any]]
) -> None:
    case = loaded(tmp_path / "案例", papers, **FILES)
    assert gather(case, tmp_path / "页") is None
    assert list((tmp_path / "页").iterdir()) == []


def test_a_password_opens_the_file_once_more(tmp_path: Path) -> None:
    stored(tmp_path / "案例", {})
    encrypted(tmp_path / "案例/锁.pdf", pages((600, 800), text="locked"), user="12", owner="34")
    case = loaded(tmp_path / "案例", [paper("其他", "锁", "锁.pdf", password="12")])
    sheets = gather(case, tmp_path / "页")
    assert sheets is not None
    assert texts(sheets.file) == ["locked 1"]
    with pikepdf.open(sheets.file) as pdf:
        assert not pdf.is_encrypted


def test_pictures_and_pdfs_go_together(tmp_path: Path) -> None:
    stream = io.BytesIO()
    two_colours(600, 800).save(stream, "JPEG")
    files = {"照片.jpg": stream.getvalue(), "甲.pdf": report("first")}
    case = loaded(tmp_path / "案例", [paper("其他", "都", "照片.jpg", "甲.pdf")], **files)
    sheets = gather(case, tmp_path / "页")
    assert sheets is not None
    assert texts(sheets.file) == ["", "first 1"]


# ── What happens to files after they were looked into ───


def refused(case: Case, folder: Path) -> tuple[Finding, ...]:
    found = refusal(lambda: gather(case, folder))
    for each in found:
        assert each.severity is Severity.ERROR
        assert (each.place.pointer, each.place.title) == ("/evidence", "证实性材料")
        assert each.place.file.endswith("case.json")
        assert each.message.endswith("。")
        assert each.cure
    return found


def test_a_file_with_other_pages_than_before_is_an_error(tmp_path: Path, case: Case) -> None:
    (tmp_path / "案例/乙.pdf").write_bytes(report("second", 3))
    (finding,) = refused(case, tmp_path / "页")
    assert finding.code == "sheet-changed"
    assert "“乙.pdf”" in finding.message
    assert "原有 2 页，现有 3 页" in finding.message
    assert "再运行" in finding.cure


def test_every_file_that_went_bad_is_told(tmp_path: Path, case: Case) -> None:
    (tmp_path / "案例/甲.pdf").unlink()
    (tmp_path / "案例/乙.pdf").write_bytes(b"")
    (tmp_path / "案例/丙.pdf").write_bytes("文字".encode())
    found = refused(case, tmp_path / "页")
    assert [(each.code, each.message) for each in found] == [
        ("sheet-unreadable", "“甲.pdf”读不出来。"),
        ("sheet-empty", "“乙.pdf”是空文件。"),
        ("sheet-refused", "“丙.pdf”是纯文本，不能直接使用。"),
    ]


def test_a_file_that_nobody_asked_for_may_be_gone(tmp_path: Path, case: Case) -> None:
    (tmp_path / "案例/照.pdf").unlink()
    sheets = gather(case, tmp_path / "页")
    assert sheets is not None
    assert len(sizes(sheets.file)) == 4
