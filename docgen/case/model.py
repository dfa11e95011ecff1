"""The facts of a case (案例), typed: one model serves every issuer.

Hardly any field is required here: what an application cannot do without is the issuer's to say,
in the style pack. Titles are the Chinese names that messages and the JSON Schema use. Amounts are
万元 unless a title says otherwise, dates ISO 8601; texts stand on one line but for paragraphs.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from docgen.case.evidence import EvidenceFiles
from docgen.case.figures import Benchmark, Competitor, Figure, Product, Tables, YearFigures
from docgen.case.types import (
    Amount,
    Count,
    Date,
    FactsModel,
    Flag,
    Month,
    Paragraphs,
    Text,
    Year,
)


class Industry(FactsModel):
    """The industry by GB/T 4754: the four-digit class."""

    code: Text | None = Field(None, title="行业代码", description="GB/T 4754 小类代码，如 3451")
    name: Text | None = Field(None, title="行业名称", description="GB/T 4754 小类名称")


class Certificate(FactsModel):
    """A certificate of the quality management system (质量管理体系认证证书)."""

    valid_until: Date | None = Field(None, title="有效期至")
    in_force: Flag | None = Field(
        None, title="证书在有效期内", description="可不填，由有效期和申报日期得出"
    )


class Company(FactsModel):
    """The applicant (申报单位)."""

    name: Text = Field(title="企业名称", description="全称，与公章一致")
    credit_code: Text | None = Field(None, title="统一社会信用代码")
    legal_representative: Text | None = Field(None, title="法定代表人")
    representative_phone: Text | None = Field(None, title="法定代表人电话")
    established: Date | None = Field(None, title="成立日期")
    registered_place: Text | None = Field(None, title="注册地", description="省和市，如 某省某市")
    district: Text | None = Field(None, title="所在县区")
    address: Text | None = Field(None, title="单位地址")
    postcode: Text | None = Field(None, title="邮编")
    nature: Text | None = Field(None, title="企业性质", description="按申报表的选项填写")
    size: Text | None = Field(
        None, title="企业类型", description="规范有划分标准的可不填，由人数和营业收入得出"
    )
    industry: Industry = Field(Industry(), title="所属行业")
    employees: Count | None = Field(None, title="企业人数")
    engineers: Count | None = Field(None, title="工程技术人数")
    products: Text | None = Field(None, title="主要产品")
    markets: Text | None = Field(None, title="主要市场")
    market_share: Text | None = Field(None, title="市场份额")
    product_standards: Text | None = Field(None, title="主导产品执行标准")
    brands: Text | None = Field(None, title="自主品牌或商标", description="没有写“无”")
    rd_platforms: Text | None = Field(
        None, title="研发平台", description="省级及以上平台的名称及认定部门，没有写“无”"
    )
    central: Flag | None = Field(None, title="是否属于中央企业")
    group: Text | None = Field(None, title="所属央企集团全称", description="非央企不用填")
    high_tech: Flag | None = Field(None, title="高新技术企业")
    innovative: Flag | None = Field(None, title="创新型企业")
    quality_grade: Text | None = Field(None, title="企业质量管理能力评价等级")
    land_grade: Text | None = Field(None, title="亩均效益评价等级")
    iso9001: Certificate = Field(Certificate(), title="ISO 9001 质量管理体系认证")


class Person(FactsModel):
    """A person with a post."""

    name: Text | None = Field(None, title="姓名")
    title: Text | None = Field(None, title="职务")


class Contact(Person):
    """The contact (联系人)."""

    department: Text | None = Field(None, title="部门")
    phone: Text | None = Field(None, title="固定电话")
    mobile: Text | None = Field(None, title="手机")
    email: Text | None = Field(None, title="电子邮箱")


class QualityRates(FactsModel):
    """Shares of the staff who take part in quality work, per cent."""

    tqm_education: Amount | None = Field(
        None,
        title="员工全面质量管理（TQM）普及教育普及率（%）",
        description="接受 TQM 教育员工数占员工总数的比例",
    )
    ability_passed: Amount | None = Field(
        None,
        title="质量岗位人员能力测评达标率（%）",
        description="质量岗位人员能力测评达标人数占质量岗位人员总数比例",
    )
    engineering_training: Amount | None = Field(
        None,
        title="员工质量工程技术专业培训覆盖率（%）",
        description="接受质量工程技术专业培训员工数占员工总数的比例",
    )
    improvement: Amount | None = Field(
        None,
        title="质量改进活动参与率（%）",
        description="参与 QC 小组、小改小革等质量改进与创新活动员工数占员工总数比例",
    )


class Awards(FactsModel):
    """Awards that forms ask for by level (奖励)."""

    quality: tuple[Text, ...] = Field((), title="质量奖级别", description="国家级、省级、市级")
    advanced: tuple[Text, ...] = Field((), title="先进奖级别", description="国家级、省级、市级")
    products: Text | None = Field(None, title="名牌产品")
    trademarks: Text | None = Field(None, title="商标荣誉")
    science: Text | None = Field(None, title="科技奖励情况", description="没有写“无”")


class Experience(FactsModel):
    """The experience applied for (质量标杆经验)."""

    name: Text = Field(title="质量标杆名称")
    method: Text | None = Field(None, title="典型方法（技术）")
    direction: Text | None = Field(None, title="申报方向")
    summary: Paragraphs | None = Field(None, title="质量标杆简介", description="分段用换行")
    applied_since: Month | None = Field(None, title="开始应用的年月", description="四位年-两位月")
    recognised: Flag | None = Field(None, title="是否已获地区或行业质量标杆")
    adopters: Count | None = Field(None, title="经验已推广企业数量（家）")


class Patent(FactsModel):
    """A patent applied for or granted (专利)."""

    title: Text = Field(title="专利名称")
    number: Text = Field(title="专利号或申请号")
    kind: Literal["发明专利", "实用新型", "外观设计"] = Field(title="专利类型")
    status: Literal["申请", "授权"] = Field(title="状态")
    date: Date = Field(title="申请日或授权日")


class SoftwareCopyright(FactsModel):
    """A registered software copyright (软件著作权)."""

    title: Text = Field(title="软件名称")
    number: Text = Field(title="登记号")
    date: Date = Field(title="登记日期")


class Standard(FactsModel):
    """A standard led or joined in (标准制修订)."""

    title: Text = Field(title="标准名称")
    number: Text = Field(title="标准编号")
    level: Literal["国际", "国家", "行业", "地方", "团体", "企业"] = Field(title="标准级别")
    role: Literal["主导", "参与"] = Field(title="主导或参与")
    date: Date = Field(title="发布日期")


class Honour(FactsModel):
    """An honour received (荣誉)."""

    title: Text = Field(title="荣誉名称")
    issuer: Text = Field(title="授予单位")
    level: Literal["国家级", "省级", "市级", "县区级", "行业"] = Field(title="荣誉级别")
    date: Date = Field(title="获得日期")


class TextFile(FactsModel):
    """Text kept in a file beside the case."""

    file: Text = Field(title="文件", description="相对于 case.json 的路径，如 实施与运行.md")


Passage = Annotated[Paragraphs | TextFile, Field(union_mode="left_to_right")]


class NarrativeSources(FactsModel):
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


class Facts(FactsModel):
    """Everything a case file says (case.json)."""

    company: Company = Field(title="申报单位")
    quality_head: Person = Field(Person(), title="质量管理机构负责人")
    contact: Contact = Field(Contact(), title="联系人")
    experience: Experience = Field(title="质量标杆经验")
    recommender: Text | None = Field(None, title="推荐单位")
    quality_rates: QualityRates = Field(QualityRates(), title="全员质量活动")
    awards: Awards = Field(Awards(), title="奖励")
    years: dict[Year, YearFigures] = Field({}, title="各年数据", description="以四位年份为键")
    benchmarks: dict[Year, dict[Figure, Benchmark]] = Field(
        {}, title="行业水平", description="年份 → 各年数据的字段名 → 行业水平"
    )
    tables: Tables = Field(Tables(), title="统计表的增删")
    products: tuple[Product, ...] = Field((), title="主导产品")
    competitors: tuple[Competitor, ...] = Field((), title="主要竞争对手和标杆")
    patents: tuple[Patent, ...] = Field((), title="专利")
    software_copyrights: tuple[SoftwareCopyright, ...] = Field((), title="软件著作权")
    standards: tuple[Standard, ...] = Field((), title="标准")
    honours: tuple[Honour, ...] = Field((), title="荣誉")
    evidence: tuple[EvidenceFiles, ...] = Field((), title="证实性材料")
    narrative: NarrativeSources = Field(NarrativeSources(), title="总结材料")
    application_date: Date = Field(title="申报日期")
    overrides: dict[str, dict[str, Any]] = Field(
        {}, title="按规范覆盖", description="规范名 → 覆盖本文件中任意值的对象"
    )
