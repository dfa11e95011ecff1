"""Run every rule over the dossiers in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from docgen.consistency.rules import RULES
from docgen.consistency.stored import StoredDossier, made_files
from docgen.intake.files import submissions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from docgen.findings import Finding
    from docgen.intake.files import Submission
    from docgen.style.model import Style


class DossierReport(NamedTuple):
    """What a dossier's files say in two ways.

    Attributes:
        folder: The dossier's folder.
        findings: What was found.
    """

    folder: Path
    findings: list[Finding]


def check_dossiers(
    files: Sequence[Path], style: Style, progress: Callable[[str], None] = lambda step: None
) -> list[DossierReport]:
    """Return what is inconsistent in each company's files.

    Args:
        files: Word files; those of a company are found by its name, or by their folder.
        style: The issuer's style.
        progress: Told each file's name.
    """
    found, _ = submissions(files, style, progress)
    folders = [_folder(each, style) for each in found]
    dossiers = [
        StoredDossier(folder, style, each, made_files(folder), folders.count(folder) == 1)
        for folder, each in zip(folders, found, strict=True)
    ]
    return [DossierReport(each.folder, _findings(each)) for each in dossiers]


def _findings(dossier: StoredDossier) -> list[Finding]:
    return [finding for rule in RULES for finding in rule.check(dossier)]


def _folder(submission: Submission, style: Style) -> Path:
    """Return the folder of a company's files; what is handed in apart lies in one below it."""
    apart = set(style.packing.apart)
    file = next((each for each in submission.received if each.document not in apart), None)
    return Path(file.file if file else submission.file).parent
