"""Files of one dossier, edited in Word after they were made: what no longer agrees is found."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner

from docgen.cli import app
from docgen.consistency import check_dossiers
from docgen.findings import Finding, Severity
from docgen.intake.inbox import open_inbox
from docgen.style.load import load_style
from tests.acceptance.documents import COVER, FORM, ISSUED, NARRATIVE, SPINE
from tests.check.word.mutating import Copy, replace, rewrite, say_more, text
from tests.conftest import Issued

COMPANY = "衡澜流体科技股份有限公司"
CODE_IN_TEXT = "统一社会信用代码：91000000MA00000999。"
RENAMED = "衡澜流体技术股份有限公司"
NATIONAL_FORM = "1-全国质量标杆申报书"
ZHEJIANG_FORM = "1-浙江省制造业质量标杆申报书"
PROMISE = "盖章后上传/2-浙江省制造业质量标杆申报承诺书"

Edit = Callable[[Copy], None]
Held = Callable[..., list[Finding]]


@pytest.fixture
def held(issued: Issued, tmp_path: Path) -> Held:
    """Edit documents of a dossier, and hold its files together."""

    def hold(style: str, **edits: Edit) -> list[Finding]:
        folder = tmp_path / COMPANY
        shutil.copytree(issued(style).folder, folder)
        for name, edit in edits.items():
            path = folder / f"{name}.docx"
            copy = Copy(path.read_bytes())
            edit(copy)
            copy.save(path)
        return findings_of(folder, style)

    return hold


def findings_of(folder: Path, style: str) -> list[Finding]:
    (report,) = check_dossiers(open_inbox([folder], load_style(style)).files, load_style(style))
    return report.findings


def codes(findings: Sequence[Finding]) -> list[str]:
    """The codes, without what every edit brings: the PDFs are out of date."""
    return [each.code for each in findings if each.code != "print-out-of-date"]


def only(findings: Sequence[Finding], code: str) -> Finding:
    assert codes(findings) == [code]
    return next(each for each in findings if each.code == code)


@pytest.mark.parametrize("style", ISSUED)
def test_what_docgen_makes_agrees_with_itself(issued: Issued, style: str) -> None:
    assert findings_of(issued(style).folder, style) == []


# ── fields said twice ────────────────────────────────────────────────


def test_a_contact_changed_on_the_cover_alone_names_both_places(held: Held) -> None:
    finding = only(held("luoyang", **{COVER: renamed_contact}), "values-differ")
    assert finding.place.file.endswith(f"{COVER}.docx")
    assert f"《{FORM}.docx》表 1 第 7 行" in finding.message
    assert "苏蔓菁" in finding.message
    assert "苏蔓青" in finding.message


def renamed_contact(copy: Copy) -> None:
    replace(copy.paragraph("苏蔓青"), "青", "菁")


def test_another_company_beside_the_seal_of_the_promise(held: Held) -> None:
    def edit(copy: Copy) -> None:
        say_more(copy.paragraph("企业名称（盖章）："), RENAMED)

    finding = only(held("zhejiang", **{PROMISE: edit}), "values-differ")
    assert finding.place.file.endswith(f"{PROMISE}.docx")
    assert RENAMED in finding.message
    assert f"{ZHEJIANG_FORM}.docx》表 1 第 3 行" in finding.message


def test_a_spine_that_names_another_company(held: Held) -> None:
    def edit(copy: Copy) -> None:
        rewrite(copy.paragraph(COMPANY), RENAMED)

    finding = only(held("luoyang", **{SPINE: edit}), "values-differ")
    assert finding.place.file.endswith(f"{SPINE}.docx")


def test_a_title_that_differs_from_the_covers(held: Held) -> None:
    def edit(copy: Copy) -> None:
        replace(copy.paragraph(f"{COMPANY}实施基于"), "数字化", "信息化")

    finding = only(held("luoyang", **{NARRATIVE: edit}), "values-differ")
    assert f"《{COVER}.docx》" in finding.message


def test_another_credit_code_in_the_text(held: Held) -> None:
    def edit(copy: Copy) -> None:
        say_more(copy.paragraph(f"{COMPANY}2006年3月"), CODE_IN_TEXT)

    finding = only(held("zhejiang", **{ZHEJIANG_FORM: edit}), "values-differ")
    assert "91000000MA00000999" in finding.message
    assert "91000000MA00000232" in finding.message


# ── figures ──────────────────────────────────────────────────────────


def test_revenue_corrected_in_the_form_alone(held: Held) -> None:
    def edit(copy: Copy) -> None:
        rewrite(copy.paragraph("71246.27"), "71426.27")

    findings = held("luoyang", **{FORM: edit})
    found = [each for each in findings if each.code == "text-contradicts-form"]
    assert set(codes(findings)) == {"text-contradicts-form"}
    # Once in the running text, once in the table of three years.
    assert len(found) == 2
    assert all("71426.27" in each.message and FORM in each.message for each in found)
    assert "“2022年主营业务收入" in found[0].place.title or "第" in found[0].place.title


def test_headcount_corrected_in_the_text_alone(held: Held) -> None:
    def edit(copy: Copy) -> None:
        (staff,) = [each for each in copy.paragraphs if "员工762人" in text(each)]
        replace(staff, "762人", "782人")

    finding = only(held("changzhou", **{"3-“质量标杆”典型经验": edit}), "text-contradicts-form")
    assert "正文写“员工782人”" in finding.message


def test_a_number_of_patents_that_the_list_does_not_have(held: Held) -> None:
    def edit(copy: Copy) -> None:
        (granted,) = [each for each in copy.paragraphs if text(each) == "16"][:1]
        rewrite(granted, "17")

    finding = only(held("luoyang", **{FORM: edit}), "count-contradicts-list")
    assert "这里写 17 项，专利明细里有 16 项" in finding.message


# ── names, and what was made ─────────────────────────────────────────


def test_a_folder_named_by_another_company(issued: Issued, tmp_path: Path) -> None:
    folder = tmp_path / RENAMED
    shutil.copytree(issued("luoyang").folder, folder)
    finding = only(findings_of(folder, "luoyang"), "folder-misnamed")
    assert RENAMED in finding.message
    assert f"“{COMPANY}”" in finding.cure
    assert "以企业名称命名" in finding.clause


def test_an_archive_named_by_the_company_as_it_was(held: Held) -> None:
    def edit(copy: Copy) -> None:
        for paragraph in copy.paragraphs:
            if COMPANY in "".join(paragraph.itertext()):
                rewrite(paragraph, "".join(paragraph.itertext()).replace(COMPANY, RENAMED))

    findings = held("national", **{NATIONAL_FORM: edit})
    assert {"folder-misnamed", "archive-misnamed"} <= set(codes(findings))


def test_a_word_file_edited_leaves_pdf_book_and_archive_out_of_date(held: Held) -> None:
    findings = held("luoyang", **{COVER: renamed_contact})
    (finding,) = [each for each in findings if each.code == "print-out-of-date"]
    assert f"{COVER}.pdf、6-装订稿.pdf还是原来的内容" in finding.message


def test_an_edited_file_of_an_archive(held: Held) -> None:
    findings = held("national", **{NATIONAL_FORM: renamed_contact})
    (finding,) = [each for each in findings if each.code == "print-out-of-date"]
    assert f"{NATIONAL_FORM}.pdf、{COMPANY}.zip" in finding.message


def test_a_pdf_exported_anew_is_no_finding(issued: Issued, tmp_path: Path) -> None:
    folder = tmp_path / COMPANY
    shutil.copytree(issued("shanghai").folder, folder)
    for suffix in ("docx", "pdf"):
        with (folder / f"{COVER}.{suffix}").open("ab") as file:
            file.write(b" ")
    assert findings_of(folder, "shanghai") == []


def test_a_file_that_is_gone(issued: Issued, tmp_path: Path) -> None:
    folder = tmp_path / COMPANY
    shutil.copytree(issued("luoyang").folder, folder)
    (folder / "4-证实性材料.pdf").unlink()
    (folder / "7-印装说明.pdf").unlink()  # ours, not the issuer's
    assert "4-证实性材料.pdf" in only(findings_of(folder, "luoyang"), "file-gone").message


def test_a_file_that_has_another_name_is_not_gone(issued: Issued, tmp_path: Path) -> None:
    folder = tmp_path / COMPANY
    shutil.copytree(issued("luoyang").folder, folder)
    (folder / "4-证实性材料.pdf").rename(folder / "证实性材料.pdf")
    finding = only(findings_of(folder, "luoyang"), "file-gone")
    assert "“4-证实性材料.pdf”改了名，现在是“证实性材料.pdf”" in finding.message
    assert finding.severity is Severity.NOTE


def test_what_is_noted_on_the_print_sheet_leaves_nothing_out_of_date(
    issued: Issued, tmp_path: Path
) -> None:
    folder = tmp_path / COMPANY
    shutil.copytree(issued("luoyang").folder, folder)
    with (folder / "7-印装说明.docx").open("ab") as file:
        file.write(b" ")
    assert "print-out-of-date" not in codes(findings_of(folder, "luoyang"))


def test_a_spoilt_manifest_is_no_reason_to_stop(issued: Issued, tmp_path: Path) -> None:
    folder = tmp_path / COMPANY
    shutil.copytree(issued("shanghai").folder, folder)
    (folder / "manifest.json").write_text('{"files": [3]}', encoding="utf-8")
    assert findings_of(folder, "shanghai") == []


# ── the command ──────────────────────────────────────────────────────


def test_check_takes_a_folder_of_word_files(issued: Issued, tmp_path: Path) -> None:
    folder = tmp_path / RENAMED
    shutil.copytree(issued("shanghai").folder, folder)
    (folder / f"{COVER}-批注.docx").write_bytes(b"a copy of an earlier check")
    done = CliRunner().invoke(app, ["check", str(folder), "--style", "shanghai"])
    assert done.exit_code == 0
    assert "检查了 3 份 Word 文件" in done.stdout
    assert "folder-misnamed" in done.stderr


def test_check_of_a_folder_as_json(issued: Issued) -> None:
    folder = issued("shanghai").folder
    done = CliRunner().invoke(
        app, ["check", str(folder), "--style", "shanghai", "--format", "json"]
    )
    files = [Path(each["file"]).name for each in json.loads(done.stdout)["files"]]
    assert files == [*(f"{name}.docx" for name in ISSUED["shanghai"]), COMPANY]


def test_a_word_file_of_ones_own_in_the_folder_is_a_note(issued: Issued, tmp_path: Path) -> None:
    import docx

    folder = tmp_path / COMPANY
    shutil.copytree(issued("shanghai").folder, folder)
    notes = docx.Document()
    notes.add_paragraph("周三前请领导签字。")
    notes.save(str(folder / "待办.docx"))
    done = CliRunner().invoke(app, ["check", str(folder), "--style", "shanghai"])
    assert done.exit_code == 0
    assert "提示" in done.stderr
    assert "document-unknown" in done.stderr
