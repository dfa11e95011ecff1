"""What of a filled form no field of the case takes: each told with its place, nothing is lost."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from docgen.case.counts import COUNTS
from docgen.case.fields import title_at
from docgen.findings import Finding, Place, Severity
from docgen.forms.choices import has_tick
from docgen.forms.folding import folded
from docgen.forms.opinion_place import is_signing
from docgen.forms.pattern import RowPattern
from docgen.forms.year_headings import years_in
from docgen.intake.values import row_place, short
from docgen.read.unread import deleted_rows, passed_over, read_as_text, text_in_margins

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from docgen.forms import FieldReading, FormReading
    from docgen.read import Package
    from docgen.read.rows import FormRow

_QUOTED = 100
_FILL_IN = "有用的内容请在案例里填写。"
#: Lines that say nothing of the company: which annex it is, a page's number, a ruled line.
_TRIFLE = re.compile(r"(?:附[件表]?|第|共|页|[Pp]age|of|[\d\W_])*")
_DIGIT = re.compile(r"[1-9]")


def lost_in(form: FormReading, rows: Sequence[FormRow], file: str) -> Iterator[Finding]:
    """Yield what a form lacks of its issuer's, what somebody added, and what cannot be read.

    Args:
        form: What was read of it.
        rows: Its rows, those that print no text included; those of a narrative behind it left out.
        file: Its name for messages.
    """
    for pattern in form.missing:
        cells = (RowPattern((cell,)).labels for cell in pattern.cells)
        labels = "、".join(filter(None, (" ".join("".join(cell).split()) for cell in cells)))
        message = f"表里没有这一栏：{labels}。"
        cure = "请核对是不是发文机关的表格；这一栏的内容请在案例里填写。"
        yield _warning("form-row-missing", message, cure, Place(file))
    for row, title in form.gone:
        message = f"明细表里没有“{short(title)}”这一列。"
        cure = "这一列的内容请在案例里逐项填写。"
        yield _warning("form-column-missing", message, cure, Place(file, title=row.place))
    for row, title in form.columns:
        message = f"“{short(title)}”这一列不是申报表里的，没有读入。"
        yield _warning("form-column-extra", message, _FILL_IN, Place(file, title=row.place))
    yield from _beside_labels(form, file)
    for row, printed in form.years:
        here = "、".join(years_in(row.cells))
        message = f"表头的年份是{here}，申报表是{printed}；各年的数按申报表的次序读入，年份对不上。"
        cure = "请核对案例里各年的数据。"
        yield Finding("form-years-differ", message, cure, Place(file, title=row.place))
    numbers = {row.number for row in rows}
    yield from _added(form.extra, numbers, file)
    for row in form.signed:
        message = f"这里写了意见，不是案例的内容，没有读入：“{_quoted(row.text)}”。"
        place = Place(file, title=row.place)
        yield Finding("form-opinion-unread", message, "无需处理。", place, Severity.NOTE)
    for row in rows:
        yield from _beside_text(row, file)
    yield from _deleted(rows, file)


def in_margins(package: Package, known: Iterable[str], file: str) -> Iterator[Finding]:
    """Yield what a form's headers and footers say beside page numbers: no field is printed there.

    Args:
        package: The form.
        known: What is known of it already: the honour, the documents' names, what was read.
        file: Its name for messages.
    """
    found = text_in_margins(package)
    folds = {folded(each) for each in known}
    rests = {text: _without(folded(text), folds) for text in found}
    if said := [text for text, rest in rests.items() if not _is_trifle(rest)]:
        message = f"页眉、页脚里有“{_quoted('；'.join(said))}”，没有读入。"
        yield _warning("form-content-unread", message, _FILL_IN, Place(file, title="页眉页脚"))


def without_list(
    counts: Iterable[FieldReading], listed: Iterable[str], file: str
) -> Iterator[Finding]:
    """Yield the numbers of items that stand in a form without the items.

    Args:
        counts: What the form says of how many items its lists have.
        listed: The lists that it has items of.
        file: Its name for messages.
    """
    held = set(listed)
    stated: dict[str, list[FieldReading]] = {}
    for each in counts:
        count = COUNTS.get(each.path.partition(".")[2])
        if count and count.list not in held and _DIGIT.search(each.text):
            stated.setdefault(count.list, []).append(each)
    for name, found in stated.items():
        title = title_at(name)
        numbers = "、".join(dict.fromkeys(each.text.strip() for each in found))
        yield _warning(
            "count-without-list",
            f"这里写了{title}的件数（{numbers}），没有明细，没有读入：案例里只记明细，件数由它数出。",
            f"请在案例的“{title}”里逐项填写。",
            row_place(found[0], file),
        )


def _added(extra: Iterable[FormRow], numbers: set[int], file: str) -> Iterator[Finding]:
    """Yield the rows that are none of the form's, neighbours in one finding."""
    told = [
        each for each in extra if each.number in numbers and not _is_trifle("\n".join(each.cells))
    ]
    for _, group in groupby(
        enumerate(told), lambda each: (each[1].table, each[1].number - each[0])
    ):
        first, *others = (row for _, row in group)
        text = "；".join(row.text for row in (first, *others))
        what = f"这里有 {len(others) + 1} 行" if others else "这一行"
        message = f"{what}不是申报表里的栏目，没有读入：“{_quoted(text)}”。"
        place = Place(file, title=f"{first.place}起" if others else first.place)
        yield _warning("form-row-extra", message, _FILL_IN, place)


def _beside_labels(form: FormReading, file: str) -> Iterator[Finding]:
    """Yield the words and ticks that stand in no field's place; who signs is none of a case's."""
    beside: dict[str, FormRow] = {}
    for row, text in form.beside:
        if said := _not_signing(row, text):
            # A cell that spans several rows says it in each.
            beside.setdefault(said, row)
    for text, row in beside.items():
        place = _place_of(row, file)
        if has_tick(text):
            message = f"勾选的不是申报表里的选项，没有读入：“{_quoted(text)}”。"
            yield _warning("form-choice-unread", message, "请在案例里填写这一项。", place)
        else:
            message = f"“{_quoted(text)}”不是申报表里的字，也不在填写的地方，没有读入。"
            yield _warning("form-words-extra", message, _FILL_IN, place)


def _place_of(row: FormRow, file: str) -> Place:
    return Place(file, title=f"{row.place}“{short(row.text)}”" if row.text else row.place)


def _quoted(text: str) -> str:
    return f"{text[:_QUOTED]}…" if len(text) > _QUOTED else text


def _without(text: str, known: Iterable[str]) -> str:
    for each in sorted(known, key=len, reverse=True):
        text = text.replace(each, "") if each else text
    return text


def _not_signing(row: FormRow, text: str) -> str:
    """Return a text without the lines in which somebody signs, or that say nothing."""
    lines = [line for cell in row.cells for line in cell.splitlines()]
    told = (
        said
        for said in map(str.strip, text.splitlines())
        if said and not any(said in line and is_signing(line) for line in lines)
    )
    return "\n".join(said for said in told if not _is_trifle(said))


def _is_trifle(text: str) -> bool:
    return all(_TRIFLE.fullmatch(folded(line)) or is_signing(line) for line in text.splitlines())


def _beside_text(row: FormRow, file: str) -> Iterator[Finding]:
    if row.element is None:
        return
    place = _place_of(row, file)
    if unread := passed_over(row.element):
        message = f"这里有{'、'.join(unread)}，没有读入。"
        cure = f"请打开文件看这一处；{_FILL_IN}"
        yield _warning("form-content-unread", message, cure, place)
    if doubtful := read_as_text(row.element):
        message = f"这里有{'、'.join(doubtful)}，当作正常的文字读入了。"
        cure = "请核对读入的值；不要的文字请在案例里删去。"
        yield _warning("form-content-doubtful", message, cure, place)


def _deleted(rows: Sequence[FormRow], file: str) -> Iterator[Finding]:
    """Yield the rows that somebody has deleted in tracked changes, table by table."""
    tables = {
        each.table: each.element.getparent()
        for each in rows
        if each.table and each.element is not None
    }
    for number, table in tables.items():
        if table is not None and (gone := deleted_rows(table)):
            message = f"修订中删去了 {len(gone)} 行，没有读入：“{_quoted('；'.join(gone))}”。"
            cure = "请在 Word 里接受或拒绝修订；要留的内容请在案例里填写。"
            yield _warning("form-content-unread", message, cure, Place(file, title=f"表 {number}"))


def _warning(code: str, message: str, cure: str, place: Place) -> Finding:
    return Finding(code, message, cure, place, Severity.WARNING)
