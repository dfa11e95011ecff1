"""Layers that are switched off stay unseen, and the others are seen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from docgen.binding.remarks import Inspected
from docgen.binding.sheets import normalise
from tests.binding.looking import keys, seen_at, shown, texts
from tests.binding.making import FRAME, annotated, form, pages, stamp, written

GREEN, GREY = (0, 153, 0), (128, 128, 128)
#: Fills a square; which colour is asked for later.
FILL = b"100 100 100 100 re f"


def layered(config: str = "OFF") -> tuple[Pdf, Object, Object]:
    """A PDF of one page, a layer that is on and one that is off by such a configuration."""
    pdf = pages((600, 800))
    shown_layer, hidden = (
        pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name))) for name in ("on", "off")
    )
    default = {
        "OFF": Dictionary(OFF=Array([hidden])),
        "BaseState": Dictionary(BaseState=Name.OFF, ON=Array([shown_layer])),
    }[config]
    pdf.Root.OCProperties = Dictionary(OCGs=Array([shown_layer, hidden]), D=default)
    pdf.pages[0].obj.Resources.Properties = Dictionary(On=shown_layer, Off=hidden)
    return pdf, shown_layer, hidden


def appended(pdf: Pdf, content: bytes) -> None:
    pdf.pages[0].contents_add(content)


def colours(folder: Path, pdf: Pdf) -> set[tuple[int, int, int]]:
    """The colours of larger areas."""
    result = normalise(written(folder / "a.pdf", pdf), folder / "b.pdf", FRAME)
    assert result == Inspected(1)
    assert not keys(folder / "b.pdf") & {"/OCProperties"}
    counted: Any = shown(folder / "b.pdf").getcolors(1_000_000)
    return {colour for count, colour in counted if count > 1000}


@pytest.mark.parametrize("config", ["OFF", "BaseState"])
def test_what_is_painted_on_a_hidden_layer_is_unseen(tmp_path: Path, config: str) -> None:
    pdf, _, _ = layered(config)
    appended(pdf, b"/OC /Off BDC 0 0.6 0 rg 100 100 100 100 re f EMC")
    appended(pdf, b"/OC /On BDC 0.5 g 300 100 100 100 re f EMC")
    assert {GREEN, GREY} & colours(tmp_path, pdf) == {GREY}


def test_state_that_is_set_on_a_hidden_layer_holds_on_behind(tmp_path: Path) -> None:
    pdf, _, _ = layered()
    appended(pdf, b"/OC /Off BDC 0 0.6 0 rg 300 300 50 50 re W n /Span BMC EMC EMC")
    appended(pdf, b"0 0 600 800 re f")
    assert GREEN in colours(tmp_path, pdf)
    assert seen_at(tmp_path / "b.pdf", FRAME.left + 30, 300) != GREEN  # the clip holds as well


def test_text_and_pictures_in_the_line_on_a_hidden_layer_are_unseen(tmp_path: Path) -> None:
    pdf, _, _ = layered()
    appended(
        pdf,
        b"/OC /Off BDC BT /F 30 Tf 100 500 Td (SECRET) Tj [(SEC) 9 (RET)] TJ (SECRET) ' ET "
        b"q 100 0 0 100 100 100 cm BI /W 1 /H 1 /BPC 8 /CS /RGB /F /AHx ID 009900> EI Q EMC "
        b"BT /F 30 Tf 100 400 Td (OPEN) Tj ET",
    )
    assert GREEN not in colours(tmp_path, pdf)
    text = texts(tmp_path / "b.pdf")[0]
    assert "OPEN" in text
    assert "SECRET" not in text
    assert b"SECRET" not in (tmp_path / "b.pdf").read_bytes()


def test_forms_pictures_and_stamps_on_a_hidden_layer_are_unseen(tmp_path: Path) -> None:
    pdf, on, off = layered()
    content = b"0 0.6 0 rg 0 0 100 100 re f"
    inner = form(pdf, b"/OC /Off BDC %s EMC" % content, 100, 100)
    inner.Resources = Dictionary(Properties=Dictionary(Off=off))
    pdf.pages[0].obj.Resources.XObject = Dictionary(A=form(pdf, content, 100, 100, OC=off), B=inner)
    appended(pdf, b"q 1 0 0 1 100 100 cm /A Do /B Do Q")
    annotated(pdf, stamp(pdf, (300, 300, 400, 400), OC=off))
    assert GREEN not in colours(tmp_path, pdf)
    annotated(pdf, stamp(pdf, (300, 300, 400, 400), OC=on))
    assert GREEN in colours(tmp_path, pdf)


@pytest.mark.parametrize(
    ("policy", "seen"),
    [(None, True), ("/AnyOn", True), ("/AllOn", False), ("/AnyOff", True), ("/AllOff", False)],
)
def test_several_layers_together_follow_their_policy(
    tmp_path: Path, policy: str | None, seen: bool
) -> None:
    pdf, on, off = layered()
    both = Dictionary(Type=Name.OCMD, OCGs=Array([on, off]))
    if policy:
        both.P = Name(policy)
    pdf.pages[0].obj.Resources.Properties.Both = pdf.make_indirect(both)
    appended(pdf, b"/OC /Both BDC 0 0.6 0 rg 100 100 100 100 re f EMC")
    assert (GREEN in colours(tmp_path, pdf)) == seen


def test_a_policy_may_be_of_one_layer(tmp_path: Path) -> None:
    pdf, _, off = layered()
    alone = Dictionary(Type=Name.OCMD, OCGs=off)
    pdf.pages[0].obj.Resources.Properties.Alone = pdf.make_indirect(alone)
    appended(pdf, b"/OC /Alone BDC 0 0.6 0 rg 100 100 100 100 re f EMC")
    assert GREEN not in colours(tmp_path, pdf)
