"""The recommendation (推荐): the covering letter, and the unit's opinion on each applicant.

`recommend` names every step and does none of them. An opinion stands in the issuer's own form where
the form has a place for it, else on a sheet of our own; it is blank where the unit gives none.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.bureau.gathering import gather
from docgen.compose.letter import LetterFacts, compose_letter
from docgen.compose.opinion import FACTS, compose_opinion
from docgen.compose.values import printed_value
from docgen.document import Properties
from docgen.findings import DocgenError, Finding, Place, Severity
from docgen.forms.opinion import Opinion, with_opinion
from docgen.read import read_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from docgen.bureau.opinions import Opinions
    from docgen.bureau.table import Entry
    from docgen.document import Document
    from docgen.style.model import Style

_KEY = "opinion"


@dataclass(frozen=True, slots=True)
class Recommended:
    """An applicant with the unit's opinion on it.

    Attributes:
        number: Its place in the unit's order, from 1.
        company: Its full name.
        document: The form with the opinion, or the opinion sheet.
    """

    number: int
    company: str
    document: Document


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What the unit hands on beside its tables.

    Attributes:
        letter: The covering letter.
        opinions: The opinions, in the unit's order.
        findings: What is wrong with the applications and with what the unit says.
    """

    letter: Document
    opinions: tuple[Recommended, ...]
    findings: tuple[Finding, ...]


def recommend(
    paths: Sequence[Path],
    style: Style,
    opinions_file: Path | None = None,
    progress: Callable[[str], None] = lambda step: None,
) -> Recommendation:
    """Read applications, and write the letter and the opinions that go with them.

    Args:
        paths: Cases, Word files and folders of them.
        style: The style.
        opinions_file: What the unit itself knows, or None: then there is room to write it.
        progress: Told the name of each file and company.

    Raises:
        DocgenError: If there is no application at all, or the unit's file cannot be read.
    """
    gathered = gather(paths, style, opinions_file, progress)
    findings = list(gathered.findings)
    letter = compose_letter(style, _letter_facts(gathered.entries, gathered.opinions))
    recommended = []
    for entry in gathered.entries:
        progress(entry.applicant.company)
        opinion = _opinion(entry, gathered.opinions)
        if opinions_file is not None:
            findings += _silence(entry, opinion)
        try:
            document = _document(entry, style, opinion)
        except DocgenError as error:
            findings += error.findings
        else:
            recommended.append(Recommended(entry.number, entry.applicant.company, document))
    return Recommendation(letter, tuple(recommended), tuple(findings))


def _letter_facts(entries: Sequence[Entry], opinions: Opinions) -> LetterFacts:
    unit = opinions.unit
    return LetterFacts(
        # A company that applies twice is recommended once.
        companies=tuple(dict.fromkeys(filter(None, (e.applicant.company for e in entries)))),
        unit=unit.name or "",
        number=unit.number or "",
        signer=unit.signer or "",
        date=unit.date,
        contact=unit.contact or "",
        phone=unit.phone or "",
    )


def _opinion(entry: Entry, opinions: Opinions) -> Opinion:
    said, unit = entry.opinion, opinions.unit
    return Opinion(
        text=(said and said.opinion) or "",
        unit=(said and said.unit) or unit.name or "",
        date=(said and said.date) or unit.date,
    )


def _silence(entry: Entry, opinion: Opinion) -> Iterator[Finding]:
    """Yield a finding where the unit's file has no opinion on a company."""
    if not opinion.paragraphs:
        message = f"没有写对“{entry.applicant.company}”的推荐意见，已留空白。"
        cure = "请在推荐意见文件里补上，或打印后手写。"
        place = Place(entry.applicant.file, title="推荐意见")
        yield Finding("opinion-blank", message, cure, place, Severity.WARNING)


def _document(entry: Entry, style: Style, opinion: Opinion) -> Document:
    """Return an opinion on paper: in the applicant's form, or on a sheet.

    Raises:
        DocgenError: If there is no form to write it into, or it cannot be filled or written into.
    """
    applicant, place = entry.applicant, style.bureau.opinion
    if not place.form:
        stated = {
            field: printed_value(value)
            for field in FACTS
            if (value := applicant.value(field)) is not None
        }
        return compose_opinion(style, stated, opinion)
    name = style.documents[place.form].name
    try:
        form = applicant.form(style, place.form)
    except DocgenError as error:
        raise DocgenError(_unfilled(error.findings, entry, name)) from error
    if form is None:
        raise DocgenError([_no_form(entry, name)])
    date = opinion.date or dt.date(style.edition, 1, 1)
    return read_word(
        with_opinion(form, place, opinion, name=applicant.file),
        key=_KEY,
        name=name,
        properties=Properties(name, applicant.company, style.full_honour, date),
    )


def _unfilled(findings: Sequence[Finding], entry: Entry, name: str) -> Sequence[Finding]:
    """Return why a form cannot be filled; what the case lacks is told in one sentence."""
    missing = [each for each in findings if each.code == "template-name-unknown"]
    if len(missing) < len(findings):
        return findings
    message = f"案例缺 {len(missing)} 项内容，填不出《{name}》，推荐意见没有生成。"
    cure = "请用 check 逐项查看，补上后再运行。"
    return [Finding("form-unfilled", message, cure, Place(entry.applicant.file, title=name))]


def _no_form(entry: Entry, name: str) -> Finding:
    message = f"没有“{entry.applicant.company}”的{name}，推荐意见没有地方填。"
    cure = "请补上企业填好的表，或它的案例。"
    return Finding("opinion-without-form", message, cure, Place(entry.applicant.file, title=name))
