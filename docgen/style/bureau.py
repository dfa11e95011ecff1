"""What the recommending unit (推荐单位) makes of the applications: tables, opinions, a letter."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from docgen.style.base import Flag, Number, Spec, Texts

#: Names of the unit's covering letter, and of the folder of its opinions.
LETTER, OPINIONS = "推荐文件", "推荐意见"
#: What a column of the summary prints that is no field of the case: 序号, 排序, 推荐意见.
OWN_COLUMNS = ("number", "rank", "opinion")
#: What a column of the list of the unit's people prints.
PERSON_COLUMNS = ("number", "name", "unit", "title", "phone", "mobile")


class Column(Spec):
    """A column of a table that the unit makes.

    Attributes:
        title: Its heading as printed.
        field: The field of the case, ``contact.mobile``; of the unit's own list, ``mobile``; or
            ``number`` (序号), ``rank`` (排序), ``opinion`` (推荐意见).
        width: Its share of the table's width, in characters.
        required: A row without it is not complete.
    """

    title: str
    field: str
    width: Number = Field(ge=2, le=80)
    required: Flag = False


class Roster(Spec):
    """A table that the unit makes (汇总表, 名单), a row an applicant or a person.

    Attributes:
        name: Its Chinese name, the stem of its file names.
        annex: What stands at its top left, e.g. 附件4：, or "".
        title: The lines of its title; `{edition}`, `{honour}`, `{full_honour}` are filled in.
        head: What stands above the table, spread over the line; `{unit}`, its `{region}`,
            `{contact}`, `{phone}` and `{date}` are filled in, or are blank where nobody gives them.
        columns: Its columns.
        foot: What stands below the table, likewise.
        note: A note (备注) below it, or "".
        least_rows: So many rows are printed at least, blank ones to write on.
        orientation: How the A4 page lies.
    """

    name: str
    annex: str = ""
    title: Texts
    head: tuple[str, ...] = ()
    columns: Annotated[tuple[Column, ...], Field(min_length=1)]
    foot: tuple[str, ...] = ()
    note: str = ""
    least_rows: Number = Field(0, ge=0, le=100)
    orientation: Literal["portrait", "landscape"]


class Quota(Spec):
    """How many a unit may recommend (推荐名额).

    Attributes:
        by: The case's field that tells the unit: ``recommender``, ``company.district`` or
            ``company.registered_place``.
        most: So many.
        relaxed: So many at most on a condition that data cannot check, or None; between the two
            there is a warning.
        units: Those that have another number, by a part of their name: 某市 → 8.
        apart: Those that are counted elsewhere (计划单列), by a part of their name.
    """

    by: Literal["recommender", "company.district", "company.registered_place"]
    most: Number = Field(ge=1)
    relaxed: Number | None = Field(None, ge=1)
    units: dict[str, Number] = Field({})
    apart: tuple[str, ...] = ()

    def of(self, unit: str) -> tuple[int, int] | None:
        """Return how many a unit may recommend, without and with a warning; None for any number."""
        if any(name in unit for name in self.apart):
            return None
        own = next((number for name, number in self.units.items() if name in unit), None)
        most = self.most if own is None else own
        return most, max(most, (self.relaxed or most) if own is None else most)


class OpinionPlace(Spec):
    """Where the unit's opinion (推荐意见) is written.

    Attributes:
        form: Key of the form that has the place, or "" for a sheet of our own.
        label: The words of the form that the opinion follows.
    """

    form: str = ""
    label: str = ""


class Letter(Spec):
    """The covering letter (推荐文件), laid out by GB/T 9704—2012.

    Attributes:
        title: Its title (事由 and 文种); the unit's name is printed before it.
        addressee: To whom it is written (主送机关).
        opening: Its first paragraph: by which notice it recommends whom.
        text: The paragraphs that follow.
        closing: Its last words (结束语).
        attachments: What goes with it (附件).

    Filled in are `{edition}`, `{honour}`, `{full_honour}` (the honour of this edition, by
    `honour_pattern`), `{issuer}`, `{notice}` (the notice's title), `{notice_number}` (its 发文字号
    in brackets, or nothing), `{count}` (how many are recommended) and `{companies}`: 甲公司 of one,
    甲公司、乙公司等2家企业 of several.
    """

    title: str
    addressee: str
    opening: str
    text: Texts
    closing: str
    attachments: Texts


class Bureau(Spec):
    """The recommending unit's side of a notice.

    Attributes:
        unit: What the notice calls the unit, e.g. 县区工业和信息化主管部门.
        ranked: The applicants are handed on in an order (排序).
        summary: The summary table (汇总表).
        contacts: The list of its own people in charge (联络员名单), or None.
        quota: How many it may recommend, or None for any number.
        opinion: Where its opinion is written.
        letter: The covering letter.
    """

    unit: str
    ranked: Flag = False
    summary: Roster
    contacts: Roster | None = None
    quota: Quota | None = None
    opinion: OpinionPlace = OpinionPlace()
    letter: Letter
