"""Applications that may be one: the same company twice, one code of two companies, like names."""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from docgen.check.credit_code import is_sound
from docgen.findings import Finding, Severity
from docgen.forms.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.bureau.applicants import Applicant

_NAME, _CODE, _EXPERIENCE = "company.name", "company.credit_code", "experience.name"
#: What the names of companies end in, whatever they are called.
_FORM = re.compile(r"(?:股份有限公司|有限责任公司|有限公司|集团公司|总公司|公司|集团|总厂|厂)$")
_BRACKETS = re.compile(r"[()\[\]【】]")
#: Shares of like characters from which names are told; one of nine may differ.
_LIKE = 0.88
#: Shorter names are like each other by chance.
_LEAST = 4


def duplicates(applicants: Sequence[Applicant]) -> Iterator[Finding]:
    """Yield what makes two applications look like one; each finding names both files."""
    told: set[int] = set()
    for one, other in _alike(applicants, _NAME):
        told.add(other)
        yield _same_company(applicants[one], applicants[other])
    for one, other in _alike(applicants, _CODE):
        if other not in told:
            told.add(other)
            yield _same_code(applicants[one], applicants[other])
    # Whoever is told already stands in the list under the name of the first.
    others = [each for index, each in enumerate(applicants) if index not in told]
    for one, other in _similar([each.company for each in others]):
        if not _have_own_codes(others[one], others[other]):
            yield _similar_names(others[one], others[other])


def _alike(applicants: Sequence[Applicant], field: str) -> Iterator[tuple[int, int]]:
    """Yield the first and each later applicant that say the same of a field."""
    groups: dict[str, list[int]] = defaultdict(list)
    for index, applicant in enumerate(applicants):
        if value := folded(applicant.value(field) or "").upper():
            groups[value].append(index)
    for first, *others in groups.values():
        yield from ((first, other) for other in others)


def _similar(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield pairs of names that differ in little but the form of the company or brackets."""
    cores = [_core(name) for name in names]
    matcher = SequenceMatcher(autojunk=False)
    for other, later in enumerate(cores):
        # The second sequence is the one that the matcher prepares for many comparisons.
        matcher.set_seq2(later)
        for one, earlier in enumerate(cores[:other]):
            if later and (earlier == later or _is_like(matcher, earlier)):
                yield one, other


def _is_like(matcher: SequenceMatcher[str], name: str) -> bool:
    """Say whether a name is like the matcher's second sequence; what is quick is asked first."""
    matcher.set_seq1(name)
    return (
        len(name) >= _LEAST
        and matcher.real_quick_ratio() >= _LIKE
        and matcher.quick_ratio() >= _LIKE
        and matcher.ratio() >= _LIKE
    )


def _core(name: str) -> str:
    """Return what tells a company's name from others: 甲（某地）轴承有限公司 is 甲某地轴承."""
    return _BRACKETS.sub("", _FORM.sub("", folded(name)))


def _have_own_codes(first: Applicant, again: Applicant) -> bool:
    """Say whether two applicants have sound codes that differ: then they are two companies."""
    codes = {each.value(_CODE) or "" for each in (first, again)}
    return len(codes) == 2 and all(is_sound(code) for code in codes)


def _same_company(first: Applicant, again: Applicant) -> Finding:
    one, other = first.value(_EXPERIENCE), again.value(_EXPERIENCE)
    if one and other and folded(one) != folded(other):
        message = f"“{again.company}”申报了两项经验：另一项“{one}”在《{first.file}》。"
        cure = "一家企业只申报一项，请与企业核实，留下一份。"
        return Finding("second-experience", message, cure, again.place(_EXPERIENCE))
    message = f"“{again.company}”有两份申报材料，另一份是《{first.file}》。"
    cure = "请留下一份，移走另一份。"
    return Finding("duplicate-applicant", message, cure, again.place(_NAME))


def _same_code(first: Applicant, again: Applicant) -> Finding:
    code = again.value(_CODE)
    message = f"统一社会信用代码 {code} 与“{first.company}”（《{first.file}》）的相同。"
    cure = "请核对营业执照：是同一家企业就留下一份，不是就改正代码。"
    return Finding("duplicate-credit-code", message, cure, again.place(_CODE))


def _similar_names(first: Applicant, again: Applicant) -> Finding:
    message = f"“{again.company}”和“{first.company}”（《{first.file}》）的名称很像。"
    cure = "请核对是不是同一家企业；是就留下一份，不是则无需处理。"
    return Finding("similar-applicant", message, cure, again.place(_NAME), Severity.WARNING)
