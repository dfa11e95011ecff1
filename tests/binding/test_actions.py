"""Nothing that acts comes along into print, and what was there is noted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Object, Pdf, String

from docgen.binding.sheets import inspect, normalise
from docgen.findings import Severity
from tests.binding.looking import keys
from tests.binding.making import FRAME, annotated, pages, stamp, written

SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
LAUNCH = Dictionary(S=Name.Launch, F=String("cmd.exe"))
ELSEWHERE = Dictionary(S=Name.GoTo, D=String("a"))


def opening(pdf: Pdf) -> None:
    pdf.Root.OpenAction = SCRIPT


def closing(pdf: Pdf) -> None:
    pdf.Root.AA = Dictionary(WC=SCRIPT)


def named_script(pdf: Pdf) -> None:
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), SCRIPT])))


def attached(pdf: Pdf) -> None:
    pdf.attachments["发票.xml"] = AttachedFileSpec(pdf, b"<xml/>", filename="发票.xml")


def of_page(pdf: Pdf) -> None:
    pdf.pages[0].obj.AA = Dictionary(O=SCRIPT)


def linked(action: Object) -> Object:
    rect = Array([10, 10, 50, 50])
    return Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=rect, A=action)


def launching(pdf: Pdf) -> None:
    annotated(pdf, linked(LAUNCH))


def launching_in_the_end(pdf: Pdf) -> None:
    step = Dictionary(S=Name.GoTo, D=String("a"), Next=Array([ELSEWHERE, LAUNCH]))
    annotated(pdf, linked(step))


def file_attached_to_a_page(pdf: Pdf) -> None:
    annotated(pdf, stamp(pdf, (10, 10, 50, 50), Subtype=Name.FileAttachment))


def of_a_field_on_no_page(pdf: Pdf) -> None:
    inner = pdf.make_indirect(Dictionary(FT=Name.Tx, AA=Dictionary(C=SCRIPT)))
    outer = pdf.make_indirect(Dictionary(T=String("sum"), Kids=Array([inner])))
    inner.Kids = Array([outer])  # in a circle
    pdf.Root.AcroForm = Dictionary(Fields=Array([outer]))


@pytest.mark.parametrize(
    "change",
    [
        opening,
        closing,
        named_script,
        attached,
        of_page,
        launching,
        launching_in_the_end,
        file_attached_to_a_page,
        of_a_field_on_no_page,
    ],
)
def test_what_acts_is_left_behind_and_noted(tmp_path: Path, change: Callable[[Pdf], None]) -> None:
    pdf = pages((300, 400))
    change(pdf)
    source = written(tmp_path / "a.pdf", pdf)
    result = normalise(source, tmp_path / "b.pdf", FRAME)
    assert result == inspect(source)
    assert [(one.code, one.severity) for one in result.remarks] == [
        ("sheet-actions-removed", Severity.NOTE)
    ]
    active = {"/OpenAction", "/AA", "/A", "/JS", "/Names", "/Annots", "/AcroForm", "/EF", "/AF"}
    assert not keys(tmp_path / "b.pdf") & active
    assert b"JavaScript" not in (tmp_path / "b.pdf").read_bytes()


def shows_its_second_half(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.FitH, 200])


def opens_at_a_place(pdf: Pdf) -> None:
    pdf.Root.OpenAction = ELSEWHERE


def links_into_the_net(pdf: Pdf) -> None:
    annotated(pdf, linked(Dictionary(S=Name.URI, URI=String("https://example.com"))))


@pytest.mark.parametrize("change", [shows_its_second_half, opens_at_a_place, links_into_the_net])
def test_what_only_leads_elsewhere_is_left_behind_without_a_word(
    tmp_path: Path, change: Callable[[Pdf], None]
) -> None:
    pdf = pages((300, 400))
    change(pdf)
    result = normalise(written(tmp_path / "a.pdf", pdf), tmp_path / "b.pdf", FRAME)
    assert result.remarks == ()
    assert not keys(tmp_path / "b.pdf") & {"/OpenAction", "/A", "/Annots"}
