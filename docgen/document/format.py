"""How text looks: run, paragraph and role formats.

Every attribute may be None, which means "as the layer below says"; `over` lays one format on
another. Lengths are points (pt, 1/72 inch) unless a docstring says characters.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping


class Alignment(StrEnum):
    """Paragraph alignment (对齐方式)."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "justify"


@dataclass(frozen=True, slots=True)
class LineSpacing:
    """Line spacing (行距).

    Attributes:
        rule: ``multiple`` (单倍, 1.5 倍 …: value in lines), ``exactly`` (固定值) or
            ``at-least`` (最小值), both in points.
        value: Lines or points, as the rule says.
    """

    rule: str
    value: float


class _Layered:
    """What run and paragraph formats share: laying one over another."""

    __slots__ = ()

    def over(self, base: Self) -> Self:
        """Return this format with every gap filled from `base`."""
        own = {
            f.name: value
            for f in fields(self)  # type: ignore[arg-type]
            if (value := getattr(self, f.name)) is not None
        }
        return replace(base, **own)  # type: ignore[type-var]


@dataclass(frozen=True, slots=True)
class RunFormat(_Layered):
    """Character format (字符格式).

    Attributes:
        east_asian_font: Word's name of the font for Chinese characters (中文字体), e.g. 宋体.
        latin_font: Word's name of the font for Latin characters (西文字体).
        size: Type size (字号) in points.
        bold: 加粗.
        italic: 倾斜.
        underline: 下划线.
        position: ``superscript`` or ``subscript``.
        spacing: Space added after each character (字符间距) in points; 0 is 标准, negative 紧缩.
    """

    east_asian_font: str | None = None
    latin_font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    position: str | None = None
    spacing: float | None = None


@dataclass(frozen=True, slots=True)
class ParagraphFormat(_Layered):
    """Paragraph format (段落格式).

    Attributes:
        alignment: 对齐方式.
        line_spacing: 行距.
        space_before: 段前, points.
        space_after: 段后, points.
        first_line_indent: 首行缩进 in characters of the paragraph's own size; negative hangs.
        indent_left: 左缩进, points.
        indent_right: 右缩进, points.
        keep_with_next: 与下段同页.
        keep_together: 段中不分页.
        page_break_before: 段前分页.
        widow_control: 孤行控制: no single line of it at the foot or the head of a page.
    """

    alignment: Alignment | None = None
    line_spacing: LineSpacing | None = None
    space_before: float | None = None
    space_after: float | None = None
    first_line_indent: float | None = None
    indent_left: float | None = None
    indent_right: float | None = None
    keep_with_next: bool | None = None
    keep_together: bool | None = None
    page_break_before: bool | None = None
    widow_control: bool | None = None


@dataclass(frozen=True, slots=True)
class RoleFormat:
    """What a role looks like: one Word style, one CSS class.

    Attributes:
        title: The style's name as Word shows it, e.g. 表题.
        paragraph: Paragraph format.
        run: Run format.
        based_on: The role that fills the gaps, or "".
    """

    title: str
    paragraph: ParagraphFormat = field(default_factory=ParagraphFormat)
    run: RunFormat = field(default_factory=RunFormat)
    based_on: str = ""


def resolved(roles: Mapping[str, RoleFormat], name: str) -> RoleFormat:
    """Return a role with its gaps filled from the roles it is based on.

    Raises:
        KeyError: If there is no such role.
    """
    role = roles[name]
    if not role.based_on:
        return role
    base = resolved(roles, role.based_on)
    return replace(role, paragraph=role.paragraph.over(base.paragraph), run=role.run.over(base.run))
