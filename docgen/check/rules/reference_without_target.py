"""The text refers to a figure, a table or a paper of the evidence that is not there.

What: a reference names an id that no figure or table of the printed sections has, and no paper of
the evidence. Of a paper that the issuer does not ask for there is a note only.
Why: the reader is sent nowhere; 见图5 in a text with four figures is the classic leftover.
Example: [图](#流程) where no picture is called 流程.
Cure: correct the id, or add the figure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.case.narrative import EVIDENCE
from docgen.case.targets import PageTarget, Target
from docgen.check.mentions import all_mentions
from docgen.check.problem import Aspect, Problem
from docgen.derived import references_of
from docgen.evidence import is_unread
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docgen.case.load import Case
    from docgen.case.narrative import Mention
    from docgen.style.model import Style

ASPECT = Aspect.WORDING
SEVERITY = Severity.ERROR


def check(case: Case, style: Style) -> Iterator[Problem]:
    """Yield the references that lead nowhere."""
    references = references_of(case, style)
    papers = {paper.id for paper in case.papers}
    listed = {paper.id for paper in case.facts.evidence}
    for key, mention in all_mentions(case, style):
        if mention.target in references:
            continue
        if mention.target in papers:
            yield Problem(
                f"narrative.{key}",
                f"提到的证实性材料“{mention.target}”不在本规范要的材料之内，只印“{mention.kind}”。",
                "请为本规范另写这一节，或在 [evidence] 的 kinds 里加上它的类别。",
                severity=Severity.NOTE,
                line=mention.line,
            )
        elif mention.target not in listed and not (mention.kind == EVIDENCE and is_unread(case)):
            # Of a paper that is listed, loading has told why it cannot be used.
            yield Problem(
                f"narrative.{key}",
                f"提到的{mention.kind}“{mention.target}”不存在。",
                _cure(mention, references),
                line=mention.line,
            )


def _cure(mention: Mention, references: Mapping[str, Target | PageTarget]) -> str:
    """Return what can be mentioned instead: papers, or figures and tables."""
    is_paper = mention.kind == EVIDENCE
    give = "要引用的材料，在 evidence 里给它写 id。" if is_paper else ""
    kind = PageTarget if is_paper else Target
    known = [name for name, target in references.items() if isinstance(target, kind)]
    return f"请核对标识；现有：{'、'.join(known) or '无'}。{give}"
