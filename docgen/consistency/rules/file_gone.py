"""A file that was made is no longer in the dossier.

What: the manifest lists a file that the folder does not have.
Why: the dossier is incomplete.
Example: the covering sheet was moved to another folder to print it.
Cure: put it back, or render the case anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.findings import Finding, Place, Severity
from docgen.style.documents import PrintSheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.consistency.stored import StoredDossier


def check(dossier: StoredDossier) -> Iterator[Finding]:
    """Yield the files that are listed and gone."""
    for made in dossier.made:
        is_ours = isinstance(dossier.style.documents.get(made.document), PrintSheet)
        if not is_ours and not (dossier.folder / made.name).is_file():
            yield Finding(
                "file-gone",
                f"少了生成时的“{made.name}”。",
                "请放回来，或者重新生成。",
                Place(str(dossier.folder), title="文件"),
                Severity.WARNING,
            )
