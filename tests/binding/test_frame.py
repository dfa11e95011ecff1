"""Pages are put into the middle of the frame, as large as may be, the right way round."""

from __future__ import annotations

import pytest

from docgen.binding.frame import Box, Frame, Matrix, placement

FRAME = Frame(left=100, bottom=50, width=400, height=700)


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point goes, by the definition of the operator cm."""
    a, b, c, d, e, f = matrix
    return round(a * x + c * y + e, 6), round(b * x + d * y + f, 6)


def test_a_page_of_the_frames_shape_fills_it() -> None:
    matrix = placement(Box(0, 0, 800, 1400), FRAME, largest=2, turn=True)
    assert moved(matrix, 0, 0) == (100, 50)
    assert moved(matrix, 800, 1400) == (500, 750)


def test_a_page_of_another_shape_stands_in_the_middle() -> None:
    matrix = placement(Box(0, 0, 800, 800), FRAME, largest=2, turn=True)
    assert moved(matrix, 0, 0) == (100, 200)
    assert moved(matrix, 800, 800) == (500, 600)


def test_a_page_is_enlarged_so_far_and_no_further() -> None:
    matrix = placement(Box(0, 0, 10, 20), FRAME, largest=2, turn=True)
    assert moved(matrix, 0, 0) == (290, 380)
    assert moved(matrix, 10, 20) == (310, 420)


def test_the_unit_of_a_page_counts_for_its_size_and_its_enlargement() -> None:
    matrix = placement(Box(0, 0, 10, 20, unit=3), FRAME, largest=2, turn=True)
    assert moved(matrix, 0, 0) == (270, 340)
    assert moved(matrix, 10, 20) == (330, 460)


def test_a_box_need_not_begin_at_the_origin() -> None:
    matrix = placement(Box(-200, 300, 200, 1000), FRAME, largest=2, turn=True)
    assert moved(matrix, -200, 300) == (100, 50)
    assert moved(matrix, 200, 1000) == (500, 750)


@pytest.mark.parametrize(
    ("rotation", "top_left_of_the_page_goes_to"),
    [(0, (100, 750)), (90, (500, 750)), (180, (500, 50)), (270, (100, 50))],
)
def test_a_turned_page_is_shown_as_readers_show_it(
    rotation: int, top_left_of_the_page_goes_to: tuple[float, float]
) -> None:
    width, height = (700, 400) if rotation % 180 else (400, 700)
    matrix = placement(Box(0, 0, width, height, rotation), FRAME, largest=2, turn=True)
    assert moved(matrix, 0, height) == top_left_of_the_page_goes_to


def test_a_page_wider_than_high_is_turned_with_its_top_to_the_left() -> None:
    matrix = placement(Box(0, 0, 700, 400), FRAME, largest=2, turn=True)
    assert moved(matrix, 0, 400) == (100, 50)
    assert moved(matrix, 700, 400) == (100, 750)


def test_what_may_not_be_turned_stands_as_it_is() -> None:
    matrix = placement(Box(0, 0, 800, 400), FRAME, largest=2, turn=False)
    assert moved(matrix, 0, 400) == (100, 500)
    assert moved(matrix, 800, 0) == (500, 300)
