"""Findings (问题): what is wrong, where, and what cures it.

A finding is data until the edge: the command line and the manifest turn it into text, and nothing
ever parses that text. Errors that stop the work carry their findings with them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Severity(StrEnum):
    """How bad a finding is: an error stops the work, a warning is printed, a note is recorded."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding was made.

    Attributes:
        file: The file as the user named it, or "".
        pointer: JSON pointer into the case (RFC 6901), e.g. ``/contact/mobile``, or "".
        title: The Chinese title of the field or part, e.g. 联系人 / 手机.
        line: 1-based line in a text file, or None.
        column: 1-based column in that line, or None.
    """

    file: str = ""
    pointer: str = ""
    title: str = ""
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One defect.

    Attributes:
        code: Stable kebab-case name of the defect, e.g. ``missing-field``.
        message: What was found, in Chinese, one sentence.
        cure: What to do about it, in Chinese.
        place: Where.
        severity: How bad.
        clause: The clause that asks for it, e.g. 附件3 一（二）, or "".
    """

    code: str
    message: str
    cure: str
    place: Place = field(default_factory=Place)
    severity: Severity = Severity.ERROR
    clause: str = ""


def finding_data(finding: Finding) -> dict[str, object]:
    """Return a finding as plain data, for JSON."""
    place = finding.place
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "file": place.file,
        "field": place.title,
        "pointer": place.pointer,
        "message": finding.message,
        "cure": finding.cure,
        "clause": finding.clause,
    }


class DocgenError(Exception):
    """Work that cannot go on, with every finding that stopped it."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        """Keep the findings; the exception's own text is for logs only."""
        self.findings: tuple[Finding, ...] = tuple(findings)
        super().__init__("; ".join(finding.code for finding in self.findings))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Say whether one of the findings is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def stop_on_errors(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings if none is an error.

    Raises:
        DocgenError: With all the findings, if at least one is an error.
    """
    collected = list(findings)
    if has_errors(collected):
        raise DocgenError(collected)
    return collected


def counted(findings: Sequence[Finding]) -> str:
    """Return how many there are in words: 2 处错误、3 处提醒; "" for none."""
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    others = len(findings) - errors
    parts = (f"{errors} 处错误" if errors else "", f"{others} 处提醒" if others else "")
    return "、".join(filter(None, parts))
