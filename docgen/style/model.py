"""What an issuer demands, typed: the shape of a compiled style pack.

Every key of a pack is a field here; an unknown key is an error. Where a value comes from (which
pack, which clause, or the house) is kept beside the values in `Style.sources`.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, Strict

from docgen.document import Alignment
from docgen.style.units import Length, Lines, TypeSize


class _Spec(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, allow_inf_nan=False
    )


class Source(_Spec):
    """Where a value comes from.

    Attributes:
        pack: Name of the pack that states it.
        clause: The clause of the notice, e.g. 附件3 三, or the convention a house default follows.
        house: The notice is silent: a house default (惯例).
    """

    pack: str
    clause: str
    house: bool


#: At least one.
_Texts = Annotated[tuple[str, ...], Field(min_length=1)]
_Indent = Annotated[float, Field(ge=-20, le=20)]
_Flag = Annotated[bool, Strict()]
_Number = Annotated[int, Strict()]


class Notice(_Spec):
    """The notice (通知) that the pack was read from."""

    title: str
    date: dt.date | None = None
    number: str = ""


class Page(_Spec):
    """Page set-up (页面设置); lengths in points."""

    paper: Literal["A4"]
    orientation: Literal["portrait", "landscape"]
    top: Length
    bottom: Length
    inside: Length
    outside: Length
    gutter: Length
    mirrored: _Flag
    header: Length
    footer: Length
    number_pattern: str = Field(pattern=r"^[^{}]*\{\}[^{}]*$")
    number_position: Literal["outside", "center", "right"]


class Dates(_Spec):
    """Dates that bind the applicant: the last day for the application to reach the issuer."""

    deadline: dt.date | None = None


class Directions(_Spec):
    """What the experience may be about (重点领域); no options where the notice leaves it open."""

    options: tuple[str, ...] = ()


class Print(_Spec):
    """How the paper copies are made (印装)."""

    copies: _Number = Field(ge=1, le=100)
    two_sided: _Flag
    binding: str


class EvidenceItem(_Spec):
    """A piece of evidence (证实性材料) that the applicant adds to the dossier."""

    title: str
    required: _Flag = False


class Evidence(_Spec):
    """The evidence that the notice names."""

    items: tuple[EvidenceItem, ...] = ()


class Packing(_Spec):
    """How the electronic files are packed: the folder's name, `{company}` filled in."""

    folder: str


class Role(_Spec):
    """The look of one role: a Word style, a CSS class. Lengths in points; indent in characters."""

    title: str
    based_on: str = ""
    font: str | None = None
    latin: str | None = None
    size: TypeSize | None = None
    bold: _Flag | None = None
    italic: _Flag | None = None
    spacing: Length | None = None
    align: Alignment | None = None
    line: Lines | None = None
    before: Length | None = None
    after: Length | None = None
    first_line_indent: _Indent | None = None
    indent_left: Length | None = None
    keep_with_next: _Flag | None = None
    keep_together: _Flag | None = None


class Headings(_Spec):
    """Headings: the first number of level 1, 2 …, e.g. “一、”, “（一）”, “1．”, “（1）”."""

    numbering: Annotated[
        tuple[Annotated[str, Field(pattern=r"^[^{}]*[一1①][^{}]*$|^$")], ...], Field(min_length=1)
    ]


class ContentsSpec(_Spec):
    """The table of contents (目录): its heading, and how many heading levels it lists (0: none)."""

    title: str
    levels: _Number = Field(ge=0, le=9)


class Limit(_Spec):
    """A limit on length (字数限制): at most so many 字 by Word's count."""

    max: _Number = Field(ge=1)


class SectionSpec(_Spec):
    """A section of the narrative (总结材料的一部分).

    Attributes:
        title: Its heading as printed.
        source: The case's neutral key: abstract, overview, background, method, implementation,
            features, results, lessons, outlook.
        limit: Its limit of length, or None.
        numbered: Whether the heading is a numbered first-level heading; 摘要 is not.
        contains: What the notice wants it to say, for the writer of the text.
    """

    title: str
    source: str
    limit: Limit | None = None
    numbered: _Flag = True
    contains: tuple[str, ...] = ()

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles of its text and of its title; none of its own where its heading is numbered."""
        return () if self.numbered else (self.source, f"{self.source}-title")


class NameRule(_Spec):
    """The rule for the experience's name (标杆名称): its limit and its last word."""

    limit: Limit
    pattern: str
    starts_with_company: _Flag
    ends_with: str


class Choice(_Spec):
    """A choice on a form (选项): the case field and the options as printed."""

    field: str
    title: str
    options: _Texts


class SizeClass(_Spec):
    """One class of 企业类型: both floors must be met."""

    name: str
    employees: _Number = Field(ge=0)
    revenue: _Number = Field(ge=0)


class EnterpriseSize(_Spec):
    """How 企业类型 follows from headcount and revenue (万元), largest class first."""

    classes: Annotated[tuple[SizeClass, ...], Field(min_length=1)]


class Conditions(_Spec):
    """Conditions of eligibility (申报条件) that data can check."""

    registered_in: str = ""
    profitable_years: _Number = Field(0, ge=0, le=10)


class CoverField(_Spec):
    """One line of the cover: its label, and the case field printed after it."""

    label: str
    field: str


class Cover(_Spec):
    """The cover (封面). `{edition}` and `{honour}` in the title lines are filled in."""

    kind: Literal["cover"]
    name: str
    title: _Texts
    fields: Annotated[tuple[CoverField, ...], Field(min_length=1)]


class HonourRule(_Spec):
    """Which honours a form counts: of these levels, in so many years before the application."""

    levels: _Texts
    years: _Number = Field(ge=1, le=100)


class Form(_Spec):
    """A form (申报表): a Word template in the issuer's own shape.

    Attributes:
        template: The template's path below ``templates/word/`` or the pack's own folder.
        choices: Choice name in the template → choice.
        required: Case fields the form cannot do without.
        required_each_year: Fields that it asks for in every reporting year.
        honours: Which honours the form counts, or None for all.
    """

    kind: Literal["form"]
    name: str
    template: str
    choices: dict[str, Choice] = {}
    required: tuple[str, ...] = ()
    required_each_year: tuple[str, ...] = ()
    honours: HonourRule | None = None


class NarrativeSpec(_Spec):
    """The narrative (典型经验总结材料): its sections in order."""

    kind: Literal["narrative"]
    name: str
    sections: _Texts


class Strip(_Spec):
    """The paper strip of the spine label; lengths in points."""

    width: Length = Field(gt=0)
    height: Length = Field(gt=0)


class Spine(_Spec):
    """The spine label (书脊): the case field printed on it, and its strip of paper."""

    kind: Literal["spine"]
    name: str
    field: str
    strip: Strip


DocumentSpec = Annotated[Cover | Form | NarrativeSpec | Spine, Field(discriminator="kind")]


class Style(_Spec):
    """A compiled style (规范): one edition of one issuer's notice.

    Attributes:
        name: Its name on the command line.
        title: Its Chinese name.
        issuer: The issuer (发文机关).
        honour: The honour applied for, as printed.
        edition: The edition's year.
        reporting_years: The years reported on, oldest first.
        dates: Dates that bind the applicant.
        directions: What the experience may be about.
        documents: Document key → document, in the order in which they are handed in.
        sources: Dotted path of a value → where it comes from.
        folders: Where the pack's own files may be, nearest first.
    """

    name: str
    title: str
    issuer: str
    honour: str
    edition: _Number
    reporting_years: Annotated[tuple[_Number, ...], Field(min_length=1)]
    dates: Dates = Dates()
    notice: Notice
    directions: Directions = Directions()
    page: Page
    print: Print
    packing: Packing
    evidence: Evidence = Evidence()
    experience_name: NameRule
    roles: dict[str, Role]
    headings: Headings
    contents: ContentsSpec
    sections: dict[str, SectionSpec]
    conditions: Conditions = Conditions()
    enterprise_size: EnterpriseSize | None = None
    documents: dict[str, DocumentSpec]
    sources: dict[str, Source]
    folders: tuple[Path, ...]

    @property
    def printed_sections(self) -> tuple[str, ...]:
        """The names of the sections that are printed, in their order."""
        narratives = (each for each in self.documents.values() if isinstance(each, NarrativeSpec))
        return tuple(name for narrative in narratives for name in narrative.sections)

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
