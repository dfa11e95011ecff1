"""References from a style to something else: fields of the case, names that a line replaces."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING, NamedTuple

from docgen.case.fields import has_field
from docgen.case.figures import YearFigures

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What a line of a title may name.
TITLE_PLACEHOLDERS = ("edition", "honour")


class Unsound(NamedTuple):
    """A value that leads nowhere: its dotted path, what is wrong, and the cure."""

    path: str
    message: str
    cure: str


def bad_field(path: str, field: str) -> Iterator[Unsound]:
    """Yield that a field is no single value of a case, if it is none."""
    if not has_field(field):
        yield no_field(path, field)


def no_field(path: str, field: str) -> Unsound:
    """Return that a case has no such field."""
    cure = "请对照 docgen schema 改正字段的路径，如 company.name。"
    return Unsound(path, f"案例没有字段“{field}”。", cure)


def bad_figure(path: str, field: str) -> Iterator[Unsound]:
    """Yield that a field is no single value of a year, if it is none."""
    if not has_field(f"years.0.{field}"):
        cure = f"可用的：{'、'.join(YearFigures.model_fields)}。"
        yield Unsound(path, f"各年数据没有“{field}”。", cure)


def bad_placeholders(path: str, line: str, known: tuple[str, ...]) -> Iterator[Unsound]:
    """Yield the names in braces of a line that are not known, or not plain names."""
    try:
        parts = [part for part in Formatter().parse(line) if part[1] is not None]
        # Only plain names: no formats, no conversions.
        names = [line if part[2] or part[3] else str(part[1]) for part in parts]
    except ValueError:
        names = [line]
    for name in names:
        if name not in known:
            cure = f"可用的：{'、'.join(f'{{{each}}}' for each in known)}。"
            yield Unsound(path, f"“{line}”里的“{name}”不能替换。", cure)
