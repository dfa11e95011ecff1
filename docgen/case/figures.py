"""A company's figures, year by year, and the tables that print them (统计表)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from docgen.case.types import Amount, FactsModel, Text, Year

#: A figure of one year that the industry can be compared by.
Figure = Literal[
    "total_assets", "liabilities", "operating_revenue", "revenue", "growth", "profit", "net_profit",
    "tax", "new_product_sales", "rd_spending", "rd_intensity", "asset_turnover", "productivity",
    "equipment_effectiveness", "quality_loss", "pass_rate", "rework_rate", "energy",
]  # fmt: skip


class Survey(FactsModel):
    """A survey among customers (顾客调查)."""

    value: Text | None = Field(None, title="调查结果", description="带单位，如 96.2%")
    conducted: Literal["自评", "第三方调查"] | None = Field(None, title="自评或第三方调查")
    agency: Text | None = Field(None, title="调查机构名称", description="第三方调查时填写")


class YearFigures(FactsModel):
    """One year's figures, from the audit report (年度审计报告), and what forms ask year by year."""

    total_assets: Amount | None = Field(None, title="资产总额（万元）")
    liabilities: Amount | None = Field(None, title="负债总额（万元）")
    revenue: Amount | None = Field(None, title="主营业务收入（万元）")
    profit: Amount | None = Field(None, title="利润总额（万元）")
    net_profit: Amount | None = Field(None, title="净利润（万元）")
    tax: Amount | None = Field(None, title="纳税总额（万元）")
    rd_spending: Amount | None = Field(None, title="研发投入（万元）")
    growth: Amount | None = Field(
        None, title="增长率（%）", description="可不填，由主营业务收入得出"
    )
    rd_intensity: Amount | None = Field(
        None, title="投入强度（%）", description="可不填，由研发投入和主营业务收入得出"
    )
    operating_revenue: Amount | None = Field(None, title="营业收入（万元）")
    new_product_sales: Amount | None = Field(None, title="新产品销售收入（万元）")
    asset_turnover: Amount | None = Field(None, title="流动资产周转率（次）")
    productivity: Amount | None = Field(None, title="全员劳动生产率（万元/人）")
    equipment_effectiveness: Amount | None = Field(None, title="设备综合效率（%）")
    quality_loss: Amount | None = Field(None, title="质量损失率（%）")
    pass_rate: Amount | None = Field(None, title="产品合格率（%）")
    rework_rate: Amount | None = Field(None, title="产品返修率（%）")
    energy: Amount | None = Field(None, title="万元总产值综合能耗（吨标准煤/万元）")
    satisfaction: Survey = Field(Survey(), title="顾客满意度")
    loyalty: Survey = Field(Survey(), title="顾客忠诚程度")
    supply_chain: Text | None = Field(None, title="对产业链与供应链发展的贡献情况")
    pollution: Text | None = Field(None, title="降低环境污染方面的情况")
    resources: Text | None = Field(None, title="有效利用资源方面的情况")
    brand: Text | None = Field(None, title="品牌知名度、美誉度、价值等情况")
    science: Text | None = Field(None, title="科技成果情况")
    intellectual_property: Text | None = Field(None, title="标准、专利、软件著作权、论文等情况")


class Benchmark(FactsModel):
    """Where the industry stands on one figure of a year (行业水平)."""

    average: Text | None = Field(None, title="行业平均水平")
    best: Text | None = Field(None, title="行业最佳水平")
    rank: Text | None = Field(None, title="本企业名次")


class MarketShare(FactsModel):
    """A product's share of the market in one year, per cent (市场占有率)."""

    domestic: Amount | None = Field(None, title="国内市场占有率（%）")
    international: Amount | None = Field(None, title="国际市场占有率（%）")


class Product(FactsModel):
    """A leading product or service (主导产品/服务)."""

    name: Text = Field(title="产品名称")
    shares: dict[Year, MarketShare] = Field({}, title="各年市场占有率")


class Competitor(FactsModel):
    """A competitor or benchmark (竞争对手、标杆)."""

    product: Text = Field(title="产品/服务名称")
    name: Text = Field(title="竞争对手/标杆名称")
    share: Text = Field(title="市场份额", description="如 12.4%")
    strengths: Text = Field(title="主要优势", description="含产品/服务质量水平评价")


class AddedRow(FactsModel):
    """A row that a company adds to a table of figures (增加的指标)."""

    title: Text = Field(title="指标名称")
    unit: Text | None = Field(None, title="单位")
    years: dict[Year, Text] = Field({}, title="各年数值")
    benchmarks: dict[Year, Benchmark] = Field({}, title="行业水平", description="以年份为键")


class TableChanges(FactsModel):
    """What a company leaves out of a printed table of figures, and what it adds (增删指标)."""

    omit: tuple[Text, ...] = Field((), title="不填的指标", description="按申报表所印的名称")
    add: tuple[AddedRow, ...] = Field((), title="增加的指标")


class Tables(FactsModel):
    """The tables of figures whose rows another industry may change (统计表)."""

    economic: TableChanges = Field(TableChanges(), title="经济效益统计表")
    social: TableChanges = Field(TableChanges(), title="社会效益统计表")
