"""Is what a style says of the recommending unit sound: its tables, its covering letter?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.style.bureau import OWN_COLUMNS, PERSON_COLUMNS
from docgen.style.references import TITLE_PLACEHOLDERS, Unsound, bad_field, bad_placeholders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.style.bureau import Roster
    from docgen.style.model import Style

UNIT_PLACEHOLDERS = ("unit", "region", "contact", "phone", "date")
LETTER_PLACEHOLDERS = (
    "edition", "honour", "full_honour", "issuer", "notice", "notice_number", "companies", "count",
)  # fmt: skip


def unsound_unit(style: Style) -> Iterator[Unsound]:
    """Yield what is wrong between the values for the recommending unit."""
    yield from _rosters(style)
    yield from _letter(style)


def _rosters(style: Style) -> Iterator[Unsound]:
    """Check that the unit's tables print what there is, and what is around them fits."""
    summary, contacts = style.bureau.summary, style.bureau.contacts
    yield from _roster("bureau.summary", summary)
    for column in summary.columns:
        if column.field not in OWN_COLUMNS:
            yield from bad_field("bureau.summary.columns", column.field)
    if contacts is not None:
        yield from _roster("bureau.contacts", contacts)
        for column in contacts.columns:
            if column.field not in PERSON_COLUMNS:
                message = f"名单没有“{column.field}”这一栏。"
                cure = f"可用的：{'、'.join(PERSON_COLUMNS)}。"
                yield Unsound("bureau.contacts.columns", message, cure)


def _roster(path: str, roster: Roster) -> Iterator[Unsound]:
    for line in roster.title:
        yield from bad_placeholders(f"{path}.title", line, (*TITLE_PLACEHOLDERS, "full_honour"))
    for key, parts in (("head", roster.head), ("foot", roster.foot)):
        for part in parts:
            yield from bad_placeholders(f"{path}.{key}", part, UNIT_PLACEHOLDERS)
        if len(parts) > len(roster.columns):
            message, cure = "一行的内容比表的栏数还多。", "请合并几项，或移到另一行。"
            yield Unsound(f"{path}.{key}", message, cure)


def _letter(style: Style) -> Iterator[Unsound]:
    letter = style.bureau.letter
    lines = [(key, getattr(letter, key)) for key in ("title", "addressee", "opening", "closing")]
    lines += [(key, line) for key in ("text", "attachments") for line in getattr(letter, key)]
    for key, line in lines:
        yield from bad_placeholders(f"bureau.letter.{key}", line, LETTER_PLACEHOLDERS)
