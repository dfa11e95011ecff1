"""A form's Word template as a pattern: where each field of the case is printed."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from docgen.findings import DocgenError, Finding, Place
from docgen.forms.pattern import Box, Hole, Label, Piece, Repeated, RowPattern
from docgen.read import open_package
from docgen.read.rows import form_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from docgen.read.rows import FormRow
    from docgen.style.documents import Form
    from docgen.style.model import Style

_MARK = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})", re.DOTALL)
#: Marks that stand in rows and paragraphs of their own; these are not printed.
_ROW_MARK = re.compile(r"\{%tr .*?%\}")
_PARAGRAPH_MARK = re.compile(r"\n?(\{%p .*?%\})\n?")
_LOOP = re.compile(r"\{%(?:p|tr)? *for +(\w+) +in +(\S+) *%\}")
_ELSE = re.compile(r"\{%(?:p|tr)? *else *%\}")
_CLOSING = re.compile(r"\{%(?:p|tr)? *(?:endfor|endif) *%\}")
_INDEX = re.compile(r"\[[\"']?(\w+)[\"']?\]")
_OF_YEAR = re.compile(r"^(years|products\.(?:\d+|\*)\.shares)\.(\d+)(?=\.|$)")
#: Names that a template prints and no case has: they follow from the case or from the style.
_DERIVED = ("answers", "counts", "edition", "loop", "recommender_contact")
#: Of these, what lists of the same form can be held against.
COUNTS = "counts"
#: Names of the template's own → the field of the case.
_FIELDS = {"summary": "experience.summary", "published_standards": "standards"}


def template_of(style: Style, spec: Form) -> Path:
    """Return a form's template, the nearest one of the pack and those it extends.

    Raises:
        DocgenError: If it is not there.
    """
    for folder in style.folders:
        if (path := folder / spec.template).is_file():
            return path
    raise DocgenError(
        [
            Finding(
                "template-missing",
                f"找不到“{spec.name}”的 Word 模板“{spec.template}”。",
                "请把模板放进规范的文件夹，或改正 template 所写的文件名。",
                Place(file=f"{style.name}/style.toml", title=spec.name),
            )
        ]
    )


def form_pattern(style: Style, spec: Form) -> tuple[RowPattern, ...]:
    """Return the rows of a form as its template prints them for a style.

    Raises:
        DocgenError: If the template is not there or is no Word file.
    """
    template = template_of(style, spec)
    package = open_package(template.read_bytes(), str(template))
    rows = _Template(style, spec).rows(form_rows(package))
    # A template may print a row in two ways, as the first and as any other of a list.
    return tuple(row for row, _ in groupby(rows))


def case_field(name: str) -> str | None:
    """Return the case's field behind a name or a tag of a template; None for a derived one."""
    first, _, rest = _INDEX.sub(r".\1", name).partition(".")
    return None if first in _DERIVED else ".".join(filter(None, (_FIELDS.get(first, first), rest)))


class _Template:
    """One pass over a template's rows, steering marks kept on a stack."""

    def __init__(self, style: Style, spec: Form) -> None:
        self._years = [str(year) for year in style.reporting_years]
        self._edition = str(style.edition)
        self._choices = {name: choice.field for name, choice in spec.choices.items()}
        #: Name of a loop's variable → the list that it runs over.
        self._variables: dict[str, str] = {}
        #: The open {%tr for %} and {%tr if %}; the variable of a loop, or "".
        self._open: list[str] = []

    def rows(self, rows: Sequence[FormRow]) -> Iterator[RowPattern]:
        for row in rows:
            text = "".join(row.cells).strip()
            if _ROW_MARK.fullmatch(text):
                self._steer(text)
            else:
                cells = tuple(tuple(self._cell(cell)) for cell in row.cells)
                yield RowPattern(cells, row.table, any(self._open), bool(self._open))

    def _steer(self, mark: str) -> None:
        if loop := _LOOP.fullmatch(mark):
            self._variables[loop[1]] = self._named(loop[2])
            self._open.append(loop[1])
        elif _ELSE.fullmatch(mark) and self._open and self._open[-1]:
            # What is printed in the place of an empty list is no item of it.
            self._open[-1] = ""
        elif _CLOSING.fullmatch(mark):
            self._open.pop()
        elif not _ELSE.fullmatch(mark):
            self._open.append("")

    def _cell(self, text: str) -> Iterator[Piece]:
        """Yield the pieces of a cell; what an else prints instead is left out."""
        collected: list[Label | Hole | Box] | None = None
        left_out = False
        for part in _MARK.split(_PARAGRAPH_MARK.sub(r"\1", text)):
            if loop := _LOOP.fullmatch(part):
                self._variables[loop[1]] = self._named(loop[2])
                collected = []
            elif _CLOSING.fullmatch(part):
                if collected is not None:
                    yield Repeated(tuple(collected))
                collected, left_out = None, False
            elif _ELSE.fullmatch(part):
                left_out = True
            elif part and not part.startswith("{%") and not left_out:
                piece = self._piece(part)
                if collected is None:
                    yield piece
                else:
                    collected.append(piece)

    def _piece(self, part: str) -> Label | Hole | Box:
        if not part.startswith("{{"):
            return Label(part)
        names = _INDEX.sub(r".\1", part.strip("{} ")).split(".")
        match names:
            case ["edition"]:
                return Label(self._edition)
            case ["years", index, "year"]:
                return Label(self._years[int(index)])
            case [("choose" | "mark"), group, option]:
                return Box(self._choices[group], option)
            case [name, *_] if name == COUNTS:
                return Hole(".".join(names))
            case ["years", index, survey, "boxes", option]:
                return Box(f"years.{self._years[int(index)]}.{survey}.conducted", option)
        return Hole(self._named(".".join(names)))

    def _named(self, path: str) -> str:
        """Return a template's name as the path of a field: lists starred, years by themselves."""
        first, _, rest = path.partition(".")
        if first in self._variables:
            path = ".".join(filter(None, (self._variables[first], "*", rest)))
        path = case_field(path) or ""
        return _OF_YEAR.sub(lambda match: f"{match[1]}.{self._years[int(match[2])]}", path)
