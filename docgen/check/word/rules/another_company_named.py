"""Another company speaks as the applicant.

What: a company that the title does not name is said to have been founded, to promise or to apply;
or a paragraph begins with it and says what or where it is; or a header or footer names it.
Partners (供方, 客户 …) may be named.
Why: a text copied from an earlier dossier still names the earlier applicant.
Example: the title names 甲有限公司, and 企业概况 begins with 乙有限公司成立于某年.
Cure: put the applicant's name in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.check.word.names import name_parts
from docgen.check.word.slip import Slip
from docgen.findings import Severity
from docgen.read.stories import Story

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading
    from docgen.read.manuscript import Line


SEVERITY = Severity.WARNING
_NAME = r"[\u4e00-\u9fff（）()]{2,30}?(?:有限责任公司|股份有限公司|有限公司|集团公司)"
_PARTNERS = ("供方", "供应商", "用户", "客户", "合作方", "子公司", "竞争对手", "对手")
_COMPANY = re.compile(_NAME)
_BRACKETS = str.maketrans("（）", "()")
#: A partner may be founded or lie somewhere as well; only an applicant says so at the beginning.
_SPEAKS = re.compile(
    rf"(?:^|[。；，\s“])({_NAME})(?:（[^）]{{1,20}}）)?(?:于)?"
    r"(?:\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?)?"
    r"(?:成立|创建|创立|始建|前身|法定代表人|郑重承诺|自愿申报)"
)
_BEGINS = re.compile(
    rf"\s*({_NAME})(?:（[^）]{{1,20}}）)?(?:是一家|是国内|坐落|位于|地处|注册资本|主营|专业从事)"
)


def check(reading: Reading) -> Iterator[Slip]:
    """Yield the paragraphs in which another company speaks, and the headers that name one."""
    titles = "".join(part.text for part in name_parts(reading))
    applicant = _COMPANY.match(titles)
    if applicant is None:
        return
    body = [part.line for part in reading.parts if part.line.story is Story.MAIN]
    for line in (*body, *reading.manuscript.outside):
        for name in _named(line):
            if not _is_same(name, applicant.group()):
                yield Slip(
                    f"这里的企业是“{name}”，题目里是“{applicant.group()}”。",
                    "请核对是不是别的材料里留下的企业名称。",
                    line,
                )


def _named(line: Line) -> Iterator[str]:
    """Yield the companies that speak in a line; in a header or footer a name alone does."""
    if line.story in (Story.HEADER, Story.FOOTER):
        names = _COMPANY.findall(line.text)
    else:
        begins = _BEGINS.match(line.text)
        names = [*_SPEAKS.findall(line.text), *([begins.group(1)] if begins else [])]
    yield from (name for name in names if not name.startswith(_PARTNERS))


def _is_same(one: str, other: str) -> bool:
    """Say whether one name is the other or its end; words before a name run into it."""
    one, other = one.translate(_BRACKETS), other.translate(_BRACKETS)
    return one.endswith(other) or other.endswith(one)
