"""Gather the papers of a case's evidence (证实性材料): every file made into A4 pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.binding.care import carefully
from docgen.binding.remarks import BadSheet
from docgen.binding.sheets import normalise
from docgen.binding.volume import merged
from docgen.compose.evidence import evidence_frame
from docgen.evidence import bundles
from docgen.findings import DocgenError, Finding
from docgen.write.inserts import Sheets

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from docgen.case.attachments import Attachment
    from docgen.case.load import Case
    from docgen.style.model import Style


def gathered(
    case: Case, style: Style, folder: Path, progress: Callable[[str], None]
) -> Sheets | None:
    """Return the pages of the papers that the volume takes, in its order; None for no paper.

    Args:
        case: The case.
        style: The style.
        folder: Where they are made; it must stay as long as they are needed.
        progress: Told of each paper in a few Chinese words.

    Raises:
        DocgenError: With every file that cannot be made into pages, or has changed meanwhile.
    """
    frame = evidence_frame(style)
    files: list[Path] = []
    findings: list[Finding] = []
    for bundle in bundles(case, style):
        for piece in bundle.pieces:
            progress(f"整理{piece.paper.title}")
            for file in piece.paper.files:
                target = folder / f"{len(files) + 1:04}.pdf"
                files.append(target)
                try:
                    made = carefully(normalise, file.path, target, frame, file.password)
                except BadSheet as bad:
                    findings.append(_finding(case, file, bad.code, bad.message, bad.cure))
                    continue
                if made.pages != file.pages:
                    message = f"在处理时被改动了（原有 {file.pages} 页，现有 {made.pages} 页）"
                    cure = "请等文件存好后再运行。"
                    findings.append(_finding(case, file, "sheet-changed", message, cure))
    if findings:
        raise DocgenError(findings)
    if not files:
        return None
    sheets = folder / "sheets.pdf"
    merged(files, sheets)
    return Sheets(sheets, frame, folder)


def _finding(case: Case, file: Attachment, code: str, message: str, cure: str) -> Finding:
    place = case.locator.place("evidence")
    return Finding(code, f"“{file.path.name}”{message}。", cure, place)
