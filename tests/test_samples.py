"""The samples' evidence (证实性材料): marked as made up, small, in all shapes, true to its case."""

from __future__ import annotations

import json
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image
from pypdf import PdfReader

from tests.cases.unit.making import ROOT

BEARING, PUMP = ROOT / "samples" / "lichuan-bearing", ROOT / "samples" / "henglan-pump"
PAPERS = sorted([*(BEARING / "证明").iterdir(), *(PUMP / "证明").iterdir()])
PDFS = [path for path in PAPERS if path.suffix == ".pdf"]
SCAN = BEARING / "证明" / "专利-磨削液喷嘴装置.pdf"
MARK = "示例（虚构）"


def case(folder: Path) -> dict[str, Any]:
    """What a sample's case.json says."""
    loaded: dict[str, Any] = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    return loaded


def named(folder: Path) -> set[str]:
    """The files of evidence that a case names, for any style."""
    told = case(folder)
    lists = [told, *told.get("overrides", {}).values()]
    return {file for held in lists for piece in held.get("evidence", []) for file in piece["files"]}


@cache
def texts(path: Path) -> list[str]:
    """The text of each page, without line ends."""
    target = BytesIO()
    with pikepdf.open(path) as pdf:
        pdf.save(target)  # without encryption
    return [page.extract_text().replace("\n", "") for page in PdfReader(target).pages]


def paper(folder: Path, name: str) -> str:
    """The text of a PDF in a sample's 证明/."""
    return "".join(texts(folder / "证明" / name))


@pytest.mark.parametrize("folder", [BEARING, PUMP], ids=lambda path: path.name)
def test_a_case_names_every_file_of_its_evidence_and_no_other(folder: Path) -> None:
    held = {f"证明/{path.name}" for path in (folder / "证明").iterdir()}
    assert named(folder) == held
    assert len(held) >= 12


def test_what_a_text_may_refer_to_has_one_name_each() -> None:
    for folder in (BEARING, PUMP):
        told = case(folder)
        for held in (told, *told.get("overrides", {}).values()):
            ids = [piece["id"] for piece in held.get("evidence", []) if "id" in piece]
            assert len(ids) == len(set(ids))


def test_the_files_are_small() -> None:
    sizes = [path.stat().st_size for path in PAPERS]
    assert max(sizes) < 250_000
    assert sum(sizes) < 3_000_000


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.name)
def test_every_page_with_a_text_says_that_it_is_made_up(path: Path) -> None:
    pages = texts(path)
    assert [MARK in page for page in pages] == [path != SCAN] * len(pages)


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.name)
def test_no_pdf_tells_when_or_with_what_it_was_made(path: Path) -> None:
    with pikepdf.open(path) as pdf:
        assert set(pdf.docinfo) <= {"/Title"}
        assert "/Metadata" not in pdf.Root


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("失信被执行人查询报告", "2023年3月17日"),
        ("重大税收违法案件当事人查询报告", "2023年3月17日"),
        ("严重违法失信企业名单查询报告", "2023年3月20日"),
    ],
)
def test_the_enquiries_are_of_the_last_days_before_the_application(name: str, date: str) -> None:
    assert case(BEARING)["application_date"] == "2023-03-20"
    company, text = case(BEARING)["company"], paper(BEARING, f"{name}.pdf")
    assert len(texts(BEARING / "证明" / f"{name}.pdf")) > 1
    assert f"截至{date}，{company['name']}" in text
    assert company["credit_code"] in text


def test_one_seal_is_a_stamp_with_an_appearance() -> None:
    with pikepdf.open(BEARING / "证明" / "严重违法失信企业名单查询报告.pdf") as pdf:
        (stamp,) = pdf.pages[-1].Annots
        assert stamp.Subtype == "/Stamp"
        assert stamp.AP.N.Subtype == "/Form"


def test_one_certificate_is_locked_but_opens_without_a_password() -> None:
    with pikepdf.open(BEARING / "证明" / "质量管理体系证书.pdf") as pdf:
        assert pdf.is_encrypted
        assert not pdf.allow.modify_other


def test_one_scan_lies_on_its_side_and_is_shown_upright() -> None:
    with pikepdf.open(SCAN) as pdf:
        (page,) = pdf.pages
        _, _, width, height = page.mediabox
        assert width > height
        assert page.Rotate == 90


def test_one_table_is_on_a3_across() -> None:
    with pikepdf.open(BEARING / "证明" / "质量控制计划.pdf") as pdf:
        (page,) = pdf.pages
        size = [round(float(edge) / 72 * 25.4) for edge in page.mediabox]
    assert size == [0, 0, 420, 297]


def test_the_pictures_come_in_all_shapes() -> None:
    folder = BEARING / "证明"
    with Image.open(folder / "专利-砂轮修整时机判定方法.jpg") as picture:
        assert picture.getexif()[0x0112] == 6
        assert picture.width > picture.height
    with Image.open(folder / "专利-圆锥滚子对数凸度母线磨削.jpg") as picture:
        assert picture.mode == "CMYK"
    with Image.open(folder / "专家评议意见.tif") as picture:
        assert getattr(picture, "n_frames", 1) == 2
    with Image.open(folder / "证书-全国优秀质量管理小组.png") as picture:
        assert picture.height > picture.width
    with Image.open(folder / "奖牌-洛阳市市长质量奖.jpg") as picture:
        assert picture.width > picture.height


@pytest.mark.parametrize("year", ["2022", "2023"])
def test_the_statements_hold_the_figures_of_the_case(year: str) -> None:
    text = paper(PUMP, f"财务报表-{year}年度.pdf")
    figures = case(PUMP)["years"][year]
    for key in (
        "total_assets", "liabilities", "operating_revenue", "revenue", "profit", "net_profit",
        "rd_spending", "tax",
    ):  # fmt: skip
        assert f"{figures[key]:,.2f}" in text


@pytest.mark.parametrize("year", ["2022", "2023"])
def test_the_surveys_find_what_the_case_tells(year: str) -> None:
    text = paper(PUMP, f"顾客调查报告-{year}年.pdf")
    told = case(PUMP)["years"][year]
    assert f"{year}年顾客满意度为{told['satisfaction']['value']}" in text
    assert f"{year}年顾客忠诚度为{told['loyalty']['value']}" in text
    assert told["satisfaction"]["agency"] in text


def test_the_certificate_is_in_force_as_long_as_the_case_tells() -> None:
    assert case(PUMP)["company"]["iso9001"]["valid_until"] == "2026-05-17"
    assert "有效期至：2026年5月17日" in paper(PUMP, "质量管理体系证书.pdf").replace(" ", "")
