"""What the unit has before it: applications in their order, its own words on them, the flaws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.bureau.applicants import applicants
from docgen.bureau.completeness import missing_fields, missing_ranks
from docgen.bureau.duplicates import duplicates
from docgen.bureau.eligibility import ineligible
from docgen.bureau.opinions import Opinions, read_opinions, unknown_companies
from docgen.bureau.quota import over_quota
from docgen.bureau.table import entries
from docgen.findings import DocgenError, Finding, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from docgen.bureau.table import Entry
    from docgen.style.model import Style


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the unit has before it.

    Attributes:
        entries: The applicants in the order in which they are handed on, at least one.
        opinions: What the unit itself knows.
        findings: What is wrong with the applications and with what the unit says.
    """

    entries: tuple[Entry, ...]
    opinions: Opinions
    findings: tuple[Finding, ...]


def gather(
    paths: Sequence[Path],
    style: Style,
    opinions_file: Path | None = None,
    progress: Callable[[str], None] = lambda step: None,
) -> Gathered:
    """Read applications and hold them against each other, the notice and the unit's file.

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
    findings += ineligible(style, found)
    findings += missing_fields(style, listed)
    findings += missing_ranks(style, listed)
    findings += over_quota(style, found, opinions.unit.name or "")
    findings += unknown_companies(opinions, [each.company for each in found])
    return Gathered(tuple(listed), opinions, tuple(findings))


def _nobody() -> Finding:
    message, cure = "没有申报材料。", "请写明案例、填好的申报表，或放着它们的文件夹。"
    return Finding("no-application", message, cure, Place(title="PATH"))
