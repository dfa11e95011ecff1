"""A section speaks of another company than the applicant.

What: a company that is not the applicant is said to have been founded, to promise or to apply, or a
paragraph begins with it and says what or where it is.
Why: a text copied from a sample or an earlier case still names the earlier applicant.
Example: 摘要 begins with 乙有限公司生产水泵, and the case is 甲有限公司's.
Cure: put the applicant's name in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.case.narrative import TextParagraph, inlines_text
from docgen.check.companies import same_company, speaking
from docgen.check.problem import Aspect, Problem
from docgen.derived import printed_narratives
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docgen.case.load import Case
    from docgen.style.model import Style

ASPECT = Aspect.WORDING
SEVERITY = Severity.WARNING


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the paragraphs of the printed sections in which another company speaks."""
    applicant = case.facts.company.name
    for key, narrative in printed_narratives(case, style):
        for passage in narrative.passages:
            if not isinstance(passage, TextParagraph):
                continue
            for name in speaking(inlines_text(passage.inlines)):
                if not same_company(name, applicant):
                    yield Problem(
                        f"narrative.{key}",
                        f"这里的企业是“{name}”，申报单位是“{applicant}”。",
                        "请核对是不是样例或别的材料里留下的企业名称。",
                        line=passage.line,
                    )
