"""A file that was made is no longer in the dossier, or has another name.

What: the manifest lists a file that the folder does not have, or has under another name.
Why: the dossier is incomplete; the issuer asks for names, too.
Example: the covering sheet was moved to another folder to print it.
Cure: put it back, or render the case anew.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from docgen.disk import digest_of
from docgen.findings import Finding, Place, Severity
from docgen.style.documents import PrintSheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.consistency.stored import StoredDossier


def check(dossier: StoredDossier) -> Iterator[Finding]:
    """Yield the files that are listed and gone, or renamed."""
    gone = [
        made
        for made in dossier.made
        if not isinstance(dossier.style.documents.get(made.document), PrintSheet)
        and not (dossier.folder / made.name).is_file()
    ]
    names = _strangers(dossier) if gone else {}
    for made in gone:
        place = Place(str(dossier.folder), title="文件")
        if name := names.get(made.digest):
            message = f"“{made.name}”改了名，现在是“{name}”。"
            yield Finding("file-gone", message, "请核对文件名是不是要改。", place, Severity.NOTE)
        else:
            message = f"少了生成时的“{made.name}”。"
            yield Finding("file-gone", message, "请放回来，或者重新生成。", place, Severity.WARNING)


def _strangers(dossier: StoredDossier) -> dict[str, str]:
    """Return the names of the files that the manifest does not list, by their SHA-256."""
    made = {each.name for each in dossier.made}
    found: dict[str, str] = {}
    for path in sorted(dossier.folder.rglob("*")):
        name = path.relative_to(dossier.folder).as_posix()
        if name not in made and path.is_file():
            with suppress(OSError):  # one that nobody may read is no renamed file of ours
                found[digest_of(path)] = name
    return found
