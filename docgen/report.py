"""Findings as text: grouped by file and by severity, the cure in the same line."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape

from docgen.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAMES = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"}
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "dim"}
_ORDER = tuple(_NAMES)


def print_findings(findings: Iterable[Finding], about: str = "") -> None:
    """Print findings to standard error, errors first within each file.

    Args:
        findings: What was found.
        about: The file that findings without one are about.
    """
    console = Console(stderr=True, highlight=False)

    def group(finding: Finding) -> tuple[str, int]:
        return finding.place.file or about, _ORDER.index(finding.severity)

    for file, found in groupby(sorted(findings, key=group), key=lambda each: group(each)[0]):
        if file:
            console.print(f"[bold]{escape(file)}[/bold]", soft_wrap=True)
        for finding in found:
            console.print(f"  {_line(finding)}", soft_wrap=True)


def _line(finding: Finding) -> str:
    place = finding.place
    severity = f"[{_STYLES[finding.severity]}]{_NAMES[finding.severity]}[/]"
    where = "，".join(part for part in (place.title, _position(place.line, place.column)) if part)
    pointer = f"[dim]（{escape(place.pointer)}）[/dim]" if place.pointer else ""
    clause = f"〔{finding.clause}〕" if finding.clause else ""
    text = f"{finding.message}{finding.cure}{clause}"
    code = f"[dim]{finding.code}[/dim]"
    head = f"{escape(where)}{pointer}：" if where or place.pointer else ""
    return f"{severity}  {head}{escape(text)} {code}"


def _position(line: int | None, column: int | None) -> str:
    if line is None:
        return ""
    return f"第 {line} 行" if column is None else f"第 {line} 行第 {column} 字"
