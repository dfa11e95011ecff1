"""The printed Word files, checked like anybody's: what is handed in is what was judged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docgen.check.word.check import check_word_data
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docgen.dossier.folder import DossierFile
    from docgen.findings import Finding
    from docgen.style.model import Style

_WORD = ".docx"


def check_printed(files: Iterable[DossierFile], style: Style) -> Iterator[Finding]:
    """Yield what is wrong with a dossier's Word files.

    The files are there and say what the case says: nothing in them is worse than a warning.
    """
    for file in files:
        if file.content.suffix == _WORD:
            for found in check_word_data(file.content.data, file.name, style, file.document):
                serious = found.finding.severity is Severity.ERROR
                severity = Severity.WARNING if serious else found.finding.severity
                yield replace(found.finding, severity=severity)
