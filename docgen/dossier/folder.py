"""Put a dossier's files into the company's folder: all of them, or none.

Files are first written beside the folder and synced, then moved over the old ones. A lock keeps a
second run out; a file that is open in Word on Windows is named instead of being lost.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import tempfile
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from docgen.findings import DocgenError, Finding, Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.write import PrintedFile

_MAX_NAME_BYTES = 200  # file systems allow 255; Windows paths want room as well
_FORBIDDEN = str.maketrans(
    {
        "<": "＜",
        ">": "＞",
        ":": "：",
        '"': "＂",
        "/": "／",
        "\\": "＼",
        "|": "｜",
        "?": "？",
        "*": "＊",
    }
)
_RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{n}{i}" for n in ("COM", "LPT") for i in range(1, 10))}

#: Lists the files of a dossier, for the reader and for the next run.
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class DossierFile:
    """One file of a dossier: its name in the company's folder, and what is in it."""

    name: str
    content: PrintedFile


def place_files(output: Path, company: str, files: Sequence[DossierFile]) -> Path:
    """Write the files into ``<output>/<company>/`` and return that folder.

    Files that an earlier run listed in its manifest and this one no longer makes are removed;
    whatever else lies in the folder is left alone.

    Raises:
        DocgenError: If the folder cannot be written, is a link, or is in use by another run.
    """
    from filelock import FileLock, Timeout

    folder = output / safe_name(company)
    _refuse_link(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(_lock_file(folder), timeout=0):
            _replace_all(folder, files)
    except Timeout:
        _stop(folder, "output-in-use", "另一个 docgen 正在写这个文件夹。", "请等它结束后再运行。")
    except OSError as error:
        _stop(folder, "output-unwritable", _why(error), _cure(error))
    return folder


def safe_name(name: str) -> str:
    """Return a file or folder name that Windows, macOS and Linux all accept.

    Forbidden characters become their full-width twins; an overlong name is cut and keeps a hash.
    """
    safe = unicodedata.normalize("NFC", name).translate(_FORBIDDEN).strip().rstrip(". ")
    if not safe or safe.split(".")[0].upper() in _RESERVED:
        safe = f"_{safe}"
    encoded = safe.encode("utf-8")
    if len(encoded) > _MAX_NAME_BYTES:
        digest = hashlib.sha256(encoded).hexdigest()[:8]
        safe = encoded[:_MAX_NAME_BYTES].decode("utf-8", errors="ignore") + "-" + digest
    return safe


def _lock_file(folder: Path) -> Path:
    """Return the lock of a folder: among the machine's temporary files, not among the user's."""
    digest = hashlib.sha256(str(folder.resolve()).encode("utf-8")).hexdigest()
    return Path(tempfile.gettempdir()) / f"docgen-{digest[:16]}.lock"


def _replace_all(folder: Path, files: Sequence[DossierFile]) -> None:
    stale = _made_earlier(folder) - {file.name for file in files}
    staging = Path(tempfile.mkdtemp(prefix=f".{folder.name[:40]}.", dir=folder.parent))
    try:
        for file in files:
            _write_synced(staging / file.name, file.content.data)
        for file in files:
            (staging / file.name).replace(folder / file.name)
        for name in stale:
            (folder / name).unlink(missing_ok=True)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _made_earlier(folder: Path) -> set[str]:
    try:
        listed = json.loads((folder / MANIFEST).read_bytes())["files"]
        return {Path(file["name"]).name for file in listed}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _write_synced(path: Path, data: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _refuse_link(folder: Path) -> None:
    if folder.is_symlink():
        _stop(
            folder, "output-is-link", "输出文件夹是一个链接。", "请删去链接，或用 -o 另选文件夹。"
        )


def _why(error: OSError) -> str:
    reasons = {
        errno.ENOSPC: "磁盘已满。",
        errno.EACCES: "没有写入的权限，或文件正在 Word 中打开。",
        errno.EROFS: "磁盘是只读的。",
        errno.ENOTDIR: "路径中有一段不是文件夹。",
        errno.EEXIST: "同名的文件占了文件夹的位置。",
    }
    return reasons.get(error.errno or 0, f"写不进去：{error.strerror}。")


def _cure(error: OSError) -> str:
    if error.errno == errno.EACCES:
        return "请关闭正在打开的文件再运行，或用 -o 另选文件夹。"
    if error.errno == errno.ENOSPC:
        return "请腾出空间再运行。"
    return "请用 -o 另选文件夹。"


def _stop(folder: Path, code: str, message: str, cure: str) -> NoReturn:
    raise DocgenError([Finding(code, message, cure, Place(file=str(folder)))])
