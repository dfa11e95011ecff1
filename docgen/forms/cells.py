"""What a cell says, held against its pattern: the words in the place of each hole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from docgen.forms.choices import has_tick, ticked, without_marks
from docgen.forms.folding import Folded, folded, words_of
from docgen.forms.pattern import Box, Hole, Label, Repeated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.forms.pattern import Piece

#: Of a long sentence its ends are looked for: people correct a word in its middle.
_END = 8
_WORD = re.compile(r"\w")
#: Where an item of a list ends; one in brackets may have others behind it on its line.
_LINE_ENDS, _ITEM_ENDS = re.compile(r"\n"), re.compile(r"\n|(?<=[)）])\s*[;；]")
#: The number that somebody gave an item; 3.5 is none.
_NUMBERING = re.compile(r"^(?:[(（]?\d{1,2}(?:[)）]|[.．、](?!\d))|[①-⑳])\s*")
#: What stands in the place of an empty list.
_NOTHING = ("无", "/", "")


class Value(NamedTuple):
    """What a cell says of a field.

    Attributes:
        path: The field's dotted path; "" for words that are none of the form's and in no field's
            place.
        text: The words; "" for none.
        options: The ticked options of a choice, () for none; None for a field that is written.
        unsure: Nothing parts it from the next field.
    """

    path: str
    text: str
    options: tuple[str, ...] | None = None
    unsure: bool = False


class _End(str):
    """The end of a long sentence, behind its beginning; it knows how long its middle is."""

    __slots__ = ("middle",)

    middle: int


class _Line(str):
    """A line end between two holes."""

    __slots__ = ()


#: What is looked for in a cell: words, and between them what they leave room for.
_Token = str | Hole | Repeated


def cell_values(pieces: Sequence[Piece], text: str) -> Iterator[Value]:
    """Yield what a cell says of each of its fields.

    The words that the form prints are looked for; those that somebody deleted are passed over, and
    those that somebody added where there is no field are a value of none.
    Holes with only a line end between them share the lines of what is there; where nothing parts
    them, the first takes it all.
    """
    tokens = list(_tokens(pieces))
    has_boxes = any(isinstance(piece, Box) for piece in pieces)
    told = False
    if has_boxes:
        chosen = ticked(pieces, text)
        for path, options in chosen.items():
            yield Value(path, "、".join(options), options)
        if has_tick(text) and not any(chosen.values()):
            yield Value("", text.strip())
            told = True
    source = Folded(text)
    # Names hold brackets and commas as well as the form does: its own stand behind them.
    places = _first_places(tokens, source.text) if has_boxes else _last_places(tokens, source.text)
    start, holes = 0, list[Hole | Repeated | _Line]()
    for token, place in zip([*tokens, ""], [*places, (len(source.text),) * 2], strict=True):
        if place is not None:
            between = source.between(start, place[0]).strip()
            if holes:
                yield from _filled(holes, between)
            elif not told and (added := _added(between, token, has_boxes=has_boxes)):
                yield Value("", added)
            start, holes = place[1], []
        elif not isinstance(token, str) or isinstance(token, _Line):
            holes.append(token)


def _added(between: str, token: _Token, *, has_boxes: bool) -> str:
    """Return what somebody put before one of the form's words, "" for nothing but marks."""
    if isinstance(token, _End) and len(folded(between)) <= token.middle + _END:
        return ""
    added = without_marks(between) if has_boxes else between
    return added if _WORD.search(added) else ""


def _tokens(pieces: Sequence[Piece]) -> Iterator[_Token]:
    for piece in pieces:
        if isinstance(piece, (Hole, Repeated)):
            yield piece
        elif isinstance(piece, Label) and (words := words_of(piece.text)):
            for word in words:
                yield from [word] if len(word) <= 2 * _END else _ends(word)
        elif isinstance(piece, Label) and "\n" in piece.text:
            yield _Line("\n")


def _ends(word: str) -> tuple[str, _End]:
    end = _End(word[-_END:])
    end.middle = len(word) - 2 * _END
    return word[:_END], end


_Place = tuple[int, int] | None


def _first_places(tokens: Sequence[_Token], text: str) -> list[_Place]:
    """Return where each word stands, looked for from the left; None for holes and what is gone."""
    places: list[_Place] = []
    position = 0
    for token in tokens:
        start = text.find(str(token), position) if _is_word(token) else -1
        places.append(None if start < 0 else (start, start + len(str(token))))
        position = position if start < 0 else start + len(str(token))
    return places


def _last_places(tokens: Sequence[_Token], text: str) -> list[_Place]:
    """Return where each word stands, looked for from the right."""
    places: list[_Place] = []
    position = len(text)
    for token in reversed(tokens):
        start = text.rfind(str(token), 0, position) if _is_word(token) else -1
        places.append(None if start < 0 else (start, start + len(str(token))))
        position = position if start < 0 else start
    return places[::-1]


def _is_word(token: _Token) -> bool:
    return isinstance(token, str) and not isinstance(token, _Line)


def _filled(holes: Sequence[Hole | Repeated | _Line], text: str) -> Iterator[Value]:
    """Yield the values of neighbouring holes that share a text."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    room = [each for each in holes if not isinstance(each, _Line)]
    parted = len(room) > 1 and len(lines) == len(room)
    shares = lines if parted else [text, *[""] * (len(room) - 1)]
    for hole, share in zip(room, shares, strict=bool(room)):
        if isinstance(hole, Repeated):
            yield from _repeated(hole, share)
        elif hole.path:
            yield Value(hole.path, share, unsure=len(room) > 1 and not parted)


def _repeated(repeated: Repeated, text: str) -> Iterator[Value]:
    """Yield the values of lines that are printed for each item of a list."""
    last = repeated.pieces[-1]
    bracketed = isinstance(last, Label) and folded(last.text).endswith(")")
    lines = [line.strip() for line in (_ITEM_ENDS if bracketed else _LINE_ENDS).split(text)]
    if bracketed:
        lines = [_NUMBERING.sub("", line) for line in lines]
    for index, line in enumerate(line for line in lines if line not in _NOTHING):
        for value in cell_values(repeated.pieces, line):
            yield value._replace(path=value.path.replace("*", str(index), 1))
