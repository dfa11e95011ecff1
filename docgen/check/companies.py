"""Companies named in running text: which of them speak as the applicant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = r"[\u4e00-\u9fff（）()]{2,30}?(?:有限责任公司|股份有限公司|有限公司|集团公司)"
_PARTNERS = ("供方", "供应商", "用户", "客户", "合作方", "子公司", "竞争对手", "对手")
COMPANY = re.compile(_NAME)
_BRACKETS = str.maketrans("（）", "()")
#: A partner may be founded or lie somewhere as well; only an applicant says so at the beginning.
_SPEAKS = re.compile(
    rf"(?:^|[。；，\s“])({_NAME})(?:（[^）]{{1,20}}）)?(?:于)?"
    r"(?:\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?)?"
    r"(?:成立|创建|创立|始建|前身|法定代表人|郑重承诺|自愿申报)"
)
_BEGINS = re.compile(
    rf"\s*({_NAME})(?:（[^）]{{1,20}}）)?"
    r"(?:是|为|系|坐落|位于|地处|注册资本|主营|专业|专注|致力|主要|生产|从事|拥有|现有|始终)"
)


def speaking(text: str) -> Iterator[str]:
    """Yield the companies that speak as the applicant in a paragraph; partners are none."""
    begins = _BEGINS.match(text)
    names = [*_SPEAKS.findall(text), *([begins.group(1)] if begins else [])]
    yield from (name for name in dict.fromkeys(names) if not name.startswith(_PARTNERS))


def same_company(one: str, other: str) -> bool:
    """Say whether one name is the other or its end; words before a name run into it."""
    one, other = one.translate(_BRACKETS), other.translate(_BRACKETS)
    return one.endswith(other) or other.endswith(one)
