"""The date on the cover is not written as the notice has it.

What: 申报日期 is not written in figures with 年, 月 and 日.
Why: the notice writes it so.
Example: points between the figures, or 二〇二三年三月.
Cure: write year, month and day in figures with 年, 月, 日.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.check.word.sections import plain
from docgen.check.word.slip import Slip
from docgen.findings import Severity
from docgen.style.documents import Cover

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading


SEVERITY = Severity.ERROR
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the cover's date if it is written otherwise."""
    if not isinstance(reading.spec, Cover):
        return
    labels = [field.label for field in reading.spec.fields if field.field == "application_date"]
    lines = reading.manuscript.lines
    for index, line in enumerate(lines):
        for label in labels:
            if not plain(line.text).startswith(plain(label)):
                continue
            text = plain(line.text).removeprefix(plain(label))
            if not text and index + 1 < len(lines):
                text = plain(lines[index + 1].text)
            if not _DATE.fullmatch(text):
                yield Slip(
                    f"申报日期写作“{text}”。",
                    "请写成某年某月某日，用阿拉伯数字。",
                    line,
                    reading.style.clause(f"documents.{reading.document}"),
                )
