"""A corrected copy has no mechanical slip left, an annotated one says what is wrong where."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from lxml import etree
from typer.testing import CliRunner

from docgen.check.word.annotating import annotated
from docgen.check.word.check import check_word, check_word_data
from docgen.check.word.mending import mended
from docgen.cli import app
from docgen.style.load import load_style
from tests.conftest import ROOT, Issued
from tests.independent.validators import schema_errors, sdk_errors
from tests.independent.word import Word

DIRECT = ROOT / "tests/cases/written/direct.docx"
COMMENTS = "word/comments.xml"


@pytest.fixture
def spoilt(issued: Issued, tmp_path: Path) -> Path:
    """A narrative in which somebody has set two paragraphs smaller, and one caption to the left."""
    word = Document(str(issued("luoyang").docx("3-质量标杆总结材料")))
    long = [each for each in word.paragraphs if len(each.text) > 120]
    for paragraph in long[:2]:
        for run in paragraph.runs:
            run.font.size = Pt(10.5)
    caption = next(each for each in word.paragraphs if each.text.startswith("表1\u3000"))
    caption.alignment = 0  # type: ignore[assignment]
    file = tmp_path / "3-质量标杆总结材料.docx"
    word.save(str(file))
    return file


def check(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["check", *arguments])
    return done.exit_code, done.stdout, done.stderr


def printed(data: bytes) -> str:
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    return "".join(each.text or "" for each in root.iter(qn("w:t")))


# ── Corrected copies ────────────────────────────────────────────


def test_a_corrected_copy_has_nothing_mechanical_left(spoilt: Path) -> None:
    style = load_style("luoyang")
    before = check_word(spoilt, style)
    assert sorted(each.finding.code for each in before) == [
        "alignment-wrong", "size-wrong", "size-wrong",
    ]  # fmt: skip
    data, done = mended(spoilt.read_bytes(), before)
    assert len(done) == 3
    assert check_word_data(data, "改正.docx", style) == []
    assert printed(data) == printed(spoilt.read_bytes())


def test_only_what_is_wrong_is_changed(spoilt: Path) -> None:
    style = load_style("luoyang")
    data, _ = mended(spoilt.read_bytes(), check_word(spoilt, style))
    before = zipfile.ZipFile(spoilt)
    after = zipfile.ZipFile(io.BytesIO(data))
    changed = {
        name for name in before.namelist()
        if etree_text(before.read(name)) != etree_text(after.read(name))
    }  # fmt: skip
    assert set(after.namelist()) == set(before.namelist())
    assert changed == {"word/document.xml"}


def etree_text(data: bytes) -> bytes:
    """A part's bytes, its XML in one way of writing it."""
    try:
        return etree.tostring(etree.fromstring(data), method="c14n")
    except etree.XMLSyntaxError:
        return data


def test_what_people_set_by_hand_is_mended_to_the_character() -> None:
    style = load_style("luoyang")
    data = DIRECT.read_bytes()
    found = check_word(DIRECT, style)
    assert any(each.slip.fix for each in found)
    corrected, _ = mended(data, found)
    left = check_word_data(corrected, "改正.docx", style)
    assert [each.finding.message for each in left if each.slip.fix] == []
    # A caption may have moved, and a number been put right: else each character is the same.
    letters = [re.sub(r"\d", "", printed(each)) for each in (corrected, data)]
    assert sorted(letters[0]) == sorted(letters[1])
    assert len(printed(corrected)) == len(printed(data))


def test_the_copy_stands_beside_the_file_which_is_not_touched(spoilt: Path) -> None:
    data = spoilt.read_bytes()
    status, out, err = check(str(spoilt), "--style", "luoyang", "--fix", "--annotate")
    assert status == 1
    assert spoilt.read_bytes() == data
    names = {path.name for path in spoilt.parent.iterdir()}
    assert names == {
        spoilt.name, f"{spoilt.stem}-改正.docx", f"{spoilt.stem}-批注.docx",
    }  # fmt: skip
    assert "改了 3 处" in out
    assert err.count("size-wrong") == 2


def test_typed_numbers_are_put_right(tmp_path: Path) -> None:
    word = Document(str(DIRECT))
    headings = [each for each in word.paragraphs if each.text.startswith("三、")]
    headings[-1].runs[0].text = headings[-1].runs[0].text.replace("三", "四", 1)
    file = tmp_path / "direct.docx"
    word.save(str(file))
    style = load_style("luoyang")
    found = check_word(file, style)
    wrong = {"heading-number-wrong", "caption-number-wrong"}
    assert wrong <= {each.finding.code for each in found}
    data, _ = mended(file.read_bytes(), found)
    left = {each.finding.code for each in check_word_data(data, "改正.docx", style)}
    assert not wrong & left


# ── Annotated copies ────────────────────────────────────────────


def test_an_annotated_copy_has_a_comment_on_each_finding(spoilt: Path, tmp_path: Path) -> None:
    found = check_word(spoilt, load_style("luoyang"))
    copy = tmp_path / "批注.docx"
    copy.write_bytes(annotated(spoilt.read_bytes(), found))
    root = etree.fromstring(zipfile.ZipFile(copy).read(COMMENTS))
    comments = list(root.iter(qn("w:comment")))
    assert [each.get(qn("w:author")) for each in comments] == ["docgen"] * 3
    for comment, (finding, _) in zip(comments, found, strict=True):
        assert finding.message in "".join(map(str, comment.itertext()))
    assert schema_errors(copy) == []
    assert sdk_errors(copy) == []
    assert annotated(spoilt.read_bytes(), found) == copy.read_bytes()
    assert Word(copy).text.characters == Word(spoilt).text.characters


def test_libreoffice_shows_the_comments(spoilt: Path, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    assert office, "LibreOffice (soffice) is not installed; run: make test"
    copy = tmp_path / "annotated.docx"
    copy.write_bytes(annotated(spoilt.read_bytes(), check_word(spoilt, load_style("luoyang"))))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "fodt", "--outdir", str(tmp_path), str(copy)]
    command = [office, profile, *convert]
    subprocess.run(command, check=True, capture_output=True, timeout=120, env=dict(os.environ))
    text = copy.with_suffix(".fodt").read_text(encoding="utf-8")
    assert text.count("<office:annotation ") == 3
    assert text.count("<dc:creator>docgen</dc:creator>") == 3


def test_what_is_wrong_in_a_header_is_told_at_the_first_words(spoilt: Path, tmp_path: Path) -> None:
    word = Document(str(spoilt))
    header = word.sections[0].header.paragraphs[0]
    header.text = "××公司"
    header._p.remove(header._p.pPr)  # names a style that the file does not have
    word.save(str(spoilt))
    style = load_style("luoyang")
    found = check_word(spoilt, style)
    (finding,) = [each.finding for each in found if each.finding.code == "placeholder-left"]
    assert finding.place.title == "页眉“××公司”"
    copy = tmp_path / "批注.docx"
    copy.write_bytes(annotated(spoilt.read_bytes(), found))
    assert schema_errors(copy) == []
    assert "××公司" in first_comment_at_first_words(copy)
    data, done = mended(spoilt.read_bytes(), found)
    assert finding not in done
    assert Document(io.BytesIO(data)).sections[0].header.paragraphs[0].text == "××公司"


def first_comment_at_first_words(copy: Path) -> str:
    """The comment in whose range the body's first run stands."""
    with zipfile.ZipFile(copy) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
        comments = etree.fromstring(archive.read(COMMENTS))
    before = next(body.iter(qn("w:r"))).getprevious()
    assert before is not None
    (comment,) = [
        each for each in comments.iter(qn("w:comment"))
        if each.get(qn("w:id")) == before.get(qn("w:id"))
    ]  # fmt: skip
    return "".join(map(str, comment.itertext()))


# ── Files that have lost a part ─────────────────────────────────


@pytest.fixture
def recovered(spoilt: Path) -> Path:
    """The narrative without one of its pictures, whose relationship is left, and a link told as
    a part.
    """
    with zipfile.ZipFile(spoilt) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    del parts[next(name for name in parts if name.startswith("word/media/"))]
    name = "word/_rels/document.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link = f'<Relationship Id="rIdLink" Type="{kind}" Target="#top"/></Relationships>'
    parts[name] = parts[name].replace(b"</Relationships>", link.encode())
    with zipfile.ZipFile(spoilt, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return spoilt


def test_a_file_that_has_lost_a_picture_gets_both_copies(recovered: Path) -> None:
    status, out, err = check(str(recovered), "--style", "luoyang", "--fix", "--annotate")
    assert (status, "copy-failed" in err) == (1, False)
    assert "改了 3 处" in out
    for kind in ("批注", "改正"):
        copy = recovered.with_name(f"{recovered.stem}-{kind}.docx")
        assert printed(copy.read_bytes()) == printed(recovered.read_bytes())
        assert check_word(copy, load_style("luoyang")) is not None
        with zipfile.ZipFile(copy) as archive:
            relations = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
            names = archive.namelist()
        internal = [each.get("Target") for each in relations if each.get("TargetMode") is None]
        assert {f"word/{target}" for target in internal} <= set(names)
        assert "#top" in [each.get("Target") for each in relations]


# ── The report ──────────────────────────────────────────────────


def test_machines_get_json(spoilt: Path) -> None:
    status, out, _ = check(str(spoilt), "--style", "luoyang", "--format", "json")
    report = json.loads(out)
    assert status == 1
    (file,) = report["files"]
    assert file["file"] == str(spoilt)
    assert {each["code"] for each in file["findings"]} == {"size-wrong", "alignment-wrong"}
    assert all(each["clause"].startswith("附件3 三") for each in file["findings"])


def test_cases_and_word_files_may_be_checked_together(spoilt: Path) -> None:
    case = ROOT / "samples/lichuan-bearing/case.json"
    status, out, _ = check(str(case), str(spoilt), "--style", "luoyang")
    assert (status, "检查了 2 份文件，1 份有错误" in out) == (1, True)


def test_a_file_that_is_none_of_the_documents_is_said_so(tmp_path: Path) -> None:
    word = Document()
    word.add_paragraph("放假通知")
    word.add_paragraph("自明日起放假三天，请各部门安排好值班。")
    word.add_paragraph("办公室")
    file = tmp_path / "通知.docx"
    word.save(str(file))
    status, _, err = check(str(file), "--style", "luoyang")
    assert status == 1
    assert "认不出" in err
    assert "质量标杆总结材料" in err


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    status, _, err = check(str(tmp_path / "没有.docx"), "--style", "luoyang")
    assert (status, "没有这个文件" in err) == (1, True)


def test_an_unknown_format_is_wrong_use(spoilt: Path) -> None:
    status, _, _ = check(str(spoilt), "--style", "luoyang", "--format", "xml")
    assert status == 2


def test_a_number_is_put_right_where_it_stands_and_nowhere_else() -> None:
    from docgen.check.word.mending import _number

    word = Document()
    caption = word.add_paragraph()
    for text in ("图", "1", "2", " 2012年产量"):
        caption.add_run(text)
    assert _number(caption, [], ("12", "1"))
    assert caption.text == "图1 2012年产量"
    heading = word.add_paragraph("（二十）丙三十")
    assert not _number(heading, [], ("三", "二"))
    assert heading.text == "（二十）丙三十"


def test_a_caption_that_ends_a_cell_stays() -> None:
    """Without it the cell would end in a table, which Word refuses."""
    from docgen.check.word.mending import _place

    cell = Document().add_table(rows=1, cols=1).cell(0, 0)
    cell.add_table(rows=1, cols=1)
    caption = cell.paragraphs[-1]
    assert not _place(caption, [], "before")
    after = cell.add_paragraph()
    assert _place(caption, [], "before")
    assert [each.tag for each in cell._tc][-3:] == [qn("w:p"), qn("w:tbl"), qn("w:p")]
    assert cell.paragraphs[-1]._p is after._p


def test_a_copy_that_cannot_be_written_is_said_and_the_others_go_on(spoilt: Path) -> None:
    (spoilt.parent / f"{spoilt.stem}-批注.docx").mkdir()
    status, out, err = check(str(spoilt), str(spoilt), "--style", "luoyang", "--annotate")
    assert status == 1
    assert err.count("copy-failed") == 2
    assert "检查了 2 份" in out


def test_what_is_no_word_file_is_not_counted(tmp_path: Path) -> None:
    (tmp_path / "说明.md").write_text("说明", encoding="utf-8")
    status, out, _ = check(str(tmp_path / "说明.md"), "--style", "luoyang")
    assert (status, out) == (1, "没有检查任何文件。\n")
