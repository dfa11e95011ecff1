"""Pictures (图片) a user handed over: found inside the case folder and made ready to print.

What comes out is PNG or JPEG: upright, sRGB or grey, eight bits, opaque, without metadata. A file
that is all that already keeps its pixels byte for byte and loses only its metadata.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.case.files import OutsideError, located, near_names
from docgen.findings import Finding, Place, Severity
from docgen.pictures import FORMATS, BadPicture, Printable, printable

if TYPE_CHECKING:
    from docgen.document import Picture

#: The largest file that is read, in bytes.
MAX_BYTES = 50_000_000

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
#: How much of a path is quoted: a data: URL may be megabytes long.
_SHOWN = 80


_OUTSIDE = BadPicture(
    "picture-outside",
    "不在案例文件夹内",
    "把图片文件复制到案例文件夹里，写相对路径，如“图/现场.png”。",
)


def load_picture(folder: Path, name: str, place: Place) -> tuple[Picture | None, list[Finding]]:
    r"""Return a picture of the case, ready to print, and what was found in it.

    Args:
        folder: The folder of the case; the file must lie inside it, links followed.
        name: The file's path as the user wrote it, relative to the folder; ``\`` separates too.
        place: The field or line that names the picture.

    Returns:
        The picture, or None with an error, and the findings: errors ``picture-outside``,
        ``picture-missing``, ``picture-empty``, ``picture-too-large``, ``picture-refused``,
        ``picture-damaged``; warning ``picture-first-frame``; note ``picture-extension``.
    """
    shown = name[:_SHOWN] + "…" * (len(name) > _SHOWN)
    try:
        result = printable(_read(_located(folder, name.strip())))
    except BadPicture as bad:
        return None, [Finding(bad.code, f"图片“{shown}”{bad.message}。", bad.cure, place)]
    return result.picture, _remarks(result, name, place)


def _remarks(result: Printable, name: str, place: Place) -> list[Finding]:
    findings = []
    if result.first_of_many:
        findings.append(
            Finding(
                "picture-first-frame",
                f"图片“{name}”是动图或多页图，只印第一帧（页）。",
                "把要印的一帧（页）另存为 PNG。",
                place,
                Severity.WARNING,
            )
        )
    extensions = FORMATS[result.format]
    if not name.strip().lower().endswith(extensions):
        findings.append(
            Finding(
                "picture-extension",
                f"图片“{name}”的内容其实是 {result.format} 格式，已按内容读取。",
                f"把扩展名改为 {extensions[0]}。",
                place,
                Severity.NOTE,
            )
        )
    return findings


def _located(folder: Path, name: str) -> Path:
    if _URL.match(name):
        raise _OUTSIDE
    try:
        path = located(folder, name)
    except OutsideError:
        raise _OUTSIDE from None
    if path is None:
        raise _missing(folder.resolve(), name.replace("\\", "/"))
    return path


def _missing(root: Path, relative: str) -> BadPicture:
    return BadPicture(
        "picture-missing",
        "找不到",
        f"{near_names(root, relative)}核对文件名（包括扩展名和大小写），并把图片放进案例文件夹。",
    )


def _read(path: Path) -> bytes:
    again = "重新复制或导出这张图片。"
    try:
        if path.stat().st_size > MAX_BYTES:
            raise BadPicture(
                "picture-too-large",
                f"超过 {MAX_BYTES // 1_000_000} MB",
                "缩小像素尺寸，或另存为 JPEG。",
            )
        data = path.read_bytes()
    except OSError:
        raise BadPicture("picture-damaged", "读不出来", again) from None
    if not data:
        raise BadPicture("picture-empty", "是空文件", again)
    return data
