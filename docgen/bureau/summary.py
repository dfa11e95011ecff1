"""The summary (汇总): what the unit hands on, in one pass from files to tables.

`summarise` names every step and does none of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.bureau.completeness import missing_people
from docgen.bureau.gathering import gather
from docgen.bureau.table import contact_rows, summary_rows
from docgen.compose.sheet import UnitFacts, compose_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from docgen.bureau.applicants import Applicant
    from docgen.document import Sheet
    from docgen.findings import Finding
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
    gathered = gather(paths, style, opinions_file, progress)
    opinions, findings = gathered.opinions, list(gathered.findings)
    unit = UnitFacts(
        opinions.unit.name or "",
        opinions.unit.contact or "",
        opinions.unit.phone or "",
        opinions.unit.date,
    )
    rows = summary_rows(style.bureau.summary, gathered.entries)
    sheets = {SUMMARY: compose_sheet(style, style.bureau.summary, unit, rows)}
    if style.bureau.contacts is not None:
        findings += missing_people(style, opinions)
        people = contact_rows(style.bureau.contacts, opinions.people)
        sheets[CONTACTS] = compose_sheet(style, style.bureau.contacts, unit, people)
    return Summary(tuple(each.applicant for each in gathered.entries), sheets, tuple(findings))
