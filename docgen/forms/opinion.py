"""The recommending unit's opinion (推荐意见), written into the issuer's own form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from docgen.findings import DocgenError, Finding, Place
from docgen.forms.opinion_place import find_room
from docgen.forms.opinion_writing import write_date, write_name, write_opinion
from docgen.read import Formatting, open_package
from docgen.zipping import package_parts, zipped

if TYPE_CHECKING:
    import datetime as dt

    from docgen.style.bureau import OpinionPlace

_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the unit says of an applicant; what it does not say is left blank.

    Attributes:
        text: Its opinion, a paragraph a line, cleaned as texts of a case are.
        unit: Its own full name.
        date: The date of the opinion.
    """

    text: str = ""
    unit: str = ""
    date: dt.date | None = None

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of the text."""
        return tuple(line.strip() for line in self.text.splitlines() if line.strip())


def with_opinion(form: bytes, place: OpinionPlace, opinion: Opinion, *, name: str = "") -> bytes:
    """Return a filled form with the opinion in the place that it has for it.

    The text takes the font and the size of the place and the room that was kept for it; the date
    goes into the date's line. The unit's name is printed where the form leaves room for it behind
    a colon, as in 推荐单位（公章）：; elsewhere the seal says it. All else stays as it is.

    Args:
        form: The form, a Word file: docgen's or one that somebody typed into.
        place: Where the form has its place.
        opinion: What goes there.
        name: The file as the user named it, for messages.

    Raises:
        DocgenError: ``opinion-place-missing``, if the form has no such place;
            ``opinion-place-taken``, if something is written there already; and what
            `docgen.read.open_package` refuses.
    """
    package = open_package(form, name)
    room = find_room(package, place.label)
    if room is None:
        raise DocgenError([_missing(place.label, name)])
    if room.written and opinion.paragraphs:
        raise DocgenError([_taken(place.label, room.written, name)])
    if opinion.paragraphs:
        write_opinion(Formatting(package), room, opinion.paragraphs)
    if opinion.date is not None:
        write_date(room, opinion.date)
    if opinion.unit:
        write_name(room, opinion.unit)
    parts = package_parts(form)
    main = next(part for part in parts if part.lstrip("/") == package.main)
    parts[main] = etree.tostring(
        package.document, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return zipped(parts)


def _missing(label: str, name: str) -> Finding:
    return Finding(
        "opinion-place-missing",
        f"表中找不到填写推荐意见的地方（“{label}”）。",
        "请核对是否为本通知的申报表；确是的，请打印后手写推荐意见。",
        Place(file=name, title=label),
    )


def _taken(label: str, written: str, name: str) -> Finding:
    shown = written if len(written) <= _SHOWN else f"{written[:_SHOWN]}…"
    return Finding(
        "opinion-place-taken",
        f"表中推荐意见处已写有“{shown}”。",
        "请先在 Word 中清空此处，或不再另给推荐意见。",
        Place(file=name, title=label),
    )
