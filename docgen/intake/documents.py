"""One Word file of a company's, read as one of the issuer's documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.check.word.names import name_parts
from docgen.check.word.reading import read_for
from docgen.findings import Finding, Place, Severity
from docgen.forms import FieldReading, form_pattern, read_fields
from docgen.forms.cover import cover_pattern
from docgen.intake.tables import with_figures
from docgen.intake.values import Taken, taken_values
from docgen.read import open_package
from docgen.read.rows import FormRow
from docgen.style.documents import Cover, Form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading
    from docgen.forms import FormReading
    from docgen.style.model import Style


@dataclass(frozen=True, slots=True)
class Received:
    """A Word file, taken in.

    Attributes:
        file: Its name for messages.
        document: Key of the document that it is in the style.
        taken: The fields that it says, with their places.
        omitted: Table of figures → titles of the printed rows that the form does not have.
        findings: What could not be read.
    """

    file: str
    document: str
    taken: tuple[Taken, ...]
    omitted: dict[str, list[str]]
    findings: tuple[Finding, ...]


def receive(data: bytes, file: str, style: Style, document: str | None = None) -> Received:
    """Read a Word file as one of a style's documents.

    Args:
        data: The file.
        file: Its name for messages.
        style: The style.
        document: Key of the document that it is, or None to tell from what it says.

    Raises:
        DocgenError: If it cannot be read, or is none of the style's documents.
    """
    package = open_package(data, file)
    reading = read_for(package, style, document)
    spec = style.documents[reading.document]
    omitted: dict[str, list[str]] = {}
    lost: list[Finding] = []
    offered: dict[str, int] = {}
    readings: list[FieldReading] = []
    if isinstance(spec, Form):
        form = read_fields(package, form_pattern(style, spec))
        lost = list(_lost(form, file))
        readings, omitted = with_figures(form.readings, style, spec)
        offered = {choice.field: len(style.options_of(choice)) for choice in spec.choices.values()}
    elif isinstance(spec, Cover):
        readings = list(read_fields(package, cover_pattern(style, spec)).readings)
    if reading.narrative is not None:
        readings += _title(reading)
    taken, findings = taken_values(readings, offered, file)
    return Received(file, reading.document, tuple(taken), omitted, (*lost, *findings))


def _title(reading: Reading) -> list[FieldReading]:
    """Return the experience's name as a narrative's title or section says it."""
    parts = name_parts(reading)
    if not parts:
        return []
    text = "".join(part.text for part in parts)
    row = FormRow(parts[0].line.number, 0, (text,))
    return [FieldReading("experience.name", text, row=row)]


def _lost(form: FormReading, file: str) -> Iterator[Finding]:
    """Yield what a form lacks of its issuer's, and what somebody added to it."""
    for pattern in form.missing:
        labels = "、".join(" ".join(label.split()) for label in pattern.labels if label.strip())
        message = f"表里没有这一栏：{labels}。"
        cure = "请核对是不是发文机关的表格；这一栏的内容请在案例里填写。"
        yield Finding("form-row-missing", message, cure, Place(file), Severity.WARNING)
    for row in form.extra:
        message = f"这一行不是申报表里的栏目，没有读入：“{row.text}”。"
        place = Place(file=file, title=f"第 {row.number} 行")
        cure = "有用的内容请在案例里填写。"
        yield Finding("form-row-extra", message, cure, place, Severity.WARNING)
