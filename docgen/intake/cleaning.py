"""Words of a form made fit for a case: the unprintable goes, and so do stand-ins for names."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from docgen.case.text import clean, printable
from docgen.check.word.rules.placeholder_left import PLACEHOLDER
from docgen.findings import Severity
from docgen.forms.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from docgen.findings import Finding, Place
    from docgen.forms import FieldReading

#: Fields that name a unit, which seals beside its name.
_NAMES = ("company.name", "recommender")
_FOR_SEAL = re.compile(r"\s*[（(]\s*(?:加?盖\s*公?章|(?:单位)?公章|签章)(?:处|有效)?\s*[)）]\s*$")
#: What people write in the place of a name, and what forms print there.
_STAND_IN = re.compile(
    r"(?:本|我|我们|该|贵|某)(?:公司|企业|单位|厂)|(?:申报|推荐)?(?:企业|公司|单位)(?:全称|全名|名称)?"
    r"|[xX×○〇*]+(?:公司|集团|厂)?|无|暂无|没有|待定|待补充?|[(]?(?:加?盖公?章|公章)[)]?"
)
#: What stands for part of a name.
_BLANK = re.compile(r"(?<![A-Za-z])[xXＸ×○〇＊*]{2,}(?![A-Za-z])|某某")
_MOBILE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
_LANDLINE = re.compile(r"(?<!\d)0\d{2,3}\s*[-—–－]?\s*\d{7,8}(?:[-—–－转]\d{1,6})?(?!\d)")
#: A longer text is one; a placeholder in it is a check's to find.
_LONGEST_PLACEHOLDER = 40


def printable_words(reading: FieldReading, place: Place) -> tuple[FieldReading, list[Finding]]:
    """Return what a form says as a case may print it, and what had to be taken out.

    Invisible and private characters go, those that turn the direction of writing and emoji; so does
    the （盖章） behind a unit's name.
    """
    _, noticed = clean(reading.text, place)
    text = printable(reading.text)
    if reading.path in _NAMES:
        text = _FOR_SEAL.sub("", text)
    return replace(reading, text=text), [_taken_out(each, place) for each in noticed]


def is_stand_in(reading: FieldReading) -> bool:
    """Say whether words only hold the place of what is to be filled in: ××公司, 本公司, 待填写."""
    text = folded(reading.text)
    if reading.options is not None or len(text) > _LONGEST_PLACEHOLDER:
        return False
    if reading.path in _NAMES and (_STAND_IN.fullmatch(text) or _BLANK.search(reading.text)):
        return True
    return PLACEHOLDER.search(reading.text) is not None


def with_phones_parted(readings: Iterable[FieldReading]) -> Iterator[FieldReading]:
    """Yield the readings; a mobile and a fixed line that were typed in one place are parted."""
    for each in readings:
        mobiles, lines = _MOBILE.findall(each.text), _LANDLINE.findall(each.text)
        if each.path == "contact.mobile" and len(mobiles) == 1 and len(lines) == 1:
            yield replace(each, text=mobiles[0])
            yield replace(each, path="contact.phone", text=lines[0])
        else:
            yield each


def _taken_out(finding: Finding, place: Place) -> Finding:
    if finding.severity is not Severity.ERROR:
        return replace(finding, place=place)
    # Of what no font has, a rare character of a name may be right.
    gone = "" if finding.code == "character-without-font" else "，读入时已去掉"
    message = f"{finding.message.removesuffix('。')}{gone}。"
    return replace(finding, message=message, place=place, severity=Severity.WARNING)
