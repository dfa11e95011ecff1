"""The plan of a case: one table, an issuer a column, what each still wants of the case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from docgen.case.load import load_case
from docgen.case.model import NarrativeSources
from docgen.case.targets import printed_text
from docgen.check import check_case
from docgen.check.case import aspect_of
from docgen.check.lengths import limited_sections
from docgen.check.problem import Aspect
from docgen.derived import printed_narratives, references_of
from docgen.findings import DocgenError, Severity, has_errors
from docgen.report import SEVERITY_STYLES, print_findings
from docgen.style.load import load_style
from docgen.wordcount import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from docgen.case.load import Case
    from docgen.findings import Finding
    from docgen.style.content import Limit
    from docgen.style.model import Style

_NAME_ROW = "标杆名称"
_ASPECT_ROWS = {
    Aspect.DEADLINE: "截止日期",
    Aspect.ELIGIBILITY: "申报条件",
    Aspect.MISSING: "缺少",
    Aspect.WORDING: "写法",
}
_FINE, _NOT_ASKED, _UNLIMITED = "无问题", "—", "不限"
#: Width of the rows' labels and of one issuer's column on a terminal.
_LABEL_WIDTH, _COLUMN_WIDTH = 10, 15


@dataclass(frozen=True, slots=True)
class _Column:
    """What one issuer wants of the case."""

    style: Style
    case: Case
    findings: list[Finding]

    def of(self, aspect: Aspect) -> list[Finding]:
        return [each for each in self.findings if aspect_of(each.code) is aspect]


def print_plan(case_path: Path, style_names: Sequence[str]) -> int:
    """Print what each issuer still wants of a case; return how many find an error.

    Raises:
        DocgenError: If the case cannot be read.
    """
    styles = [load_style(name) for name in style_names]
    columns = [_column(case_path, style) for style in styles]
    readable = [column for column in columns if isinstance(column, _Column)]
    if not readable:
        raise next(each for each in columns if isinstance(each, DocgenError))
    console = Console(highlight=False)
    # Where the terminal is narrow, the issuers stand in several tables below one another.
    across = max((console.width - _LABEL_WIDTH) // _COLUMN_WIDTH, 1)
    for start in range(0, len(readable), across):
        console.print(_table(readable[start : start + across]))
    failed = 0
    for style, column in zip(styles, columns, strict=True):
        findings = column.findings
        failed += has_errors(findings)
        if findings:
            Console(stderr=True, highlight=False).print(Text(style.title, "bold underline"))
            print_findings(findings, str(case_path))
    return failed


def _table(columns: list[_Column]) -> Table:
    table = Table(box=box.HORIZONTALS, show_lines=True, pad_edge=False)
    table.add_column("", no_wrap=True)
    for column in columns:
        table.add_column(f"{column.style.title}\n{column.style.name}", overflow="fold")
    for label, cells in _rows(columns):
        table.add_row(label, *cells)
    return table


def _column(case_path: Path, style: Style) -> _Column | DocgenError:
    """Return what an issuer wants, or why the case cannot be read as it is to see it."""
    try:
        case = load_case(case_path, style.name)
    except DocgenError as error:
        return error
    return _Column(style, case, [*case.findings, *check_case(case, style)])


def _rows(columns: list[_Column]) -> Iterator[tuple[str, list[Text]]]:
    for aspect, label in _ASPECT_ROWS.items():
        if aspect is Aspect.WORDING:
            yield from _length_rows(columns)
        yield label, [_aspect_cell(column, aspect) for column in columns]


def _aspect_cell(column: _Column, aspect: Aspect) -> Text:
    found = column.of(aspect)
    cell = Text("\n").join(
        Text(each.place.title or each.message, SEVERITY_STYLES[each.severity])
        for each in sorted(found, key=lambda each: list(Severity).index(each.severity))
    )
    if aspect is Aspect.DEADLINE:
        return _deadline_cell(column, late=bool(found))
    return cell if found else Text(_FINE)


def _deadline_cell(column: _Column, *, late: bool) -> Text:
    deadline, applied = column.style.dates.deadline, column.case.facts.application_date
    if deadline is None:
        return Text(_NOT_ASKED)
    cell = Text(str(deadline))
    if late:
        style = SEVERITY_STYLES[Severity.ERROR]
        cell.append(f"\n申报 {applied}\n已过 {(applied - deadline).days} 天", style)
    return cell


def _length_rows(columns: list[_Column]) -> Iterator[tuple[str, list[Text]]]:
    """Yield a row for the name and for each section that at least one issuer prints."""
    yield _NAME_ROW, [_name_cell(column) for column in columns]
    lengths = [dict(_section_cells(column)) for column in columns]
    for key, field in NarrativeSources.model_fields.items():
        if any(key in cells for cells in lengths):
            yield str(field.title), [cells.get(key, Text(_NOT_ASKED)) for cells in lengths]


def _name_cell(column: _Column) -> Text:
    limit = column.style.experience_name.limit
    found = count(column.case.facts.experience.name).words
    if limit is None:
        return _unlimited(found)
    inferred = column.style.source(f"experience_name.limit.{limit.kind}").inferred
    pointer = column.case.locator.place("experience", "name").pointer
    return _length_cell(column, pointer, found, limit, inferred=inferred)


def _unlimited(found: int) -> Text:
    return Text(f"{found} 字").append(f"\n{_UNLIMITED}", "dim")


def _section_cells(column: _Column) -> Iterator[tuple[str, Text]]:
    references = references_of(column.case, column.style)
    for key, narrative in printed_narratives(column.case, column.style):
        yield key, _unlimited(count(printed_text(narrative, references)).words)
    for section in limited_sections(column.case, column.style):
        key = section.field.rpartition(".")[2]
        least = section.limit.min
        too_few = least is not None and section.found.han < least
        found = section.found.han if too_few else section.found.words
        pointer = column.case.places[key].pointer
        yield key, _length_cell(column, pointer, found, section.limit, inferred=section.inferred)


def _length_cell(
    column: _Column, pointer: str, found: int, limit: Limit, *, inferred: bool
) -> Text:
    """Return the length found, what it is over or under by, and the limit."""
    severities = {
        each.severity
        for each in column.of(Aspect.LENGTH)
        if each.place.pointer == pointer and each.severity is not Severity.NOTE
    }
    style = SEVERITY_STYLES[min(severities, key=list(Severity).index)] if severities else ""
    over = found - (limit.about or limit.max or found)
    under = (limit.about or limit.min or found) - found
    cell = Text(f"{found} 字", style)
    if severities and max(over, under) > 0:
        cell.append(f"，超 {over}" if over > 0 else f"，少 {under}", style)
    return cell.append(f"\n{'推定 ' if inferred else ''}{limit.printed}", "dim")
