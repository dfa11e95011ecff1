"""A dossier's folder has another name than the notice asks for.

What: the folder is not named by the company as the form names it.
Why: the bureau sorts dossiers by their folders' names.
Example: the form says 某某股份有限公司, and the folder 某某有限公司.
Cure: rename the folder, or correct the name in the form.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docgen.filenames import safe_name
from docgen.findings import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.consistency.stored import StoredDossier


def check(dossier: StoredDossier) -> Iterator[Finding]:
    """Yield a finding where a folder of one company's is not named by the style's pattern."""
    company = dossier.submission.value("company.name")
    if not company or not dossier.is_own:
        return
    style = dossier.style
    asked = safe_name(style.packing.folder.format(company=company, edition=style.edition))
    name = dossier.folder.resolve().name
    if name != asked:
        yield Finding(
            "folder-misnamed",
            f"文件夹名是“{name}”，《{Path(dossier.submission.file).name}》里的企业名称是“{company}”。",
            f"请核对企业名称；文件夹应名为“{asked}”。",
            Place(str(dossier.folder), title="文件夹名"),
            Severity.WARNING,
            style.clause("packing.folder"),
        )
