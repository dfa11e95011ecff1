"""What an issuer demands, typed: the shape of a compiled style pack.

Every key of a pack is a field here; an unknown key is an error. Where a value comes from (which
pack, which clause, or the house) is kept beside the values in `Style.sources`. How pages look is
in `layout`, what is to be written in `content`, what is handed in in `documents`.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from docgen.style.base import Flag, Number, Spec
from docgen.style.bureau import Bureau
from docgen.style.content import NameRule, SectionSpec
from docgen.style.documents import Choice, DocumentSpec, Form, NarrativeSpec
from docgen.style.layout import Captions, ContentsSpec, Headings, Page, Print, Role

#: The field whose options a style lists for itself.
DIRECTION_FIELD = "experience.direction"


class Source(Spec):
    """Where a value comes from.

    Attributes:
        pack: Name of the pack that states it.
        clause: The clause of the notice, e.g. 附件3 三, or the convention a house default follows.
        house: The notice is silent: a house default (惯例).
        inferred: The notice's text is lost: inferred from notices of its kind (推定), not known.
    """

    pack: str
    clause: str
    house: bool
    inferred: bool = False


class Notice(Spec):
    """The notice (通知) that the pack was read from."""

    title: str
    date: dt.date | None = None
    number: str = ""


class Dates(Spec):
    """Dates that bind the applicant: the last day for the application to reach the issuer."""

    deadline: dt.date | None = None


class Directions(Spec):
    """What the experience may be about (重点领域); no options where the notice leaves it open."""

    options: tuple[str, ...] = ()


class Recommender(Spec):
    """A recommending unit (推荐单位), and how the applicant reaches it."""

    name: str
    address: str = ""
    contact: str = ""
    phone: str = ""


def _named(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


class Recommenders(Spec):
    """Who may recommend (推荐单位名录).

    Attributes:
        options: The units that the notice lists; none where it lists none.
        also: What the names of others end in that may recommend as well, e.g. 协会, or "".
    """

    options: tuple[Annotated[Recommender, BeforeValidator(_named)], ...] = ()
    also: str = ""

    def named(self, name: str | None) -> Recommender | None:
        """Return the listed unit of a name, or None."""
        return next((each for each in self.options if each.name == name), None)


class EvidenceItem(Spec):
    """An item of evidence (证实性材料) that the notice names.

    Attributes:
        title: Its heading in the volume.
        asked: What the notice asks for, where its words say more than the heading.
        kinds: The kinds of a case's papers that belong to it, e.g. 获奖证书; none where papers are
            called as the item is.
        required: The application is incomplete without it.
    """

    title: str
    asked: str = ""
    kinds: tuple[str, ...] = ()
    required: Flag = False

    @property
    def takes(self) -> tuple[str, ...]:
        """The kinds of papers that belong to it."""
        return self.kinds or (self.title,)

    @property
    def wording(self) -> str:
        """What is asked for, in the notice's words."""
        return self.asked or self.title


class Evidence(Spec):
    """The evidence that the notice names."""

    items: tuple[EvidenceItem, ...] = ()


class Packing(Spec):
    """How the electronic files are packed; `{company}` and `{edition}` are filled in.

    Attributes:
        folder: The folder's name.
        archive: Name of the archive (压缩包) without its ending, or "" for none.
        archive_format: ``zip``, or ``rar`` where the program for it is installed.
        apart: Key of a document → the folder inside the company's that its files are in.
    """

    folder: str
    archive: str = ""
    archive_format: Literal["zip", "rar"] = "zip"
    apart: dict[str, str] = Field({})


class SizeClass(Spec):
    """One class of 企业类型: both floors must be met."""

    name: str
    employees: Number = Field(ge=0)
    revenue: Number = Field(ge=0)


class EnterpriseSize(Spec):
    """How 企业类型 follows from headcount and revenue (万元), largest class first."""

    classes: Annotated[tuple[SizeClass, ...], Field(min_length=1)]


class Conditions(Spec):
    """Conditions of eligibility (申报条件) that data can check.

    Attributes:
        registered_in: The place that 注册地 must name, or "".
        profitable_years: How many years to the last reporting year must show a profit.
        iso9001: A certificate by ISO 9001 must be in force.
        applied_years: How many years the experience must have been applied.
        industries: Divisions of GB/T 4754 that are admitted, as ``13`` or ``06-46``; none for all.
        industries_open: The notice's list ends in 等: others may be admitted as well.
    """

    registered_in: str = ""
    profitable_years: Number = Field(0, ge=0, le=10)
    iso9001: Flag = False
    applied_years: Number = Field(0, ge=0, le=50)
    industries: tuple[Annotated[str, Field(pattern=r"^\d\d(-\d\d)?$")], ...] = ()
    industries_open: Flag = False


class Style(Spec):
    """A compiled style (规范): one edition of one issuer's notice.

    Attributes:
        name: Its name on the command line.
        title: Its Chinese name.
        issuer: The issuer (发文机关).
        honour: The honour applied for, as printed.
        honour_pattern: What an edition of the honour is called: ``{edition}年{honour}``.
        edition: The edition's year.
        reporting_years: The years reported on, oldest first.
        dates: Dates that bind the applicant.
        directions: What the experience may be about.
        recommenders: Who may recommend.
        documents: Document key → document, in the order in which they are handed in.
        bureau: What the recommending unit makes.
        sources: Dotted path of a value → where it comes from.
        folders: Where the pack's own files may be, nearest first.
    """

    name: str
    title: str
    issuer: str
    honour: str
    honour_pattern: str
    edition: Number
    reporting_years: Annotated[tuple[Number, ...], Field(min_length=1)]
    dates: Dates = Dates()
    notice: Notice
    directions: Directions = Directions()
    recommenders: Recommenders = Recommenders()
    page: Page
    print: Print
    packing: Packing
    evidence: Evidence = Evidence()
    experience_name: NameRule = NameRule()
    roles: dict[str, Role]
    headings: Headings
    captions: Captions
    contents: ContentsSpec
    sections: dict[str, SectionSpec]
    conditions: Conditions = Conditions()
    enterprise_size: EnterpriseSize | None = None
    documents: dict[str, DocumentSpec]
    bureau: Bureau
    sources: dict[str, Source]
    folders: tuple[Path, ...]

    @property
    def full_honour(self) -> str:
        """The honour of this edition, as titles print it: 某年某市质量标杆."""
        return self.honour_pattern.format(edition=self.edition, honour=self.honour)

    def filled(self, line: str) -> str:
        """Return a line of a title with `{edition}`, `{honour}` and `{full_honour}` filled in."""
        return line.format(edition=self.edition, honour=self.honour, full_honour=self.full_honour)

    @property
    def printed_sections(self) -> tuple[str, ...]:
        """The names of the sections that are printed, in their order."""
        narratives = (each for each in self.documents.values() if isinstance(each, NarrativeSpec))
        return tuple(name for narrative in narratives for name in narrative.sections)

    @property
    def application_form(self) -> str | None:
        """Key of the form (申报表) that the notice prints, the first of several; None of none."""
        forms = (key for key, each in self.documents.items() if isinstance(each, Form))
        return next((key for key in forms if not self.source(f"documents.{key}").house), None)

    def options_of(self, choice: Choice) -> tuple[str, ...]:
        """Return what a form offers for a choice."""
        listed = self.directions.options if choice.field == DIRECTION_FIELD else ()
        return choice.options or listed

    def source(self, path: str) -> Source:
        """Return where the value at a dotted path comes from, e.g. ``roles.body.size``.

        A table's own clause answers for the values below it.

        Raises:
            KeyError: If the pack states nothing at the path or above it.
        """
        nearest = path
        while nearest and nearest not in self.sources:
            nearest = nearest.rpartition(".")[0]
        return self.sources[nearest]

    def clause(self, path: str) -> str:
        """Return the clause behind the value at a dotted path, or "" for a house default."""
        source = self.source(path)
        return "" if source.house else source.clause
