"""Check cases, Word files and whole dossiers: what was found, in words or as JSON, and copies."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from rich.console import Console

from docgen.case.load import CASE_FILE
from docgen.findings import DocgenError, Finding, Place, Severity, finding_data, has_errors
from docgen.report import print_findings
from docgen.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from docgen.check.word.check import FileFinding
    from docgen.style.model import Style

_WORD = ".docx"
#: Codes share their words (missing, wrong, too-long): only a slip of the pen is near.
_NEAR_CODE = 0.8
_EXPLAINED = ("查什么", "为什么", "例如", "怎样改")


class _Report(NamedTuple):
    """A file or folder that was checked, and what was found.

    Attributes:
        about: Its name.
        findings: What was found.
        copies: The copies that were written, by their kind, and the changes in them.
        is_file: It is no dossier's folder.
    """

    about: str
    findings: Sequence[Finding]
    copies: dict[str, Any]
    is_file: bool = True


def check_files(
    paths: Sequence[Path], style_name: str, *, as_json: bool, annotate: bool, fix: bool
) -> int:
    """Check each case or Word file and print what was found; return how many have an error.

    Args:
        paths: Cases (files or folders), Word files, and folders of Word files: dossiers, in which
            the files are also held together.
        style_name: The style.
        as_json: Print one JSON document instead of a report.
        annotate: Beside each Word file with findings put a copy with comments.
        fix: Beside each Word file with mechanical slips put a corrected copy.
    """
    from docgen.style.load import load_style

    style = load_style(style_name)
    reports: list[_Report] = []
    for path in paths:
        for report in _reports(path, style, annotate=annotate, fix=fix):
            reports.append(report)
            if not as_json:
                print_findings(report.findings, report.about)
                _print_copies(report.copies)
    out = Console(highlight=False, soft_wrap=True, emoji=False)
    files = [report for report in reports if report.is_file]
    failed = sum(has_errors(report.findings) for report in reports)
    if as_json:
        data = [_data(report) for report in reports]
        text = json.dumps({"style": style.name, "files": data}, ensure_ascii=False, indent=2)
        out.print(text, markup=False)
    elif files:
        wrong = f"{failed} 份有错误" if failed else "没有错误"
        out.print(f"检查了 {len(files)} 份{_kind(files)}，{wrong}。")
    else:
        out.print("没有检查任何文件。")
    return failed


def _data(report: _Report) -> dict[str, Any]:
    findings = [finding_data(finding) for finding in report.findings]
    return {"file": report.about, "findings": findings, **report.copies}


def _reports(path: Path, style: Style, *, annotate: bool, fix: bool) -> Iterator[_Report]:
    """Yield what was found in a file; in a folder file by file, then in each dossier's together."""
    from docgen.consistency import check_dossiers
    from docgen.intake.inbox import WORD, open_inbox

    inbox = open_inbox([path], style)
    if inbox.files in ([path], [path / CASE_FILE]):
        yield _report(path, style, annotate=annotate, fix=fix)
        return
    for file in inbox.files:
        report = _report(file, style, annotate=annotate, fix=fix)
        yield report._replace(findings=_with_strangers_passed_over(report.findings))
    words = [file for file in inbox.files if file.suffix.lower() == WORD]
    for dossier in check_dossiers(words, style):
        yield _Report(str(dossier.folder), dossier.findings, {}, is_file=False)
    if inbox.findings:
        yield _Report(str(path), inbox.findings, {}, is_file=False)


def _with_strangers_passed_over(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings; that a file of a folder is none of the issuer's is only worth a note."""
    return [
        replace(each, severity=Severity.NOTE) if each.code == "document-unknown" else each
        for each in findings
    ]


def _report(path: Path, style: Style, *, annotate: bool, fix: bool) -> _Report:
    copies: dict[str, Any] = {}
    try:
        findings, found = _checked(path, style)
        copies |= _copies(path, found, annotate=annotate, fix=fix)
    except DocgenError as error:
        findings = list(error.findings)
    except (OSError, KeyError, ValueError) as error:
        # The file can be read, and cannot be opened for writing, or its copy not be written.
        findings.append(_no_copy(path, error))
    return _Report(str(path), findings, copies)


def print_explanation(code: str) -> bool:
    """Print what a rule is for; return whether there is one of that code."""
    from docgen.check.registry import explanations

    told = explanations()
    if code not in told:
        message = f"没有代号为“{code}”的检查。"
        cure = did_you_mean(code, list(told), likeness=_NEAR_CODE) or (
            "代号印在每条提示的末尾；读取案例、填表和附件，以及生成、汇总、推荐时的提示，"
            "本身写明了原因和改法，没有另外的解释。"
        )
        print_findings([Finding("unknown-code", message, cure, Place(title="代号"))])
        return False
    out = Console(highlight=False, markup=False, soft_wrap=True)
    out.print(code, style="bold")
    for name, text in zip(_EXPLAINED, told[code], strict=True):
        out.print(f"{name}：{text}")
    return True


def _checked(path: Path, style: Style) -> tuple[list[Finding], list[FileFinding]]:
    """Return what is wrong with one file; of a Word file also where."""
    if path.suffix.lower() != _WORD:
        from docgen.case.load import load_case
        from docgen.check import check_case

        case = load_case(path, style.name)
        return [*case.findings, *check_case(case, style)], []
    from docgen.check.word.check import check_word

    found = check_word(path, style)
    return [each.finding for each in found], found


def _no_copy(path: Path, error: Exception) -> Finding:
    message = f"不能另存“{path.name}”的副本（{error}）。"
    cure = "请关闭打开着的副本，或在 Word 里把原文件另存一遍再检查。"
    return Finding("copy-failed", message, cure, Place(str(path)))


def _copies(
    path: Path, found: list[FileFinding], *, annotate: bool, fix: bool
) -> Iterator[tuple[str, Any]]:
    """Write the copies asked for; the file itself is not touched."""
    if not found:
        return
    from docgen.intake.inbox import ANNOTATED, MENDED

    data = path.read_bytes()
    if annotate and found:
        from docgen.check.word.annotating import annotated

        copy = path.with_name(f"{path.stem}-{ANNOTATED}{_WORD}")
        copy.write_bytes(annotated(data, found))
        yield "annotated", str(copy)
    if fix and any(each.slip.fix for each in found):
        from docgen.check.word.mending import mended

        corrected, done = mended(data, found)
        copy = path.with_name(f"{path.stem}-{MENDED}{_WORD}")
        copy.write_bytes(corrected)
        yield "mended", str(copy)
        yield "changes", [f"{each.place.title}：{each.message}" for each in done]


def _print_copies(copies: dict[str, Any]) -> None:
    out = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)
    if "annotated" in copies:
        out.print(f"带批注的副本：{copies['annotated']}")
    if "mended" in copies:
        out.print(f"改正的副本：{copies['mended']}，改了 {len(copies['changes'])} 处：")
        for change in copies["changes"]:
            out.print(f"  {change}")


def _kind(files: Sequence[_Report]) -> str:
    words = sum(report.about.lower().endswith(_WORD) for report in files)
    if words == len(files):
        return " Word 文件"
    return "文件" if words else "案例"
