"""What is said of a file that was handed over: why it cannot be used, or what became of it.

The file's name and place are the caller's to add; messages are predicates of the name, as in
“执照.pdf”有打开口令.
"""

from __future__ import annotations

from dataclasses import dataclass

from docgen.findings import Severity


class BadSheet(Exception):  # noqa: N818 - it becomes a finding, not a crash
    """A file that cannot be used."""

    def __init__(self, code: str, message: str, cure: str) -> None:
        """Keep the parts of the finding; `message` is a predicate of the file's name."""
        self.code, self.message, self.cure = code, message, cure
        super().__init__(code, message, cure)  # all three, or it could not be pickled


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to know about a file that is used.

    Attributes:
        code: As of a finding.
        message: A predicate of the file's name, in Chinese.
        cure: What to do about it, in Chinese.
        severity: A warning where something may be missing in print, else a note.
    """

    code: str
    message: str
    cure: str
    severity: Severity = Severity.NOTE


@dataclass(frozen=True, slots=True)
class Inspected:
    """A file that can be used.

    Attributes:
        pages: How many sheets (页) it makes.
        remarks: What to know about it.
    """

    pages: int
    remarks: tuple[Remark, ...] = ()
