"""How an issuer wants its pages to look (版式): page, roles, headings, captions, contents."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from docgen.document import Alignment
from docgen.style.base import Flag, Number, Spec
from docgen.style.units import CharacterSpacing, Length, Lines, TypeSize

_Indent = Annotated[float, Field(ge=-20, le=20)]


class Page(Spec):
    """Page set-up (页面设置); lengths in points."""

    paper: Literal["A4"]
    orientation: Literal["portrait", "landscape"]
    top: Length
    bottom: Length
    inside: Length
    outside: Length
    gutter: Length
    mirrored: Flag
    header: Length
    footer: Length
    number_pattern: str = Field(pattern=r"^[^{}]*\{\}[^{}]*$")
    number_position: Literal["outside", "center", "right"]


class Print(Spec):
    """How the paper copies are made (印装).

    Attributes:
        copies: How many.
        two_sided: Printed on both sides.
        binding: How they are bound, in a word.
        paper: The paper's weight in g/m², which makes the book's thickness.
        cover: What the cover is made of, in a few words.
    """

    copies: Number = Field(ge=1, le=100)
    two_sided: Flag
    binding: str
    paper: Number = Field(ge=40, le=400)
    cover: str


class Role(Spec):
    """The look of one role: a Word style, a CSS class. Lengths in points; indent in characters.

    Attributes:
        size: What docgen prints.
        size_at_least: What the notice asks for where it names a least size only (不小于五号).
    """

    title: str
    based_on: str = ""
    font: str | None = None
    latin: str | None = None
    size: TypeSize | None = None
    size_at_least: TypeSize | None = None
    bold: Flag | None = None
    italic: Flag | None = None
    spacing: CharacterSpacing | None = None
    align: Alignment | None = None
    line: Lines | None = None
    before: Length | None = None
    after: Length | None = None
    first_line_indent: _Indent | None = None
    indent_left: Length | None = None
    keep_with_next: Flag | None = None
    keep_together: Flag | None = None
    widow_control: Flag | None = None


class Headings(Spec):
    """Headings: the first number of level 1, 2 …, e.g. “一、”, “（一）”, “1．”, “（1）”."""

    numbering: Annotated[
        tuple[Annotated[str, Field(pattern=r"^[^{}]*[一1①][^{}]*$|^$")], ...], Field(min_length=1)
    ]


class Captions(Spec):
    """Captions (图表标题).

    Attributes:
        by_chapter: Figures and tables are numbered anew in each first-level section (图2-1).
        first_table: The first table's number, where a form before it has tables of its own.
    """

    by_chapter: Flag
    first_table: Number = Field(1, ge=1)


class ContentsSpec(Spec):
    """The table of contents (目录): its heading, and how many heading levels it lists (0: none)."""

    title: str
    levels: Number = Field(ge=0, le=9)
