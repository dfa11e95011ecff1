"""Summarise applications for the unit that recommends them: its tables, and what was found."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from rich.console import Console

from docgen.dossier.folder import DossierFile, add_files
from docgen.filenames import safe_name
from docgen.findings import DocgenError, Finding, counted, has_errors
from docgen.report import print_findings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from docgen.bureau.summary import Summary
    from docgen.document import Sheet
    from docgen.write import PrintedFile


def summarise_files(
    paths: Sequence[Path],
    style_name: str,
    opinions: Path | None,
    output: Path,
    formats: Collection[str],
    *,
    quiet: bool,
) -> int:
    """Write the unit's tables and print what was found; return 1 if there is an error, else 0.

    What is wrong with single applications keeps no table from being made.

    Args:
        paths: Cases, Word files and folders of them.
        style_name: The style.
        opinions: What the unit itself knows, or None.
        output: The folder that the tables are put into.
        formats: ``docx``, ``pdf``, ``xlsx``.
        quiet: No progress and no last line.
    """
    from docgen.bureau.summary import summarise
    from docgen.style.load import load_style

    out = Console(highlight=False, soft_wrap=True, markup=False)
    err = Console(stderr=True, highlight=False, soft_wrap=True, markup=False, quiet=quiet)
    started = time.monotonic()
    with err.status("读取……") as status:
        try:
            made = summarise(
                paths, load_style(style_name), opinions, lambda name: status.update(f"读取 {name}")
            )
            findings = list(made.findings)
            files: list[DossierFile] = []
            for key, sheet in made.sheets.items():
                status.update(f"生成{sheet.name}")
                files += _files(key, sheet, formats, findings)
            if files:
                add_files(output, files)
        except DocgenError as error:
            print_findings(error.findings)
            return 1
    print_findings(findings)
    for file in files:
        out.print(str(output / file.name))
    err.print(_last_line(made, findings, len(files), time.monotonic() - started))
    return int(has_errors(findings))


def _files(
    key: str, sheet: Sheet, formats: Collection[str], findings: list[Finding]
) -> Iterator[DossierFile]:
    """Yield a table's files; what keeps one format from being made keeps no other."""
    for suffix in formats:
        try:
            printed, noticed = _printed(key, sheet, suffix)
        except DocgenError as error:
            findings += error.findings
            continue
        findings += noticed
        for file in printed:
            yield DossierFile(f"{safe_name(sheet.name)}{file.suffix}", file, key)


def _printed(key: str, sheet: Sheet, suffix: str) -> tuple[list[PrintedFile], list[Finding]]:
    from docgen.compose.roster import compose_roster
    from docgen.write import WORKBOOK, files_of, workbook_of

    if suffix == WORKBOOK:
        return [workbook_of(sheet)], []
    return files_of(compose_roster(sheet, key), (suffix,))


def _last_line(made: Summary, findings: Sequence[Finding], files: int, seconds: float) -> str:
    return (
        f"汇总 {len(made.applicants)} 家企业，{counted(findings) or '没有问题'}；"
        f"共 {files} 个文件，用时 {seconds:.1f} 秒。"
    )
