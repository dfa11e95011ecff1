"""Many cases, one after the other: one calm line of progress, the findings, one summary."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from docgen.findings import DocgenError, has_errors
from docgen.report import print_findings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from rich.status import Status

    from docgen.style.model import Style


def render_cases(
    cases: Sequence[Path],
    style: str,
    output: Path,
    formats: Collection[str],
    *,
    quiet: bool,
    force: bool = False,
) -> int:
    """Render each case and say what was made; return how many are not complete.

    A case that fails leaves its earlier files as they were, and the others go on.
    """
    from docgen.dossier import render_case
    from docgen.style.load import load_style

    out = Console(highlight=False, emoji=False)
    err = Console(stderr=True, highlight=False, emoji=False, quiet=quiet)
    started = time.monotonic()
    tally = Counter[str]()
    made: list[Path] = []
    for number, case in enumerate(cases, start=1):
        with err.status(_counted(number, cases, "开始")) as status:

            def tell(step: str, number: int = number, status: Status = status) -> None:
                status.update(_counted(number, cases, step))

            try:
                dossier = render_case(case, style, output, formats, tell, made, force=force)
            except DocgenError as error:
                tally["failed"] += 1
                print_findings(error.findings, str(case))
                continue
        made.append(dossier.folder)
        print_findings(dossier.findings, str(case))
        incomplete = has_errors(dossier.findings)
        tally["incomplete" if incomplete else "complete"] += 1
        tally["files"] += len(dossier.files)
        out.print(f"{dossier.folder}/", soft_wrap=True, markup=False)
        for name in dossier.files:
            out.print(f"  {name}", soft_wrap=True, markup=False)
    if made:
        for line in _still_to_do(load_style(style)):
            err.print(line, soft_wrap=True, markup=False)
    err.print(_summary(tally, time.monotonic() - started))
    return tally["failed"] + tally["incomplete"]


def _still_to_do(style: Style) -> Iterator[str]:
    """Yield what docgen does not make: paper copies."""
    paper = {
        "copies": f"一式 {style.print.copies} 份",
        "two_sided": "双面打印" if style.print.two_sided else "",
        "binding": style.print.binding,
    }
    # What is only the house's convention is no demand.
    asked = [text for key, text in paper.items() if text and style.clause(f"print.{key}")]
    if asked:
        yield f"纸质材料：{'，'.join(asked)}。"


def _counted(number: int, cases: Sequence[Path], step: str) -> Text:
    return Text(f"{step}……" if len(cases) == 1 else f"{number}/{len(cases)} {step}……")


def _summary(tally: Counter[str], seconds: float) -> str:
    parts = [f"完成 {tally['complete']} 份案例"]
    if tally["incomplete"]:
        parts.append(f"{tally['incomplete']} 份有错误")
    if tally["failed"]:
        parts.append(f"{tally['failed']} 份失败")
    return f"{'，'.join(parts)}；共 {tally['files']} 个文件，用时 {seconds:.1f} 秒。"
