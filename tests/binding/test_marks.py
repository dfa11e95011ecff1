"""Seals, stamps and filled fields are in print; what may not be is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from docgen.binding.remarks import Inspected
from docgen.binding.sheets import inspect, normalise
from docgen.findings import Severity
from tests.binding.looking import keys, shown, texts
from tests.binding.making import FRAME, annotated, field, form, pages, stamp, written

RECT = (150, 100, 250, 200)


def normalised(folder: Path, pdf: Pdf) -> tuple[Path, Inspected]:
    source = written(folder / "材料.pdf", pdf)
    result = normalise(source, folder / "页.pdf", FRAME)
    assert result == inspect(source)
    assert not keys(folder / "页.pdf") & {"/Annots", "/AcroForm"}
    return folder / "页.pdf", result


def is_stamped(path: Path) -> bool:
    """Whether the stamp's green is seen."""
    colours: Any = shown(path).getcolors(1_000_000)
    return any(count > 1000 and colour == (0, 153, 0) for count, colour in colours)


def sealed(pdf: Pdf, *, flags: int = 4) -> Object:
    """An electronic seal: the widget of a signature."""
    signature = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"))
    return stamp(
        pdf, RECT, flags=flags, Subtype=Name.Widget, FT=Name.Sig, T=String("章"), V=signature
    )


@pytest.mark.parametrize("kind", [Name.Stamp, Name.FreeText, Name.Ink, Name.Square])
def test_a_stamp_is_printed(tmp_path: Path, kind: Name) -> None:
    pdf = pages((600, 800))
    path, result = normalised(tmp_path, annotated(pdf, stamp(pdf, RECT, Subtype=kind)))
    assert is_stamped(path)
    assert result.remarks == ()


def test_an_electronic_seal_is_printed(tmp_path: Path) -> None:
    pdf = pages((600, 800))
    path, result = normalised(tmp_path, annotated(pdf, sealed(pdf)))
    assert is_stamped(path)
    assert result.remarks == ()


def test_a_stamp_on_a_turned_page_stands_where_it_stood(tmp_path: Path) -> None:
    pdf = pages((800, 600))
    pdf.pages[0].obj.Rotate = 90
    path, _ = normalised(tmp_path, annotated(pdf, stamp(pdf, (0, 500, 100, 600))))
    # The page's top left corner is its top right when it is held upright.
    colours: Any = shown(path).crop((450, 100, 520, 200)).getcolors(1_000_000)
    assert (0, 153, 0) in {colour for _, colour in colours}


def test_what_is_hidden_stays_hidden_without_a_word(tmp_path: Path) -> None:
    pdf = pages((600, 800))
    path, result = normalised(tmp_path, annotated(pdf, stamp(pdf, RECT, flags=2 | 4)))
    assert not is_stamped(path)
    assert result.remarks == ()


def test_a_seal_that_is_not_to_be_printed_is_told(tmp_path: Path) -> None:
    pdf = pages((600, 800), (600, 800))
    path, result = normalised(tmp_path, annotated(pdf, sealed(pdf, flags=0), page=1))
    assert not is_stamped(path)
    (remark,) = result.remarks
    assert (remark.code, remark.severity) == ("sheet-marks-lost", Severity.WARNING)
    assert "第 2 页" in remark.message


def test_a_mark_without_an_appearance_is_told(tmp_path: Path) -> None:
    pdf = pages((600, 800))
    line = Dictionary(
        Type=Name.Annot, Subtype=Name.Line, Rect=Array([*RECT]), L=Array([*RECT]), F=4
    )
    (remark,) = normalised(tmp_path, annotated(pdf, line))[1].remarks
    assert remark.code == "sheet-marks-lost"


def test_what_readers_draw_nothing_of_is_not_told(tmp_path: Path) -> None:
    pdf = pages((600, 800))
    marks = [
        Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([*RECT]), F=4),
        Dictionary(Type=Name.Annot, Subtype=Name.Popup, Rect=Array([*RECT])),
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Sig, T=String("s"), Rect=Array([*RECT])
        ),
        Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([0, 0, 0, 0])),
        field("", RECT),
    ]
    assert normalised(tmp_path, annotated(pdf, *marks))[1].remarks == ()


def test_a_line_of_text_in_a_field_is_drawn(tmp_path: Path) -> None:
    pdf = annotated(pages((600, 800)), field("ISO 9001:2015", RECT))
    path, result = normalised(tmp_path, pdf)
    assert "ISO 9001:2015" in texts(path)[0]
    assert result.remarks == ()


def test_an_appearance_that_a_field_has_is_kept(tmp_path: Path) -> None:
    pdf = pages((600, 800))
    look = stamp(pdf, RECT).AP
    path, result = normalised(tmp_path, annotated(pdf, field("洛阳市", RECT, AP=look)))
    assert is_stamped(path)
    assert result.remarks == ()


def test_an_outdated_appearance_is_drawn_anew(tmp_path: Path) -> None:
    pdf = pages((600, 800))
    look = form(pdf, b"/Tx BMC BT /F 12 Tf 2 5 Td (old text) Tj ET EMC", 100, 100)
    annotated(pdf, field("new text", RECT, AP=Dictionary(N=look)))
    pdf.Root.AcroForm.NeedAppearances = True
    path, result = normalised(tmp_path, pdf)
    assert "new text" in texts(path)[0]
    assert "old text" not in texts(path)[0]
    assert result.remarks == ()


@pytest.mark.parametrize("outdated", [True, False])
@pytest.mark.parametrize("value", ["洛阳市", "two\nlines"])
def test_text_that_cannot_be_drawn_here_is_told_and_never_printed_wrong(
    tmp_path: Path, value: str, outdated: bool
) -> None:
    pdf = annotated(pages((600, 800)), field(value, RECT, Ff=1 << 12))
    pdf.Root.AcroForm.NeedAppearances = outdated
    path, result = normalised(tmp_path, pdf)
    assert [remark.code for remark in result.remarks] == ["sheet-marks-lost"]
    assert "?" not in texts(path)[0]
    assert "lines" not in texts(path)[0]


def test_a_ticked_box_shows_its_tick(tmp_path: Path) -> None:
    pdf = pages((600, 800))
    states = Dictionary(
        Yes=form(pdf, b"0 0.6 0 rg 0 0 100 100 re f", 100, 100), Off=form(pdf, b"", 100, 100)
    )
    for state, ticked in ((Name.Yes, True), (Name.Off, False)):
        box = stamp(
            pdf,
            RECT,
            Subtype=Name.Widget,
            FT=Name.Btn,
            T=String("b"),
            V=state,
            AS=state,
            AP=Dictionary(N=states),
        )
        path, result = normalised(tmp_path, annotated(pdf, box))
        assert is_stamped(path) == ticked
        assert result.remarks == ()


def test_many_pages_are_told_by_the_first_of_them(tmp_path: Path) -> None:
    pdf = pages(*[(600, 800)] * 8)
    for index in range(1, 8):
        annotated(pdf, stamp(pdf, RECT, flags=0), page=index)
    (remark,) = normalised(tmp_path, pdf)[1].remarks
    assert "第 2、3、4、5、6 等 7 页" in remark.message
