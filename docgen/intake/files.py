"""Word files as they come in, one or a folder of them: put together company by company."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.findings import DocgenError, Finding, Place
from docgen.forms.folding import folded
from docgen.intake.documents import Received, receive
from docgen.intake.values import Taken, case_of, differing
from docgen.style.documents import Form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from docgen.style.model import Style

WORD = ".docx"
#: What Word, WPS and LibreOffice leave beside a file that is open.
_TEMPORARY = ("~$", ".~", ".")
_COMPANY = "company.name"


@dataclass(slots=True)
class Submission:
    """What one company handed in (一家企业的材料).

    Attributes:
        received: Its files, the forms first.
        findings: What could not be read, and what its files say in two ways.
    """

    received: list[Received]
    findings: list[Finding] = field(default_factory=list)

    @property
    def file(self) -> str:
        """The file that it is known by: its form, or else its first."""
        return self.received[0].file

    @property
    def taken(self) -> list[Taken]:
        """All fields that its files say."""
        return [each for received in self.received for each in received.taken]

    def value(self, path: str) -> Any:
        """Return a field's value, the form's before any other file's; None where none has it."""
        return next((each.value for each in self.taken if each.path == path), None)

    def case(self) -> dict[str, Any]:
        """Return the case that its files make."""
        case = case_of(self.taken)
        omitted = {
            key: titles for received in self.received for key, titles in received.omitted.items()
        }
        for key, titles in omitted.items():
            case.setdefault("tables", {}).setdefault(key, {})["omit"] = titles
        return case


def submissions(
    paths: Sequence[Path], style: Style, progress: Callable[[str], None] = lambda step: None
) -> tuple[list[Submission], list[Finding]]:
    """Read Word files, those of folders included, and put them together by company.

    A file that says no company belongs to the only company of its folder, or to none; one that
    says nothing at all, such as a promise to be sealed, may stand in a folder below.

    Args:
        paths: Word files and folders.
        style: The style.
        progress: Told each file's name.

    Returns:
        The companies in the order of their files, and what is wrong with files that are none of
        the style's documents or cannot be read.
    """
    received: list[tuple[Path, Received]] = []
    findings: list[Finding] = []
    for path in _word_files(paths):
        progress(path.name)
        try:
            received.append((path, receive(_read(path), str(path), style)))
        except DocgenError as error:
            findings += error.findings
    by_company: dict[str, list[Received]] = {}
    for path, each in received:
        by_company.setdefault(_company_of(path, each, received), []).append(each)
    found = [Submission(sorted(files, key=_rank(style))) for files in by_company.values()]
    for submission in found:
        lost = (finding for each in submission.received for finding in each.findings)
        submission.findings += [*lost, *differing(submission.taken)]
    return found, findings


def _word_files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for file in sorted(path.rglob(f"*{WORD}")):
            if not file.name.startswith(_TEMPORARY):
                yield file


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"不能读取（{error.strerror}）。"
        finding = Finding("file-unreadable", message, "请核对文件名和权限。", Place(str(path)))
        raise DocgenError([finding]) from error


def _company_of(path: Path, file: Received, others: Sequence[tuple[Path, Received]]) -> str:
    """Return the company that a file belongs to, folded for comparing."""
    if name := _named(file):
        return name
    for folder in (path.parent,) if file.taken else (path.parent, path.parent.parent):
        beside = {_named(each) for other, each in others if other.parent == folder} - {""}
        if len(beside) == 1:
            return beside.pop()
    return str(path)


def _named(file: Received) -> str:
    return next((folded(each.text) for each in file.taken if each.path == _COMPANY), "")


def _rank(style: Style) -> Callable[[Received], tuple[bool, str]]:
    def rank(each: Received) -> tuple[bool, str]:
        return not isinstance(style.documents[each.document], Form), each.file

    return rank
