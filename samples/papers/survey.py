"""What the two customer surveys (顾客满意度、忠诚度调查) of 衡澜 found.

The weighted means come out as the case's figures: 94.8 and 90.6 % in 2022, 95.7 and 92.3 % in 2023.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal


@dataclass(frozen=True)
class Index:
    """One index of a survey: its weight, and its score last year and this year, %."""

    name: str
    weight: Decimal
    before: Decimal
    now: Decimal


@dataclass(frozen=True)
class Survey:
    """The survey of one year.

    Attributes:
        sent: Questionnaires sent, returned and valid.
        trades: Trade of the users → valid questionnaires.
        products: Product, valid questionnaires, satisfaction in %.
        satisfaction: The first-level indexes of satisfaction.
        loyalty: Those of loyalty.
        complaints: What users want better, times named.
    """

    year: int
    period: str
    signed: str
    sent: tuple[int, int, int]
    trades: dict[str, int]
    products: list[tuple[str, int, Decimal]]
    satisfaction: list[Index]
    loyalty: list[Index]
    complaints: list[tuple[str, int]]


def mean(indexes: list[Index], *, last_year: bool = False) -> Decimal:
    """Return the weighted mean of a group of indexes, %."""
    scores = [index.weight * (index.before if last_year else index.now) for index in indexes]
    return (sum(scores, Decimal(0)) / 100).quantize(Decimal("0.1"), ROUND_HALF_UP)


def gain(indexes: list[Index]) -> Decimal:
    """Return how much a weighted mean grew from last year to this, percentage points."""
    return mean(indexes) - mean(indexes, last_year=True)


def _indexes(*rows: tuple[str, int, str, str]) -> list[Index]:
    return [Index(name, Decimal(weight), Decimal(a), Decimal(b)) for name, weight, a, b in rows]


SURVEYS = {
    2022: Survey(
        year=2022,
        period="2022年10月10日至12月9日",
        signed="2023年1月12日",
        sent=(480, 431, 412),
        trades={
            "精细化工": 118, "石油化工": 97, "锂电材料": 72,
            "制冷": 56, "纯水": 41, "出口": 28,
        },
        products=[
            ("化工屏蔽泵", 186, Decimal("95.3")),
            ("磁力驱动泵", 121, Decimal("94.6")),
            ("多级离心泵", 105, Decimal("94.1")),
        ],
        satisfaction=_indexes(
            ("产品质量", 35, "94.4", "96.2"), ("交付", 15, "92.7", "94.6"),
            ("价格", 10, "90.2", "91.0"), ("服务", 20, "93.0", "94.9"),
            ("技术支持", 12, "92.6", "94.3"), ("企业形象", 8, "93.0", "94.2"),
        ),
        loyalty=_indexes(
            ("再次购买意愿", 40, "90.9", "93.4"), ("推荐意愿", 30, "88.6", "91.5"),
            ("首选程度", 20, "85.4", "88.2"), ("价格容忍度", 10, "78.9", "81.6"),
        ),
        complaints=[
            ("备件交货再快一些", 47), ("偏远地区服务到达时间", 39), ("多级离心泵价格", 33),
            ("电子档案的检索", 21), ("外文资料", 12),
        ],
    ),
    2023: Survey(
        year=2023,
        period="2023年10月9日至12月8日",
        signed="2024年1月15日",
        sent=(500, 446, 428),
        trades={
            "精细化工": 121, "石油化工": 99, "锂电材料": 80,
            "制冷": 57, "纯水": 42, "出口": 29,
        },
        products=[
            ("化工屏蔽泵", 195, Decimal("96.2")),
            ("磁力驱动泵", 126, Decimal("95.5")),
            ("多级离心泵", 107, Decimal("95.0")),
        ],
        satisfaction=_indexes(
            ("产品质量", 35, "96.2", "97.1"), ("交付", 15, "94.6", "95.4"),
            ("价格", 10, "91.0", "91.6"), ("服务", 20, "94.9", "95.8"),
            ("技术支持", 12, "94.3", "95.5"), ("企业形象", 8, "94.2", "95.4"),
        ),
        loyalty=_indexes(
            ("再次购买意愿", 40, "93.4", "94.8"), ("推荐意愿", 30, "91.5", "93.2"),
            ("首选程度", 20, "88.2", "90.5"), ("价格容忍度", 10, "81.6", "83.0"),
        ),
        complaints=[
            ("偏远地区服务到达时间", 36), ("多级离心泵价格", 34), ("备件交货再快一些", 29),
            ("在线监测终端的价格", 22), ("外文资料", 13),
        ],
    ),
}  # fmt: skip
