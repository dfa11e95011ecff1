"""A limit is at most, at least, a range, or about."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from docgen.style.content import Limit


@pytest.mark.parametrize(
    ("limit", "bounds", "printed"),
    [
        (Limit(max=500), (None, None, None, 500), "500 字以内"),
        (Limit(min=300), (300, None, None, None), "不少于 300 字"),
        (Limit(min=3000, max=5000), (3000, None, None, 5000), "3000—5000 字"),
        # ±20 % passes, ±50 % is a warning, beyond is an error.
        (Limit(about=600), (300, 480, 720, 900), "600 字左右"),
    ],
)
def test_a_limit_has_its_bounds(limit: Limit, bounds: tuple[int | None, ...], printed: str) -> None:
    assert (limit.least, limit.scant, limit.ample, limit.most) == bounds
    assert limit.printed == printed


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "没有写明"),
        ({"about": 600, "max": 700}, "不能与"),
        ({"min": 5000, "max": 3000}, "大于 max"),
    ],
)
def test_a_limit_that_says_nothing_or_contradicts_itself_is_refused(
    values: dict[str, int], said: str
) -> None:
    with pytest.raises(ValidationError, match=said):
        Limit.model_validate(values)
