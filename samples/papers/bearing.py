"""The evidence of 砺川: shapes on purpose, as a company's files come in all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samples.papers import scan
from samples.papers.press import pictured, printed
from samples.papers.seals import locked, sealed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PIL.Image import Image

_UPDATED = "2023-03-16"  # what the web sites had when they were asked
_FILINGS = (
    ("2021", "2022-05-18"), ("2020", "2021-04-27"), ("2019", "2020-06-09"),
    ("2018", "2019-05-22"), ("2017", "2018-06-04"),
)  # fmt: skip


def papers(case: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    """Yield file name and bytes of each paper."""
    yield from _enquiries(case)
    yield "质量管理体系证书.pdf", locked(printed("iso9001.html", case=case, **_certificate(case)))
    yield "行业地位证明.pdf", printed("position_bearing.html", case=case)
    yield from _awards(case)
    yield from _patents(case)
    yield "质量控制计划.pdf", printed("control_plan.html", case=case)
    pages = pictured(printed("review.html", case=case), 200)
    sheets = [scan.scanned(page, turn) for page, turn in zip(pages, (0.3, -0.2), strict=True)]
    yield "专家评议意见.tif", scan.tiff(sheets, 200)
    yield "检验报告-风电主轴轴承.pdf", printed("bearing_test.html", case=case)


def _enquiries(case: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    asked = {"case": case, "updated": _UPDATED, "years": range(2018, 2024)}
    yield (
        "失信被执行人查询报告.pdf",
        printed("dishonest.html", at="2023-03-17 09:42:16", **asked),
    )
    yield (
        "重大税收违法案件当事人查询报告.pdf",
        printed("tax.html", at="2023-03-17 09:51:40", **asked),
    )
    report = printed("publicity.html", case=case, at="2023-03-20 08:36:05", filings=_FILINGS)
    yield "严重违法失信企业名单查询报告.pdf", sealed(report, "申报单位（盖章）：")


def _certificate(case: Mapping[str, Any]) -> dict[str, str]:
    return {
        "body": "豫衡准绳认证有限公司",
        "number": "99922Q00157R5L（示例）",
        "scope": f"{case['company']['products']}的设计、制造和服务",
        "first": "2007-06-18",
        "issued": "2022-06-14",
        "valid_until": "2025-06-13",
        "first_visit": "（应于2023年6月13日前）",
        "second_visit": "（应于2024年6月13日前）",
    }


def _awards(case: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    honours = {honour["title"]: honour for honour in case["honours"]}
    mayor = honours["洛阳市市长质量奖"]
    plate = printed(
        "plaque.html", case=case, honour=mayor, title=mayor["title"], below="（2020年度）"
    )
    (picture,) = pictured(plate, 110)
    yield "奖牌-洛阳市市长质量奖.jpg", scan.jpeg(scan.photographed(picture), 110)
    circle = printed(
        "award.html",
        wide=False,
        honour=honours["全国优秀质量管理小组（“砺锋”QC小组）"],
        to=f"{case['company']['name']}“砺锋”QC小组",
        text="你小组《降低轴承套圈滚道磨削烧伤率》课题成果显著，被评为2022年",
        title="全国优秀质量管理小组",
        number="示例-2022-QC-0157",
    )
    (picture,) = pictured(circle, 120)
    yield "证书-全国优秀质量管理小组.png", scan.png(picture, 120)


def _patents(case: Mapping[str, Any]) -> Iterator[tuple[str, bytes]]:
    patents = {patent["number"]: patent for patent in case["patents"]}

    def scanned(number: str, turn: float, dpi: int, **told: object) -> Image:
        (page,) = pictured(printed("patent.html", case=case, patent=patents[number], **told), dpi)
        return scan.scanned(page, turn)

    dressing = scanned(
        "ZL202019990212.1",
        0.5,
        150,
        certificate="9900212",
        filed="2020-04-17",
        publication="CN 199990212 B（示例）",
        inventors=["邵振翀", "贺䶮", "郎承岳"],
    )
    yield "专利-砂轮修整时机判定方法.jpg", scan.sideways_jpeg(dressing, 150)
    nozzle = scanned(
        "ZL201929990641.1",
        -0.4,
        150,
        certificate="9990641",
        filed="2019-08-26",
        publication="CN 299990641 U（示例）",
        inventors=["邵振翀", "卢砚耕"],
    )
    yield "专利-磨削液喷嘴装置.pdf", scan.turned_pdf(nozzle, 150)
    crown = scanned(
        "ZL202019990318.1",
        0.3,
        120,
        certificate="9900318",
        filed="2020-09-08",
        publication="CN 199990318 B（示例）",
        inventors=["贺䶮", "谈知远", "郎承岳"],
    )
    yield "专利-圆锥滚子对数凸度母线磨削.jpg", scan.cmyk_jpeg(crown, 120)
