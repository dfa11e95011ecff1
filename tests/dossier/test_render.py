"""A case becomes its dossier: every file, and a manifest that can be checked."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from docgen.dossier import Dossier, render_case
from docgen.dossier.folder import DossierFile
from docgen.dossier.manifest import manifest_of
from docgen.findings import DocgenError, Finding, Place, Severity
from docgen.style.load import load_style
from docgen.write import PrintedFile
from tests.cases.unit.making import COMPANY, changed, pack, refusal, sound, stored

NAMES = [
    "1-封面.docx",
    "1-封面.pdf",
    "2-洛阳市质量标杆申报表.docx",
    "2-洛阳市质量标杆申报表.pdf",
    "3-质量标杆总结材料.docx",
    "3-质量标杆总结材料.pdf",
    "4-证实性材料.pdf",
    "5-书脊.docx",
    "5-书脊.pdf",
    "6-装订稿.pdf",
    "7-印装说明.docx",
    "7-印装说明.pdf",
    "manifest.json",
]


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> tuple[Dossier, list[str]]:
    """The small case with one warning, rendered, and the steps that were told."""
    root = tmp_path_factory.mktemp("dossier")
    steps: list[str] = []
    case = stored(root / "案例", changed("contact.moblie", "1"))
    return render_case(case, "luoyang", root / "out", progress=steps.append), steps


def manifest(dossier: Dossier) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((dossier.folder / "manifest.json").read_bytes())
    return content


def test_the_files_are_in_reading_order_with_the_manifest_last(
    rendered: tuple[Dossier, list[str]],
) -> None:
    dossier, _ = rendered
    assert dossier.folder.name == COMPANY
    assert list(dossier.files) == NAMES
    assert sorted(path.name for path in dossier.folder.iterdir()) == sorted(NAMES)


def test_every_step_is_told_in_chinese(rendered: tuple[Dossier, list[str]]) -> None:
    assert rendered[1][0] == "读取规范和案例"
    assert rendered[1][-1] == "写入文件"
    assert "生成质量标杆总结材料" in rendered[1]


def test_the_manifest_names_style_edition_and_issuer(
    rendered: tuple[Dossier, list[str]],
) -> None:
    content = manifest(rendered[0])
    assert (content["style"], content["edition"]) == ("luoyang", 2023)
    assert content["issuer"] == "洛阳市工业和信息化局"


def test_the_manifests_hashes_and_sizes_are_those_of_the_files(
    rendered: tuple[Dossier, list[str]],
) -> None:
    listed = manifest(rendered[0])["files"]
    assert [file["name"] for file in listed] == NAMES[:-1]
    assert [file["document"] for file in listed] == [
        "cover", "cover", "form", "form", "narrative", "narrative", "evidence", "spine", "spine",
        "book", "print_sheet", "print_sheet",
    ]  # fmt: skip
    for file in listed:
        data = (rendered[0].folder / file["name"]).read_bytes()
        assert file["sha256"] == hashlib.sha256(data).hexdigest()
        assert file["bytes"] == len(data)


def test_the_manifests_page_counts_are_those_of_the_pdfs(
    rendered: tuple[Dossier, list[str]],
) -> None:
    pages = {file["name"]: file.get("pages") for file in manifest(rendered[0])["files"]}
    for name, count in pages.items():
        path = rendered[0].folder / name
        assert count == (len(PdfReader(path).pages) if path.suffix == ".pdf" else None)


def test_the_manifest_keeps_what_was_noticed(rendered: tuple[Dossier, list[str]]) -> None:
    (finding,) = manifest(rendered[0])["findings"]
    assert finding["code"] == "unknown-field"
    assert finding["severity"] == "warning"
    assert finding["pointer"] == "/contact/moblie"
    assert "mobile" in finding["cure"]
    assert [each.code for each in rendered[0].findings] == ["unknown-field"]


def test_the_manifest_names_no_path_of_this_machine(
    rendered: tuple[Dossier, list[str]],
) -> None:
    text = (rendered[0].folder / "manifest.json").read_text(encoding="utf-8")
    assert str(rendered[0].folder.parent) not in text


def test_the_manifest_is_the_same_for_the_same_files() -> None:
    file = DossierFile("甲.pdf", PrintedFile(".pdf", b"x", 3), "cover")
    finding = Finding("c", "消息", "办法", Place("f", "/p", "标题"), Severity.NOTE, "附件1")
    style = load_style("luoyang")
    one, other = manifest_of(style, [file], [finding]), manifest_of(style, [file], [finding])
    assert one == other
    assert json.loads(one.content.data)["files"] == [
        {
            "name": "甲.pdf",
            "document": "cover",
            "bytes": 1,
            "sha256": "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
            "pages": 3,
        }
    ]


def test_only_the_formats_asked_for_are_made(tmp_path: Path) -> None:
    dossier = render_case(stored(tmp_path / "案例", sound()), "luoyang", tmp_path, ["docx"])
    assert list(dossier.files) == [*(name for name in NAMES if name.endswith(".docx")), NAMES[-1]]


def test_an_error_leaves_earlier_files_as_they_were(tmp_path: Path) -> None:
    old = tmp_path / "out" / COMPANY / "1-封面.docx"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"old")
    case = stored(tmp_path / "案例", changed("contact.email", "无"))
    (finding,) = refusal(lambda: render_case(case, "luoyang", tmp_path / "out"))
    assert finding.code == "email-malformed"
    assert old.read_bytes() == b"old"
    assert list(old.parent.iterdir()) == [old]


def test_an_error_is_told_together_with_the_warnings(tmp_path: Path) -> None:
    values = changed("contact.email", "无")
    values["contact"]["moblie"] = "1"
    found = refusal(lambda: render_case(stored(tmp_path, values), "luoyang", tmp_path / "out"))
    assert {finding.code for finding in found} == {"unknown-field", "email-malformed"}


def test_a_case_with_a_wrong_field_is_checked_further(tmp_path: Path) -> None:
    values = changed("company.employees", "三百")
    values["contact"]["email"] = "无"
    found = refusal(lambda: render_case(stored(tmp_path, values), "luoyang", tmp_path / "out"))
    assert {"not-a-number", "email-malformed"} <= {finding.code for finding in found}
    assert not (tmp_path / "out").exists()


def test_a_documents_name_becomes_a_name_that_every_system_accepts(tmp_path: Path) -> None:
    toml = 'extends = "luoyang"\n[documents.cover]\nname = "封面/扉页: A?"'
    own = pack(tmp_path / "规范", toml)
    dossier = render_case(stored(tmp_path / "案例", sound()), str(own), tmp_path / "out", ["docx"])
    assert dossier.files[0] == "1-封面／扉页： A？.docx"


def test_without_the_engine_the_word_files_are_made_and_the_pdf_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from docgen.write import pdf

    missing = Finding("pdf-engine-missing", "缺少 Pango。", "请安装。")

    def fail(document: object) -> None:
        raise pdf.EngineMissing([missing])

    monkeypatch.setattr(pdf, "write", fail)
    dossier = render_case(stored(tmp_path / "案例", sound()), "luoyang", tmp_path / "out")
    assert [name for name in dossier.files if name.endswith(".pdf")] == []
    assert len([name for name in dossier.files if name.endswith(".docx")]) == 5
    assert set(dossier.findings) == {missing}


def test_a_wrong_case_is_printed_by_force_and_the_manifest_says_so(tmp_path: Path) -> None:
    case = stored(tmp_path / "案例", changed("application_date", "2023-04-01"))
    with pytest.raises(DocgenError):
        render_case(case, "luoyang", tmp_path / "out")
    dossier = render_case(case, "luoyang", tmp_path / "out", force=True)
    manifest = json.loads((dossier.folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["forced"] is True
    assert [each["code"] for each in manifest["findings"]] == ["applied-after-deadline"]


def test_force_leaves_no_mark_on_a_sound_case(tmp_path: Path) -> None:
    dossier = render_case(stored(tmp_path / "案例", sound()), "luoyang", tmp_path, force=True)
    assert "forced" not in json.loads((dossier.folder / "manifest.json").read_text("utf-8"))


def test_what_the_case_leaves_in_its_text_is_found_in_the_printed_file(tmp_path: Path) -> None:
    values = changed("narrative.overview", "公司成立于某年。联系人：XXX。")
    dossier = render_case(stored(tmp_path / "案例", values), "luoyang", tmp_path / "out")
    (finding,) = dossier.findings
    assert (finding.code, finding.severity) == ("placeholder-left", Severity.WARNING)
