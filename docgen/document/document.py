"""The document itself: sections with their page set-up, the roles, the properties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from docgen.document.blocks import Block, Insert
from docgen.document.format import RoleFormat, resolved

#: A4 in points, rounded as Word does (11906 × 16838 twips).
A4 = (595.3, 841.9)


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Page set-up (页面设置), lengths in points.

    Attributes:
        width: Paper width.
        height: Paper height.
        top: Top margin.
        bottom: Bottom margin.
        inside: Inner margin, gutter not counted; the left one where pages are not mirrored.
        outside: Outer margin; the right one where pages are not mirrored.
        gutter: Binding margin (装订线), added to the inner margin.
        mirrored: Facing pages (对称页边距), for two-sided printing.
        header: Distance of the header from the paper's top edge.
        footer: Distance of the footer from the paper's bottom edge.
    """

    width: float = A4[0]
    height: float = A4[1]
    top: float = 72.0
    bottom: float = 72.0
    inside: float = 90.0
    outside: float = 90.0
    gutter: float = 0.0
    mirrored: bool = False
    header: float = 42.55
    footer: float = 49.6

    @property
    def measure(self) -> float:
        """Width of the text area (版心宽度) in points."""
        return self.width - self.inside - self.outside - self.gutter

    @property
    def text_height(self) -> float:
        """Height of the text area (版心高度) in points."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True)
class PageNumbers:
    """Page numbers in the footer (页码), role ``footer``.

    Attributes:
        style: ``decimal`` or ``upper-roman``.
        pattern: The printed form with ``{}`` for the number, e.g. ``- {} -``.
        position: ``outside`` (外侧), ``center`` or ``right``.
        start: The first page's number, or None to go on.
        indent: Space between the number and the edge that it stands at, in points.
    """

    style: str = "decimal"
    pattern: str = "{}"
    position: str = "outside"
    start: int | None = None
    indent: float = 0.0


@dataclass(frozen=True, slots=True)
class Section:
    """A section (节): blocks on one page set-up.

    Attributes:
        blocks: What is printed.
        page: Page set-up.
        page_numbers: Page numbers, or None for none.
        start: ``next`` page or ``odd`` page (right-hand side).
        valign: Where a short page's text stands: ``top`` or ``center``.
    """

    blocks: tuple[Block, ...]
    page: PageSetup = field(default_factory=PageSetup)
    page_numbers: PageNumbers | None = None
    start: str = "next"
    valign: str = "top"


#: The marker of a list that does not count (项目符号).
BULLET = "●"


@dataclass(frozen=True, slots=True)
class Numbering:
    """How one heading level is numbered (多级编号).

    Attributes:
        style: ``chinese`` (一, 二 … 十一), ``decimal``, ``circled``, or ``none``.
        pattern: The printed form with ``{}`` for the number, e.g. （{}）.
    """

    style: str
    pattern: str = "{}"


@dataclass(frozen=True, slots=True)
class Properties:
    """Core properties (文档属性).

    Attributes:
        title: 标题.
        creator: 作者: the applicant's full name.
        subject: 主题: the honour applied for.
        date: The only date a file carries: the application date.
    """

    title: str
    creator: str
    subject: str
    date: date


@dataclass(frozen=True, slots=True)
class Document:
    """One printed thing (文书).

    Attributes:
        key: The document's key in the style pack, e.g. ``narrative``.
        name: Its Chinese name, the stem of its file names.
        sections: What is printed.
        roles: Role name → format.
        properties: Core properties.
        heading_numbers: Numbering of heading levels 1, 2 …
        word: The filled Word form that the sections were read from, or None.
        composed_part: The composed document whose sections follow the form's in `sections`, where
            the two are one file; or None.
        editable: A Word file of it is delivered beside the PDF.
    """

    key: str
    name: str
    sections: tuple[Section, ...]
    roles: Mapping[str, RoleFormat]
    properties: Properties
    heading_numbers: tuple[Numbering, ...] = ()
    word: bytes | None = None
    composed_part: Document | None = None
    editable: bool = True

    @property
    def inserts(self) -> tuple[Insert, ...]:
        """The pages of other files that it leaves room for, in their order."""
        return tuple(
            block
            for section in self.sections
            for block in section.blocks
            if isinstance(block, Insert)
        )

    def format_of(self, role: str) -> RoleFormat:
        """Return what a role looks like, filled up from the roles it is based on.

        Raises:
            KeyError: If the document has no such role.
        """
        return resolved(self.roles, role)

    def size_of(self, role: str) -> float:
        """Return a role's type size in points; 0 if none is stated.

        Raises:
            KeyError: If the document has no such role.
        """
        return self.format_of(role).run.size or 0.0
