"""Findings as text: grouped by file and by severity, the cure in the same line."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from docgen.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAMES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"}
#: The colour of each severity on a terminal.
SEVERITY_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
_ORDER = tuple(_NAMES)


def print_findings(findings: Iterable[Finding], about: str = "") -> None:
    """Print findings to standard error, errors first within each file.

    Args:
        findings: What was found.
        about: The file that findings without one are about.
    """
    # What users wrote is printed as it is: no markup, no :names: of emoji.
    console = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)

    def group(finding: Finding) -> tuple[str, int]:
        return finding.place.file or about, _ORDER.index(finding.severity)

    for file, found in groupby(sorted(findings, key=group), key=lambda each: group(each)[0]):
        if file:
            console.print(Text(file, "bold"))
        for finding in found:
            console.print(_line(finding))


def _line(finding: Finding) -> Text:
    place = finding.place
    where = "，".join(part for part in (place.title, _position(place.line, place.column)) if part)
    severity = Text(_NAMES[finding.severity], SEVERITY_STYLES[finding.severity])
    line = Text("  ").append_text(severity).append("  ")
    if where or place.pointer:
        line.append(where)
        if place.pointer:
            line.append(f"（{place.pointer}）", "dim")
        line.append("：")
    line.append(finding.message).append(finding.cure)
    if finding.clause:
        line.append(f"〔{finding.clause}〕")
    return line.append(f" {finding.code}", "dim")


def _position(line: int | None, column: int | None) -> str:
    parts = [f"第 {line} 行" if line is not None else "", f"第 {column} 字" if column else ""]
    return "".join(parts)
