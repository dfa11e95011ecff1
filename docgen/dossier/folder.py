"""Put files into a folder: a dossier's into the company's, others among what is there.

All of them are put there, or none.

Files are first written beside the folder and synced, then moved over the old ones; should one
refuse to be replaced, the old ones are put back. A lock keeps a second run out.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from docgen.disk import is_changed, reason
from docgen.dossier.record import (
    kept_aside,
    left_in_place,
    name_aside,
    not_removed,
    record_in,
    record_of,
    removed,
)
from docgen.filenames import MANIFEST, safe_name
from docgen.findings import DocgenError, Finding, Place
from docgen.style.documents import Book
from docgen.write import PrintedFile

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from docgen.style.model import Style

_LOCK = ".docgen.lock"
#: What was put into a folder that has no manifest.
_RECORD = ".docgen.json"

_CURES = {
    errno.ENOSPC: "请腾出空间再运行。",
    errno.EACCES: "请关闭正在打开的文件再运行，或用 -o 另选文件夹。",
}


@dataclass(frozen=True, slots=True)
class DossierFile:
    """One file of a dossier.

    Attributes:
        name: Its name in the company's folder; ``/`` where it stands in a folder of its own.
        content: What is in it.
        document: Key of the document in the style; "" for the manifest.
    """

    name: str
    content: PrintedFile
    document: str = ""


def numbered_files(style: Style, printed: Mapping[str, Sequence[PrintedFile]]) -> list[DossierFile]:
    """Return the files of the documents, named and numbered in the order of the style.

    A document has its number whether its files are asked for or not, so that a name stays a name.
    """
    keys = [
        key for key, spec in style.documents.items() if key in printed or isinstance(spec, Book)
    ]
    return [
        DossierFile(_name(style, key, number, file.suffix), file, key)
        for number, key in enumerate(keys, start=1)
        for file in printed.get(key, ())
    ]


def _name(style: Style, key: str, number: int, suffix: str) -> str:
    name = safe_name(f"{number}-{style.documents[key].name}") + suffix
    apart = style.packing.apart.get(key)
    return f"{safe_name(apart)}/{name}" if apart else name


def folder_of(output: Path, name: str) -> Path:
    """Return the folder of a dossier below the output folder."""
    return output / safe_name(name)


def refuse_taken(folder: Path, taken: Collection[Path]) -> None:
    """Refuse a folder that another case of the same run has filled, in any spelling.

    Raises:
        DocgenError: If it is taken.
    """
    if str(folder).casefold() in {str(other).casefold() for other in taken}:
        message = "同一次运行里另一份案例已经写入这个文件夹。"
        cure = "请分两次运行，用 -o 写到不同的文件夹。"
        _stop(folder, "output-taken", message, cure)


def place_files(folder: Path, files: Sequence[DossierFile]) -> list[Finding]:
    """Write the files into the company's folder, which is made if it is not there.

    Files that an earlier run listed in its manifest and this one no longer makes are removed;
    whatever else lies in the folder is left alone, and so is what people have changed.

    Returns:
        What was kept, since it had been changed after it was made.

    Raises:
        DocgenError: If the folder cannot be written, is a link, or is in use by another run. The
            files made earlier are then as they were.
    """
    if folder.is_symlink():
        cure = "请删去链接，或用 -o 另选文件夹。"
        _stop(folder, "output-is-link", "输出文件夹是一个链接。", cure)
    with _alone(folder, folder.parent / f".{folder.name}.lock"):
        made = record_in(folder, MANIFEST)
        kept = _put(folder, files, folder.parent, made)
        return [*kept, *_remove(folder, made, set(made) - {file.name for file in files})]


def add_files(folder: Path, files: Sequence[DossierFile]) -> list[Finding]:
    """Write files into a folder that has others as well; only those of the same names go.

    A folder within it is these files' own: what an earlier run put there in the same formats, and
    this one no longer makes, is removed.

    Returns:
        What was kept, since it had been changed after it was made.

    Raises:
        DocgenError: If the folder cannot be written, or is in use by another run. The files made
            earlier are then as they were.
    """
    # The folder's parent may be anybody's: lock and staging stand in the folder itself.
    with _alone(folder, folder / _LOCK):
        made = record_in(folder, _RECORD)
        new = {file.name: file.content.digest() for file in files}
        own = {(Path(name).parent, Path(name).suffix) for name in new if "/" in name}
        stale = {name for name in made if (Path(name).parent, Path(name).suffix) in own} - set(new)
        # What cannot be removed is known to the next run.
        record = PrintedFile(".json", record_of(made | new))
        kept = _put(folder, [*files, DossierFile(_RECORD, record)], folder, made)
        left = list(_remove(folder, made, stale))
        gone = {name for name in stale if not (folder / name).exists()}
        return [*kept, *left, *([removed(folder, gone)] if gone else [])]


@contextlib.contextmanager
def _alone(folder: Path, lock: Path) -> Iterator[None]:
    """Make the folder if it is not there, and keep other runs out of it.

    Raises:
        DocgenError: If that or what is done within fails.
    """
    from filelock import FileLock, Timeout

    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(lock, timeout=0):
            try:
                yield
            finally:
                # Gone before it is released, so that nobody waits on a file that is no more.
                # Windows does not remove an open file; there it stays.
                with contextlib.suppress(OSError):
                    lock.unlink()
    except Timeout:
        cure = "请等它结束后再运行。"
        _stop(folder, "output-in-use", "另一个 docgen 正在写这个文件夹。", cure)
    except OSError as error:
        cure = _CURES.get(error.errno or 0, "请用 -o 另选文件夹。")
        _stop(folder, "output-unwritable", f"{reason(error)}。", cure)


def _remove(folder: Path, made: Mapping[str, str], stale: Collection[str]) -> Iterator[Finding]:
    """Remove files that are no longer made; yield those that people have changed, which stay."""
    for name in sorted(stale):
        if is_changed(folder / name, made[name]):
            yield left_in_place(folder, name)
            continue
        try:
            (folder / name).unlink(missing_ok=True)
        except OSError as error:  # the new files are there, and so must be what is told of them
            yield not_removed(folder, name, error)
            continue
        if "/" in name:
            with contextlib.suppress(OSError):  # not empty: somebody else's files
                (folder / name).parent.rmdir()


def _put(
    folder: Path, files: Sequence[DossierFile], beside: Path, made: Mapping[str, str]
) -> list[Finding]:
    """Put files into a folder, staged in another on the same disk.

    Args:
        folder: The folder.
        files: The files.
        beside: Where to stage them.
        made: What an earlier run made, by name, with its SHA-256.

    Returns:
        The files that had been changed since, and are kept under another name.
    """
    staging = Path(tempfile.mkdtemp(prefix=f".{folder.name[:40]}.", dir=beside))
    try:
        edited: dict[str, str] = {}
        for file in files:
            (staging / file.name).parent.mkdir(exist_ok=True)
            _write_synced(staging / file.name, file.content)
            old = folder / file.name
            is_record = file.name in (MANIFEST, _RECORD)
            # Only what has been changed is held against the new file as well.
            if (
                not is_record
                and is_changed(old, made.get(file.name))
                and is_changed(old, file.content.digest())
            ):
                edited[file.name] = name_aside(folder, file.name)
        _swap(folder, staging, [file.name for file in files], edited)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return [
        kept_aside(folder, name, aside, recorded=name in made) for name, aside in edited.items()
    ]


def _swap(folder: Path, staging: Path, names: Sequence[str], edited: Mapping[str, str]) -> None:
    """Move the new files into the folder; put the old ones back if one of them refuses.

    What people have changed is moved aside within the folder.
    """
    kept = {name: folder / edited[name] for name in edited}
    kept |= {name: staging / "kept" / name for name in names if name not in edited}
    try:
        for name in names:
            if (folder / name).is_dir() and not (folder / name).is_symlink():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            (folder / name).parent.mkdir(exist_ok=True)
            kept[name].parent.mkdir(parents=True, exist_ok=True)
            if os.path.lexists(folder / name):
                (folder / name).replace(kept[name])
            (staging / name).replace(folder / name)
    except BaseException:  # an interrupt must not lose a file either
        for name in names:
            if os.path.lexists(kept[name]):
                kept[name].replace(folder / name)
            elif not os.path.lexists(staging / name):
                (folder / name).unlink(missing_ok=True)
        raise


def _write_synced(path: Path, content: PrintedFile) -> None:
    content.write_to(path)
    with path.open("rb+") as stream:
        os.fsync(stream.fileno())


def _stop(folder: Path, code: str, message: str, cure: str) -> NoReturn:
    raise DocgenError([Finding(code, message, cure, Place(file=str(folder)))])
