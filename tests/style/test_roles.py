"""Roles and numbering reach the document model as the pack says them."""

from __future__ import annotations

import pytest

from docgen.document import Alignment, LineSpacing, Numbering
from docgen.style.load import load_style
from docgen.style.roles import heading_numbers, page_setup, role_formats


def test_a_role_carries_its_own_values_and_names_its_base() -> None:
    body = role_formats(load_style("luoyang"))["body"]
    assert body.based_on == "plain"
    assert body.run.east_asian_font == "宋体"
    assert body.run.size == 12
    assert body.run.bold is None
    assert body.paragraph.alignment is Alignment.JUSTIFY
    assert body.paragraph.first_line_indent == 2
    assert body.paragraph.line_spacing == LineSpacing("multiple", 1)


def test_the_first_numbers_of_the_levels_become_patterns() -> None:
    assert heading_numbers(load_style("luoyang")) == (
        Numbering("chinese", "{}、"),
        Numbering("chinese", "（{}）"),
        Numbering("decimal", "{}．"),
        Numbering("decimal", "（{}）"),
    )


def test_the_page_is_a4_upright_with_room_for_the_binding() -> None:
    page = page_setup(load_style("luoyang").page)
    assert (page.width, page.height) == (595.3, 841.9)
    assert page.mirrored
    assert page.gutter == pytest.approx(14.17, abs=0.01)


def test_a_landscape_page_lies_on_its_side() -> None:
    page = load_style("luoyang").page.model_copy(update={"orientation": "landscape"})
    assert page_setup(page).width == 841.9
    assert page_setup(page).height == 595.3
