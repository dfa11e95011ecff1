"""Blocks and inlines: what a document is made of.

Every block that prints text names a *role* (body, heading-1, table-caption, cover-title …). A
block read from a Word form carries its own formats on top, already resolved.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from docgen.document.format import ParagraphFormat, RunFormat


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text in one format. `text` holds no line break and no tab."""

    text: str
    format: RunFormat = field(default_factory=RunFormat)


@dataclass(frozen=True, slots=True)
class Reference:
    """A cross-reference (交叉引用) to a figure or table, e.g. 图1.

    Attributes:
        target: Anchor of the caption referred to.
        text: What is printed: label and number.
        format: Run format on top of the paragraph's.
    """

    target: str
    text: str
    format: RunFormat = field(default_factory=RunFormat)


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced line break inside a paragraph (换行符)."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab character (制表符), as found in forms."""


Inline = Text | Reference | LineBreak | Tab


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph (段落)."""

    inlines: tuple[Inline, ...]
    role: str = "body"
    format: ParagraphFormat = field(default_factory=ParagraphFormat)


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading (标题).

    Attributes:
        level: 1 to 9; the role is ``heading-<level>``.
        number: The printed number with its punctuation, e.g. （一）; "" where the level has none.
        inlines: The text without the number.
        anchor: Unique name in the document.
        format: Paragraph format on top of the role's.
    """

    level: int
    number: str
    inlines: tuple[Inline, ...]
    anchor: str
    format: ParagraphFormat = field(default_factory=ParagraphFormat)

    @property
    def role(self) -> str:
        """The heading's role."""
        return f"heading-{self.level}"


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list (列表项); the role is ``list``.

    Attributes:
        inlines: The text without the marker.
        marker: The printed marker: ● for a bullet, ③ for a numbered item.
        level: 0 for the outermost list.
        series: Identifies the list the item belongs to; numbering begins anew with each series.
        ordered: It counts, and is no bullet.
        number: Its number, if it counts.
    """

    inlines: tuple[Inline, ...]
    marker: str
    level: int
    series: int
    ordered: bool = False
    number: int = 0
    role: str = "list"


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption (题注): label, number within its kind, and text.

    Attributes:
        kind: ``figure`` or ``table``; the role is ``<kind>-caption``.
        label: 图 or 表.
        number: 1, 2, 3 … in a series by kind.
        inlines: The caption's own text.
        anchor: Unique name in the document, the target of references.
        chapter: The chapter whose series the number is of, or 0 for one series in all.
    """

    kind: str
    label: str
    number: int
    inlines: tuple[Inline, ...]
    anchor: str
    chapter: int = 0

    @property
    def role(self) -> str:
        """The caption's role."""
        return f"{self.kind}-caption"

    @property
    def gap(self) -> str:
        """What stands between number and text: one character's space (GB/T 7713.1: 空一字)."""
        return "\u3000"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready to print: PNG or JPEG bytes, upright, RGB or grey.

    Attributes:
        data: The file's bytes.
        media_type: ``image/png`` or ``image/jpeg``.
        pixels: Width and height in pixels.
    """

    data: bytes
    media_type: str
    pixels: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its caption below (插图); the picture's role is ``figure``.

    Attributes:
        picture: The picture.
        width: Printed width in points.
        height: Printed height in points.
        alt: Alternative text (替代文字).
        caption: The caption, printed below.
    """

    picture: Picture
    width: float
    height: float
    alt: str
    caption: Caption
    role: str = "figure"


@dataclass(frozen=True, slots=True)
class Insert:
    """A page of another file (插页): in the layout its room is left empty, to be filled afterwards.

    Attributes:
        anchor: Unique name in the document.
        width: Width of the room in points.
        height: Its height in points.
        alt: Alternative text (替代文字).
        picture: What a Word file shows in the room, or None before it is made.
    """

    anchor: str
    width: float
    height: float
    alt: str
    picture: Picture | None = None
    role: str = "figure"


@dataclass(frozen=True, slots=True)
class Rule:
    """One border line (框线): width in points; 0 is no line."""

    width: float


@dataclass(frozen=True, slots=True)
class Borders:
    """The four border lines of a cell; None takes the table's."""

    top: Rule | None = None
    right: Rule | None = None
    bottom: Rule | None = None
    left: Rule | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell (单元格).

    Attributes:
        blocks: Paragraphs and nested blocks; at least one paragraph.
        columns: How many grid columns it spans.
        rows: How many rows it spans.
        valign: ``top``, ``center`` or ``bottom``.
        borders: Its own border lines.
        padding: Cell margins top, right, bottom, left in points; None takes the table's.
        vertical: Text runs from top to bottom (竖排).
    """

    blocks: tuple[Block, ...]
    columns: int = 1
    rows: int = 1
    valign: str = "center"
    borders: Borders = field(default_factory=Borders)
    padding: tuple[float, float, float, float] | None = None
    vertical: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A table row (行). A cell spanning rows stands only in its first row.

    Attributes:
        cells: The cells that begin in this row, left to right.
        height: Row height in points, or None.
        exact: The height is exact (固定值), else a minimum.
        header: Repeated at the top of each page (重复标题行).
        may_break: The row may be cut by a page break.
    """

    cells: tuple[Cell, ...]
    height: float | None = None
    exact: bool = False
    header: bool = False
    may_break: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table (表格).

    Attributes:
        columns: Grid column widths in points, left to right.
        rows: The rows.
        border: The line used where a cell states none.
        padding: Cell margins top, right, bottom, left in points.
        alignment: Where the table stands on the line: ``left`` or ``center``.
        caption: The caption printed above, or None.
        whole: The table is not cut by a page break, if a page can hold it.
        keep_with_next: Its last row stands on the page of what follows, such as its note (表注).
    """

    columns: tuple[float, ...]
    rows: tuple[Row, ...]
    border: Rule = Rule(0.5)
    padding: tuple[float, float, float, float] = (0.0, 5.4, 0.0, 5.4)
    alignment: str = "center"
    caption: Caption | None = None
    whole: bool = False
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """A table of contents (目录) of the headings to a level.

    Its roles are ``contents-title``, ``contents-1`` and so on.
    """

    title: str
    levels: int


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A page break (分页符)."""


Block = Paragraph | Heading | ListItem | Figure | Insert | Table | Contents | PageBreak
