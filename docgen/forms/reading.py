"""A filled form read: every field that it prints, with the words found in its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from docgen.case.fields import value_kind
from docgen.forms.alignment import aligned
from docgen.forms.cells import cell_values
from docgen.forms.folding import folded, words_of
from docgen.forms.labels import added_to, is_reworded
from docgen.forms.lists import Lists, is_item, says_nothing
from docgen.forms.opinion_place import is_signing
from docgen.forms.template import COUNTS, case_field
from docgen.forms.year_headings import other_years
from docgen.read.rows import control_texts, form_rows

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from docgen.forms.cells import Value
    from docgen.forms.pattern import RowPattern
    from docgen.read import Package
    from docgen.read.rows import FormRow

_SEAL = re.compile("[公盖签]章")
_TICKED = re.compile("[☑☒√✓✔■●]")


@dataclass(frozen=True, slots=True)
class FieldReading:
    """What a form says of a field in one place.

    Attributes:
        path: The field's dotted path; that of a table of figures as its template names it.
        text: The words; "" where the place is empty.
        options: The ticked options of a choice, () for none; None for a field that is written.
        row: The row of the file that it stands in, or None where only a control's tag tells.
        unsure: Nothing in the form parts it from the next field.
    """

    path: str
    text: str
    options: tuple[str, ...] | None = None
    row: FormRow | None = None
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class FormReading:
    """A filled form, read.

    Attributes:
        readings: What it says, in its order; a field that it prints twice stands here twice.
        counts: What it says of how many items its lists have, by ``counts.…``.
        missing: Rows of the pattern with fields that the file does not have.
        extra: Rows of the file, paragraphs too, that the pattern does not have.
        beside: Words added in its rows that stand in no field's place, with their rows.
        signed: Rows without fields for others to sign, that somebody wrote into.
        columns: Columns of its lists that the pattern does not have: heading row and title.
        gone: Columns of the pattern's lists that the file does not have, in the same way.
        years: Headings of years that are not the form's, with the years that the form prints.
        again: The row where the same form begins a second time, or None.
    """

    readings: tuple[FieldReading, ...]
    counts: tuple[FieldReading, ...]
    missing: tuple[RowPattern, ...]
    extra: tuple[FormRow, ...]
    beside: tuple[tuple[FormRow, str], ...] = ()
    signed: tuple[FormRow, ...] = ()
    columns: tuple[tuple[FormRow, str], ...] = ()
    gone: tuple[tuple[FormRow, str], ...] = ()
    years: tuple[tuple[FormRow, str], ...] = ()
    again: FormRow | None = None


def read_fields(package: Package, patterns: Sequence[RowPattern]) -> FormReading:
    """Read a filled document by its pattern: by its labels, and by its controls' tags.

    What is written in a control is taken as it stands there; boxes are read as they look.
    """
    rows = form_rows(package)
    pairs = aligned(patterns, rows)
    if continued := _continued(patterns, rows, pairs):
        rows = continued
        pairs = aligned(patterns, rows)
    by_path: dict[str, list[FieldReading]] = {}
    counts: list[FieldReading] = []
    lists = Lists(patterns, rows, pairs)
    beside: list[tuple[FormRow, str]] = []
    for each in _by_label(patterns, rows, pairs, lists):
        if not each.path and each.row is not None:
            beside.append((each.row, each.text))
            continue
        is_count = each.path.partition(".")[0] == COUNTS
        (counts if is_count else by_path.setdefault(each.path, [])).append(each)
    for path, found in _by_tag(package).items():
        by_path[path] = _joined(found, by_path.get(path, []))
    paired_patterns, paired_rows = {i for i, _ in pairs}, {j for _, j in pairs}
    missing = [each for i, each in enumerate(patterns) if i not in paired_patterns]
    extra = [each for j, each in enumerate(rows) if j not in paired_rows]
    reworded = [(row, each) for row in extra for each in missing if is_reworded(each, row)]
    beside += [(row, text) for row, each in reworded for text in added_to(each, row)]
    printed = {row.number for row, _ in reworded}
    labels = {folded(label) for each in patterns for label in each.labels}
    for_others = [each for each in patterns if each.table and not each.has_fields]
    signed = [row for row in rows if any(_is_written_into(each, row) for each in for_others)]
    return FormReading(
        readings=tuple(each for found in by_path.values() for each in found),
        counts=tuple(counts),
        missing=tuple(each for each in missing if each.has_fields and not each.repeated),
        extra=tuple(
            each
            for each in extra
            if each not in signed and each.number not in printed and not _closes_list(each)
        ),
        beside=tuple(
            (row, text)
            for row, text in beside
            if row not in signed and not all(_is_printed(word, labels) for word in words_of(text))
        ),
        signed=tuple(signed),
        columns=tuple(lists.added()),
        gone=tuple(lists.gone()),
        years=tuple(other_years(patterns, rows)),
        again=_again(patterns, rows, pairs, extra),
    )


def _continued(
    patterns: Sequence[RowPattern], rows: Sequence[FormRow], pairs: Sequence[tuple[int, int]]
) -> list[FormRow]:
    """Return the rows, those put together that the form prints in one; [] where there are none.

    Such a row stands right below its other half, in the same cell at the left, and has words of
    the pattern that the other half lacks; or the one is a label and the other another line of what
    stands behind it, as on covers.
    """
    paired = {j: i for i, j in pairs}
    merged = list(rows)
    for j, i in sorted(paired.items(), reverse=True):
        row, below = rows[j], rows[j + 1] if j + 1 < len(rows) and j + 1 not in paired else None
        if below is None or below.table != row.table or below.cells[0] != row.cells[0]:
            continue
        has, more = "".join(map(folded, row.cells)), "".join(map(folded, below.cells[1:]))
        words = patterns[i].words
        is_line = len(below.cells) == 2 and "".join(words) == folded(below.cells[0])
        if is_line or any(word not in has and word in more for word in words if len(word) > 1):
            cells = (*row.cells[:-1], "\n".join((row.cells[-1], *below.cells[1:])))
            merged[j : j + 2] = [replace(row, cells=cells)]
    return merged if len(merged) < len(rows) else []


def _closes_list(row: FormRow) -> bool:
    return bool(row.table) and says_nothing(row.cells)


def _is_printed(word: str, labels: Collection[str]) -> bool:
    """Say whether a word is one of the form's, or a part of one."""
    return len(word) > 1 and any(word in label for label in labels)


def _is_written_into(pattern: RowPattern, row: FormRow) -> bool:
    """Say whether a row is a place for an opinion (意见) and has one; seal and date are none."""
    text = "".join(map(folded, row.cells))
    labels = pattern.words
    is_there = row.table and labels and labels[0] in text and _SEAL.search("".join(labels))
    if not is_there or is_reworded(pattern, row):
        return False
    lines = [line for cell in row.cells for line in cell.splitlines() if line.strip()]
    own = (line for line in lines if not is_signing(line))
    return not all(is_reworded(pattern, replace(row, cells=(line,))) for line in own)


def _again(
    patterns: Sequence[RowPattern],
    rows: Sequence[FormRow],
    pairs: Sequence[tuple[int, int]],
    extra: Sequence[FormRow],
) -> FormRow | None:
    """Return where the form begins a second time: what is left of the file has most of it."""
    once = {i: rows[j] for i, j in pairs if patterns[i].has_fields and not patterns[i].repeated}
    twice = {i: extra[j] for i, j in aligned(patterns, extra) if i in once}
    if 2 * len(twice) <= len(once):
        return None
    first = min(twice)
    return max(once[first], twice[first], key=lambda row: row.number)


def _by_label(
    patterns: Sequence[RowPattern],
    rows: Sequence[FormRow],
    pairs: Sequence[tuple[int, int]],
    lists: Lists,
) -> Iterator[FieldReading]:
    items: dict[int, int] = {}
    for i, j in pairs:
        pattern, row = patterns[i], rows[j]
        if lists.has_heading(pattern) or (pattern.repeated and not is_item(row.cells)):
            continue
        number = items[i] = items.get(i, -1) + 1
        for value in _row_values(pattern, lists.cells(i, row)):
            path = value.path.replace("*", str(number), 1) if pattern.repeated else value.path
            yield FieldReading(path, value.text, value.options, row, value.unsure)


def _row_values(pattern: RowPattern, cells: Sequence[str]) -> Iterator[Value]:
    """Yield the values of a row: cell by cell, or of the whole where the cells are others."""
    if len(pattern.cells) == len(cells):
        for pieces, text in zip(pattern.cells, cells, strict=True):
            yield from cell_values(pieces, text)
    else:
        yield from cell_values(pattern.pieces, "\n".join(cells))


def _by_tag(package: Package) -> dict[str, list[FieldReading]]:
    """Return what the controls hold, by field; the options of a choice in one reading."""
    found: dict[str, list[FieldReading]] = {}
    for tag, text in control_texts(package):
        path, chosen, option = tag.partition("/")[0].partition("=")
        field = case_field(path)
        if field is None or not (chosen or value_kind(field)):
            # Derived, or a list whose items are read by themselves.
            continue
        if chosen:
            before = found[field][0].options or () if field in found else ()
            options = (*before, option) if _TICKED.search(text) else before
            found[field] = [FieldReading(field, "、".join(options), options)]
        else:
            found.setdefault(field, []).append(FieldReading(field, text.strip()))
    return found


def _joined(by_tag: list[FieldReading], by_label: list[FieldReading]) -> list[FieldReading]:
    """Return what a field's controls and its labels say together, each place once."""
    if by_tag[0].options is not None:
        return by_label or by_tag
    held = [each for each in by_tag if each.text]
    if not held:
        return by_label or by_tag
    rows = [each.row for each in by_label] + [None] * len(held)
    beside = [
        each
        for each in by_label[len(by_tag) :]
        if each.text and not each.unsure and each.text not in {one.text for one in held}
    ]
    return [replace(each, row=row) for each, row in zip(held, rows, strict=False)] + beside
