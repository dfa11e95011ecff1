"""Words that the form prints are lost.

What: a form lacks a row, a label or a printed sentence of the issuer's form, words it otherwise, or
has a row in another place.
Why: the issuer's form may be filled in, not rewritten; it is read out by its labels.
Example: 法定代表人 was renamed 负责人, or the row of the bureau's opinion was deleted.
Cure: put the words back as the notice's form has them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.check.word.slip import Slip, first_line
from docgen.findings import Severity
from docgen.forms import form_pattern, lost_labels
from docgen.forms.folding import folded
from docgen.read.rows import form_rows
from docgen.style.documents import Form

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.check.word.reading import Reading
    from docgen.forms import LostLabel
    from docgen.read.rows import FormRow


SEVERITY = Severity.ERROR
_SHOWN = 24


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the labels and sentences of the form that the file does not have."""
    if not isinstance(reading.spec, Form):
        return
    clause = reading.style.clause(f"documents.{reading.document}")
    rows = form_rows(reading.manuscript.package)
    for lost in lost_labels(form_pattern(reading.style, reading.spec), rows):
        if lost.row is None and (moved := _elsewhere(lost, rows)):
            told, cure = f"“{_short(lost.text)}”这一行换了位置。", "请照通知的表样移回原处。"
            yield Slip(told, cure, first_line(reading, moved), clause)
        else:
            line = first_line(reading, lost.row)
            yield Slip(_told(lost), "请照通知的表样补上，一字不改。", line, clause)


def _elsewhere(lost: LostLabel, rows: Sequence[FormRow]) -> FormRow | None:
    """Return a row that begins with the words of a lost one and has them all."""
    words = re.split("[、 ]", lost.text)
    for row in rows:
        text = "".join(map(folded, row.cells))
        if text.startswith(words[0]) and all(word in text for word in words):
            return row
    return None


def _told(lost: LostLabel) -> str:
    text = _short(lost.text)
    if lost.row is None:
        return f"没有表样上的“{text}”这一行。"
    if lost.departs:
        return f"表样上的“{text}”被改动，应接“{_short(lost.departs)}”。"
    return f"没有表样上的“{text}”。"


def _short(text: str) -> str:
    return f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text
