"""An archive has another name than the notice asks for.

What: the archive that was made is not named by the company as the form names it now.
Why: it is sent by that name.
Example: the company's name was corrected in Word after the archive had been made.
Cure: make the archive anew under the right name.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docgen.filenames import safe_name
from docgen.findings import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.consistency.stored import StoredDossier

_ARCHIVES = (".zip", ".rar")


def check(dossier: StoredDossier) -> Iterator[Finding]:
    """Yield the archives of the dossier that are not named by the style's pattern."""
    company, style = dossier.submission.value("company.name"), dossier.style
    if not company or not style.packing.archive:
        return
    asked = safe_name(style.packing.archive.format(company=company, edition=style.edition))
    for made in dossier.made:
        path = Path(made.name)
        if path.suffix in _ARCHIVES and path.stem != asked:
            yield Finding(
                "archive-misnamed",
                f"压缩包名是“{path.stem}”，《{Path(dossier.submission.file).name}》里的企业名称是“{company}”。",
                f"请核对企业名称，重新压缩，命名为“{asked}”。",
                Place(str(dossier.folder / made.name), title="压缩包名"),
                Severity.WARNING,
                style.clause("packing.archive"),
            )
