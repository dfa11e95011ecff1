"""Words compared as people type them: white space, widths and underscores do not count."""

from __future__ import annotations

import unicodedata

#: What forms print or people type to make room: it says nothing.
_EMPTY = frozenset("_*‿﹍﹎﹏")


class Folded:
    """A text folded for comparing, which still knows where each character stood.

    Attributes:
        text: The folded text: NFKC, without white space, underscores and asterisks.
    """

    def __init__(self, text: str) -> None:
        """Fold a text."""
        self._source = text
        characters: list[str] = []
        self._places: list[int] = []
        for place, character in enumerate(text):
            for each in unicodedata.normalize("NFKC", character):
                if not each.isspace() and each not in _EMPTY:
                    characters.append(each)
                    self._places.append(place)
        self.text = "".join(characters)

    def between(self, start: int, end: int) -> str:
        """Return the source from one folded character up to another, not included."""
        if start >= end:
            return ""
        return self._source[self._places[start] : self._places[end - 1] + 1]

    def around(self, start: int, end: int) -> str:
        """Return the same with the white space, and whatever else was folded away, at its ends."""
        first = self._places[start - 1] + 1 if start else 0
        last = self._places[end] if end < len(self._places) else len(self._source)
        return self._source[first:last]


def folded(text: str) -> str:
    """Return a text as `Folded` compares it."""
    return Folded(text).text


def words_of(label: str) -> list[str]:
    """Return the folded words of a label; a line end and a space part them."""
    return [word for each in label.split() if (word := folded(each))]
