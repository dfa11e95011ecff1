"""The evidence of 衡澜: what the five issuers ask for, up to 2022; for 浙江 also that of 2023."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from samples.papers import scan
from samples.papers.accounts import statements
from samples.papers.environment import CHECKS
from samples.papers.press import amount, pictured, printed
from samples.papers.survey import SURVEYS, gain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DPI = 130  # of the scans


def papers(case: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Yield file name and bytes of each paper."""
    (page,) = pictured(printed("licence.html", case=case), _DPI)
    yield "营业执照.jpg", scan.jpeg(scan.scanned(page, 0.2), _DPI)
    yield "质量管理体系证书.pdf", printed("iso9001.html", case=case, **_certificate(case))
    yield from _credit(case)
    yield from _finance(case)
    for survey in SURVEYS.values():
        paper = printed("survey.html", case=case, survey=survey, gain=gain)
        yield f"顾客调查报告-{survey.year}年.pdf", paper
    for check in CHECKS:
        paper = printed("environment.html", case=case, **check)
        yield f"环保与资源利用证明-{_span(check['years'])}.pdf", paper
    yield "行业地位证明.pdf", printed("position_pump.html", case=case)
    yield "检验报告-化工屏蔽泵.pdf", printed("pump_test.html", case=case)
    (page,) = pictured(printed("user.html", case=case), 120)
    yield "用户证明.png", scan.png(page, 120)
    yield from _awards(case)
    yield from _patents(case)


def _credit(case: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    for at in ("2023-08-21 10:18:37", "2024-10-28 09:05:12"):
        paper = printed("credit.html", case=case, at=at, praised=_praised(case, at[:10]))
        yield f"信用中国报告-{at[:4]}.pdf", paper


def _finance(case: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    for year, signed in ((2022, "2023年3月28日"), (2023, "2024年3月26日")):
        told = {"year": year, "signed": signed, "sheets": statements(case["years"], year)}
        yield f"财务报表-{year}年度.pdf", printed("statements.html", case=case, **told)
    for years, date in (((2020, 2021, 2022), "2023年7月10日"), ((2022, 2023), "2024年7月8日")):
        rows = _economy(case, years)
        paper = printed("benefit.html", case=case, years=years, date=date, rows=rows)
        yield f"经济效益证明-{_span(years)}.pdf", paper


def _span(years: tuple[int, ...]) -> str:
    return f"{years[0]}至{years[-1]}年"


def _certificate(case: Mapping[str, Any]) -> dict[str, str]:
    return {
        "body": "钱江衡准认证有限公司",
        "number": "99923Q00232R5M（示例）",
        "scope": f"{case['company']['products']}的设计、制造和服务",
        "first": "2008-05-26",
        "issued": "2023-05-18",
        "valid_until": case["company"]["iso9001"]["valid_until"],
        "first_visit": "（应于2024年5月17日前）",
        "second_visit": "（应于2025年5月17日前）",
    }


def _praised(case: Mapping[str, Any], date: str) -> list[Mapping[str, Any]]:
    """Return the honours up to a date that an authority, not an association, granted."""
    return [
        honour
        for honour in case["honours"]
        if honour["date"] <= date and "协会" not in honour["issuer"]
    ]


def _economy(case: Mapping[str, Any], years: tuple[int, ...]) -> list[tuple[str, list[str], str]]:
    """Return the rows of the economic figures: name, a value per year, change over the years."""
    told = [case["years"][str(year)] for year in years]
    rows = []
    for key, name in (
        ("total_assets", "资产总额"), ("operating_revenue", "营业收入"),
        ("revenue", "主营业务收入"), ("profit", "利润总额"), ("net_profit", "净利润"),
        ("tax", "纳税总额"),
        ("new_product_sales", "新产品销售收入"), ("rd_spending", "研发投入"),
    ):  # fmt: skip
        values = [figures[key] for figures in told]
        growth = (values[-1] / values[0] - 1) * 100
        change = f"{growth.quantize(Decimal('0.1'), ROUND_HALF_UP):+}%"
        rows.append((f"{name}（万元）", [amount(value) for value in values], change))
    for key, name, unit in (
        ("asset_turnover", "流动资产周转率（次）", "次"),
        ("productivity", "全员劳动生产率（万元/人）", "万元/人"),
        ("quality_loss", "质量损失率（%）", "个百分点"),
        ("rework_rate", "产品返修率（%）", "个百分点"),
    ):  # fmt: skip
        values = [figures[key] for figures in told]
        change = f"{values[-1] - values[0]:+}{unit}".replace("-", "−")
        rows.append((name, [str(value) for value in values], change))
    return rows


def _awards(case: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    honours = {honour["title"]: honour for honour in case["honours"]}
    name = case["company"]["name"]
    province = honours["浙江省人民政府质量管理创新奖"]
    team = honours["全国质量信得过班组（屏蔽泵装配二班）"]
    for file, told in (
        ("证书-浙江省人民政府质量管理创新奖.jpg", {
            "wide": True, "honour": province, "to": name, "title": province["title"],
            "text": f"你单位{case['experience']['method']}成效显著，被授予",
            "number": "示例-2022-0232",
        }),
        ("证书-全国质量信得过班组.jpg", {
            "wide": False, "honour": team, "to": f"{name}屏蔽泵装配二班",
            "title": "全国质量信得过班组", "text": "在班组质量建设活动中成绩突出，被评为2022年",
            "number": "示例-2022-BZ-0232",
        }),
    ):  # fmt: skip
        (page,) = pictured(printed("award.html", **told), _DPI)
        yield file, scan.jpeg(scan.scanned(page, 0.3), _DPI)
    city = honours["台州市质量标杆"]
    plate = printed(
        "plaque.html", case=case, honour=city, title=city["title"], below="（2021年度）"
    )
    (page,) = pictured(plate, 110)
    yield "奖牌-台州市质量标杆.jpg", scan.jpeg(scan.photographed(page), 110)


def _patents(case: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    patents = {patent["number"]: patent for patent in case["patents"]}
    method = printed(
        "patent.html",
        case=case,
        patent=patents["ZL202119980540.8"],
        certificate="9980540",
        filed="2021-03-19",
        publication="CN 199980540 B（示例）",
        inventors=["陆知衡", "苏蔓青", "晏清和"],
    )
    (page,) = pictured(method, _DPI)
    yield "专利-试验数据可信性校验方法.jpg", scan.jpeg(scan.scanned(page, -0.3), _DPI)
    yield (
        "专利-石墨轴承间隙自动测量仪.pdf",
        printed(
            "patent.html",
            case=case,
            patent=patents["ZL202029981182.3"],
            certificate="9981182",
            filed="2020-08-13",
            publication="CN 299981182 U（示例）",
            inventors=["晏清和", "蒲砚秋"],
        ),
    )
