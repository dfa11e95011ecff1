"""Word files as they come in, one or a folder of them: put together company by company."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docgen.disk import reason
from docgen.filenames import safe_name
from docgen.findings import DocgenError, Finding, Place
from docgen.forms.folding import folded
from docgen.intake.company_names import may_be_one
from docgen.intake.documents import Received, receive
from docgen.intake.values import Taken, case_of, differing, place_from, short
from docgen.style.documents import Form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from docgen.style.model import Style

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

    def has_form(self, style: Style) -> bool:
        """Say whether the issuer's application form is among its files, where there is one."""
        form = style.application_form
        return form is None or any(each.document == form for each in self.received)

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
    """Read Word files, and put them together by company.

    A folder that has each document once is one company's; otherwise the names in the files tell. A
    file that names no company belongs to the only company of its folder, or to none.

    Args:
        paths: Word files.
        style: The style.
        progress: Told each file's name.

    Returns:
        The companies in the order of their files, and what is wrong with files that are none of
        the style's documents or cannot be read.
    """
    received: list[tuple[Path, Received]] = []
    findings: list[Finding] = []
    for path in paths:
        progress(path.name)
        try:
            received.append((path, receive(read_bytes(path), str(path), style)))
        except DocgenError as error:
            findings += error.findings
    companies = _companies(received, style)
    by_company: dict[str, list[Received]] = {}
    for company, (_, each) in zip(companies, received, strict=True):
        by_company.setdefault(company, []).append(each)
    found = [Submission(sorted(files, key=_rank(style))) for files in by_company.values()]
    for submission in found:
        lost = (finding for each in submission.received for finding in each.findings)
        mixed = list(_mixed(submission))
        others = [each for each in submission.taken if not (mixed and each.path == _COMPANY)]
        twice = _repeated(submission, style)
        submission.findings += [*lost, *mixed, *twice, *differing(others)]
    return found, findings


def _mixed(submission: Submission) -> Iterator[Finding]:
    """Yield the first file that names quite another company than the one before it."""
    named = (
        [taken for taken in each.taken if taken.path == _COMPANY] for each in submission.received
    )
    names = [each[0] for each in named if each]
    for other in names[1:]:
        first = names[0]
        if not may_be_one(first.text, other.text):
            message = (
                f"这里是“{short(other.text)}”，在{place_from(first.place, other.place)}"
                f"是“{short(first.text)}”：两家企业的材料放在了一个文件夹里，已当作一家。"
            )
            cure = "请一家企业一个文件夹；是同一家的，请改正名称。"
            yield Finding("companies-mixed", message, cure, other.place)
            return


def _repeated(submission: Submission, style: Style) -> Iterator[Finding]:
    """Yield the documents that one company has handed in more than once."""
    first: dict[str, str] = {}
    for each in submission.received:
        earlier = first.setdefault(each.document, each.file)
        if earlier != each.file:
            name = style.documents[each.document].name
            message = f"同一家企业的《{name}》有两份，另一份是《{earlier}》，已当作一家。"
            cure = "请核对哪一份是最后的，移走另一份。"
            yield Finding("document-repeated", message, cure, Place(each.file))


def read_bytes(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        DocgenError: If it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"不能读取（{reason(error)}）。"
        finding = Finding("file-unreadable", message, "请核对文件名和权限。", Place(str(path)))
        raise DocgenError([finding]) from error


def _companies(files: Sequence[tuple[Path, Received]], style: Style) -> list[str]:
    """Return for each file what tells its company from others.

    A folder that has each document once is one company's, whatever names its files say. Where one
    has several, each goes to the company it names; one that names none to the only one beside it.
    """
    placed = [(_folder(path, style), path, each) for path, each in files]
    documents = Counter((folder, each.document) for folder, _, each in placed)
    shared = {folder for (folder, _), number in documents.items() if number > 1}
    names: dict[Path, set[str]] = {}
    for folder, _, each in placed:
        names.setdefault(folder, set()).update({_named(each)} - {""})
    companies = []
    for folder, path, each in placed:
        own = _named(each) if folder in shared else ""
        alone = path if folder in shared else folder
        companies.append(own or _single(names[folder]) or str(alone))
    return companies


def _folder(path: Path, style: Style) -> Path:
    """Return the folder of a file's dossier; what is handed in apart lies in one below it."""
    is_apart = path.parent.name in map(safe_name, style.packing.apart.values())
    return path.parent.parent if is_apart else path.parent


def _single(names: set[str]) -> str:
    return next(iter(names)) if len(names) == 1 else ""


def _named(file: Received) -> str:
    return next((folded(each.text) for each in file.taken if each.path == _COMPANY), "")


def _rank(style: Style) -> Callable[[Received], tuple[bool, str]]:
    def rank(each: Received) -> tuple[bool, str]:
        return not isinstance(style.documents[each.document], Form), each.file

    return rank
