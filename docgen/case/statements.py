"""Figures of the company that a text states (正文所写的数据), to be held against the case's fields.

Read strictly: a year, the name of a figure, the number and its unit, one right behind the other; a
table with years for columns. What may be about somebody else, a part, a plan, a bound, several
years or a growth is passed over: a false alarm costs more than a slip that stays.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: How texts name a figure of a year → its field.
_OF_YEAR = {
    "资产总额": "total_assets",
    "总资产": "total_assets",
    "负债总额": "liabilities",
    "主营业务收入": "revenue",
    "营业收入": "operating_revenue",
    "利润总额": "profit",
    "净利润": "net_profit",
    "纳税总额": "tax",
    "纳税": "tax",
    "研发投入": "rd_spending",
    "新产品销售收入": "new_product_sales",
}
_OF_COMPANY = {
    "员工": "company.employees",
    "职工": "company.employees",
    "工程技术人员": "company.engineers",
}
_ALL = ("员工", "职工")
#: Unit → how many 万元 it is.
_UNITS = {"亿元": Decimal(10_000), "万元": Decimal(1), "元": Decimal("0.0001")}

_NUMBER = r"(\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
# Only these words may lead from a year or a stop to a name: others make it the name of another
# figure, or somebody else's: 人均主营业务收入, 残疾职工, 子公司实现营业收入.
_OWN = (
    r"(?:^|[年，,、；;：:（(])\s*"
    r"(?:度|全年|截至|目前|现|我|本|公司|企业|实现|完成|拥有|共|有|其中)*"
)
_VERB = r"(?:为|达到|达|是)?"
_YEARLY, _UNIT = "|".join(sorted(_OF_YEAR, key=len, reverse=True)), "|".join(_UNITS)
# A bound, a rate or the first of a row goes on otherwise: 8亿元以上, 75万元/人, 3200人次.
_ENDS = rf"(?=\s*(?:[，,、](?!\s*{_NUMBER}\s*(?:{_UNIT}))|[；;）)]|同比|比|较|$))"
_MONEY = re.compile(rf"{_OWN}(?P<said>({_YEARLY}){_VERB}\s*{_NUMBER}\s*({_UNIT})){_ENDS}")
_STAFF = re.compile(
    rf"{_OWN}(?P<said>({'|'.join(_OF_COMPANY)})(?:总数|共计|共)?{_VERB}\s*{_NUMBER}\s*[人名]){_ENDS}"
)
#: Before a figure in its sentence: it may be somebody else's, a plan or what a project brought.
_NOT_OURS = re.compile(
    "[子分母]公司|有限公司|集团|控股|参股|协会|客户|用户|供方|供应商|对手|同行|龙头|规模以上|规上|"
    "板块|事业部|分厂|项目|计划|规划|目标|力争|争取|预计|预算|确保|有望"
)
#: Between its year and a figure: as before, or it is of a part of the year, or of another year.
_NOT_THEN = re.compile(
    "行业|产业|[全我]国|国内|全球|全省|全市|车间|产品|新增|增加|节约|减少|带来|创造|累计|合计|底前|"
    r"半年|季度|(?<!12)月|12月(?!31日|底|末)|(?<![比较与同])[上去前次翌每今明]一?年|"
    r"[近前][二两三四五\d]+年|(?:19|20)\d\d\s*年度?$"
)
#: Before a number of people: they may be those of a group, or of an occasion.
_NOT_ALL = re.compile("参加|参与|参训|培训|获|取得|持证|小组|团队|竞赛|考核|中心|部门")
_SENTENCE = re.compile(r"[^。！？\n]+")
_A_YEAR = r"(?:19|20)\d\d"
_RANGE = r"至到~～—–\-"
#: A year of its own; one that something is compared with, or one of a range or a row, is none.
_YEAR = re.compile(
    rf"(?:(?<=截至)|(?<![\d{_RANGE}比较与和及、同自从由]))({_A_YEAR})\s*年(?!\s*[{_RANGE}、和及与])"
)
_HEADING = re.compile(rf"({_A_YEAR})年?")
_LABEL = re.compile(rf"({_YEARLY})[（(]({_UNIT})[)）]")


class Statement(NamedTuple):
    """A figure that a text states.

    Attributes:
        path: The field of the case that it is about.
        value: The figure in the field's unit: 万元 or persons.
        step: What one in the last place that the text writes is worth, in the same unit.
        text: The words that state it.
    """

    path: str
    value: Decimal
    step: Decimal
    text: str

    def agrees(self, value: Decimal | int) -> bool:
        """Say whether the text gives a field's value, rounded or cut to the places it writes."""
        return abs(self.value - value) < self.step


def statements_in(text: str) -> Iterator[Statement]:
    """Yield the figures of the company that running text states."""
    for sentence in _SENTENCE.findall(text):
        years = list(_YEAR.finditer(sentence))
        for match in _MONEY.finditer(sentence):
            at = match.start("said")
            year = next((each for each in reversed(years) if each.end() <= at), None)
            if year and not (
                _NOT_OURS.search(sentence, 0, at) or _NOT_THEN.search(sentence, year.end(), at)
            ):
                yield _statement(
                    _path(year[1], match[2]), match[3], _UNITS[match[4]], match["said"]
                )
        if not years:  # or so many were there in that year
            yield from _staff_in(sentence)


def statements_in_table(rows: Sequence[Sequence[str]]) -> Iterator[Statement]:
    """Yield the figures of the company that a table states.

    Args:
        rows: Its cells; the first row says the years, the first column the figures.
    """
    if not rows or not rows[0]:
        return
    years = [_HEADING.fullmatch(cell.strip()) for cell in rows[0][1:]]
    for label, *cells in (row for row in rows[1:] if row):
        named = _LABEL.fullmatch(label.strip())
        for year, cell in zip(years, cells, strict=False):
            number = re.fullmatch(_NUMBER, cell.strip())
            if named and year and number:
                text = f"{named[1]}，{year[1]}年：{cell.strip()}"
                yield _statement(_path(year[1], named[1]), number[1], _UNITS[named[2]], text)


def _staff_in(sentence: str) -> Iterator[Statement]:
    """Yield the headcount that a sentence states, and which part of it are engineers."""
    headed = False
    for match in _STAFF.finditer(sentence):
        before = sentence[: match.start("said")]
        headed = headed or match[2] in _ALL
        if headed and not (_NOT_OURS.search(before) or _NOT_ALL.search(before)):
            yield _statement(_OF_COMPANY[match[2]], match[3], Decimal(1), match["said"])


def _path(year: str, name: str) -> str:
    return f"years.{year}.{_OF_YEAR[name]}"


def _statement(path: str, figures: str, unit: Decimal, text: str) -> Statement:
    number = Decimal(re.sub("[,，]", "", figures))
    places = len(figures.partition(".")[2])
    return Statement(path, number * unit, Decimal(1).scaleb(-places) * unit, text)
