"""Pieces: the text of a block cut where its look, its link or its order of faces changes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from docgen.document import Inline, LineBreak, Reference, RunFormat, Tab, Text
from docgen.document.scripts import script_runs
from docgen.write.pdf.autospace import spaced
from docgen.write.pdf.css import Sheet

# Spaces that CSS would fold: at an edge of a line, or several together.
_FOLDED_SPACE = re.compile(r"(?:^|(?<=[ \n\t])) | (?=[ \n\t]|$)")
# The Latin face leaves these to the Chinese one; Latin text asks for its own.
_FULL_WIDTH_MARKS = frozenset("“”‘’…—·")
_MARKS = re.compile("[\u0080-\u2bff]")
# Pango breaks no line beside a quotation mark; in Chinese a line may end before “ and after ”.
_BREAK_AT_QUOTE = re.compile(
    r"(?<=[\w，。；：！？、）》】〉」』%％…])(?=[“‘])|(?<=[”’])(?=[\w（《【〈「『])"
)
#: Zero-width space: a line may end here. It leaves no trace in the PDF.
BREAK_OPPORTUNITY = "\u200b"
# Pango breaks behind a slash, Word does not: mm/min and GB/T stay whole.
_SLASH_IN_A_WORD = re.compile(r"(?<![\w/])([A-Za-z0-9]{1,6}/)(?=[A-Za-z0-9]{1,6}(?![\w/]))")
_WORD_JOINER = "\u2060"
# No line begins with the dot between two parts of a name: 阿卜杜·热合曼.
_INSIDE_A_NAME = re.compile("(?=·)")


_CLOSING, _OPENING = "，。、；：！？）》】〉」』”’", "（《【〈「『“‘"
# A closing mark before another mark loses its empty half, an opening one after an opening one.
_SQUEEZED = re.compile(
    f"[{_CLOSING}](?={BREAK_OPPORTUNITY}?[{_CLOSING}{_OPENING}])|(?<=[{_OPENING}])[{_OPENING}]"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one look, or a forced line break.

    Attributes:
        text: The characters.
        classes: CSS classes: ``t``, and those of formats other than the block's.
        href: The anchor that the text links to, or "".
        stretch: Class of a box around it that makes its line higher, or "".
        kind: ``text`` or ``break``.
    """

    text: str = ""
    classes: str = "t"
    href: str = ""
    stretch: str = ""
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Look:
    """How an inline looks.

    Attributes:
        run: Its complete format, or None if it prints no characters.
        classes: Class of what differs from the block's format, or "".
        stretch: Class of a box that makes its line higher, or "".
    """

    run: RunFormat | None = None
    classes: str = ""
    stretch: str = ""


def pieces_of(sheet: Sheet, inlines: Sequence[Inline], looks: Sequence[Look]) -> Iterator[Piece]:
    """Cut the text of a block, whose inlines look as `looks` say."""
    texts = [_printed(inline) for inline in inlines]
    whole = "".join(texts)
    folded = [match.start() for match in _FOLDED_SPACE.finditer(whole)]
    start = 0
    for inline, look, text in zip(inlines, looks, texts, strict=True):
        end = start + len(text)
        if isinstance(inline, LineBreak):
            yield Piece(kind="break")
        elif isinstance(inline, Tab):
            yield Piece(text, "t keep-spaces")
        elif look.run:
            keep = "keep-spaces" if any(start <= space < end for space in folded) else ""
            href = inline.target if isinstance(inline, Reference) else ""
            printed = spaced(text, whole[:start])
            for face, part in _faces(printed, whole[:start], whole[end:]):
                names = ("t", look.classes, keep, _face_class(sheet, look.run, face))
                classes = " ".join(filter(None, names))
                for half, text_piece in _squeezed(part):
                    named = f"{classes} half" if half else classes
                    yield Piece(text_piece, named, href, look.stretch)
        start = end
    if not whole or whole.endswith("\n"):
        # An empty line is as high as any other.
        yield Piece(kind="break")


def _printed(inline: Inline) -> str:
    if isinstance(inline, Text | Reference):
        return inline.text
    return "\n" if isinstance(inline, LineBreak) else "\t"


def _faces(text: str, before: str, after: str) -> Iterator[tuple[str, str]]:
    """Cut where ambiguous characters need another order of faces: chinese, latin or the usual "".

    The pieces are few: quotation marks in Chinese text, by far the most frequent of these
    characters, are at home in the usual order, and a line breaks best inside one piece.
    """
    pieces = [
        (_face(piece.text, chinese=piece.east_asian), piece.text)
        for piece in script_runs(text, before=before, after=after)
    ]
    for face, group in groupby(pieces, key=lambda piece: piece[0]):
        part = "".join(text for _, text in group)
        part = _SLASH_IN_A_WORD.sub(rf"\1{_WORD_JOINER}", part)
        part = _INSIDE_A_NAME.sub(_WORD_JOINER, part)
        yield face, part if face == "latin" else _BREAK_AT_QUOTE.sub(BREAK_OPPORTUNITY, part)


def _squeezed(text: str) -> Iterator[tuple[bool, str]]:
    """Cut out the marks that stand in half a square, as Word compresses punctuation (标点压缩)."""
    start = 0
    for mark in _SQUEEZED.finditer(text):
        if start < mark.start():
            yield False, text[start : mark.start()]
        yield True, mark.group()
        start = mark.end()
    if start < len(text):
        yield False, text[start:]


def _face(text: str, *, chinese: bool) -> str:
    marks = set(_MARKS.findall(text))
    if chinese:
        return "chinese" if marks - _FULL_WIDTH_MARKS else ""
    return "latin" if marks & _FULL_WIDTH_MARKS else ""


def _face_class(sheet: Sheet, run: RunFormat, face: str) -> str:
    if face == "chinese":
        return sheet.chinese_class(run)
    return sheet.latin_class(run) if face == "latin" else ""
