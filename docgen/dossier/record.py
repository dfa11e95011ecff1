"""What an earlier run put into a folder (生成记录), and what people have changed of it since."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.disk import reason
from docgen.filenames import EDITED
from docgen.findings import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_SHOWN = 4


def record_in(folder: Path, record: str) -> dict[str, str]:
    """Return the files of a folder that its record lists and that are there, with their SHA-256.

    Args:
        folder: The folder.
        record: The name of the record, a manifest or one like it.
    """
    try:
        files = json.loads((folder / record).read_bytes())["files"]
        listed = [(file["name"], file.get("sha256", "")) for file in files]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return {
        name: digest
        for name, digest in listed
        if isinstance(name, str) and _is_inside(folder, name) and (folder / name).is_file()
    }


def record_of(digests: Mapping[str, str]) -> bytes:
    """Return a record of files by name and SHA-256, as a manifest lists them."""
    files = [{"name": name, "sha256": digest} for name, digest in sorted(digests.items())]
    return (json.dumps({"files": files}, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def name_aside(folder: Path, name: str) -> str:
    """Return a name that is free in the folder, for an edited file of that name."""
    path = Path(name)
    number = 1
    while True:
        end = EDITED if number == 1 else f"{EDITED}{number}"
        aside = path.with_name(f"{path.stem}-{end}{path.suffix}").as_posix()
        if not (folder / aside).exists():
            return aside
        number += 1


def kept_aside(folder: Path, name: str, aside: str, *, recorded: bool) -> Finding:
    """Return what is told of a file that made room for a new one: edited, or not recorded."""
    why = "在生成以后改过" if recorded else "和新的不一样，又没有生成的记录"
    message = f"原来的文件{why}，没有覆盖；那一份存为“{Path(aside).name}”。"
    cure = "请把改动写进案例或意见再生成；不要的请删去，以免一起报送。"
    return _told("edited-file-kept", message, cure, folder / name)


def left_in_place(folder: Path, name: str) -> Finding:
    """Return what is told of an edited file that is no longer made, and that was not deleted."""
    message = "这次不再生成，但生成以后改过，没有删去。"
    return _told("edited-file-left", message, "不要的请删去，以免一起报送。", folder / name)


def removed(folder: Path, names: Collection[str]) -> Finding:
    """Return what is told of files made earlier that are no longer made, and are deleted."""
    more = f" 等 {len(names)} 个文件" if len(names) > _SHOWN else ""
    message = f"上次生成、这次不再有的，已经删去：{'、'.join(sorted(names)[:_SHOWN])}{more}。"
    cure = "几批分别推荐的，请用 -o 写到不同的文件夹。"
    return Finding("file-removed", message, cure, Place(str(folder)), Severity.NOTE)


def not_removed(folder: Path, name: str, error: OSError) -> Finding:
    """Return what is told of a file that is no longer made and that the disk holds on to."""
    message = f"这次不再生成，但删不掉（{reason(error)}）。"
    return _told("file-not-removed", message, "请自己删去，以免一起报送。", folder / name)


def _told(code: str, message: str, cure: str, path: Path) -> Finding:
    return Finding(code, message, cure, Place(str(path)), Severity.WARNING)


def _is_inside(folder: Path, name: str) -> bool:
    """Say whether a name leads to a file of the folder, or of a folder right in it."""
    steps = name.split("/")
    plain = all(step not in {"", ".", ".."} and Path(step).name == step for step in steps)
    return plain and len(steps) <= 2 and not (folder / steps[0]).is_symlink()
