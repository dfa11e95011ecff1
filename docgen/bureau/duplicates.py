"""Applications that may be one: the same company twice, one code of two companies, like names."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from docgen.check.credit_code import is_sound
from docgen.findings import Finding, Severity
from docgen.forms.folding import folded
from docgen.intake.company_names import similar_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.bureau.applicants import Applicant

_NAME, _CODE, _EXPERIENCE = "company.name", "company.credit_code", "experience.name"


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
    for one, other in similar_pairs([each.company for each in others]):
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
