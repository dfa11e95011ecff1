"""A mark of a template is left.

What: a text, in the body or a header, footer, note or text box, still holds {{ name }}, {% … %} or
a field that shows an error.
Why: it is printed as it stands.
Example: 错误!未找到引用源。.
Cure: fill the value in; update the field with F9, or type what it is to say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.check.word.slip import Slip
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading


SEVERITY = Severity.ERROR
_MARK = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|错误[!！]\s*(?:未找到引用源|未定义书签)。?|Error! \w+")


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the paragraphs with a template's mark."""
    for line in (*reading.manuscript.lines, *reading.manuscript.outside):
        if match := _MARK.search(line.printed):
            yield Slip(f"还留着“{match.group()}”。", "请填上内容，或更新域（F9）。", line)
