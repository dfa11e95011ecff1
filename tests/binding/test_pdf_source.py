"""An untrusted PDF is opened, or refused with the reason and the cure."""

from __future__ import annotations

import contextlib
import io
import resource
import time
import zlib
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from docgen.binding import content
from docgen.binding.remarks import BadSheet, Inspected
from docgen.binding.sheets import inspect, normalise
from docgen.binding.worker import Overtime, Worker
from docgen.findings import Severity
from tests.binding.looking import A4, sizes, texts
from tests.binding.making import FRAME, encrypted, form, pages, raw_pdf, written

CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Resources<<>>/Contents %s>>"


def refused(path: Path, data: bytes | None = None, password: str = "") -> BadSheet:
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(BadSheet) as caught:
        normalise(path, path.with_suffix(".out"), FRAME, password)
    with pytest.raises(BadSheet) as inspected:
        inspect(path, password)
    assert inspected.value.args == caught.value.args
    assert not path.with_suffix(".out").exists()
    return caught.value


@pytest.mark.parametrize("revision", [3, 4, 6])
def test_a_password_is_asked_for_and_opens_the_file(tmp_path: Path, revision: int) -> None:
    locked = encrypted(
        tmp_path / "a.pdf", pages((300, 400)), user="u", owner="o", revision=revision
    )
    bad = refused(locked)
    assert bad.code == "sheet-password"
    assert "password" in bad.cure
    assert refused(locked, password="wrong").code == "sheet-password"
    assert refused(locked, password="wrong").message != bad.message
    for password in ("u", "o"):
        assert normalise(locked, tmp_path / "b.pdf", FRAME, password) == Inspected(1)
    assert texts(tmp_path / "b.pdf") == ["Seite 1"]


@pytest.mark.parametrize("password", ["", "not needed"])
def test_a_file_that_only_restricts_is_taken_and_that_is_noted(
    tmp_path: Path, password: str
) -> None:
    restricted = encrypted(tmp_path / "a.pdf", pages((300, 400)), user="", owner="o")
    result = normalise(restricted, tmp_path / "b.pdf", FRAME, password)
    (remark,) = result.remarks
    assert (remark.code, remark.severity) == ("sheet-protected", Severity.NOTE)
    assert texts(tmp_path / "b.pdf") == ["Seite 1"]


def test_a_password_for_a_file_without_one_does_no_harm(tmp_path: Path) -> None:
    assert inspect(written(tmp_path / "a.pdf", pages((300, 400))), "u") == Inspected(1)


def test_encryption_with_certificates_is_named(tmp_path: Path) -> None:
    trailer = b"/Encrypt<</Filter/Adobe.PubSec/SubFilter/adbe.pkcs7.s4/V 4>>/ID[<00><00>]"
    data = raw_pdf(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE % b"[]", trailer=trailer)
    bad = refused(tmp_path / "a.pdf", data)
    assert (bad.code, "证书" in bad.message) == ("sheet-password", True)


def test_a_file_without_pages_is_an_error(tmp_path: Path) -> None:
    data = raw_pdf(CATALOG, b"<</Type/Pages/Kids[]/Count 0>>")
    assert refused(tmp_path / "a.pdf", data).code == "sheet-no-pages"


@pytest.mark.parametrize(
    "tree",
    [
        [b"<</Type/Pages/Kids[2 0 R]/Count 1>>"],
        [
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>",
        ],
        [b"<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>", PAGE % b"[]"],
    ],
)
def test_a_page_tree_in_a_circle_is_an_error(tmp_path: Path, tree: list[bytes]) -> None:
    assert refused(tmp_path / "a.pdf", raw_pdf(CATALOG, *tree)).code == "sheet-damaged"


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.7\n", b"%PDF-1.7\n" + b"\0\1\2" * 500, raw_pdf(b"<</Type/Catalog>>"), raw_pdf()],
)
def test_what_is_beyond_repair_is_an_error(tmp_path: Path, data: bytes) -> None:
    assert refused(tmp_path / "a.pdf", data).code == "sheet-damaged"


def test_fewer_pages_than_the_file_says_it_has_are_an_error(tmp_path: Path) -> None:
    data = raw_pdf(CATALOG, b"<</Type/Pages/Kids[3 0 R 9 0 R]/Count 2>>", PAGE % b"[]")
    bad = refused(tmp_path / "a.pdf", data)
    assert bad.code == "sheet-damaged"
    assert "应有 2 页，只读出 1 页" in bad.message


def test_a_broken_table_of_objects_is_repaired_with_a_warning(tmp_path: Path) -> None:
    source = written(tmp_path / "a.pdf", pages((300, 400), (300, 400)))
    data = source.read_bytes()
    source.write_bytes(data[: data.rindex(b"startxref")] + b"startxref\n7\n%%EOF\n")
    result = normalise(source, tmp_path / "b.pdf", FRAME)
    assert result == inspect(source)
    assert [(one.code, one.severity) for one in result.remarks] == [
        ("sheet-repaired", Severity.WARNING)
    ]
    assert texts(tmp_path / "b.pdf") == ["Seite 1", "Seite 2"]


@pytest.mark.parametrize("compact", [False, True])
def test_a_file_cut_off_anywhere_gives_all_of_its_pages_or_an_error(
    tmp_path: Path, compact: bool
) -> None:
    source = written(
        tmp_path / "a.pdf",
        pages(*[(300, 400)] * 6),
        object_stream_mode=pikepdf.ObjectStreamMode[("disable", "generate")[compact]],
    )
    whole = source.read_bytes()
    outcomes = set()
    for length in range(40, len(whole) - 8, 37):
        source.write_bytes(whole[:length])
        try:
            result = normalise(source, tmp_path / "b.pdf", FRAME)
        except BadSheet as bad:
            outcomes.add(bad.code)
            continue
        outcomes.update(remark.code for remark in result.remarks)
        assert texts(tmp_path / "b.pdf") == [f"Seite {number}" for number in range(1, 7)]
    assert outcomes == {"sheet-damaged", "sheet-repaired"}


@pytest.mark.parametrize("start", range(0, 60, 3))
def test_damage_anywhere_is_never_a_traceback(tmp_path: Path, start: int) -> None:
    source = written(tmp_path / "a.pdf", pages((300, 400), (400, 300)))
    whole = source.read_bytes()
    for position in range(start, len(whole), 60):
        data = bytearray(whole)
        data[position] ^= 0x55
        source.write_bytes(bytes(data))
        with contextlib.suppress(BadSheet):
            result = normalise(source, tmp_path / "b.pdf", FRAME)
            assert sizes(tmp_path / "b.pdf") == [A4] * result.pages


def test_a_page_whose_instructions_are_broken_is_told_by_its_number(tmp_path: Path) -> None:
    pdf = pages((300, 400), (300, 400))
    broken = bytearray(zlib.compress(b"0 0 50 50 re f " * 99))
    broken[10:14] = b"\xff" * 4
    pdf.pages[1].obj.Contents.write(bytes(broken), filter=Name.FlateDecode)
    bad = refused(written(tmp_path / "a.pdf", pdf))
    assert (bad.code, "第 2 页" in bad.message) == ("sheet-damaged", True)


@pytest.mark.parametrize("needs_rendering", [True, False])
def test_a_form_that_only_adobes_reader_can_draw_is_an_error(
    tmp_path: Path, needs_rendering: bool
) -> None:
    pdf = pages((300, 400), text="Please wait...")
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=pdf.make_stream(b"<xdp/>"))
    if needs_rendering:
        pdf.Root.NeedsRendering = True
        pdf.add_blank_page()
    bad = refused(written(tmp_path / "a.pdf", pdf))
    assert bad.code == "sheet-dynamic-form"
    assert "Adobe Reader" in bad.cure


def test_a_form_with_pages_of_its_own_is_taken(tmp_path: Path) -> None:
    pdf = pages((300, 400), (300, 400))
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=pdf.make_stream(b"<xdp/>"))
    assert inspect(written(tmp_path / "a.pdf", pdf)) == Inspected(2)


def bomb(megabytes: int) -> bytes:
    """So many megabytes of blanks, compressed."""
    packer = zlib.compressobj(1)
    blanks = b" " * 1_000_000
    return b"".join(packer.compress(blanks) for _ in range(megabytes)) + packer.flush()


def burst(pdf: Pdf, data: bytes) -> pikepdf.Object:
    stream = form(pdf, b"", 10, 10)
    stream.write(data, filter=Name.FlateDecode)
    return stream


def test_a_bomb_in_the_instructions_is_defused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content, "MAX_DECODED", 2_000_000)
    pdf = pages((300, 400), (300, 400))
    pdf.pages[1].obj.Contents = burst(pdf, bomb(3))
    bad = refused(written(tmp_path / "a.pdf", pdf))
    assert (bad.code, "第 2 页" in bad.message) == ("sheet-too-large", True)


def test_many_small_bombs_are_one_large_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content, "MAX_DECODED", 2_000_000)
    pdf = pages((300, 400))
    part = burst(pdf, bomb(1))
    pdf.pages[0].obj.Contents = Array([part] * 3)
    assert refused(written(tmp_path / "a.pdf", pdf)).code == "sheet-too-large"


def test_a_bomb_in_a_form_or_in_the_objects_is_defused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content, "MAX_DECODED", 2_000_000)
    pdf = pages((300, 400))
    pdf.pages[0].obj.Resources.XObject = Dictionary(Fm=burst(pdf, bomb(3)))
    assert refused(written(tmp_path / "a.pdf", pdf)).code == "sheet-too-large"
    data = bomb(3)
    objects = b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n" % len(data)
    assert refused(tmp_path / "b.pdf", raw_pdf(objects + data + b"\nendstream")).code in {
        "sheet-damaged",
        "sheet-too-large",
    }


def test_a_large_bomb_takes_little_memory(tmp_path: Path) -> None:
    pdf = pages((300, 400))
    pdf.pages[0].obj.Contents = burst(pdf, bomb(700))
    source = written(tmp_path / "a.pdf", pdf)
    with Worker(seconds=60) as worker:
        with pytest.raises(BadSheet) as caught:
            worker.run(normalise, source, tmp_path / "b.pdf", FRAME)
        peak = worker.run(resource.getrusage, resource.RUSAGE_SELF).ru_maxrss
    assert caught.value.code == "sheet-too-large"
    assert peak < 400_000  # kilobytes


def test_a_file_that_takes_for_ever_is_stopped(tmp_path: Path) -> None:
    pdf = pages(*[(300, 400)] * 500)
    heavy = burst(pdf, bomb(90))
    for page in pdf.pages:
        page.obj.Contents = heavy
    source = written(tmp_path / "a.pdf", pdf)
    started = time.monotonic()
    with Worker(seconds=0.5) as worker, pytest.raises(Overtime):
        worker.run(normalise, source, tmp_path / "b.pdf", FRAME)
    assert time.monotonic() - started < 10


def test_pictures_inside_are_copied_as_they_are(tmp_path: Path) -> None:
    pdf = pages((300, 400))
    data = zlib.compress(bytes(range(256)) * 48, 1)
    picture = pdf.make_stream(
        b"",
        Dictionary(
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=64,
            Height=64,
            ColorSpace=Name.DeviceRGB,
            BitsPerComponent=8,
        ),
    )
    picture.write(data, filter=Name.FlateDecode)
    pdf.pages[0].obj.Resources.XObject = Dictionary(Im=picture)
    normalise(written(tmp_path / "a.pdf", pdf), tmp_path / "b.pdf", FRAME)
    assert data in (tmp_path / "b.pdf").read_bytes()


def test_errors_and_remarks_come_out_of_the_child_whole(tmp_path: Path) -> None:
    stream = io.BytesIO()
    pages((300, 400)).save(stream)
    (tmp_path / "a.jpg").write_bytes(stream.getvalue())
    (tmp_path / "b.pdf").write_bytes(b"")
    with Worker(seconds=60) as worker:
        assert worker.run(inspect, tmp_path / "a.jpg") == inspect(tmp_path / "a.jpg")
        with pytest.raises(BadSheet) as caught:
            worker.run(inspect, tmp_path / "b.pdf")
    assert (caught.value.code, caught.value.message) == ("sheet-empty", "是空文件")
