"""Run every rule over a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docgen.check.registry import code_of
from docgen.check.word.reading import read_for
from docgen.check.word.rules import RULES
from docgen.check.word.slip import place_title
from docgen.disk import reason
from docgen.findings import DocgenError, Finding, Place, Severity
from docgen.read import open_package

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

    from docgen.check.word.slip import Slip
    from docgen.style.model import Style


class FileFinding(NamedTuple):
    """A finding in a Word file, and the slip behind it, which knows where to write it back."""

    finding: Finding
    slip: Slip


def check_word(path: Path, style: Style) -> list[FileFinding]:
    """Return what is wrong with a Word file on disk; see `check_word_data`."""
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"不能读取“{path}”（{reason(error)}）。"
        finding = Finding("file-unreadable", message, "请核对文件名和权限。", Place(str(path)))
        raise DocgenError([finding]) from error
    return check_word_data(data, str(path), style)


def check_word_data(
    data: bytes, name: str, style: Style, document: str | None = None
) -> list[FileFinding]:
    """Return what is wrong with a Word file, rule by rule.

    Args:
        data: The file.
        name: Its name for messages.
        style: The issuer's style.
        document: Key of the document that it is, or None to tell from what it says.

    Raises:
        DocgenError: If it cannot be read, or is none of the style's documents.
    """
    reading = read_for(open_package(data, name), style, document)
    return [
        FileFinding(_finding(rule, slip, name), slip)
        for rule in RULES
        for slip in rule.check(reading)
    ]


def _finding(rule: ModuleType, slip: Slip, file: str) -> Finding:
    severity: Severity = slip.severity or rule.SEVERITY
    return Finding(
        code=code_of(rule),
        message=slip.message,
        cure=slip.cure,
        place=Place(file=file, title=place_title(slip.line)),
        severity=severity,
        clause=slip.clause,
    )
