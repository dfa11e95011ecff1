"""Files on the disk: their digests, and why the disk refuses, in the user's words."""

from __future__ import annotations

import errno
import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有读写的权限，或文件正在 Word 中打开",
    errno.EPERM: "没有读写的权限，或文件正在 Word 中打开",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘是只读的",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EISDIR: "有文件夹占了文件的名字",
    errno.EEXIST: "同名的文件占了文件夹的位置",
    errno.ENAMETOOLONG: "文件名或路径太长",
    errno.ELOOP: "链接绕成了圈",
    errno.EIO: "磁盘读写出错",
}


def reason(error: OSError) -> str:
    """Return why, without a full stop; in the system's own words where we have none."""
    return _REASONS.get(error.errno or 0, error.strerror or type(error).__name__)


def is_changed(path: Path, digest: str | None) -> bool:
    """Say whether a file is there and has another SHA-256 than it had when it was made.

    Args:
        path: The file.
        digest: What it had; None if nobody knows that it was made.
    """
    return path.is_file() and digest_of(path) != digest


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal figures; it is not held in memory whole."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
