"""One Word file of a company's, read as one of the issuer's documents."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from docgen.case.statements import statements_in, statements_in_table
from docgen.check.word.names import name_parts
from docgen.check.word.reading import read_for
from docgen.check.word.slip import place_title
from docgen.findings import DocgenError, Finding, Place
from docgen.forms import FieldReading, form_pattern, read_fields
from docgen.forms.cover import cover_pattern
from docgen.intake.lost import in_margins, lost_in, without_list
from docgen.intake.tables import with_figures
from docgen.intake.values import Taken, short, taken_values
from docgen.read import open_package
from docgen.read.ooxml import w
from docgen.read.rows import FormRow, form_rows
from docgen.style.documents import Cover, Form, Spine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.statements import Statement
    from docgen.check.word.reading import Reading
    from docgen.read import Package
    from docgen.style.model import Style

#: Where a company seals a promise: forms leave room there, and companies type their names in.
_SEALED = re.compile(
    r"(?:企业|单位)名称\s*(?:[（(](?:盖章|公章)[)）]\s*[：:]|[：:]\s*[（(](?:盖章|公章)[)）])\s*(\S+)"
)
_CREDIT_CODE = re.compile(r"统一社会信用代码[为是：:]?\s*([0-9A-Z]{18})")


@dataclass(frozen=True, slots=True)
class Received:
    """A Word file, taken in.

    Attributes:
        file: Its name for messages.
        document: Key of the document that it is in the style.
        taken: The fields that it says, with their places.
        omitted: Table of figures → titles of the printed rows that the form does not have.
        counts: What it says of how many items its lists have, by ``counts.…``.
        stated: The figures of the company that its text states, with their places.
        findings: What could not be read.
    """

    file: str
    document: str
    taken: tuple[Taken, ...]
    omitted: dict[str, list[str]]
    counts: tuple[FieldReading, ...]
    stated: tuple[tuple[Statement, Place], ...]
    findings: tuple[Finding, ...]


def receive(data: bytes, file: str, style: Style, document: str | None = None) -> Received:
    """Read a Word file as one of a style's documents.

    Args:
        data: The file.
        file: Its name for messages.
        style: The style.
        document: Key of the document that it is, or None to tell from what it says.

    Raises:
        DocgenError: If it cannot be read, is none of the style's documents, or holds the same form
            twice.
    """
    package = open_package(data, file)
    reading = read_for(package, style, document)
    spec = style.documents[reading.document]
    omitted: dict[str, list[str]] = {}
    lost: list[Finding] = []
    offered: dict[str, int] = {}
    readings: list[FieldReading] = []
    counts: tuple[FieldReading, ...] = ()
    if isinstance(spec, Form):
        form = read_fields(package, form_pattern(style, spec))
        if form.again is not None:
            raise DocgenError([_twice(spec.name, form.again, file)])
        lost = list(lost_in(form, _own_rows(reading), file))
        counts = form.counts
        readings, omitted = with_figures(form.readings, style, spec)
        readings = [*readings, *_sealed_names(reading)]
        offered = {choice.field: len(style.options_of(choice)) for choice in spec.choices.values()}
    elif isinstance(spec, Cover):
        cover = read_fields(package, cover_pattern(style, spec))
        # A long name takes several ruled lines.
        readings = [replace(each, text="".join(each.text.splitlines())) for each in cover.readings]
    elif isinstance(spec, Spine):
        readings = [FieldReading(spec.field, line.text) for line in reading.manuscript.lines]
    if reading.narrative is not None:
        readings += [*_title(reading), *_credit_codes(reading)]
    taken, findings = taken_values(readings, offered, file)
    if isinstance(spec, Form):
        names = (each.name for each in style.documents.values())
        honours = (style.full_honour, style.honour, "申报材料")
        known = (*honours, *names, *(each.text for each in taken))
        lost += in_margins(package, known, file)
    lost += without_list(counts, {each.path.partition(".")[0] for each in taken}, file)
    stated = tuple(_stated(reading, package, file)) if reading.narrative else ()
    return Received(
        file, reading.document, tuple(taken), omitted, counts, stated, (*lost, *findings)
    )


def _own_rows(reading: Reading) -> list[FormRow]:
    """Return the rows of a form, those that print no text too, without a narrative behind it."""
    narrated = {part.line.element for part in reading.parts if part.role != "form"}
    return [
        row
        for row in form_rows(reading.manuscript.package, empty=True)
        if row.element is None or narrated.isdisjoint(row.element.iter(w("p")))
    ]


def _twice(name: str, row: FormRow, file: str) -> Finding:
    message = f"文件里有两份{name}，没有读入；第二份从这里的“{short(row.text)}”开始。"
    cure = "请把两份分存为两个文件，或删去多余的一份，再读一次。"
    return Finding("form-twice", message, cure, Place(file, title=row.place))


def _title(reading: Reading) -> list[FieldReading]:
    """Return the experience's name as a narrative's title or section says it."""
    parts = name_parts(reading)
    if not parts:
        return []
    text = "".join(part.text for part in parts)
    row = FormRow(parts[0].line.number, 0, (text,))
    return [FieldReading("experience.name", text, row=row)]


def _sealed_names(reading: Reading) -> Iterator[FieldReading]:
    """Yield the company's name where it is typed beside the place for the seal."""
    for line in reading.manuscript.lines:
        if match := _SEALED.fullmatch(line.text.strip()):
            row = FormRow(line.number, 0, (line.text,))
            yield FieldReading("company.name", match[1], row=row)


def _credit_codes(reading: Reading) -> Iterator[FieldReading]:
    """Yield what a text says behind the words 统一社会信用代码."""
    for part in reading.parts:
        if match := _CREDIT_CODE.search(part.line.text):
            row = FormRow(part.line.number, 0, (part.line.text,))
            yield FieldReading("company.credit_code", match[1], row=row)


def _stated(reading: Reading, package: Package, file: str) -> Iterator[tuple[Statement, Place]]:
    """Yield the figures of the company that a file's running text and its own tables state."""
    for part in (each for each in reading.parts if not each.line.table):
        place = Place(file=file, title=place_title(part.line))
        yield from ((each, place) for each in statements_in(part.line.text))
    for number, rows in groupby(form_rows(package), key=lambda row: row.table):
        table = list(rows) if number else []
        for statement in statements_in_table([row.cells for row in table]):
            yield statement, Place(file=file, title=f"第 {number} 张表")
