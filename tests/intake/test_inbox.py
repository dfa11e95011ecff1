"""Of an inbox every application is read; what is passed over is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.findings import Severity
from docgen.intake.inbox import Inbox, open_inbox
from docgen.style.load import load_style

STYLE = load_style("luoyang")


def made(folder: Path, *names: str) -> Path:
    """A folder with empty files of these names."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"")
    return folder


def names(inbox: Inbox, folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in inbox.files]


def read(folder: Path, *, cases: bool = True) -> list[str]:
    """What is read, where nothing is said to be passed over."""
    inbox = open_inbox([folder], STYLE, cases=cases)
    assert inbox.findings == []
    return names(inbox, folder)


def told(folder: Path) -> list[tuple[str, str]]:
    findings = open_inbox([folder], STYLE).findings
    return [(each.code, each.place.file) for each in findings]


def test_word_files_and_cases_are_read_below_it(tmp_path: Path) -> None:
    made(tmp_path, "乙/申报表.docx", "甲/case.json", "甲/旧稿/申报表.docx", "丙/盖章/承诺书.DOCX")
    assert read(tmp_path) == ["丙/盖章/承诺书.DOCX", "乙/申报表.docx", "甲/case.json"]


def test_without_cases_the_word_files_beside_one_are_read(tmp_path: Path) -> None:
    made(tmp_path, "甲/case.json", "甲/申报表.docx")
    assert read(tmp_path, cases=False) == ["甲/申报表.docx"]


def test_a_case_beside_other_cases_hides_none_of_them(tmp_path: Path) -> None:
    made(tmp_path, "case.json", "乙/case.json", "乙/稿/case.json")
    assert read(tmp_path) == ["case.json", "乙/case.json", "乙/稿/case.json"]


def test_a_copy_of_a_check_is_passed_over_beside_its_original_only(tmp_path: Path) -> None:
    made(tmp_path, "申报表.docx", "申报表-批注.docx", "申报表-改正.docx", "封面-改正.docx")
    made(tmp_path, "批注.docx", "申报表-改正-批注.docx", "申报表-批注2.docx")
    assert read(tmp_path) == ["封面-改正.docx", "批注.docx", "申报表-批注2.docx", "申报表.docx"]


@pytest.mark.parametrize("name", ["~$申报表.docx", ".~申报表.docx", ".DS_Store", ".旧/甲.docx"])
def test_what_editors_and_systems_hide_is_passed_over(tmp_path: Path, name: str) -> None:
    assert read(made(tmp_path, "申报表.docx", name)) == ["申报表.docx"]


def test_the_units_own_papers_are_no_applications(tmp_path: Path) -> None:
    made(tmp_path, "甲.docx", "推荐文件.docx", "质量标杆汇总表.docx", "推荐意见/01-甲.docx")
    assert read(tmp_path) == ["甲.docx"]


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    made(tmp_path, "推荐文件.docx", "推荐文件-批注.docx", "~$甲.docx")
    files = sorted(tmp_path.iterdir())
    assert open_inbox(files, STYLE).files == files


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    file = made(tmp_path, "甲.docx") / "甲.docx"
    assert open_inbox([file, tmp_path, tmp_path / "." / "甲.docx"], STYLE).files == [file]


def test_files_that_may_be_applications_are_told_folder_by_folder(tmp_path: Path) -> None:
    made(tmp_path, "甲/申报表.DOC", "甲/总结.wps", "甲/封面.docx", "甲/证书.pdf", "乙/材料.zip")
    inbox = open_inbox([tmp_path], STYLE)
    assert names(inbox, tmp_path) == ["甲/封面.docx"]
    assert [(each.code, each.place.file) for each in inbox.findings] == [
        ("file-passed-over", str(tmp_path / "乙")),
        ("file-passed-over", str(tmp_path / "甲")),
    ]
    assert "总结.wps、申报表.DOC" in inbox.findings[1].message


def test_an_empty_folder_of_a_company_is_told(tmp_path: Path) -> None:
    made(tmp_path, "甲/申报表.docx")
    (tmp_path / "乙").mkdir()
    assert told(tmp_path) == [("folder-empty", str(tmp_path / "乙"))]


def test_a_companys_folder_with_scans_only_is_told(tmp_path: Path) -> None:
    """The company sent its sealed form as a scan: it must not fall out of the table unseen."""
    made(tmp_path, "甲/申报表.docx", "乙/盖章/申报表.pdf", "乙/照片.jpg")
    (finding,) = open_inbox([tmp_path], STYLE).findings
    assert (finding.code, finding.place.file) == ("folder-empty", str(tmp_path / "乙"))
    assert "申报表.pdf" in finding.message


def test_it_is_told_among_the_folders_of_a_batch(tmp_path: Path) -> None:
    made(tmp_path, "一批/甲/申报表.docx", "一批/乙/申报表.docx", "一批/丙/申报表.pdf")
    assert told(tmp_path) == [("folder-empty", str(tmp_path / "一批" / "丙"))]


def test_a_companys_scans_beside_its_form_are_none_of_our_business(tmp_path: Path) -> None:
    made(tmp_path, "甲/申报表.docx", "甲/证明/证书.pdf", "乙/表/申报表.docx", "乙/证明/证书.pdf")
    made(tmp_path, "丙/case.json", "丙/证明/证书.pdf")
    assert told(tmp_path) == []


def test_a_notice_beside_the_companies_folders_hides_none_of_them(tmp_path: Path) -> None:
    made(tmp_path, "通知.docx", "甲/申报表.docx", "乙/申报表.docx", "丙/申报表.pdf")
    assert told(tmp_path) == [("folder-empty", str(tmp_path / "丙"))]


def test_a_folder_with_a_companys_name_is_a_companys(tmp_path: Path) -> None:
    made(tmp_path, "一批/甲公司/申报表.docx", "一批/乙公司/申报表.pdf", "一批/说明/表.pdf")
    assert told(tmp_path) == [("folder-empty", str(tmp_path / "一批" / "乙公司"))]


def test_the_units_own_folder_is_none(tmp_path: Path) -> None:
    made(
        tmp_path, "甲/申报表.docx", "output/质量标杆汇总表.docx", "output/质量标杆汇总表-手改.docx"
    )
    made(tmp_path, "output/推荐文件.pdf", "__MACOSX/甲.docx", "甲/Thumbs.db")
    assert read(tmp_path) == ["甲/申报表.docx"]


def test_an_edited_file_beside_its_new_one_is_noted_and_not_read(tmp_path: Path) -> None:
    made(tmp_path, "1-封面.docx", "1-封面-手改.docx", "1-封面-手改2.docx", "2-申报表-手改.docx")
    inbox = open_inbox([tmp_path], STYLE)
    assert names(inbox, tmp_path) == ["1-封面.docx", "2-申报表-手改.docx"]
    (finding,) = inbox.findings
    assert (finding.code, finding.severity) == ("file-passed-over", Severity.NOTE)
    assert "1-封面-手改.docx、1-封面-手改2.docx" in finding.message


def test_what_a_dossier_keeps_apart_is_docgens_too(tmp_path: Path) -> None:
    made(tmp_path, "case.json", "output/甲/manifest.json", "output/甲/盖章/2-承诺书.docx")
    assert read(tmp_path) == ["case.json"]


def test_word_files_below_an_inboxs_own_case_are_told(tmp_path: Path) -> None:
    made(tmp_path, "case.json", "乙/申报表.docx", "output/甲/封面.docx", "output/甲/manifest.json")
    (finding,) = open_inbox([tmp_path], STYLE).findings
    assert (finding.code, finding.place.file) == ("file-passed-over", str(tmp_path / "乙"))
    assert finding.severity is Severity.NOTE


def test_a_folder_that_is_closed_is_told_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path, "甲/申报表.docx", "乙/申报表.docx")
    is_dir, iterdir = Path.is_dir, Path.iterdir

    def closed(self: Path) -> bool:
        if self == tmp_path / "乙":
            raise PermissionError(13, "Permission denied")
        return is_dir(self)

    def unlisted(self: Path) -> Iterator[Path]:
        if self == tmp_path / "乙":
            raise PermissionError(13, "Permission denied")
        return iterdir(self)

    monkeypatch.setattr(Path, "is_dir", closed)
    monkeypatch.setattr(Path, "iterdir", unlisted)
    assert told(tmp_path / "乙") == [("file-unreadable", str(tmp_path / "乙"))]
    inbox = open_inbox([tmp_path], STYLE)
    assert names(inbox, tmp_path) == ["甲/申报表.docx"]
    assert [each.place.file for each in inbox.findings] == [str(tmp_path / "乙")]


def test_a_link_that_leads_nowhere_or_round_is_told(tmp_path: Path) -> None:
    made(tmp_path, "申报表.docx")
    (tmp_path / "圈").symlink_to(tmp_path)
    (tmp_path / "断.docx").symlink_to(tmp_path / "没有")
    assert told(tmp_path) == [("file-passed-over", str(tmp_path))]


def test_the_archive_of_a_dossier_is_not_told(tmp_path: Path) -> None:
    assert read(made(tmp_path, "申报书.docx", "甲公司.zip", "manifest.json")) == ["申报书.docx"]


@pytest.mark.parametrize("name", ["扫描件.pdf", "申报表.doc", "照片.jpg"])
def test_a_named_file_of_another_kind_is_refused(tmp_path: Path, name: str) -> None:
    assert told(made(tmp_path, name) / name) == [("no-application", str(tmp_path / name))]


def test_a_folder_without_applications_is_told(tmp_path: Path) -> None:
    assert told(made(tmp_path, "照片.jpg")) == [("no-application", str(tmp_path))]
    assert told(tmp_path / "没有") == [("file-missing", str(tmp_path / "没有"))]
