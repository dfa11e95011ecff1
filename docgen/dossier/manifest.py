"""The manifest (manifest.json): what was made, from which rules, and what was noticed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from docgen import __version__
from docgen.dossier.folder import DossierFile
from docgen.filenames import MANIFEST
from docgen.findings import finding_data
from docgen.write import PrintedFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.findings import Finding
    from docgen.style.model import Style


def manifest_of(
    style: Style,
    files: Sequence[DossierFile],
    findings: Sequence[Finding],
    *,
    forced: bool = False,
) -> DossierFile:
    """Return the manifest of a dossier. It carries no clock: the same case gives the same bytes.

    Args:
        style: The style.
        files: The dossier's files.
        findings: What was found.
        forced: The dossier was printed although the check had called the case wrong.
    """
    content = {
        "docgen": __version__,
        "style": style.name,
        "issuer": style.issuer,
        "edition": style.edition,
        **({"forced": True} if forced else {}),
        "print": style.print.model_dump(),
        "evidence": [item.model_dump() for item in style.evidence.items],
        "files": [_file(file) for file in files],
        "findings": [finding_data(finding) for finding in findings],
    }
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    return DossierFile(MANIFEST, PrintedFile(".json", text.encode("utf-8")))


def _file(file: DossierFile) -> dict[str, object]:
    pages = {} if file.content.pages is None else {"pages": file.content.pages}
    return {
        "name": file.name,
        "document": file.document,
        "bytes": file.content.size,
        "sha256": file.content.digest(),
        **pages,
    }
