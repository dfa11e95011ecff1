"""Companies named in running text: which of them speak as the applicant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = r"[\u4e00-\u9fff（）()]{2,30}?(?:有限责任公司|股份有限公司|有限公司|集团公司)"
COMPANY = re.compile(_NAME)
_BRACKETS = str.maketrans("（）", "()")
_ALIAS = r"(?:（[^）]{1,20}）)?"
_DATE = r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?"
#: A partner may be founded or lie somewhere as well; only an applicant says so at the beginning.
_SPEAKS = re.compile(
    rf"(?:^|[。；，\s“])({_NAME}){_ALIAS}"
    rf"(?:于?{_DATE}(?:成立|创建|创立|始建)|(?:成立|创建|创立|始建)于"
    rf"|(?:{_DATE})?(?:前身|法定代表人|郑重承诺|自愿申报))"
)
_BEGINS = re.compile(
    rf"\s*({_NAME}){_ALIAS}"
    r"(?:是|为|系|坐落|位于|地处|注册资本|主营|专业|专注|致力|主要(?:从事|生产|经营|产品)|生产|从事|拥有"
    r"|现有|始终(?:坚持|秉承|秉持|致力|专注|以|把|将))"
    r"(?P<clause>[^，。；]*)"
)
_PARTNER = re.compile("供方|供应商|用户|客户|合作|子公司|对手|同行|股东")
#: What runs into a name: 公司与某某有限公司, 本公司前身某某有限公司.
_RUN_INTO = re.compile("公司.")


def speaking(text: str) -> Iterator[str]:
    """Yield the companies that speak as the applicant in a paragraph; partners are none."""
    begins = _BEGINS.match(text)
    # 某某有限公司是公司的长期客户: the applicant speaks, of somebody else.
    is_of_another = begins and re.search(rf"公司|{_PARTNER.pattern}", begins["clause"])
    names = [*_SPEAKS.findall(text), *([begins[1]] if begins and not is_of_another else [])]
    for name in dict.fromkeys(names):
        if not (_PARTNER.search(name) or _RUN_INTO.search(name)):
            yield name


def same_company(one: str, other: str) -> bool:
    """Say whether one name is the other or its end; words before a name run into it."""
    one, other = one.translate(_BRACKETS), other.translate(_BRACKETS)
    return one.endswith(other) or other.endswith(one)
