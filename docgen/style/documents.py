"""The documents (文书) that an issuer asks of the applicant, by kind."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from docgen.style.base import Flag, Number, Spec, Texts
from docgen.style.units import Length


class CoverField(Spec):
    """One line of the cover: its label, and the case field printed after it."""

    label: str
    field: str


class Cover(Spec):
    """The cover (封面). `{edition}` and `{honour}` in the title lines are filled in."""

    kind: Literal["cover"]
    name: str
    title: Texts
    fields: Annotated[tuple[CoverField, ...], Field(min_length=1)]


class Choice(Spec):
    """A choice on a form (选项): the case field and the options as printed.

    Attributes:
        field: A text, a yes or no (是, 否), or a list of texts of which each is ticked.
        title: Its label on the form.
        options: As printed; none for the direction, whose options the style lists.
    """

    field: str
    title: str
    options: tuple[str, ...] = ()


class FiguresRow(Spec):
    """A row of a table of figures: its label and unit as printed, and the field of each year."""

    title: str
    unit: str = ""
    field: str


class FiguresTable(Spec):
    """A table of figures year by year (统计表) on a form.

    Attributes:
        title: As printed; the case says under it what another industry adds and leaves out.
        rows: The printed rows.
    """

    title: str
    rows: Annotated[tuple[FiguresRow, ...], Field(min_length=1)]


class HonourRule(Spec):
    """Which honours a form counts: of these levels, in so many years before the application."""

    levels: Texts
    years: Number = Field(ge=1, le=100)


class Form(Spec):
    """A form (申报表): a Word template in the issuer's own shape.

    Attributes:
        template: The template's path below ``templates/word/`` or the pack's own folder.
        choices: Choice name in the template → choice.
        required: Case fields the form cannot do without; of a list, at least one item.
        required_each_year: Fields that it asks for in every reporting year.
        honours: Which honours the form counts, or None for all.
        tables: Name in the template → table of figures; a case changes economic and social ones.
        products: How many leading products its table has room for; 0 where it has none.
    """

    kind: Literal["form"]
    name: str
    template: str
    choices: dict[str, Choice] = Field({})
    required: tuple[str, ...] = ()
    required_each_year: tuple[str, ...] = ()
    honours: HonourRule | None = None
    tables: dict[str, FiguresTable] = Field({})
    products: Number = Field(0, ge=0, le=10)


class NarrativeSpec(Spec):
    """The narrative (典型经验总结材料): its sections in order.

    Attributes:
        titled: The experience's name is printed above the sections.
        part_of: Key of the form whose last part the narrative is, or "" if it stands alone.
        sections: Names of its sections.
    """

    kind: Literal["narrative"]
    name: str
    titled: Flag = True
    part_of: str = ""
    sections: Texts


class Strip(Spec):
    """The paper strip of the spine label; lengths in points.

    Attributes:
        height: Its height.
        width: Its width, or None for the book's thickness as its pages and paper make it.
    """

    height: Length = Field(gt=0)
    width: Annotated[Length, Field(gt=0)] | None = None


class Spine(Spec):
    """The spine label (书脊): the case field printed on it, and its strip of paper."""

    kind: Literal["spine"]
    name: str
    field: str
    strip: Strip


class Book(Spec):
    """The book (装订稿): a print-ready PDF of the documents that are bound, in their order.

    Attributes:
        parts: Keys of the documents.
    """

    kind: Literal["book"]
    name: str
    parts: Texts


class PrintSheet(Spec):
    """The print sheet (印装说明): what the print shop must know to make the paper copies."""

    kind: Literal["print-sheet"]
    name: str


class EvidenceSpec(Spec):
    """The volume of evidence (证实性材料): the case's papers in the order of the items.

    Attributes:
        title: The lines of its cover's title; `{edition}` and `{honour}` are filled in.
        fields: The lines of its cover; none for name, company and date as the issuer's cover has
            them.
        editable: The notice wants an editable file: a Word file as well, pages as pictures.
    """

    kind: Literal["evidence"]
    name: str
    title: Texts
    fields: tuple[CoverField, ...] = ()
    editable: Flag = False


DocumentSpec = Annotated[
    Cover | Form | NarrativeSpec | EvidenceSpec | Spine | Book | PrintSheet,
    Field(discriminator="kind"),
]
