"""The facts of a case (案例), typed: one model serves every issuer.

Hardly any field is required here: what an application cannot do without is the issuer's to say,
in the style pack. Titles are the Chinese names that messages and the JSON Schema use. Amounts are
万元 unless a title says otherwise, dates ISO 8601; texts stand on one line but for paragraphs.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_COUNT = re.compile(r"\s*\d+\s*", re.ASCII)
_AMOUNT = re.compile(r"\s*[+-]?\d+(\.\d+)?\s*", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)


def _iso_date(value: Any) -> Any:
    """Let only dates through: neither 0 nor "946684800" is one."""
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        return value
    raise PydanticCustomError("date_format", "not an ISO date")


def _digits(value: Any) -> Any:
    """Let a count in quotes through only if it is all digits: "1_0" is ten to Python alone."""
    if isinstance(value, bool) or (isinstance(value, str) and not _COUNT.fullmatch(value)):
        raise PydanticCustomError("int_parsing", "not a whole number")
    return value


def _amount(value: Any) -> Any:
    """Let an amount in quotes through only as plain digits and a point."""
    if isinstance(value, bool) or (isinstance(value, str) and not _AMOUNT.fullmatch(value)):
        raise PydanticCustomError("decimal_parsing", "not a number")
    return value


def _year(value: Any) -> Any:
    """Let only plain years through: "02022" would stand beside "2022"."""
    if isinstance(value, str) and _YEAR.fullmatch(value):
        return value
    raise PydanticCustomError("year_format", "not a year")


Amount = Annotated[Decimal, Field(max_digits=16, decimal_places=4), BeforeValidator(_amount)]
Count = Annotated[int, Field(ge=0, le=10_000_000), BeforeValidator(_digits)]
Date = Annotated[dt.date, BeforeValidator(_iso_date)]
Year = Annotated[int, Field(ge=1990, le=2200), BeforeValidator(_year)]
Text = Annotated[str, Field(min_length=1, max_length=10_000)]
Paragraphs = Annotated[str, Field(min_length=1, max_length=200_000)]


class _Facts(BaseModel):
    model_config = ConfigDict(frozen=True, str_strip_whitespace=True, extra="ignore")


class Industry(_Facts):
    """The industry by GB/T 4754: the four-digit class."""

    code: Text | None = Field(None, title="行业代码", description="GB/T 4754 小类代码，如 3451")
    name: Text | None = Field(None, title="行业名称", description="GB/T 4754 小类名称")


class Company(_Facts):
    """The applicant (申报单位)."""

    name: Text = Field(title="企业名称", description="全称，与公章一致")
    credit_code: Text | None = Field(None, title="统一社会信用代码")
    legal_representative: Text | None = Field(None, title="法定代表人")
    established: Date | None = Field(None, title="成立日期")
    registered_place: Text | None = Field(None, title="注册地", description="省和市，如 某省某市")
    district: Text | None = Field(None, title="所在县区")
    address: Text | None = Field(None, title="单位地址")
    postcode: Text | None = Field(None, title="邮编")
    nature: Text | None = Field(None, title="企业性质", description="按申报表的选项填写")
    size: Text | None = Field(None, title="企业类型", description="可不填，由人数和营业收入得出")
    industry: Industry = Field(Industry(), title="所属行业")
    employees: Count | None = Field(None, title="企业人数")
    engineers: Count | None = Field(None, title="工程技术人数")
    products: Text | None = Field(None, title="主要产品")
    markets: Text | None = Field(None, title="主要市场")
    market_share: Text | None = Field(None, title="市场份额")


class Person(_Facts):
    """A person with a post."""

    name: Text | None = Field(None, title="姓名")
    title: Text | None = Field(None, title="职务")


class Contact(Person):
    """The contact (联系人)."""

    department: Text | None = Field(None, title="部门")
    phone: Text | None = Field(None, title="固定电话")
    mobile: Text | None = Field(None, title="手机")
    email: Text | None = Field(None, title="电子邮箱")


class Experience(_Facts):
    """The experience applied for (质量标杆经验)."""

    name: Text = Field(title="质量标杆名称")
    method: Text | None = Field(None, title="典型方法（技术）")
    direction: Text | None = Field(None, title="申报方向")
    summary: Paragraphs | None = Field(None, title="质量标杆简介", description="分段用换行")
    applied_since: Text | None = Field(None, title="开始应用的年月", description="如 2018-03")


class YearFigures(_Facts):
    """One year's figures, from the audit report (年度审计报告)."""

    total_assets: Amount | None = Field(None, title="资产总额（万元）")
    liabilities: Amount | None = Field(None, title="负债总额（万元）")
    revenue: Amount | None = Field(None, title="主营业务收入（万元）")
    profit: Amount | None = Field(None, title="利润总额（万元）")
    net_profit: Amount | None = Field(None, title="净利润（万元）")
    tax: Amount | None = Field(None, title="纳税总额（万元）")
    rd_spending: Amount | None = Field(None, title="研发投入（万元）")


class Patent(_Facts):
    """A patent applied for or granted (专利)."""

    title: Text = Field(title="专利名称")
    number: Text = Field(title="专利号或申请号")
    kind: Literal["发明专利", "实用新型", "外观设计"] = Field(title="专利类型")
    status: Literal["申请", "授权"] = Field(title="状态")
    date: Date = Field(title="申请日或授权日")


class SoftwareCopyright(_Facts):
    """A registered software copyright (软件著作权)."""

    title: Text = Field(title="软件名称")
    number: Text = Field(title="登记号")
    date: Date = Field(title="登记日期")


class Standard(_Facts):
    """A standard led or joined in (标准制修订)."""

    title: Text = Field(title="标准名称")
    number: Text = Field(title="标准编号")
    level: Literal["国际", "国家", "行业", "地方", "团体", "企业"] = Field(title="标准级别")
    role: Literal["主导", "参与"] = Field(title="主导或参与")
    date: Date = Field(title="发布日期")


class Honour(_Facts):
    """An honour received (荣誉)."""

    title: Text = Field(title="荣誉名称")
    issuer: Text = Field(title="授予单位")
    level: Literal["国家级", "省级", "市级", "县区级", "行业"] = Field(title="荣誉级别")
    date: Date = Field(title="获得日期")


class TextFile(_Facts):
    """Text kept in a file beside the case."""

    file: Text = Field(title="文件", description="相对于 case.json 的路径，如 实施与运行.md")


Passage = Annotated[Paragraphs | TextFile, Field(union_mode="left_to_right")]


class NarrativeSources(_Facts):
    """The narrative (总结材料) by neutral keys: Markdown inline, or the name of a file."""

    abstract: Passage | None = Field(None, title="摘要")
    overview: Passage | None = Field(None, title="企业概况")
    background: Passage | None = Field(None, title="导入背景")
    method: Passage | None = Field(None, title="方法简介")
    implementation: Passage | None = Field(None, title="实施过程")
    features: Passage | None = Field(None, title="特点及先进性")
    results: Passage | None = Field(None, title="实施效果")
    lessons: Passage | None = Field(None, title="经验和体会")
    outlook: Passage | None = Field(None, title="深化和拓展")


class Facts(_Facts):
    """Everything a case file says (case.json)."""

    company: Company = Field(title="申报单位")
    quality_head: Person = Field(Person(), title="质量管理机构负责人")
    contact: Contact = Field(Contact(), title="联系人")
    experience: Experience = Field(title="质量标杆经验")
    years: dict[Year, YearFigures] = Field({}, title="各年数据", description="以年份为键，如 2022")
    patents: tuple[Patent, ...] = Field((), title="专利")
    software_copyrights: tuple[SoftwareCopyright, ...] = Field((), title="软件著作权")
    standards: tuple[Standard, ...] = Field((), title="标准")
    honours: tuple[Honour, ...] = Field((), title="荣誉")
    narrative: NarrativeSources = Field(NarrativeSources(), title="总结材料")
    application_date: Date = Field(title="申报日期")
    overrides: dict[str, dict[str, Any]] = Field(
        {}, title="按规范覆盖", description="规范名 → 覆盖本文件中任意值的对象"
    )
