"""The words that a form prints, held against a filled one: what somebody deleted or rewrote."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from docgen.forms.alignment import aligned
from docgen.forms.folding import folded, words_of
from docgen.forms.pattern import Label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.forms.pattern import RowPattern
    from docgen.read.rows import FormRow

#: A date to be filled in: figures come between its words.
_DATE = "年月日"
#: So much of a row's words, in pieces of at least so many characters, is the row rewritten.
_ENOUGH, _PIECE = 0.6, 2
#: Shorter pieces are corrections of the form's own words.
_PHRASE = 8
#: So much of a text that the form prints is nobody's own.
_NEARLY_ALL = 0.8
#: So many characters of a sentence say that it is there, rewritten from some place on.
_BEGINNING = 6


class LostLabel(NamedTuple):
    """Words of the form that a filled one does not have.

    Attributes:
        text: The words, as the form prints them.
        row: The row where they belong, or None where the row itself is gone.
        departs: Where the row begins like these words and goes on otherwise: what should follow.
    """

    text: str
    row: FormRow | None = None
    departs: str = ""


def lost_labels(patterns: Sequence[RowPattern], rows: Sequence[FormRow]) -> Iterator[LostLabel]:
    """Yield the labels and sentences of a form that a filled one lacks, in the form's order.

    Rows that are printed for some cases only are passed over, and so are lists at the form's end. A
    row that is gone is told once, by its labels; so is a cell that spans several rows.
    """
    pairs = _pairs(patterns, rows)
    above: set[str] = set()
    for index, pattern in enumerate(_without_annexes(patterns)):
        if pattern.optional or not any(map(words_of, pattern.labels)):
            continue
        if index in pairs:
            lost = list(_lost_in(pattern, rows[pairs[index]]))
        else:
            labels = [" ".join(words_of(label)) for label in pattern.labels]
            lost = [LostLabel("、".join(label for label in labels if label))]
        yield from (each for each in lost if each.text not in above)
        above = {each.text for each in lost}


def _without_annexes(patterns: Sequence[RowPattern]) -> Sequence[RowPattern]:
    """Return a form without the lists at its end, each with its caption.

    Notices ask for them on sheets of their own (另附表) and leave their look to the company.
    """
    lists = {pattern.table for pattern in patterns if pattern.table and pattern.repeated}
    end = len(patterns)
    while end and (patterns[end - 1].table or _below(patterns, end)) in lists:
        end -= 1
    return patterns[:end]


def _below(patterns: Sequence[RowPattern], end: int) -> int:
    """Return the table of the row at a place; 0 at the form's end."""
    return patterns[end].table if end < len(patterns) else 0


def _pairs(patterns: Sequence[RowPattern], rows: Sequence[FormRow]) -> dict[int, int]:
    """Return pattern → row, by their places: also rows rewritten, or written into by a bureau."""
    pairs = dict(aligned(patterns, rows))
    free = sorted(set(range(len(rows))) - set(pairs.values()))
    above = -1
    for index, pattern in enumerate(patterns):
        if index not in pairs and not pattern.optional:
            below = min((row for other, row in pairs.items() if other > index), default=len(rows))
            between = [row for row in free if above < row < below]
            alike = (row for row in between if _likeness(pattern, rows[row]) >= _ENOUGH)
            if (found := next(alike, None)) is not None:
                pairs[index] = found
        above = max(above, pairs.get(index, above))
    return pairs


def is_reworded(pattern: RowPattern, row: FormRow) -> bool:
    """Say whether a row has hardly a word that the form does not print there."""
    text = "".join(map(folded, row.cells))
    return _shared(pattern, text) >= _NEARLY_ALL * len(text)


def added_to(pattern: RowPattern, row: FormRow) -> Iterator[str]:
    """Yield whole phrases that somebody put into a row that is else the form's, reworded."""
    text = "".join(map(folded, row.cells))
    matcher = SequenceMatcher(None, "".join(_words(pattern)), text, autojunk=False)
    for kind, _, _, start, end in matcher.get_opcodes():
        if kind != "equal" and end - start >= _PHRASE:
            yield text[start:end]


def _likeness(pattern: RowPattern, row: FormRow) -> float:
    """Return which share of a row's printed words another has, from 0 to 1."""
    words = "".join(_words(pattern))
    return _shared(pattern, "".join(map(folded, row.cells))) / max(1, len(words))


def _shared(pattern: RowPattern, text: str) -> int:
    """Return how many characters of a row's printed words a folded text has, in pieces."""
    matcher = SequenceMatcher(None, "".join(_words(pattern)), text, autojunk=False)
    sizes = (block.size for block in matcher.get_matching_blocks())
    return sum(size for size in sizes if size >= _PIECE)


def _lost_in(pattern: RowPattern, row: FormRow) -> Iterator[LostLabel]:
    """Yield the words that a row lacks, or has before those that should precede them."""
    text = "".join(map(folded, row.cells))
    position = 0
    for word in _words(pattern):
        place = text.find(word, position)
        if place >= 0:
            position = place + len(word)
        else:
            yield LostLabel(word, row, _departs(word, text[position:]))


def _words(pattern: RowPattern) -> Iterator[str]:
    for piece in pattern.pieces:
        for word in words_of(piece.text) if isinstance(piece, Label) else ():
            before, date, _ = word.partition(_DATE)
            yield from filter(None, (before, *date)) if word.endswith(_DATE) else [word]


def _departs(word: str, text: str) -> str:
    """Return the rest of a word from where a text that begins like it goes on otherwise."""
    same = next((n for n in range(len(word) - 1, 0, -1) if word[:n] in text), 0)
    return word[same:] if same >= _BEGINNING else ""
