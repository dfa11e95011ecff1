"""Readings of a Word file as the values of a case, and what of them could not be taken over."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from docgen.case.fields import is_list_field, title_at, value_kind
from docgen.case.model import Facts
from docgen.case.text import printable
from docgen.findings import Finding, Place, Severity
from docgen.forms.folding import folded
from docgen.intake.cleaning import is_stand_in, printable_words, with_phones_parted
from docgen.intake.places import parted_place
from docgen.intake.typed import KINDS, NotThatKind, chosen, typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from docgen.forms import FieldReading

#: The lines of a text of several paragraphs, each read by itself.
_NUMBERED_LINE = re.compile(r"(.+)\.\d+")
_PLACE, _DISTRICT = "company.registered_place", "company.district"
_INDUSTRY, _DIGIT = "company.industry.name", re.compile(r"\d")
_SHOWN = 24


class Taken(NamedTuple):
    """A field taken over from a file.

    Attributes:
        path: The field's dotted path.
        value: Its value as a case writes it.
        text: The words it was read from.
        place: Where they stand.
    """

    path: str
    value: Any
    text: str
    place: Place


def taken_values(
    readings: Sequence[FieldReading], offered: Mapping[str, int], file: str
) -> tuple[list[Taken], list[Finding]]:
    """Return the fields that a file's readings give, and what could not be read.

    Args:
        readings: What the file says.
        offered: Field → how many options the form offers for it.
        file: The file's name for messages.
    """
    taken: list[Taken] = []
    findings: list[Finding] = []
    empty: dict[str, Finding] = {}
    for written in with_phones_parted(_parted(_with_paragraphs(readings))):
        place = row_place(written, file)
        each, noticed = printable_words(written, place)
        findings += noticed
        if is_stand_in(each):
            empty.setdefault(each.path, _not_filled_in(each, place))
            continue
        if each.unsure and each.text:
            findings.append(_unsure(each, place))
        try:
            if each.options is None:
                value = typed(each.path, each.text)
            else:
                value = chosen(each.path, each.options, offered=offered.get(each.path, 0))
        except NotThatKind:
            findings.append(_unread(each, place))
            continue
        if value is not None:
            taken.append(Taken(each.path, value, each.text, place))
    # 本公司 in a sentence is no matter where the name stands in its own place.
    found = {each.path for each in taken}
    return taken, [*findings, *(each for path, each in empty.items() if path not in found)]


def differing(taken: Iterable[Taken]) -> Iterator[Finding]:
    """Yield a warning for every field that is said in two places in two ways; it names both."""
    for path, (first, *others) in _by_path(taken).items():
        other = next((each for each in others if not _same(each, first)), None)
        if other is None:
            continue
        where = place_from(first.place, other.place)
        yield Finding(
            "values-differ",
            f"{title_at(*path.split('.'))}在这里是“{short(other.text)}”，"
            f"在{where}是“{short(first.text)}”。",
            "请核对，改成一致。",
            other.place,
            Severity.WARNING,
        )


def place_from(place: Place, other: Place) -> str:
    """Return a place as one says it from another: the file is left out where it is the same."""
    if place.file == other.file:
        return place.title
    path, beside = Path(place.file), Path(other.file)
    return f"《{path.name if path.parent == beside.parent else path}》{place.title}"


def row_place(reading: FieldReading, file: str) -> Place:
    """Return where a file says a field: its row, or the field's name where a tag alone tells."""
    if reading.row is None:
        return Place(file=file, title=title_at(*reading.path.split(".")))
    return Place(file=file, title=f"{reading.row.place}“{short(reading.row.text)}”")


def case_of(taken: Iterable[Taken]) -> dict[str, Any]:
    """Return the fields as a case file has them; of a field said twice the first counts."""
    tree: dict[str, Any] = {}
    for path, (first, *_) in _by_path(taken).items():
        *groups, name = path.split(".")
        group = tree
        for step in groups:
            group = group.setdefault(step, {})
        group[name] = first.value
    return {name: _with_lists(tree[name], name) for name in Facts.model_fields if name in tree}


def _same(one: Taken, other: Taken) -> bool:
    if value_kind(one.path) in (int, Decimal):
        # 6200.00 is kept as it was typed, in quotes.
        return Decimal(str(one.value)) == Decimal(str(other.value))
    if isinstance(one.value, str) and isinstance(other.value, str):
        return folded(one.value) == folded(other.value)
    return bool(one.value == other.value)


def _by_path(taken: Iterable[Taken]) -> dict[str, list[Taken]]:
    found: dict[str, list[Taken]] = {}
    for each in taken:
        found.setdefault(each.path, []).append(each)
    return found


def _with_lists(value: Any, path: str) -> Any:
    """Return a group with its lists as lists; an item that says nothing of itself goes."""
    if not isinstance(value, dict):
        return value
    if is_list_field(path):
        numbers = sorted(value, key=int)
        return [_with_lists(value[number], f"{path}.{number}") for number in numbers]
    return {key: _with_lists(item, f"{path}.{key}") for key, item in value.items()}


def _with_paragraphs(readings: Sequence[FieldReading]) -> Iterator[FieldReading]:
    """Yield the readings, the lines of one text joined."""
    for base, group in groupby(readings, key=lambda each: _text_of(each.path)):
        if base:
            lines = list(group)
            yield replace(lines[0], path=base, text="\n".join(each.text for each in lines))
        else:
            yield from group


def _parted(readings: Iterable[FieldReading]) -> Iterator[FieldReading]:
    """Yield the readings; a place and its district that a form prints in one are parted."""
    district = ""
    for each in readings:
        if each.unsure and each.path == _PLACE:
            city, district = parted_place(each.text)
            yield replace(each, text=city, unsure=False)
        elif each.unsure and each.path == _DISTRICT:
            yield replace(each, text=district, unsure=False)
        elif each.unsure and each.path == _INDUSTRY and not _DIGIT.search(each.text):
            # Its code was left out.
            yield replace(each, unsure=False)
        else:
            yield each


def _text_of(path: str) -> str:
    """Return the field of several paragraphs that a path is one line of, or ""."""
    match = _NUMBERED_LINE.fullmatch(path)
    return match[1] if match and value_kind(match[1]) is str else ""


def _not_filled_in(reading: FieldReading, place: Place) -> Finding:
    title = title_at(*reading.path.split("."))
    message = f"“{title}”没有填写，写的是“{short(reading.text)}”。"
    cure = "请问清后在案例里填写这一项。"
    return Finding("field-not-filled-in", message, cure, place, Severity.WARNING)


def _unread(reading: FieldReading, place: Place) -> Finding:
    title = title_at(*reading.path.split("."))
    if reading.options is not None:
        message = f"“{title}”勾选了{'、'.join(reading.options)}，只能有一项，没有读入。"
    else:
        kind = KINDS.get(value_kind(reading.path) or str, "可选的值")
        message = f"“{title}”写着“{short(reading.text)}”，不是{kind}，没有读入。"
    return Finding("field-unread", message, "请在案例里手工填写这一项。", place, Severity.WARNING)


def _unsure(reading: FieldReading, place: Place) -> Finding:
    title = title_at(*reading.path.split("."))
    message = f"“{title}”和后一项写在一起，没有分开：“{short(reading.text)}”。"
    return Finding("field-not-parted", message, "请在案例里把两项分开。", place, Severity.WARNING)


def short(text: str) -> str:
    """Return the beginning of a text on one line, for quoting it."""
    line = " ".join(printable(text).split())
    return f"{line[:_SHOWN]}…" if len(line) > _SHOWN else line
