"""The three statements (财务三表) of 衡澜, a balance that closes, built around the case's figures.

The case tells total assets and liabilities, revenue, profit, net profit, tax and R&D spending;
the turnover of current assets that it tells fixes the current assets. All other lines are made up,
and one line of each block takes what is left, so that every sum is exact. Amounts are 万元.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CENT = Decimal("0.01")
SHARE_CAPITAL, CAPITAL_RESERVE = Decimal("10800.00"), Decimal("9126.35")
CURRENT_ASSETS = {  # at the end of the year
    2020: Decimal("47503.86"), 2021: Decimal("52561.94"),
    2022: Decimal("56352.71"), 2023: Decimal("62147.38"),
}  # fmt: skip
SURPLUS_2020 = Decimal("2128.38")
DEPRECIATION = {2021: Decimal("2684.17"), 2022: Decimal("2935.46"), 2023: Decimal("3217.08")}
INTEREST = {2021: Decimal("538.62"), 2022: Decimal("521.75"), 2023: Decimal("496.33")}


class Line(NamedTuple):
    """One line of a statement: its name, this year's and last year's amount, and its rank.

    A line without amounts is a heading; of rank 0 are sums and headings, of rank 1 the items.
    """

    name: str
    now: Decimal | None = None
    before: Decimal | None = None
    rank: int = 1


@dataclass(frozen=True)
class Statements:
    """The statements of one year beside those of the year before.

    The balance sheet (资产负债表) pairs its left lines with its right ones, the totals last.
    """

    balance: list[tuple[Line, Line]]
    income: list[Line]
    cash: list[Line]


def statements(years: Mapping[str, Mapping[str, Any]], year: int) -> Statements:
    """Return the statements of a year, from the case's ``years``."""
    now, before = (_Year(years, at) for at in (year, year - 1))
    assets, claims = _paired(now.assets(), before.assets()), _paired(now.claims(), before.claims())
    blanks = [Line("")] * (len(claims) - len(assets))
    return Statements(
        list(zip([*assets[:-1], *blanks, assets[-1]], claims, strict=True)),
        _paired(now.income(), before.income()),
        _paired(now.cash(), before.cash()),
    )


def _paired(now: Iterable[_Item], before: Iterable[_Item]) -> list[Line]:
    return [Line(a.name, a.amount, b.amount, a.rank) for a, b in zip(now, before, strict=True)]


class _Item(NamedTuple):
    name: str
    amount: Decimal | None = None
    rank: int = 1


def _sum(items: Iterable[_Item]) -> Decimal:
    return sum((item.amount or Decimal(0) for item in items), Decimal(0))


def _part(whole: Decimal, per_mille: str) -> Decimal:
    return (whole * Decimal(per_mille) / 1000).quantize(CENT, ROUND_HALF_UP)


class _Year:
    """The lines of one year."""

    def __init__(self, years: Mapping[str, Mapping[str, Any]], year: int) -> None:
        self.years, self.year = years, year
        self.told = years[str(year)]

    def _last(self) -> _Year:
        return _Year(self.years, self.year - 1)

    def money(self) -> Decimal:
        """Return the cash at the end of the year."""
        rates = {2020: "228.4", 2021: "236.1", 2022: "241.7", 2023: "252.3"}
        return _part(CURRENT_ASSETS[self.year], rates[self.year])

    def assets(self) -> list[_Item]:
        """Return the left side of the balance sheet."""
        current = CURRENT_ASSETS[self.year]
        fixed = self.told["total_assets"] - current
        items = [
            _Item("货币资金", self.money()),
            _Item("应收票据", _part(current, "61.3")),
            _Item("应收账款", _part(current, "302.6")),
            _Item("应收款项融资", _part(current, "48.9")),
            _Item("预付款项", _part(current, "27.4")),
            _Item("其他应收款", _part(current, "8.7")),
            _Item("合同资产", _part(current, "36.2")),
            _Item("其他流动资产", _part(current, "11.8")),
        ]
        items.insert(6, _Item("存货", current - _sum(items)))
        long = [
            _Item("在建工程", _part(fixed, "87.5")),
            _Item("使用权资产", _part(fixed, "13.2")),
            _Item("无形资产", _part(fixed, "142.8")),
            _Item("长期待摊费用", _part(fixed, "9.6")),
            _Item("递延所得税资产", _part(fixed, "15.4")),
            _Item("其他非流动资产", _part(fixed, "21.7")),
        ]
        long.insert(0, _Item("固定资产", fixed - _sum(long)))
        return [
            _Item("流动资产：", rank=0), *items, _Item("流动资产合计", current, 0),
            _Item("非流动资产：", rank=0), *long, _Item("非流动资产合计", fixed, 0),
            _Item("资产总计", self.told["total_assets"], 0),
        ]  # fmt: skip

    def claims(self) -> list[_Item]:
        """Return the right side of the balance sheet."""
        debts = self.told["liabilities"]
        long = [
            _Item("长期借款", self.loans() - _part(debts, "214.0")),
            _Item("租赁负债", _part(debts, "8.3")),
            _Item("递延收益", _part(debts, "31.6")),
            _Item("递延所得税负债", _part(debts, "6.9")),
        ]
        short = debts - _sum(long)
        items = [
            _Item("短期借款", _part(debts, "214.0")),
            _Item("应付票据", _part(debts, "118.7")),
            _Item("合同负债", _part(debts, "96.4")),
            _Item("应付职工薪酬", _part(debts, "42.5")),
            _Item("应交税费", _part(debts, "27.8")),
            _Item("其他应付款", _part(debts, "19.2")),
            _Item("其他流动负债", _part(debts, "12.5")),
        ]
        items.insert(2, _Item("应付账款", short - _sum(items)))
        equity = self.told["total_assets"] - debts
        own = [
            _Item("股本", SHARE_CAPITAL),
            _Item("资本公积", CAPITAL_RESERVE),
            _Item("盈余公积", self.surplus()),
        ]
        own.append(_Item("未分配利润", equity - _sum(own)))
        return [
            _Item("流动负债：", rank=0), *items, _Item("流动负债合计", short, 0),
            _Item("非流动负债：", rank=0), *long, _Item("非流动负债合计", _sum(long), 0),
            _Item("负债合计", debts, 0),
            _Item("所有者权益：", rank=0), *own, _Item("所有者权益合计", equity, 0),
            _Item("负债和所有者权益总计", self.told["total_assets"], 0),
        ]  # fmt: skip

    def loans(self) -> Decimal:
        """Return what is borrowed from banks, for a short or a long time."""
        return _part(self.told["liabilities"], "318.0")

    def surplus(self) -> Decimal:
        """Return the surplus reserve: a tenth of each year's net profit goes into it."""
        if self.year == 2020:
            return SURPLUS_2020
        return self._last().surplus() + _part(self.told["net_profit"], "100")

    def dividend(self) -> Decimal:
        """Return what was paid out: the net profit less what the equity grew by."""
        equity, earlier = (
            year.told["total_assets"] - year.told["liabilities"] for year in (self, self._last())
        )
        paid: Decimal = self.told["net_profit"] - (equity - earlier)
        return paid

    def income(self) -> list[_Item]:
        """Return the income statement."""
        told = self.told
        turnover, profit = told["operating_revenue"], told["profit"]
        costs = [
            _Item("税金及附加", _part(turnover, "8.2")),
            _Item("销售费用", _part(turnover, "71.4")),
            _Item("管理费用", _part(turnover, "52.6")),
            _Item("研发费用", told["rd_spending"]),
            _Item("财务费用", INTEREST[self.year] - _part(turnover, "2.1")),
        ]
        gains = [
            _Item("加：其他收益", _part(turnover, "9.7")),
            _Item("投资收益（损失以“－”号填列）", _part(turnover, "0.8")),
            _Item("信用减值损失（损失以“－”号填列）", -_part(turnover, "2.4")),
            _Item("资产减值损失（损失以“－”号填列）", -_part(turnover, "1.9")),
            _Item("资产处置收益（损失以“－”号填列）", _part(turnover, "0.3")),
        ]
        outside = (_part(turnover, "0.6"), _part(turnover, "1.1"))
        operating = profit - outside[0] + outside[1]
        goods = turnover - _sum(costs) + _sum(gains) - operating
        return [
            _Item("一、营业收入", turnover, 0),
            _Item("其中：主营业务收入", told["revenue"]),
            _Item("其他业务收入", turnover - told["revenue"]),
            _Item("减：营业成本", goods), *costs,
            _Item("其中：利息费用", INTEREST[self.year], 2),
            _Item("利息收入", _part(turnover, "1.6"), 2), *gains,
            _Item("二、营业利润（亏损以“－”号填列）", operating, 0),
            _Item("加：营业外收入", outside[0]), _Item("减：营业外支出", outside[1]),
            _Item("三、利润总额（亏损总额以“－”号填列）", profit, 0),
            _Item("减：所得税费用", profit - told["net_profit"]),
            _Item("四、净利润（净亏损以“－”号填列）", told["net_profit"], 0),
            _Item("（一）持续经营净利润", told["net_profit"]), _Item("（二）终止经营净利润"),
            _Item("五、其他综合收益的税后净额", rank=0),
            _Item("六、综合收益总额", told["net_profit"], 0),
        ]  # fmt: skip

    def cash(self) -> list[_Item]:
        """Return the cash flow statement; what was paid for goods closes it."""
        turnover, last = self.told["operating_revenue"], self._last()
        grown = self.money() - last.money()
        long_term = [year.told["total_assets"] - CURRENT_ASSETS[year.year] for year in (self, last)]
        sold, rates = _part(turnover, "1.5"), _part(turnover, "0.7")
        built = long_term[0] - long_term[1] + DEPRECIATION[self.year]
        borrowed = _part(self.loans(), "720")
        repaid = borrowed - (self.loans() - last.loans())
        paid_out = self.dividend() + INTEREST[self.year]
        investing, financing = sold - built, borrowed - repaid - paid_out
        operating = grown - investing - financing - rates
        received = [
            _Item("销售商品、提供劳务收到的现金", _part(turnover, "1068.3")),
            _Item("收到的税费返还", _part(turnover, "13.9")),
            _Item("收到其他与经营活动有关的现金", _part(turnover, "17.2")),
        ]
        paid = [
            _Item("支付给职工以及为职工支付的现金", _part(turnover, "118.6")),
            _Item("支付的各项税费", self.told["tax"]),
            _Item("支付其他与经营活动有关的现金", _part(turnover, "74.5")),
        ]
        spent = _sum(received) - operating
        paid.insert(0, _Item("购买商品、接受劳务支付的现金", spent - _sum(paid)))
        return [
            _Item("一、经营活动产生的现金流量：", rank=0), *received,
            _Item("经营活动现金流入小计", _sum(received), 0), *paid,
            _Item("经营活动现金流出小计", spent, 0),
            _Item("经营活动产生的现金流量净额", operating, 0),
            _Item("二、投资活动产生的现金流量：", rank=0),
            _Item("处置固定资产、无形资产和其他长期资产收回的现金净额", sold),
            _Item("投资活动现金流入小计", sold, 0),
            _Item("购建固定资产、无形资产和其他长期资产支付的现金", built),
            _Item("投资活动现金流出小计", built, 0),
            _Item("投资活动产生的现金流量净额", investing, 0),
            _Item("三、筹资活动产生的现金流量：", rank=0),
            _Item("取得借款收到的现金", borrowed), _Item("筹资活动现金流入小计", borrowed, 0),
            _Item("偿还债务支付的现金", repaid),
            _Item("分配股利、利润或偿付利息支付的现金", paid_out),
            _Item("筹资活动现金流出小计", repaid + paid_out, 0),
            _Item("筹资活动产生的现金流量净额", financing, 0),
            _Item("四、汇率变动对现金及现金等价物的影响", rates, 0),
            _Item("五、现金及现金等价物净增加额", grown, 0),
            _Item("加：期初现金及现金等价物余额", last.money()),
            _Item("六、期末现金及现金等价物余额", self.money(), 0),
        ]  # fmt: skip
