"""The value of a ruled line on a cover, where it takes several: broken as a person would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.compose.official_title import em_width

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENING, _CLOSING = "“‘（《〈【(", "”’）》〉】)"
#: No line begins with these.
_NEVER_FIRST = f"{_CLOSING}，。、；：！？%—…·"
#: What is quoted stays whole if it takes no more than this share of a line.
_WHOLE = 0.5
#: A line breaks early rather than badly, but no earlier than at this share of it.
_EARLIEST = 0.6
#: A last line has so many characters at least.
_LEAST_LAST = 3


def field_lines(text: str, room: float) -> list[str]:
    """Return a text in lines: no break within quotation marks or brackets, words or figures.

    Args:
        text: The text.
        room: How many em a line holds.
    """
    lines: list[str] = []
    rest = text
    while len(rest) > 1 and em_width(rest) > room:
        fits = next(
            end for end in range(len(rest), 0, -1) if em_width(rest[:end]) <= room or end == 1
        )
        end = _break(rest, fits, room)
        lines.append(rest[:end])
        rest = rest[end:]
    return [*lines, rest]


def _break(text: str, fits: int, room: float) -> int:
    """Return where the first line ends, at most so many characters long."""
    latest = max(min(fits, len(text) - _LEAST_LAST), 1)
    held = set(_held(text, room))
    for avoided in (held, set[int]()):
        for end in range(latest, int(fits * _EARLIEST), -1):
            if end not in avoided and _may_part(text[end - 1], text[end]):
                return end
    return latest


def _held(text: str, room: float) -> Iterator[int]:
    """Yield the places within short quotations and brackets."""
    opened: list[int] = []
    for place, sign in enumerate(text):
        if sign in _OPENING:
            opened.append(place)
        elif sign in _CLOSING and opened:
            start = opened.pop()
            if em_width(text[start : place + 1]) <= room * _WHOLE:
                yield from range(start + 1, place + 1)


def _may_part(before: str, after: str) -> bool:
    """Say whether a line may end between two characters."""
    in_word = before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
    return not in_word and before not in _OPENING and after not in _NEVER_FIRST
