"""Another company speaks as the applicant.

What: a company that the title does not name is said to have been founded, to promise or to apply;
or a paragraph begins with it and says what or where it is; or a header or footer names it.
Partners (供方, 客户 …) may be named.
Why: a text copied from an earlier dossier still names the earlier applicant.
Example: the title names 甲有限公司, and 企业概况 begins with 乙有限公司成立于某年.
Cure: put the applicant's name in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.companies import COMPANY, same_company, speaking
from docgen.check.word.names import name_parts
from docgen.check.word.slip import Slip
from docgen.findings import Severity
from docgen.read.stories import Story

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading
    from docgen.read.manuscript import Line


SEVERITY = Severity.WARNING


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the paragraphs in which another company speaks, and the headers that name one."""
    titles = "".join(part.text for part in name_parts(reading))
    applicant = COMPANY.match(titles)
    if applicant is None:
        return
    body = [part.line for part in reading.parts if part.line.story is Story.MAIN]
    for line in (*body, *reading.manuscript.outside):
        for name in _named(line):
            if not same_company(name, applicant.group()):
                yield Slip(
                    f"这里的企业是“{name}”，题目里是“{applicant.group()}”。",
                    "请核对是不是别的材料里留下的企业名称。",
                    line,
                )


def _named(line: Line) -> Iterator[str]:
    """Yield the companies that speak in a line; in a header or footer a name alone does."""
    if line.story in (Story.HEADER, Story.FOOTER):
        yield from COMPANY.findall(line.text)
    else:
        yield from speaking(line.text)
