"""The archive (压缩包) that some issuers want: the editable files, under the applicant's name."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from docgen.dossier.folder import DossierFile
from docgen.filenames import safe_name
from docgen.findings import Finding, Place, Severity
from docgen.style.documents import PrintSheet
from docgen.write import PrintedFile
from docgen.zipping import EPOCH, zipped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from docgen.style.model import Style

#: What a reviewer can edit (可编辑文档).
_EDITABLE = ".docx"
#: Where WinRAR puts its program for the command line.
_WINRAR = ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)")
#: Add without paths, version 5, no times of its own, nothing asked, nothing printed.
_RAR = ("a", "-ep1", "-ma5", "-tsc-", "-tsa-", "-y", "-idq", "-cfg-")
_SECONDS = 120


def archive_of(
    name: str, style: Style, files: Sequence[DossierFile]
) -> tuple[DossierFile, list[Finding]]:
    """Return an archive of the editable files among a dossier's, and what to know about it.

    An issuer that wants RAR gets one where the program for it is installed; elsewhere a zip, and a
    word about it: nothing else may write that format.

    Args:
        name: The archive's name without its ending, e.g. the applicant's full name.
        style: The style.
        files: The dossier's files.
    """
    editable = {
        Path(file.name).name: file.content.data
        for file in files
        if file.content.suffix == _EDITABLE
        and not isinstance(style.documents.get(file.document), PrintSheet)
    }
    stem, findings = safe_name(name), list[Finding]()
    if style.packing.archive_format == "rar":
        program = _rar_program()
        if program is not None and (data := _rar(program, editable)) is not None:
            return DossierFile(f"{stem}.rar", PrintedFile(".rar", data)), findings
        findings.append(_no_rar(stem, style, is_installed=program is not None))
    # Word files are compressed already.
    data = zipped(editable, zipfile.ZIP_STORED)
    return DossierFile(f"{stem}.zip", PrintedFile(".zip", data)), findings


def _rar_program() -> str | None:
    folders = (os.environ.get(name) for name in _WINRAR)
    found = (Path(folder, "WinRAR", "Rar.exe") for folder in folders if folder)
    installed = next((str(path) for path in found if path.is_file()), None)
    return shutil.which("rar") or installed


def _rar(program: str, files: Mapping[str, bytes]) -> bytes | None:
    """Return the files as a RAR archive; None where the program does not do it."""
    with TemporaryDirectory() as folder:
        for name, data in files.items():
            path = Path(folder, name)
            path.write_bytes(data)
            # The archive keeps this date; the same files give the same bytes.
            os.utime(path, (EPOCH.timestamp(), EPOCH.timestamp()))
        target = Path(folder, "archive.rar")
        command = [program, *_RAR, str(target), *files]
        try:
            subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=_SECONDS)
            return target.read_bytes()
        except (OSError, subprocess.SubprocessError):
            return None


def _no_rar(stem: str, style: Style, *, is_installed: bool) -> Finding:
    why = "本机的 rar 程序没有做成" if is_installed else "本机没有安装 rar 程序（WinRAR）"
    return Finding(
        "archive-not-rar",
        f"通知要求 RAR 压缩包，{why}，做的是 {stem}.zip。",
        "请安装 WinRAR 后重新生成，或在 WinRAR 里把 zip 中的文件重新压缩成 RAR。",
        Place(title="压缩包"),
        Severity.WARNING,
        style.clause("packing.archive_format"),
    )
