"""What the unit itself knows (推荐意见): itself, its ranks and opinions, its people.

A file in JSON with English keys, as a case has them; or a workbook with Chinese headings, see
`docgen.bureau.opinion_book`. Both are held against one model.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import ConfigDict, Field, ValidationError

from docgen.bureau.opinion_book import read_book
from docgen.case.files import read_json
from docgen.case.locator import Locator
from docgen.case.messages import steps_of, validation_findings
from docgen.case.types import Count, Date, FactsModel, Text
from docgen.case.values import cleaned
from docgen.disk import reason
from docgen.findings import DocgenError, Finding, Place, Severity
from docgen.forms.folding import folded
from docgen.read.workbook import MAX_BYTES
from docgen.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docgen.case.locator import Placing, Step

_JSON = ".json"
#: An opinion has some hundred characters.
_LONGEST_OPINION = 5_000


class _Stated(FactsModel):
    """A part of the file: a key that is not known is an error."""

    model_config = ConfigDict(extra="forbid")


class Unit(_Stated):
    """The unit that recommends (推荐单位)."""

    name: Text | None = Field(None, title="推荐单位")
    contact: Text | None = Field(None, title="联系人")
    phone: Text | None = Field(None, title="联系电话")
    date: Date | None = Field(None, title="日期")
    number: Text | None = Field(None, title="发文字号")
    signer: Text | None = Field(None, title="签发人")


class CompanyOpinion(_Stated):
    """What the unit says of one company (推荐意见)."""

    name: Text = Field(title="企业名称")
    rank: Annotated[Count, Field(ge=1)] | None = Field(None, title="排序")
    opinion: Annotated[str, Field(min_length=1, max_length=_LONGEST_OPINION)] | None = Field(
        None, title="推荐意见"
    )
    unit: Text | None = Field(None, title="推荐单位")
    date: Date | None = Field(None, title="日期")


class Liaison(_Stated):
    """One of the unit's people in charge (联络员)."""

    name: Text | None = Field(None, title="姓名")
    unit: Text | None = Field(None, title="工作单位")
    title: Text | None = Field(None, title="职务")
    phone: Text | None = Field(None, title="电话")
    mobile: Text | None = Field(None, title="手机号码")


class OpinionFile(_Stated):
    """The whole file."""

    unit: Unit = Field(Unit(), title="推荐单位")
    companies: tuple[CompanyOpinion, ...] = Field((), title="推荐意见")
    people: tuple[Liaison, ...] = Field((), title="联络员")


_Part = TypeVar("_Part", bound=_Stated)


@dataclass(frozen=True, slots=True)
class Opinions:
    """What the unit knows.

    Attributes:
        unit: The unit.
        companies: What it says of each company; None where that cannot be read.
        people: Its people; None likewise.
        placing: Names the places of the values: ``companies``, number, field.
    """

    unit: Unit = field(default_factory=Unit)
    companies: tuple[CompanyOpinion | None, ...] = ()
    people: tuple[Liaison | None, ...] = ()
    placing: Placing = field(default_factory=lambda: _locator(Path()))

    def of(self, company: str) -> CompanyOpinion | None:
        """Return what is said of a company, by its full name as people type it."""
        name = folded(company)
        return next((each for each in self.companies if each and folded(each.name) == name), None)


def read_opinions(path: Path) -> tuple[Opinions, list[Finding]]:
    """Read the unit's file.

    Returns:
        What it says, and what in it is wrong: that is left out.

    Raises:
        DocgenError: If it cannot be read at all.
    """
    findings: list[Finding] = []
    placing: Placing
    if path.suffix.lower() == _JSON:
        values, placing = read_json(path), _locator(path)
    else:
        values, placing = read_book(_bytes(path), str(path), findings)
    values = cleaned(values, placing, findings, long=_has_paragraphs)
    groups = {name: _group(values, name, placing, findings) for name in OpinionFile.model_fields}
    for key in values.keys() - groups.keys():
        cure = did_you_mean(key, groups) or f"可用的：{'、'.join(groups)}。"
        findings.append(Finding("unknown-field", f"没有“{key}”这一项。", cure, placing.place(key)))
    units = _parts(Unit, [groups["unit"]], placing, findings, ("unit",))
    opinions = Opinions(
        unit=units[0] or Unit(),
        companies=_parts(CompanyOpinion, groups["companies"], placing, findings, ("companies",)),
        people=_parts(Liaison, groups["people"], placing, findings, ("people",)),
        placing=placing,
    )
    if not (findings or opinions.companies or opinions.people or units[0] != Unit()):
        findings.append(_empty(path))
    return opinions, [*findings, *_contradictions(opinions)]


def unknown_companies(opinions: Opinions, companies: Sequence[str]) -> Iterator[Finding]:
    """Yield the opinions on companies that have not applied."""
    known = {folded(name) for name in companies}
    # Who has an opinion already is nobody else under a wrong name.
    silent = [name for name in companies if name and opinions.of(name) is None]
    for number, each in enumerate(opinions.companies):
        if each is not None and folded(each.name) not in known:
            near = did_you_mean(each.name, silent, likeness=0.6)
            cure = near or "请核对企业全称，或补上它的申报材料。"
            message = f"申报材料里没有“{each.name}”。"
            place = opinions.placing.place("companies", number, "name")
            yield Finding("opinion-unknown-company", message, cure, place)


def _empty(path: Path) -> Finding:
    message, cure = "推荐意见文件是空的。", "请写上推荐单位、企业名称和推荐意见，见手册。"
    return Finding("opinions-empty", message, cure, Place(str(path)), Severity.WARNING)


def _locator(path: Path) -> Locator:
    return Locator(path, "", {}, OpinionFile)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            # One byte more than may be shows that there are too many.
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        message, cure = "找不到推荐意见文件。", "请核对 --opinions 所写的路径。"
        raise DocgenError([Finding("file-missing", message, cure, Place(str(path)))]) from error
    except OSError as error:
        message, cure = f"打不开文件：{reason(error)}。", "请核对文件名和权限。"
        raise DocgenError([Finding("file-unreadable", message, cure, Place(str(path)))]) from error


def _has_paragraphs(steps: tuple[Step, ...]) -> bool:
    return steps[-1:] == ("opinion",)


def _group(values: dict[str, Any], name: str, placing: Placing, findings: list[Finding]) -> Any:
    """Return a group of the file: an object or a list, empty where it is neither."""
    kind = dict if name == "unit" else list
    group = values.get(name, kind())
    if isinstance(group, kind):
        return group
    wanted, sign = ("对象", "{ … }") if kind is dict else ("列表", "[ … ]")
    code = "not-an-object" if kind is dict else "not-a-list"
    message, cure = f"此处应是一个{wanted}。", f"请写成 {sign}。"
    findings.append(Finding(code, message, cure, placing.place(name)))
    return kind()


def _parts(
    model: type[_Part],
    items: Sequence[Any],
    placing: Placing,
    findings: list[Finding],
    steps: tuple[Step, ...],
) -> tuple[_Part | None, ...]:
    numbered = steps != ("unit",)
    return tuple(
        _part(model, item, placing, findings, (*steps, number) if numbered else steps)
        for number, item in enumerate(items)
    )


def _part(
    model: type[_Part],
    item: Any,
    placing: Placing,
    findings: list[Finding],
    steps: tuple[Step, ...],
) -> _Part | None:
    """Return a part without the fields that are wrong, which are told; None if nothing is left."""
    try:
        return model.model_validate(item)
    except ValidationError as error:
        findings += validation_findings(error, placing, *steps)
        wrong = {place[0] for problem in error.errors() if (place := steps_of(problem))}
    if not isinstance(item, dict):
        return None
    try:
        return model.model_validate({key: item[key] for key in item if key not in wrong})
    except ValidationError:
        return None


def _contradictions(opinions: Opinions) -> Iterator[Finding]:
    """Yield companies said twice, ranks given twice, and ranks left out."""
    place = opinions.placing.place
    said: dict[str, int] = {}
    ranks: dict[int, list[int]] = defaultdict(list)
    for number, each in enumerate(opinions.companies):
        if each is None:
            continue
        first = said.setdefault(folded(each.name), number)
        if first != number:
            where = place("companies", first, "name").title
            message = f"“{each.name}”写了两次，前一次在{where}。"
            there = place("companies", number, "name")
            yield Finding("opinion-repeated", message, "请删去其中一处。", there)
        elif each.rank is not None:
            ranks[each.rank].append(number)
    for rank, numbers in sorted(ranks.items()):
        for number in numbers[1:]:
            where = place("companies", numbers[0], "rank").title
            message = f"排序 {rank} 写了两次，前一次在{where}。"
            cure = "请给每家企业不同的排序。"
            yield Finding("rank-repeated", message, cure, place("companies", number, "rank"))
    if gaps := sorted(set(range(1, max(ranks, default=0))) - set(ranks)):
        shown = "、".join(map(str, gaps[:10])) + ("等" if len(gaps) > 10 else "")
        message, cure = f"排序缺第 {shown} 名。", "请核对是否漏写，或从 1 起依次排。"
        yield Finding("rank-gap", message, cure, place("companies"), Severity.WARNING)
