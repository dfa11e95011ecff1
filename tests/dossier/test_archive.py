"""The archive of editable files: a zip everywhere, a RAR where the program for it is installed."""

from __future__ import annotations

import io
import stat
import sys
import zipfile
from pathlib import Path

import pytest

from docgen.dossier import render_case
from docgen.dossier.archive import archive_of
from docgen.dossier.folder import DossierFile
from docgen.findings import Severity
from docgen.style.load import load_style
from docgen.write import PrintedFile
from tests.cases.unit.making import pack, sound, stored

COMPANY = "试作泵业有限公司"
FILES = [
    DossierFile("1-申报书.docx", PrintedFile(".docx", b"word"), "application"),
    DossierFile("1-申报书.pdf", PrintedFile(".pdf", b"pdf"), "application"),
    DossierFile("2-典型经验材料.docx", PrintedFile(".docx", b"text"), "narrative"),
]
#: Stands for the program: writes its arguments, and the files it is given with their dates.
PROGRAM = f"""#!{sys.executable}
import os, sys
target = next(each for each in sys.argv if each.endswith(".rar"))
names = sys.argv[sys.argv.index(target) + 1:]
with open(target, "wb") as out:
    out.write(" ".join(each for each in sys.argv[1:] if each.startswith("-")).encode())
    for name in names:
        out.write(f"|{{name}} {{int(os.stat(name).st_mtime)}} ".encode() + open(name, "rb").read())
"""


def install(folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    program = folder / "rar"
    program.write_text(text, encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder))


@pytest.fixture
def without_rar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


def test_a_rar_is_made_where_its_program_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, PROGRAM, monkeypatch)
    archive, findings = archive_of(COMPANY, load_style("liaoning"), FILES)
    assert findings == []
    assert archive.name == f"{COMPANY}.rar"
    options, *members = archive.content.data.decode().split("|")
    assert "-ep1" in options  # no paths inside
    # The editable files, whose dates are no clock: the same files give the same bytes.
    assert members == ["1-申报书.docx 315532800 word", "2-典型经验材料.docx 315532800 text"]


@pytest.mark.usefixtures("without_rar")
def test_without_the_program_it_is_a_zip_and_a_plain_word_about_it() -> None:
    archive, (finding,) = archive_of(COMPANY, load_style("liaoning"), FILES)
    assert archive.name == f"{COMPANY}.zip"
    with zipfile.ZipFile(io.BytesIO(archive.content.data)) as made:
        assert made.namelist() == ["1-申报书.docx", "2-典型经验材料.docx"]
    assert finding.code == "archive-not-rar"
    assert finding.severity is Severity.WARNING
    assert "没有安装" in finding.message
    assert "WinRAR" in finding.cure
    assert "RAR" in finding.clause


def test_a_program_that_fails_leaves_a_zip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, f"#!{sys.executable}\nraise SystemExit(3)\n", monkeypatch)
    archive, (finding,) = archive_of(COMPANY, load_style("liaoning"), FILES)
    assert archive.name.endswith(".zip")
    assert "没有做成" in finding.message


@pytest.mark.usefixtures("without_rar")
def test_who_wants_a_zip_gets_one_without_a_word() -> None:
    archive, findings = archive_of(COMPANY, load_style("national"), FILES)
    assert archive.name == f"{COMPANY}.zip"
    assert findings == []


def test_a_print_sheet_is_not_for_the_issuer(tmp_path: Path) -> None:
    own = pack(tmp_path / "规范", 'extends = "luoyang"\n[packing]\narchive = "{company}"')
    dossier = render_case(stored(tmp_path / "案例", sound()), str(own), tmp_path / "out", ["docx"])
    (archive,) = dossier.folder.glob("*.zip")
    with zipfile.ZipFile(archive) as made:
        names = made.namelist()
    assert "5-书脊.docx" in names
    assert "7-印装说明.docx" not in names


def test_a_document_that_is_handed_in_apart_has_a_folder_of_its_own(tmp_path: Path) -> None:
    own = pack(tmp_path / "规范", 'extends = "luoyang"\n[packing.apart]\nform = "盖章: 上传"')
    case = stored(tmp_path / "案例", sound())
    dossier = render_case(case, str(own), tmp_path / "out", ["docx"])
    apart = dossier.folder / "盖章： 上传"
    assert [path.name for path in apart.iterdir()] == ["2-洛阳市质量标杆申报表.docx"]
    assert "盖章： 上传/2-洛阳市质量标杆申报表.docx" in dossier.files
    # Where it is no longer apart, neither file nor folder stay.
    again = render_case(case, "luoyang", tmp_path / "out", ["docx"])
    assert again.folder == dossier.folder
    assert not apart.exists()


def test_an_unknown_document_cannot_be_apart(tmp_path: Path) -> None:
    from tests.cases.unit.making import refusal

    own = pack(tmp_path / "规范", 'extends = "luoyang"\n[packing.apart]\npromise = "盖章"')
    (finding,) = refusal(lambda: load_style(str(own)))
    assert finding.code == "style-unsound"
    assert "promise" in finding.message
