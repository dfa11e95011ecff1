"""The archive (压缩包) that some issuers want: the editable files, under the applicant's name."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from docgen.dossier.folder import DossierFile
from docgen.dossier.names import safe_name
from docgen.write import PrintedFile
from docgen.zipping import zipped

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What a reviewer can edit (可编辑文档).
_EDITABLE = ".docx"


def archive_of(name: str, files: Sequence[DossierFile]) -> DossierFile:
    """Return an archive of the editable files among a dossier's.

    Args:
        name: The archive's name without its ending, e.g. the applicant's full name.
        files: The dossier's files.
    """
    editable = {file.name: file.content.data for file in files if file.content.suffix == _EDITABLE}
    # Word files are compressed already.
    data = zipped(editable, zipfile.ZIP_STORED)
    return DossierFile(f"{safe_name(name)}.zip", PrintedFile(".zip", data))
