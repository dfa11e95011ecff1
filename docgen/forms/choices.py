"""Which boxes of a form are ticked: as docgen prints them, or as people do with √ and ■."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from docgen.case.fields import is_list_field
from docgen.forms.folding import Folded, folded
from docgen.forms.pattern import Box, Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.forms.pattern import Piece

_TICKED = "☑☒√✓✔■●◉▣⊙✗✘"
_EMPTY = "□☐○◯▢"
_MARKS = re.compile(f"[{_TICKED}{_EMPTY}]")
#: A tick typed right beside its box: behind it, or before it and behind a space.
_BESIDE_BOX = re.compile(rf"[{_EMPTY}]([{_TICKED}])(?![{_EMPTY}])|(?<=\s)([{_TICKED}])[{_EMPTY}]")
#: What people write between the brackets of （）: a tick in any shape, or a word.
_BRACKETS = re.compile(rf"[(（]\s*([{_TICKED}VvYy是有1]?)\s*[)）]")
#: Marks and brackets right before the first option, and right behind the last.
_LEADING = re.compile(rf"(?:{_MARKS.pattern}|{_BRACKETS.pattern})$")
_TRAILING = re.compile(rf"{_MARKS.pattern}|{_BRACKETS.pattern}")
#: A mark that clings to what stands behind it, or before it.
_CLINGS_BEHIND, _CLINGS_BEFORE = re.compile(r"\s+\S$"), re.compile(r"^\S\s+")
#: Words between two options that are neither's.
_FOREIGN = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
#: Shorter words stand in others by chance.
_LEAST_STEM = 2


class _Option(NamedTuple):
    """An option of a cell: its box, and where its word stands in the folded text."""

    box: Box
    start: int
    end: int


def ticked(pieces: Sequence[Piece], text: str) -> dict[str, tuple[str, ...]]:
    """Return the options that are ticked in a cell, by their field; () where none is.

    A form prints its marks before the options or behind them. A tick that somebody typed on the
    other side of an option counts for it too, and so do all marks where all stand there. Where
    there are no marks and some options are gone, those that are left are meant, if the field takes
    so many. A field of which the text has no option is left out.

    Args:
        pieces: The cell's pattern.
        text: What the cell says.
    """
    source = Folded(text)
    behind = not isinstance(_first(pieces), Box)
    options = list(_options(pieces, source.text, behind=behind))
    has_marks = bool(_MARKS.search(text) or _BRACKETS.search(text))
    chosen: dict[str, tuple[str, ...]] = {option.box.path: () for option in options}
    printed = sum(isinstance(piece, Box) for piece in pieces)
    for index in _ticked_options(options, source, behind=behind):
        box = options[index].box
        chosen[box.path] += (box.option,)
    if not has_marks and (len(options) == 1 or len(options) < printed):
        for box, *_ in options:
            if len(options) == 1 or is_list_field(box.path):
                chosen[box.path] += (box.option,)
    return chosen


def has_tick(text: str) -> bool:
    """Say whether anything is ticked."""
    return any(mark in text for mark in _TICKED)


def without_marks(text: str) -> str:
    """Return what stands between options apart from boxes, ticks and brackets for them."""
    return _TRAILING.sub(" ", text).strip()


def _ticked_options(options: Sequence[_Option], source: Folded, *, behind: bool) -> list[int]:
    """Return the places of the options that a tick belongs to, each once."""
    has_boxes = any(box in source.text for box in _EMPTY)
    last = len(options) - 1
    found: set[int] = set()
    edges = [0, *(edge for each in options for edge in (each.start, each.end)), len(source.text)]
    gaps = list(zip(edges[::2], edges[1::2], strict=True))
    behind = _stand_behind([source.between(*gap) for gap in gaps], printed=behind)
    for index, gap in enumerate(gaps):
        between = source.between(*gap)
        spaced = source.around(*gap) if index else f" {source.around(*gap)}"
        spaced = _BESIDE_BOX.sub(r"\1\2", spaced)
        before, after = index - 1, index
        if foreign := _FOREIGN.search(_TRAILING.sub(_blank, spaced)):
            # An option that is not the form's, or a note: the mark beyond it is its own.
            near = spaced[: foreign.start()] if behind else spaced[foreign.end() :]
            owners = {before if behind else after: any(mark in near for mark in _TICKED)}
        elif bracket := _BRACKETS.match(between):
            closing = behind or after > last or _MARKS.search(between, bracket.end())
            owners = {before if closing else after: bool(bracket[1])}
        elif marks := [mark in _TICKED for mark in _MARKS.findall(spaced)]:
            if len(marks) > 1:
                owners = {before: marks[0], after: marks[-1]}
            elif before < 0 or after > last:
                owners = {max(before, 0) if after > last else after: marks[0]}
            else:
                owner = _owner(spaced, index, behind=behind, has_boxes=has_boxes)
                owners = {owner: marks[0]}
        else:
            continue
        found |= {each for each, is_tick in owners.items() if is_tick and 0 <= each <= last}
    return sorted(found)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _stand_behind(betweens: Sequence[str], *, printed: bool) -> bool:
    """Say whether the marks stand behind their options: where the form prints them or opposite.

    Args:
        betweens: What stands before, between and behind the options.
        printed: Whether the form prints them there.
    """
    leads = bool(_LEADING.search(betweens[0]))
    trails = bool(_TRAILING.match(betweens[-1]))
    return printed if leads == trails else trails


def _owner(spaced: str, index: int, *, behind: bool, has_boxes: bool) -> int:
    """Return which of two neighbours a single mark between them, with its spaces, belongs to."""
    if not has_boxes and _CLINGS_BEHIND.search(spaced):
        return index
    if not has_boxes and _CLINGS_BEFORE.search(spaced):
        return index - 1
    return index - 1 if behind else index


def _first(pieces: Sequence[Piece]) -> Piece | None:
    """Return the first piece that is no white space."""
    visible = (each for each in pieces if not (isinstance(each, Label) and not each.text.strip()))
    return next(visible, None)


def _options(pieces: Sequence[Piece], text: str, *, behind: bool) -> Iterator[_Option]:
    """Yield the options whose words a folded text still has, in their order."""
    boxes = [
        (piece, _word(pieces, index + (-1 if behind else 1), piece, last=behind))
        for index, piece in enumerate(pieces)
        if isinstance(piece, Box)
    ]
    words = [word for _, word in boxes]
    ending, firsts = _ending(words), {word[:1] for word in words}
    position = 0
    for box, whole in boxes:
        # People leave out what all options end in: 中型 for 中型企业.
        for word in (whole, whole.removesuffix(ending)):
            start = text.find(word, position)
            if start > position and text[start - 1] in firsts:
                continue  # 中小型企业 and 大中型 are no option
            if start >= 0:
                position = start + len(word)
                yield _Option(box, start, position)
                break


def _ending(words: Sequence[str]) -> str:
    """Return what all options end in, if enough of each is left to tell them apart."""
    columns = zip(*(word[::-1] for word in words), strict=False)
    same = takewhile(lambda column: len(set(column)) == 1, columns if len(words) > 1 else ())
    ending = "".join(column[0] for column in same)[::-1]
    spare = min(map(len, words), default=0) - _LEAST_STEM
    return ending[-spare:] if 0 < spare < len(ending) else ending * (spare > 0)


def _word(pieces: Sequence[Piece], beside: int, box: Box, *, last: bool) -> str:
    """Return the word that a box belongs to, as the form prints it."""
    label = pieces[beside] if 0 <= beside < len(pieces) else None
    said = label.text.split() if isinstance(label, Label) else []
    word = said[-1 if last else 0] if said else box.option
    return folded(word).strip("()")
