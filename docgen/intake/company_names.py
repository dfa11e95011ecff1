"""Names of companies that may be one company's: another form of company, brackets, a slip."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from docgen.forms.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: What the names of companies end in, whatever they are called.
_FORM = re.compile(r"(?:股份有限公司|有限责任公司|有限公司|集团公司|总公司|公司|集团|总厂|厂)$")
_BRACKETS = re.compile(r"[()\[\]【】]")
#: Shares of like characters from which names are told; one of nine may differ.
_LIKE = 0.88
#: Shorter names are like each other by chance.
_LEAST = 4


def similar_pairs(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the indexes of names that differ in little but the form of the company or brackets."""
    cores = [_core(name) for name in names]
    matcher = SequenceMatcher(autojunk=False)
    for other, later in enumerate(cores):
        # The second sequence is the one that the matcher prepares for many comparisons.
        matcher.set_seq2(later)
        for one, earlier in enumerate(cores[:other]):
            if later and (earlier == later or _is_like(matcher, earlier)):
                yield one, other


def may_be_one(name: str, other: str) -> bool:
    """Say whether two names may be meant for one company: a slip, a short form, or no full name."""
    if not (_FORM.search(folded(name)) and _FORM.search(folded(other))):
        return True
    short, long = sorted((_core(name), _core(other)), key=len)
    characters = iter(long)
    is_short_form = all(each in characters for each in short)
    slips = sum(one != two for one, two in zip(short, long, strict=False))
    is_slip = len(short) == len(long) >= _LEAST and slips == 1
    return is_short_form or is_slip or any(similar_pairs((name, other)))


def _is_like(matcher: SequenceMatcher[str], name: str) -> bool:
    """Say whether a name is like the matcher's second sequence; what is quick is asked first."""
    matcher.set_seq1(name)
    return (
        len(name) >= _LEAST
        and matcher.real_quick_ratio() >= _LIKE
        and matcher.quick_ratio() >= _LIKE
        and matcher.ratio() >= _LIKE
    )


def _core(name: str) -> str:
    """Return what tells a company's name from others: 甲（某地）轴承有限公司 is 甲某地轴承."""
    return _BRACKETS.sub("", _FORM.sub("", folded(name)))
