"""Read filled forms back into cases: one form, or a folder of them, and say what was lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console

from docgen.case.load import CASE_FILE
from docgen.disk import reason
from docgen.filenames import safe_name
from docgen.findings import DocgenError, Finding, Place, has_errors
from docgen.report import print_findings

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNNAMED = "未写企业名称"


def read_forms(paths: Sequence[Path], style_name: str, output: Path | None, *, quiet: bool) -> int:
    """Write the cases that Word files make; return 1 if a file or a case has an error, else 0.

    Args:
        paths: Word files and folders of them.
        style_name: The style whose forms they are.
        output: A JSON file for one company, a folder for several; None prints the one case.
        quiet: No progress and no last lines.
    """
    from docgen.intake.files import submissions
    from docgen.intake.inbox import open_inbox
    from docgen.style.load import load_style

    # What companies wrote is printed as it is: no markup, no :names: of emoji.
    out = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)
    err = Console(
        stderr=True, highlight=False, soft_wrap=True, markup=False, emoji=False, quiet=quiet
    )
    style = load_style(style_name)
    with err.status("读取") as status:
        inbox = open_inbox(paths, style, cases=False)
        found, unread = submissions(inbox.files, style, lambda name: status.update(f"读取 {name}"))
    findings = [*inbox.findings, *unread]
    failed = has_errors(findings)
    print_findings(findings)
    if not found:
        return 1
    if len(found) > 1 and (output is None or _is_case_file(output)):
        cure = "请用 -o 写明输出的文件夹，每家企业一个案例。"
        message = f"有 {len(found)} 家企业的材料。"
        print_findings([Finding("output-missing", message, cure, Place(title="-o"))])
        return 1
    taken: set[Path] = set()
    for each in found:
        print_findings(each.findings, each.file)
        text = json.dumps(each.case(), ensure_ascii=False, indent=2) + "\n"
        if output is None:
            out.print(text, end="")
            continue
        target = _target(output, each.value("company.name"), several=len(found) > 1)
        try:
            _write(target, text, taken)
        except DocgenError as error:
            print_findings(error.findings)
            failed = True
            continue
        err.print(f"{each.file} → {target}")
    err.print(f"读了 {sum(len(each.received) for each in found)} 份文件，{len(found)} 家企业。")
    return int(failed)


def _is_case_file(output: Path) -> bool:
    return output.suffix == ".json" and not output.is_dir()


def _target(output: Path, company: Any, *, several: bool) -> Path:
    """Return the case file of a company: the one named, or one in a folder of its name."""
    if _is_case_file(output) and not several:
        return output
    return output / safe_name(company or _UNNAMED) / CASE_FILE


def _write(target: Path, text: str, taken: set[Path]) -> None:
    """Write a case; one that is there already may have been worked on, and stays.

    Raises:
        DocgenError: If the file is there, or cannot be written.
    """
    if target in taken or target.exists():
        cure = "请先移走原来的文件，或用 -o 写到别处。"
        finding = Finding("case-exists", "已有案例文件，没有覆盖。", cure, Place(str(target)))
        raise DocgenError([finding])
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    except OSError as error:
        message = f"不能写入（{reason(error)}）。"
        finding = Finding("output-unwritable", message, "请用 -o 另选位置。", Place(str(target)))
        raise DocgenError([finding]) from error
    taken.add(target)
