"""What a table of the unit's still lacks: required cells, ranks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.findings import Finding, Place
from docgen.style.bureau import OWN_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.bureau.opinions import Opinions
    from docgen.bureau.table import Entry
    from docgen.style.bureau import Column, Roster
    from docgen.style.model import Style


def missing_fields(style: Style, entries: Sequence[Entry]) -> Iterator[Finding]:
    """Yield the required cells of the summary that nobody has filled."""
    roster = style.bureau.summary
    clause = style.clause("bureau.summary.columns")
    for entry in entries:
        for column in _required(roster):
            if entry.cell(column) is not None or column.field == "rank":
                continue
            message = f"汇总表要填的“{column.title}”没有。"
            if column.field in OWN_COLUMNS:
                place = Place(file=entry.applicant.file, title=column.title)
                cure = "请写进 --opinions 所指的文件。"
            else:
                place = entry.applicant.place(column.field)
                cure = "请向企业核实，补进申报材料后再汇总。"
            yield Finding("summary-field-missing", message, cure, place, clause=clause)


def missing_ranks(style: Style, entries: Sequence[Entry]) -> Iterator[Finding]:
    """Yield the applicants without a rank where the notice wants them in an order."""
    if not style.bureau.ranked:
        return
    clause = style.clause("bureau.ranked")
    without = [entry.applicant for entry in entries if entry.rank is None]
    if len(without) == len(entries):
        message = "通知要求排序，没有给出任何企业的排序；表中按材料的先后列出。"
        cure = "请在推荐意见文件里写明排序，用 --opinions 指定。"
        yield Finding("rank-missing", message, cure, Place(title="排序"), clause=clause)
        return
    for applicant in without:
        message = f"没有给出“{applicant.company}”的排序，列在已排序的企业之后。"
        cure = "请在推荐意见文件里写明。"
        place = Place(file=applicant.file, title="排序")
        yield Finding("rank-missing", message, cure, place, clause=clause)


def missing_people(style: Style, opinions: Opinions) -> Iterator[Finding]:
    """Yield the required cells of the list of the unit's people that are blank.

    A list without anybody is handed out blank, to be filled in by hand.
    """
    roster = style.bureau.contacts
    for number, person in enumerate(opinions.people):
        if roster is None or person is None:
            continue
        for column in _required(roster):
            if column.field != "number" and not getattr(person, column.field):
                message = f"联络员名单要填的“{column.title}”没有。"
                place = opinions.placing.place("people", number, column.field)
                clause = style.clause("bureau.contacts.columns")
                yield Finding("contact-field-missing", message, "请补上。", place, clause=clause)


def _required(roster: Roster) -> list[Column]:
    return [column for column in roster.columns if column.required]
