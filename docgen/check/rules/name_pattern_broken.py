"""The experience's name does not follow the issuer's pattern.

What: the name does not begin with the company's full name, or does not end as the pattern does.
Why: the notice prescribes the naming rule, such as （企业）+（典型方法技术）+（经验）.
Example: ××有限公司“八个零”管理模式 does not end in 经验.
Cure: rename the experience by the pattern.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.check.problem import Aspect, Problem
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.WORDING
SEVERITY = Severity.WARNING


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield what is wrong with the name's beginning and end."""
    rule, name = style.experience_name, case.facts.experience.name
    company = case.facts.company.name
    clause = style.clause("experience_name")
    cure = f"命名规则：{rule.pattern}。" if rule.pattern else "请改名。"
    if rule.starts_with_company and not name.startswith(company):
        yield Problem("experience.name", f"名称没有以企业全称“{company}”开头。", cure, clause)
    if not name.endswith(rule.ends_with):
        yield Problem("experience.name", f"名称没有以“{rule.ends_with}”结尾。", cure, clause)
