"""The archive (压缩包) that some issuers want: the editable files, under the applicant's name."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from docgen.dossier.folder import DossierFile
from docgen.dossier.names import safe_name
from docgen.write import PrintedFile

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What a reviewer can edit (可编辑文档).
_EDITABLE = ".docx"
# The earliest date a zip can hold: an archive carries no clock.
_EPOCH = (1980, 1, 1, 0, 0, 0)


def archive_of(name: str, files: Sequence[DossierFile]) -> DossierFile:
    """Return an archive of the editable files among a dossier's.

    Args:
        name: The archive's name without its ending, e.g. the applicant's full name.
        files: The dossier's files.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for file in files:
            if file.content.suffix == _EDITABLE:
                item = zipfile.ZipInfo(file.name, _EPOCH)
                item.create_system = 0
                # Word files are compressed already.
                archive.writestr(item, file.content.data)
    return DossierFile(f"{safe_name(name)}.zip", PrintedFile(".zip", stream.getvalue()))
