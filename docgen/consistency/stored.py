"""A dossier as it lies in its folder: what its files say, and what was made there."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docgen.filenames import MANIFEST

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.intake.files import Submission
    from docgen.style.model import Style


@dataclass(frozen=True, slots=True)
class Made:
    """A file as the manifest lists it.

    Attributes:
        name: Its name in the folder.
        document: Key of the document that it is; "" for an archive.
        digest: Its SHA-256 when it was made, in hexadecimal.
    """

    name: str
    document: str
    digest: str


@dataclass(frozen=True, slots=True)
class StoredDossier:
    """What one company's folder holds.

    Attributes:
        folder: The folder.
        style: The issuer's style.
        submission: What its Word files say.
        made: The files that the manifest lists; none where there is no manifest.
        is_own: No other company's files lie in the folder.
    """

    folder: Path
    style: Style
    submission: Submission
    made: tuple[Made, ...] = ()
    is_own: bool = True


def made_files(folder: Path) -> tuple[Made, ...]:
    """Return what a folder's manifest lists; none where there is none, or it is spoilt."""
    try:
        listed = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
        return tuple(_made(each) for each in listed)
    except (OSError, ValueError, KeyError, TypeError):
        return ()


def _made(entry: Any) -> Made:
    return Made(str(entry["name"]), str(entry["document"]), str(entry["sha256"]))
