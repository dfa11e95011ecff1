"""Check cases and Word files: what was found, in words or as JSON, and corrected copies."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rich.console import Console

from docgen.findings import DocgenError, Finding, Place, finding_data, has_errors
from docgen.report import print_findings
from docgen.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from docgen.check.word.check import FileFinding
    from docgen.style.model import Style

_WORD = ".docx"
_EXPLAINED = ("查什么", "为什么", "例如", "怎样改")
_ANNOTATED, _MENDED = "批注", "改正"


def check_files(
    paths: Sequence[Path], style_name: str, *, as_json: bool, annotate: bool, fix: bool
) -> int:
    """Check each case or Word file and print what was found; return how many have an error.

    Args:
        paths: Cases (files or folders) and Word files.
        style_name: The style.
        as_json: Print one JSON document instead of a report.
        annotate: Beside each Word file with findings put a copy with comments.
        fix: Beside each Word file with mechanical slips put a corrected copy.
    """
    from docgen.style.load import load_style

    style = load_style(style_name)
    failed, reports = 0, []
    for path in paths:
        copies: dict[str, Any] = {}
        try:
            findings, found = _checked(path, style)
            copies |= _copies(path, found, annotate=annotate, fix=fix)
        except DocgenError as error:
            findings = list(error.findings)
        except (OSError, KeyError, ValueError) as error:
            # The file can be read, and cannot be opened for writing, or its copy not be written.
            findings.append(_no_copy(path, error))
        failed += has_errors(findings)
        if as_json:
            data = [finding_data(finding) for finding in findings]
            reports.append({"file": str(path), "findings": data, **copies})
        else:
            print_findings(findings, str(path))
            _print_copies(copies)
    out = Console(highlight=False, soft_wrap=True)
    if as_json:
        text = json.dumps({"style": style.name, "files": reports}, ensure_ascii=False, indent=2)
        out.print(text, markup=False)
    else:
        wrong = f"{failed} 份有错误" if failed else "没有错误"
        out.print(f"检查了 {len(paths)} 份{_kind(paths)}，{wrong}。")
    return failed


def print_explanation(code: str) -> bool:
    """Print what a rule is for; return whether there is one of that code."""
    from docgen.check.registry import RULES, explanations

    if code not in RULES:
        message = f"没有代号为“{code}”的检查；读取文件时的提示没有另外的解释。"
        cure = did_you_mean(code, list(RULES)) or "代号印在每条提示的末尾。"
        print_findings([Finding("unknown-code", message, cure, Place(title="代号"))])
        return False
    told = explanations()[code]
    out = Console(highlight=False, markup=False, soft_wrap=True)
    out.print(code, style="bold")
    for name, text in zip(_EXPLAINED, told, strict=True):
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
    data = path.read_bytes()
    if annotate and found:
        from docgen.check.word.annotating import annotated

        copy = path.with_name(f"{path.stem}-{_ANNOTATED}{_WORD}")
        copy.write_bytes(annotated(data, found))
        yield "annotated", str(copy)
    if fix and any(each.slip.fix for each in found):
        from docgen.check.word.mending import mended

        corrected, done = mended(data, found)
        copy = path.with_name(f"{path.stem}-{_MENDED}{_WORD}")
        copy.write_bytes(corrected)
        yield "mended", str(copy)
        yield "changes", [f"{each.place.title}：{each.message}" for each in done]


def _print_copies(copies: dict[str, Any]) -> None:
    out = Console(highlight=False, soft_wrap=True, markup=False)
    if "annotated" in copies:
        out.print(f"带批注的副本：{copies['annotated']}")
    if "mended" in copies:
        out.print(f"改正的副本：{copies['mended']}，改了 {len(copies['changes'])} 处：")
        for change in copies["changes"]:
            out.print(f"  {change}")


def _kind(paths: Sequence[Path]) -> str:
    words = sum(path.suffix.lower() == _WORD for path in paths)
    if words == len(paths):
        return " Word 文件"
    return "文件" if words else "案例"
