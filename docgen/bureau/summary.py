"""The summary (汇总): what the unit hands on, in one pass from files to tables.

`summarise` names every step and does none of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.bureau.applicants import Applicant, applicants
from docgen.bureau.completeness import missing_fields, missing_people, missing_ranks
from docgen.bureau.duplicates import duplicates
from docgen.bureau.opinions import Opinions, read_opinions, unknown_companies
from docgen.bureau.quota import over_quota
from docgen.bureau.table import contact_rows, entries, summary_rows
from docgen.compose.sheet import UnitFacts, compose_sheet
from docgen.findings import DocgenError, Finding, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from docgen.document import Sheet
    from docgen.style.model import Style

#: The keys of the tables, as documents have them.
SUMMARY, CONTACTS = "summary", "contacts"


@dataclass(frozen=True, slots=True)
class Summary:
    """What the unit hands on.

    Attributes:
        applicants: The applicants in the order of the table.
        sheets: Key → table: the summary and, where the notice wants one, the list of people.
        findings: What is wrong with the applications and with what the unit says.
    """

    applicants: tuple[Applicant, ...]
    sheets: dict[str, Sheet]
    findings: tuple[Finding, ...]


def summarise(
    paths: Sequence[Path],
    style: Style,
    opinions_file: Path | None = None,
    progress: Callable[[str], None] = lambda step: None,
) -> Summary:
    """Read applications and make the unit's tables of them.

    Args:
        paths: Cases, Word files and folders of them.
        style: The style.
        opinions_file: What the unit itself knows, or None.
        progress: Told the name of each file.

    Raises:
        DocgenError: If there is no application at all, or the unit's file cannot be read.
    """
    opinions, findings = Opinions(), list[Finding]()
    if opinions_file is not None:
        opinions, findings = read_opinions(opinions_file)
    found, noticed = applicants(paths, style, progress)
    findings = [*noticed, *findings]
    if not found:
        raise DocgenError(findings or [_nobody()])
    listed = entries(found, opinions)
    findings += duplicates(found)
    findings += missing_fields(style, listed)
    findings += missing_ranks(style, listed)
    findings += over_quota(style, found, opinions.unit.name or "")
    findings += unknown_companies(opinions, [each.company for each in found])
    unit = UnitFacts(
        opinions.unit.name or "",
        opinions.unit.contact or "",
        opinions.unit.phone or "",
        opinions.unit.date,
    )
    rows = summary_rows(style.bureau.summary, listed)
    sheets = {SUMMARY: compose_sheet(style, style.bureau.summary, unit, rows)}
    if style.bureau.contacts is not None:
        findings += missing_people(style, opinions)
        people = contact_rows(style.bureau.contacts, opinions.people)
        sheets[CONTACTS] = compose_sheet(style, style.bureau.contacts, unit, people)
    return Summary(tuple(each.applicant for each in listed), sheets, tuple(findings))


def _nobody() -> Finding:
    message, cure = "没有可汇总的申报材料。", "请写明案例、填好的申报表，或放着它们的文件夹。"
    return Finding("no-application", message, cure, Place(title="PATH"))
