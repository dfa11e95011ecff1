"""A style's roles and numbering, as the document model wants them."""

from __future__ import annotations

from dataclasses import replace
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

#: How the roles of the covering letter begin.
_OF_THE_LETTER = "letter-"
#: Roles that a Word file has whatever is printed in it.
_RELIED_ON = ("plain", "body", "list")
#: The first number of each numbering style.
_FIRST_NUMBERS = {"一": "chinese", "1": "decimal", "①": "circled"}


def role_formats(style: Style) -> dict[str, RoleFormat]:
    """Return the style's roles as formats; those of the letter no application has."""
    return {
        name: each
        for name, each in _all_formats(style).items()
        if not name.startswith(_OF_THE_LETTER)
    }


def letter_formats(style: Style) -> dict[str, RoleFormat]:
    """Return the roles of the covering letter as formats, with those that writers rely on.

    Its page numbers are of the role ``footer``, as in any document.
    """
    every = _all_formats(style)
    letter = {name: each for name, each in every.items() if name.startswith(_OF_THE_LETTER)}
    footer = replace(letter.pop("letter-footer"), title=every["footer"].title)
    return {**{name: every[name] for name in _RELIED_ON}, **letter, "footer": footer}


def format_of(style: Style, role: str) -> RoleFormat:
    """Return what a role looks like, filled up from the roles it is based on."""
    return resolved(_all_formats(style), role)


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


def _all_formats(style: Style) -> dict[str, RoleFormat]:
    return {name: _role_format(role) for name, role in style.roles.items()}


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
            widow_control=role.widow_control,
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
