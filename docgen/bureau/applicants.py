"""The applicants (申报企业): cases, and Word files that companies filled in, in one list."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from docgen.case.fields import title_at, value_adapter
from docgen.case.load import Case, load_facts
from docgen.case.locator import Locator
from docgen.case.model import Facts
from docgen.compose.form import filled_form
from docgen.derived import chosen_value
from docgen.findings import DocgenError, Finding, Place, Severity
from docgen.intake.files import read_bytes, submissions
from docgen.intake.inbox import CASE, WORD, open_inbox
from docgen.style.documents import Form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from docgen.intake.files import Submission
    from docgen.style.model import Style

COMPANY, _DATE = "company.name", "application_date"


class Applicant(ABC):
    """A company that applies.

    Attributes:
        file: The file that it is known by, as the user named it.
    """

    file: str

    @abstractmethod
    def value(self, field: str) -> Any:
        """Return the value of a case field, typed; None where the applicant does not say it.

        Args:
            field: The field's dotted path, e.g. ``contact.mobile``.
        """

    @abstractmethod
    def place(self, field: str) -> Place:
        """Return where the field stands, or would stand."""

    @abstractmethod
    def case(self, style: Style) -> Case | None:
        """Return what it says as a case without texts and papers; None where that is too little.

        Args:
            style: The style.
        """

    @abstractmethod
    def form(self, style: Style, key: str) -> bytes | None:
        """Return its filled form as a Word file; None where it has not handed one in.

        Args:
            style: The style.
            key: Key of the form among the style's documents.

        Raises:
            DocgenError: If the form cannot be filled or read.
        """

    @property
    def company(self) -> str:
        """The company's full name, or ""."""
        return self.value(COMPANY) or ""


class CaseApplicant(Applicant):
    """An applicant known by a case."""

    def __init__(self, facts: Facts, locator: Locator, style: Style) -> None:
        """Take the facts of a case; what follows from them under the style counts as said."""
        self.file = str(locator.file)
        self._facts, self._locator, self._style = facts, locator, style

    def value(self, field: str) -> Any:
        """Return the value of a case field, or what follows from others."""
        return chosen_value(self._facts, self._style, field)

    def place(self, field: str) -> Place:
        """Return where the field stands in the case."""
        return self._locator.place(*field.split("."))

    def case(self, style: Style) -> Case:
        """Return the case."""
        return Case(self._facts, {}, {}, (), {}, self._locator, ())

    def form(self, style: Style, key: str) -> bytes:
        """Return the form as it is filled from the case."""
        spec = style.documents[key]
        assert isinstance(spec, Form)
        return filled_form(self.case(style), style, spec)


class FormApplicant(Applicant):
    """An applicant known by the Word files that it filled in."""

    def __init__(self, submission: Submission) -> None:
        """Take what one company handed in."""
        self.file = submission.file
        self._submission = submission

    def value(self, field: str) -> Any:
        """Return the value of a case field as its files say it."""
        said, adapter = self._submission.value(field), value_adapter(field)
        return said if said is None or adapter is None else adapter.validate_python(said)

    def case(self, style: Style) -> Case | None:
        """Return the case that its files make; without a date they are taken to be in time."""
        values = {_DATE: style.dates.deadline, **self._submission.case()}
        try:
            facts = Facts.model_validate(values)
        except ValidationError:
            return None
        return Case(facts, {}, {}, (), {}, Locator(Path(self.file), style.name, {}), ())

    def form(self, style: Style, key: str) -> bytes | None:
        """Return the form that it handed in, as it is."""
        received = next((one for one in self._submission.received if one.document == key), None)
        return None if received is None else read_bytes(Path(received.file))

    def place(self, field: str) -> Place:
        """Return where the field stands in the files, or the file that ought to have it."""
        places = (each.place for each in self._submission.taken if each.path == field)
        return next(places, Place(file=self.file, title=title_at(*field.split("."))))


@dataclass(slots=True)
class _Told:
    """Where goes what is found, and who is told of each file."""

    findings: list[Finding]
    progress: Callable[[str], None]


def applicants(
    paths: Sequence[Path], style: Style, progress: Callable[[str], None] = lambda step: None
) -> tuple[list[Applicant], list[Finding]]:
    """Read the applications in files and folders.

    A file that cannot be read is a finding, and the others go on; so is one that says nothing of
    any company.

    Args:
        paths: Case files, Word files and folders, as the user named them.
        style: The style.
        progress: Told the name of each file.

    Returns:
        The applicants in the order of their files, and what was found on the way.
    """
    inbox = open_inbox(paths, style)
    findings = inbox.findings
    order = {str(file): number for number, file in enumerate(inbox.files)}
    cases = [file for file in inbox.files if file.suffix.lower() == CASE]
    forms = [file for file in inbox.files if file.suffix.lower() == WORD]
    told = _Told(findings, progress)
    found = [*_of_cases(cases, style, told, order), *_of_forms(forms, style, told, order)]
    return [each for _, each in sorted(found, key=itemgetter(0))], findings


def _of_cases(
    files: Sequence[Path], style: Style, told: _Told, order: Mapping[str, int]
) -> Iterator[tuple[int, Applicant]]:
    """Yield the applicants of case files, each with its place among all files."""
    for file in files:
        told.progress(file.parent.name or file.name)
        try:
            facts, locator, noticed = load_facts(file, style.name)
        except DocgenError as error:
            told.findings += error.findings
            continue
        told.findings += noticed
        yield order[str(file)], CaseApplicant(facts, locator, style)


def _of_forms(
    files: Sequence[Path], style: Style, told: _Told, order: Mapping[str, int]
) -> Iterator[tuple[int, Applicant]]:
    """Yield the applicants of Word files, each with the place of its first file."""
    handed_in, noticed = submissions(files, style, told.progress)
    told.findings += noticed
    for submission in handed_in:
        told.findings += submission.findings
        lacks_form = not submission.has_form(style)
        if not submission.taken or (lacks_form and submission.value(COMPANY) is None):
            told.findings.append(_says_nothing(submission.file))
            continue
        if lacks_form:
            told.findings.append(_no_form(submission, style))
        first = min(order[each.file] for each in submission.received)
        yield first, FormApplicant(submission)


def _says_nothing(file: str) -> Finding:
    message = "没有读出是哪家企业的资料，没有列入。"
    cure = "请核对是不是空白的表格；与申报无关的文件无需处理。"
    return Finding("nothing-stated", message, cure, Place(file), Severity.WARNING)


def _no_form(submission: Submission, style: Style) -> Finding:
    company, form = submission.value(COMPANY), style.documents[style.application_form or ""].name
    has = "、".join(f"《{style.documents[each.document].name}》" for each in submission.received)
    message = f"“{company}”只有{has}，没有《{form}》；列入了，读不到的项空着。"
    return Finding("form-missing", message, "请核对材料是否收齐。", Place(submission.file))
