"""Quotas (推荐名额): how many applications there are of a unit, beside how many there may be."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from docgen.findings import Finding, Place, Severity
from docgen.forms.folding import folded
from docgen.intake.places import parted_place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.bureau.applicants import Applicant
    from docgen.style.model import Style

_REGISTERED = "company.registered_place"
_PROVINCE = re.compile(r"^.+?(?:省|自治区)(?=.)")
#: So many files are named; who has more of them too many counts otherwise.
_SHOWN = 20
#: What the unit is called that has not said its name.
_OURSELVES = "本单位"


def over_quota(style: Style, applicants: Sequence[Applicant], unit: str) -> Iterator[Finding]:
    """Yield the units of which more apply than may.

    Args:
        style: The style.
        applicants: The applicants.
        unit: The name of the unit that recommends, or ""; applicants that do not say theirs are
            its own.
    """
    quota = style.bureau.quota
    if quota is None:
        return
    clause = style.clause("bureau.quota.most")
    for name, members in _by_unit(applicants, quota.by, unit).items():
        bounds = quota.of(name)
        if bounds is None or len(members) <= bounds[0]:
            continue
        most, relaxed = bounds
        files = "、".join(f"《{each.file}》" for each in members[:_SHOWN])
        more = f"等 {len(members)} 份" if len(members) > _SHOWN else ""
        message = f"推荐了 {len(members)} 家，名额是 {most} 家：{files}{more}。"
        is_excess = len(members) > relaxed
        cure = (
            f"请择优推荐，减到 {relaxed} 家以内。"
            if is_excess
            else f"放宽到 {relaxed} 家另有条件，请核对通知。"
        )
        severity = Severity.ERROR if is_excess else Severity.WARNING
        yield Finding("quota-exceeded", message, cure, Place(title=name), severity, clause)


def _by_unit(applicants: Sequence[Applicant], field: str, own: str) -> dict[str, list[Applicant]]:
    """Return the applicants by the unit that their quota is of, under its name as first said."""
    said = [applicant.value(field) or "" for applicant in applicants]
    names = [_city(name) if field == _REGISTERED else name for name in said]
    first: dict[str, str] = {}
    for name in filter(None, names):
        first.setdefault(folded(name), name)
    within = next((name for name in first.values() if name in own), "")
    only = next(iter(first.values())) if len(first) == 1 else ""
    silent = only or within or own or _OURSELVES
    groups: dict[str, list[Applicant]] = defaultdict(list)
    for applicant, name in zip(applicants, names, strict=True):
        groups[first[folded(name)] if name else silent].append(applicant)
    return groups


def _city(place: str) -> str:
    """Return the city of a place: 某省某市某县 is 某市."""
    return _PROVINCE.sub("", parted_place(place)[0])
