"""A style's roles and numbering, as the document model wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.document import (
    A4,
    Numbering,
    PageSetup,
    ParagraphFormat,
    RoleFormat,
    RunFormat,
    resolved,
)

if TYPE_CHECKING:
    from docgen.style.layout import Page, Role
    from docgen.style.model import Style

_PAPER = {"A4": A4}

#: The first number of each numbering style.
_FIRST_NUMBERS = {"一": "chinese", "1": "decimal", "①": "circled"}


def role_formats(style: Style) -> dict[str, RoleFormat]:
    """Return the style's roles as formats."""
    return {name: _role_format(role) for name, role in style.roles.items()}


def format_of(style: Style, role: str) -> RoleFormat:
    """Return what a role looks like, filled up from the roles it is based on."""
    return resolved(role_formats(style), role)


def size_of(style: Style, role: str) -> float:
    """Return a role's type size in points."""
    return format_of(style, role).run.size or 0.0


def heading_numbers(style: Style) -> tuple[Numbering, ...]:
    """Return how heading levels 1, 2 … are numbered."""
    return tuple(_numbering(first) for first in style.headings.numbering)


def page_setup(page: Page) -> PageSetup:
    """Return the page set-up that the style's pages have."""
    short, long = _PAPER[page.paper]
    portrait = page.orientation == "portrait"
    return PageSetup(
        width=short if portrait else long,
        height=long if portrait else short,
        top=page.top,
        bottom=page.bottom,
        inside=page.inside,
        outside=page.outside,
        gutter=page.gutter,
        mirrored=page.mirrored,
        header=page.header,
        footer=page.footer,
    )


def _role_format(role: Role) -> RoleFormat:
    return RoleFormat(
        title=role.title,
        based_on=role.based_on,
        paragraph=ParagraphFormat(
            alignment=role.align,
            line_spacing=role.line,
            space_before=role.before,
            space_after=role.after,
            first_line_indent=role.first_line_indent,
            indent_left=role.indent_left,
            keep_with_next=role.keep_with_next,
            keep_together=role.keep_together,
        ),
        run=RunFormat(
            east_asian_font=role.font,
            latin_font=role.latin,
            size=role.size,
            bold=role.bold,
            italic=role.italic,
            spacing=role.spacing,
        ),
    )


def _numbering(first: str) -> Numbering:
    for figure, style in _FIRST_NUMBERS.items():
        if figure in first:
            return Numbering(style, first.replace(figure, "{}", 1))
    return Numbering("none", "")
