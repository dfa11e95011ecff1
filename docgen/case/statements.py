"""Figures of the company that a text states (正文所写的数据), to be held against the case's fields.

Read strictly: a year, the name of a figure, the number and its unit, one right behind the other; a
table with years for columns. What may be about somebody else, a part, several years or a growth is
passed over.
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
#: Unit → how many 万元 it is.
_UNITS = {"亿元": Decimal(10_000), "万元": Decimal(1), "元": Decimal("0.0001")}

_NUMBER = r"(\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
# Other words before a name make it the name of another figure: 人均主营业务收入, 残疾职工.
_BEFORE = r"(?:^|(?<=[年，、；,;：:（(])|(?<=公司|企业|实现|完成|现有|其中))"
_VERB = r"(?:为|达到|达|是|共|共计|总数)?"
_YEARLY, _UNIT = "|".join(sorted(_OF_YEAR, key=len, reverse=True)), "|".join(_UNITS)
_MONEY = re.compile(rf"{_BEFORE}({_YEARLY}){_VERB}\s*{_NUMBER}\s*({_UNIT})")
_STAFF = re.compile(rf"{_BEFORE}({'|'.join(_OF_COMPANY)}){_VERB}\s*{_NUMBER}\s*[人名]")
_SENTENCE = re.compile(r"[^。！？\n]+")
_A_YEAR = r"(?:19|20)\d\d"
_RANGE = r"至到~～—–\-"
#: A year of its own; one that something is compared with, or a range begins or ends with, is none.
_YEAR = re.compile(rf"(?<![\d{_RANGE}比较与和同自从由])({_A_YEAR})年(?![{_RANGE}])")
_SEVERAL_YEARS = re.compile(
    rf"{_A_YEAR}年?[{_RANGE}]+\d{{2,4}}年|[近前][二两三四五\d]+年|累计|合计"
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
            year = next((each for each in reversed(years) if each.end() <= match.start()), None)
            if year and not _SEVERAL_YEARS.search(sentence, year.end(), match.start()):
                yield _statement(_path(year[1], match[1]), match[2], _UNITS[match[3]], match[0])
        # Where a year is said, so many were there in that year.
        for match in () if years else _STAFF.finditer(sentence):
            yield _statement(_OF_COMPANY[match[1]], match[2], Decimal(1), match[0])


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


def _path(year: str, name: str) -> str:
    return f"years.{year}.{_OF_YEAR[name]}"


def _statement(path: str, figures: str, unit: Decimal, text: str) -> Statement:
    number = Decimal(re.sub("[,，]", "", figures))
    places = len(figures.partition(".")[2])
    return Statement(path, number * unit, Decimal(1).scaleb(-places) * unit, text)
