"""The nearest of the names that would have been right."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def did_you_mean(written: str, known: Iterable[str], *, likeness: float = 0.3) -> str:
    """Return the question whether the nearest known name is meant; "" where none is near.

    Args:
        written: What the user wrote.
        known: The names that there are.
        likeness: From 0 (nothing in common) to 1 (the same): what counts as near.
    """
    near = difflib.get_close_matches(written, list(known), n=1, cutoff=likeness)
    return f"是否想写“{near[0]}”？" if near else ""
