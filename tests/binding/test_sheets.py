"""Every page of a PDF becomes a portrait A4 page that shows the same within the frame."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from docgen.binding import pdf_source, picture_source
from docgen.binding.remarks import BadSheet, Inspected
from docgen.binding.sheets import inspect, normalise
from docgen.findings import Severity
from tests.binding.looking import A4, inked, keys, seen_at, shown, sizes, texts
from tests.binding.making import BLUE, FRAME, RED, form, pages, raw_pdf, written
from tests.cases.unit.making import png

RIGHT, TOP = FRAME.left + FRAME.width, FRAME.bottom + FRAME.height


def normalised(folder: Path, pdf: pikepdf.Pdf) -> Path:
    source = written(folder / "材料.pdf", pdf)
    result = normalise(source, folder / "页.pdf", FRAME)
    assert result == inspect(source)
    assert result.remarks == ()
    assert result.pages == len(sizes(folder / "页.pdf"))
    return folder / "页.pdf"


def near(colour: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    return all(abs(a - b) <= 6 for a, b in zip(colour, wanted, strict=True))


def test_every_page_becomes_a_portrait_a4_page(tmp_path: Path) -> None:
    sheets = normalised(tmp_path, pages((595, 842), (842, 595), (200, 100), (1684, 2384)))
    assert sizes(sheets) == [A4] * 4


def test_the_text_can_still_be_extracted(tmp_path: Path) -> None:
    sheets = normalised(tmp_path, pages((595, 842), (842, 595), text="Certificate"))
    assert texts(sheets) == ["Certificate 1", "Certificate 2"]


def test_a_page_fills_the_frame_and_keeps_its_shape(tmp_path: Path) -> None:
    # 600 × 800 in 440 × 680: the width decides.
    sheets = normalised(tmp_path, pages((600, 800)))
    left, bottom, right, top = inked(sheets)
    assert (left, right) == pytest.approx((FRAME.left, RIGHT), abs=1.5)
    middle = FRAME.bottom + FRAME.height / 2
    assert (bottom, top) == pytest.approx((middle - 440 / 6 * 4, middle + 440 / 6 * 4), abs=1.5)
    assert near(seen_at(sheets, FRAME.left + 200, top - 5), RED)
    assert near(seen_at(sheets, FRAME.left + 5, bottom + 5), BLUE)


def test_a_page_wider_than_high_fills_the_frame_with_its_top_to_the_left(tmp_path: Path) -> None:
    sheets = normalised(tmp_path, pages((842, 595)))
    left, bottom, right, top = inked(sheets)
    assert (bottom, top) != pytest.approx((FRAME.bottom, TOP), abs=1.5)  # the width decides
    assert (left, right) == pytest.approx((FRAME.left, RIGHT), abs=1.5)
    assert near(seen_at(sheets, left + 5, (bottom + top) / 2), RED)
    assert near(seen_at(sheets, right - 5, bottom + 5), BLUE)


@pytest.mark.parametrize(
    ("rotation", "red", "blue"),
    [(90, "right", "top"), (270, "left", "bottom"), (-90, "left", "bottom"), (450, "right", "top")],
)
def test_a_page_that_readers_show_upright_is_not_turned_again(
    tmp_path: Path, rotation: int, red: str, blue: str
) -> None:
    pdf = pages((842, 595))
    pdf.pages[0].obj.Rotate = rotation
    sheets = normalised(tmp_path, pdf)
    left, bottom, right, top = inked(sheets)
    # The corner that both bands share, and the free ends.
    beside = {"left": left + 5, "right": right - 5}[red], (bottom + top) / 2
    along = (left + right) / 2, {"top": top - 5, "bottom": bottom + 5}[blue]
    assert near(seen_at(sheets, *beside), RED)
    assert near(seen_at(sheets, *along), BLUE)


def test_a_small_page_is_enlarged_to_twice_its_size_only(tmp_path: Path) -> None:
    left, bottom, right, top = inked(normalised(tmp_path, pages((100, 150))))
    assert (right - left, top - bottom) == pytest.approx((200, 300), abs=2)


def test_a_page_of_absurd_size_is_made_smaller(tmp_path: Path) -> None:
    left, bottom, right, top = inked(normalised(tmp_path, pages((100_000, 144_000))))
    assert (left, right) == pytest.approx((FRAME.left, RIGHT), abs=1.5)
    assert top - bottom == pytest.approx(440 * 1.44, abs=2)


def test_user_units_count(tmp_path: Path) -> None:
    pdf = pages((100, 150))
    pdf.pages[0].obj.UserUnit = 3
    left, bottom, right, top = inked(normalised(tmp_path, pdf))
    assert (right - left, top - bottom) == pytest.approx((440, 660), abs=2)


def test_what_lies_outside_the_crop_box_is_cut_off(tmp_path: Path) -> None:
    pdf = pages((900, 900), box=(100, 200, 500, 800))
    pdf.pages[0].obj.CropBox = Array([300, 500, 5000, 800])
    pdf.pages[0].obj.TrimBox = Array([300, 500, 320, 520])  # printers' marks are none of ours
    sheets = normalised(tmp_path, pdf)
    # 300 to 900 by 500 to 800 is left, turned; the red band ends after a third of its height.
    left, bottom, _, top = inked(sheets)
    assert left == pytest.approx(FRAME.left + FRAME.width / 2 - 340 / 2, abs=2)
    assert (bottom, top - bottom) == pytest.approx((FRAME.bottom, 680 / 3), abs=2)


def test_a_box_may_name_any_two_corners(tmp_path: Path) -> None:
    pdf = pages((600, 800))
    pdf.pages[0].obj.MediaBox = Array([600, 800, 0, 0])
    left, _, right, _ = inked(normalised(tmp_path, pdf))
    assert (left, right) == pytest.approx((FRAME.left, RIGHT), abs=1.5)


def test_a_page_inherits_from_the_page_tree(tmp_path: Path) -> None:
    pdf = pages((600, 800))
    page = pdf.pages[0].obj
    for key in (Name.MediaBox, Name.Resources):
        pdf.Root.Pages[key] = page[key]
        del page[key]
    assert texts(normalised(tmp_path, pdf)) == ["Seite 1"]


def test_content_that_is_split_in_mid_word_is_whole_again(tmp_path: Path) -> None:
    pdf = pages((600, 800))
    content = pdf.pages[0].obj.Contents.read_bytes()
    half = content.index(b"Tj") - 3
    pdf.pages[0].obj.Contents = Array(
        [pdf.make_stream(content[:half]), pdf.make_stream(b""), pdf.make_stream(content[half:])]
    )
    text = texts(normalised(tmp_path, pdf))[0].replace("\n", " ")
    assert text.split() == ["Seite", "1"]


def test_a_page_without_content_is_a_blank_sheet(tmp_path: Path) -> None:
    pdf = pages((600, 800))
    del pdf.pages[0].obj.Contents
    assert shown(normalised(tmp_path, pdf)).getextrema() == ((255, 255),) * 3


@pytest.mark.parametrize("box", [[0, 0, 0, 0], [0, 0, 600, 0], [5, 5, 5.5, 900]])
def test_a_page_without_size_is_an_error(tmp_path: Path, box: list[float]) -> None:
    pdf = pages((600, 800), (600, 800))
    pdf.pages[1].obj.MediaBox = Array(box)
    with pytest.raises(BadSheet) as caught:
        inspect(written(tmp_path / "a.pdf", pdf))
    assert (caught.value.code, "第 2 页" in caught.value.message) == ("sheet-page-size", True)


def test_transparency_stays_what_it_was(tmp_path: Path) -> None:
    pdf = pages((600, 800))
    pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK, I=True)
    with pikepdf.open(normalised(tmp_path, pdf)) as sheets:
        drawn = sheets.pages[0].obj.Resources.XObject.Sheet
        assert str(drawn.Group.CS) == "/DeviceCMYK"


def test_what_hangs_on_the_drawing_stays_behind(tmp_path: Path) -> None:
    pdf = pages((600, 800))
    baggage = {key: pdf.make_stream(b"SECRET") for key in ("Metadata", "AF", "PieceInfo", "OPI")}
    drawn = form(pdf, b"0 0 50 50 re f", 50, 50, **baggage, Ref=Dictionary(F="other.pdf"))
    resources = pdf.pages[0].obj.Resources
    resources.XObject = Dictionary(Fm=drawn)
    resources.Secret = pdf.make_stream(b"SECRET")
    pdf.pages[0].obj.Thumb = pdf.make_stream(b"SECRET")
    pdf.docinfo.Author = "SECRET"
    sheets = normalised(tmp_path, pdf)
    assert not keys(sheets) & {"/Metadata", "/AF", "/PieceInfo", "/OPI", "/Ref", "/Secret"}
    assert not any(b"SECRET" in bytes(one) for one in streams(sheets))
    assert "/Info" not in pikepdf.open(sheets).trailer


def streams(path: Path) -> list[bytes]:
    with pikepdf.open(path) as pdf:
        return [one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream)]


def test_a_pdf_by_another_name_is_read_and_that_is_noted(tmp_path: Path) -> None:
    source = written(tmp_path / "材料.jpg", pages((600, 800)))
    (remark,) = inspect(source).remarks
    assert (remark.code, remark.severity) == ("sheet-extension", Severity.NOTE)
    assert "PDF" in remark.message


def test_bytes_before_the_header_do_no_harm(tmp_path: Path) -> None:
    source = written(tmp_path / "a.pdf", pages((600, 800)))
    source.write_bytes(b"\0\1 from the scanner\r\n" + source.read_bytes())
    assert inspect(source).pages == 1


def test_the_same_file_gives_the_same_bytes(tmp_path: Path) -> None:
    source = written(tmp_path / "a.pdf", pages((600, 800), (800, 600)))
    for name in ("1.pdf", "2.pdf"):
        normalise(source, tmp_path / name, FRAME)
    assert (tmp_path / "1.pdf").read_bytes() == (tmp_path / "2.pdf").read_bytes()


def test_a_target_that_cannot_be_written_is_not_the_sources_fault(tmp_path: Path) -> None:
    source = written(tmp_path / "a.pdf", pages((600, 800)))
    with pytest.raises(OSError, match=r"no/a\.pdf"):
        normalise(source, tmp_path / "no" / "a.pdf", FRAME)


def test_a_file_that_takes_all_the_memory_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def burst(*arguments: object) -> None:
        raise MemoryError

    monkeypatch.setattr(pdf_source, "drawing_pages", burst)
    with pytest.raises(BadSheet) as caught:
        inspect(written(tmp_path / "a.pdf", pages((600, 800))))
    assert caught.value.code == "sheet-too-large"
    assert "内存" in caught.value.message
    assert "拆成几份" in caught.value.cure


def test_whatever_a_library_stumbles_over_is_damage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*arguments: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr(picture_source, "picture_pages", stumble)
    source = tmp_path / "a.png"
    source.write_bytes(png())
    with pytest.raises(BadSheet) as caught:
        normalise(source, tmp_path / "b.pdf", FRAME)
    assert (caught.value.code, caught.value.message) == ("sheet-damaged", "已损坏，读不出来")
    assert not (tmp_path / "b.pdf").exists()


def test_a_picture_needs_no_password_and_is_not_harmed_by_one(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png())
    assert inspect(tmp_path / "a.png", "1234") == Inspected(1)


def test_numbers_where_none_belong_are_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(
        raw_pdf(
            b"<</Type/Catalog/Pages 2 0 R/AcroForm 7/Names 8/OCProperties[9]/OpenAction 1>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 90 120]/Annots 4/Contents 5/Resources 6"
            b"/Rotate(x)/UserUnit/No/Group 3>>",
        )
    )
    assert normalise(tmp_path / "a.pdf", tmp_path / "b.pdf", FRAME) == Inspected(1)
    assert sizes(tmp_path / "b.pdf") == [A4]
