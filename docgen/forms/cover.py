"""A cover (封面) as a pattern: the lines of its title, then a row for each field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.forms.pattern import Hole, Label, RowPattern

if TYPE_CHECKING:
    from docgen.style.documents import Cover
    from docgen.style.model import Style


def cover_pattern(style: Style, spec: Cover) -> tuple[RowPattern, ...]:
    """Return the rows of a cover as a style prints it."""
    titles = (style.filled(line) for line in spec.title)
    return (
        *(RowPattern(((Label(title),),)) for title in titles),
        *(
            RowPattern(((Label(f"{field.label}："),), (Hole(field.field),)), table=1)
            for field in spec.fields
        ),
    )
