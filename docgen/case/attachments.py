"""The files of a case's evidence (证实性材料): found inside its folder, and looked into."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.binding.remarks import BadSheet, Inspected
from docgen.case.files import OutsideError, located, near_names
from docgen.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docgen.case.evidence import EvidenceFiles
    from docgen.case.locator import Locator
    from docgen.findings import Place


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of evidence.

    Attributes:
        path: Where it is.
        pages: How many sheets it makes.
        password: What opens it, or "".
    """

    path: Path
    pages: int
    password: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of the case's evidence: a certificate, a report, with the files it is in.

    Attributes:
        kind: Its kind, by which an issuer's items take it.
        title: Its name.
        id: What the text refers to it by, or "".
        files: Its files, in their order; never none.
    """

    kind: str
    title: str
    id: str
    files: tuple[Attachment, ...]

    @property
    def pages(self) -> int:
        """How many sheets it makes."""
        return sum(each.pages for each in self.files)


def read_papers(
    evidence: Sequence[EvidenceFiles], locator: Locator, out: list[Finding]
) -> tuple[Paper, ...]:
    """Return the papers whose files can all be used; add what was found to `out`."""
    papers = []
    for index, each in enumerate(evidence):
        files = [
            _attachment(
                name, each.password or "", locator, ("evidence", index, "files", place), out
            )
            for place, name in enumerate(each.files)
        ]
        found = tuple(file for file in files if file is not None)
        if len(found) == len(files):
            papers.append(Paper(each.kind, each.title, each.id or "", found))
    return tuple(papers)


def _attachment(
    name: str, password: str, locator: Locator, steps: tuple[str | int, ...], out: list[Finding]
) -> Attachment | None:
    place = locator.place(*steps)
    try:
        path = located(locator.file.parent, name)
    except OutsideError:
        message = f"文件“{name}”不在案例的文件夹之内。"
        cure = "请把文件放进 case.json 所在的文件夹，用相对路径。"
        out.append(Finding("file-outside-case", message, cure, place))
        return None
    if path is None:
        out.append(_absent(locator.file.parent, name, place))
        return None
    inspected = _inspected(path, password, name, place, out)
    return None if inspected is None else Attachment(path, inspected.pages, password)


def _absent(folder: Path, name: str, place: Place) -> Finding:
    """Return what is said of a name that is no file's: whole folders of scans are listed too."""
    with suppress(OSError):  # a name may be too long to look for
        if (folder / name.replace("\\", "/")).is_dir():
            message, cure = f"“{name}”是文件夹，不是文件。", "请把里面的文件逐个写进 files。"
            return Finding("file-is-folder", message, cure, place)
    near = near_names(folder.resolve(), name.replace("\\", "/"))
    return Finding("file-missing", f"找不到文件“{name}”。", f"{near}请核对文件名和文件夹。", place)


def _inspected(
    path: Path, password: str, name: str, place: Place, out: list[Finding]
) -> Inspected | None:
    """Return what a file makes, or None with an error; a file is looked into once."""
    stat = path.stat()
    found = _inspection(path, stat.st_mtime_ns, stat.st_size, password)
    if isinstance(found, BadSheet):
        out.append(Finding(found.code, f"“{name}”{found.message}。", found.cure, place))
        return None
    out += [
        Finding(each.code, f"“{name}”{each.message}。", each.cure, place, each.severity)
        for each in found.remarks
    ]
    return found


@lru_cache(maxsize=4096)
def _inspection(path: Path, _date: int, _size: int, password: str) -> Inspected | BadSheet:
    from docgen.binding.care import carefully
    from docgen.binding.sheets import inspect

    try:
        return carefully(inspect, path, password)
    except BadSheet as bad:
        return bad
