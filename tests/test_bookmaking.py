"""A book's leaves and its back, reckoned as a print shop does."""

from __future__ import annotations

import pytest

from docgen.bookmaking import MadeBook


def book(pages: int, *, two_sided: bool = True, paper: int = 80) -> MadeBook:
    return MadeBook((), pages, (), two_sided, paper)


@pytest.mark.parametrize(
    ("pages", "two_sided", "leaves"),
    [(0, True, 0), (1, True, 1), (2, True, 1), (3, True, 2), (200, True, 100), (3, False, 3)],
)
def test_a_leaf_holds_two_pages_where_both_sides_are_printed(
    pages: int, two_sided: bool, leaves: int
) -> None:
    assert book(pages, two_sided=two_sided).leaves == leaves


@pytest.mark.parametrize(
    ("leaves", "millimetres"),
    # A tenth of a millimetre a leaf, half of one for cover and glue, up to the next half.
    [(1, 1.0), (5, 1.0), (6, 1.5), (10, 1.5), (45, 5.0), (46, 5.5), (100, 10.5), (245, 25.0)],
)
def test_a_leaf_of_80_grams_is_a_tenth_of_a_millimetre(leaves: int, millimetres: float) -> None:
    assert book(2 * leaves).thickness_mm == millimetres
    assert book(leaves, two_sided=False).thickness_mm == millimetres


@pytest.mark.parametrize(("paper", "millimetres"), [(60, 8.0), (80, 10.5), (120, 15.5)])
def test_heavier_paper_is_thicker(paper: int, millimetres: float) -> None:
    assert book(200, paper=paper).thickness_mm == millimetres


def test_no_back_is_half_a_millimetre_too_wide_by_a_rounding_error() -> None:
    # Every fifth leaf fills half a millimetre exactly.
    for leaves in range(5, 500, 5):
        assert book(2 * leaves).thickness_mm == leaves / 10 + 0.5


@pytest.mark.parametrize(("pages", "millimetres"), [(2, 3.0), (60, 3.5), (90, 5.0), (200, 10.5)])
def test_a_label_is_as_wide_as_the_back_and_can_be_cut(pages: int, millimetres: float) -> None:
    assert book(pages).label == pytest.approx(millimetres / 25.4 * 72)


def test_a_back_of_five_millimetres_carries_a_text() -> None:
    assert [book(pages).is_legible for pages in (60, 80, 90, 92)] == [False, False, True, True]
