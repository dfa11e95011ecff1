"""Another company speaks as the applicant.

What: a company that the title does not name is said to have been founded, to promise or to apply;
or a paragraph begins with it and says what or where it is. Partners (供方, 客户 …) may be named.
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

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.check.word.reading import Reading


SEVERITY = Severity.WARNING
_NAME = r"[\u4e00-\u9fff（）()]{2,30}?(?:有限责任公司|股份有限公司|有限公司|集团公司)"
_PARTNERS = ("供方", "供应商", "用户", "客户", "合作方", "子公司", "竞争对手", "对手")
_COMPANY = re.compile(_NAME)
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
    """Yield the paragraphs in which another company speaks."""
    titles = "".join(part.text for part in name_parts(reading))
    applicant = _COMPANY.match(titles)
    if applicant is None:
        return
    for part in reading.parts:
        text = part.line.text
        for match in [*_SPEAKS.finditer(text), *filter(None, [_BEGINS.match(text)])]:
            name = match.group(1)
            if name.startswith(_PARTNERS):
                continue
            if not name.endswith(applicant.group()) and not applicant.group().endswith(name):
                yield Slip(
                    f"这里的企业是“{name}”，题目里是“{applicant.group()}”。",
                    "请核对是不是别的材料里留下的企业名称。",
                    part.line,
                )
