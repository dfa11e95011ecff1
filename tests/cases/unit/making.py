"""A small sound case for the tests, and packs of a user's own."""

from __future__ import annotations

import copy
import io
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pikepdf
import pytest
from PIL import Image

from docgen.case.load import Case, load_case
from docgen.findings import DocgenError, Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "samples" / "lichuan-bearing"
COMPANY = "洛阳试样轴承有限公司"

IMPLEMENTATION = """\
# 推进过程

分三步推进，见[图](#流程)和[表](#指标)。

![改进流程](图/流程.png){#流程}

表：主要指标 {#指标}

| 指标 | 2022年 |
| --- | --- |
| 一次交检合格率 | 98.9% |
"""

SOUND: dict[str, Any] = {
    "company": {
        "name": COMPANY,
        "credit_code": "91000000MA00000157",
        "registered_place": "河南省洛阳市",
        "address": "洛阳市涧西区试样路1号",
        "nature": "民营",
        "industry": {"code": "3451", "name": "滚动轴承制造"},
        "employees": 350,
    },
    "quality_head": {"name": "钱一", "title": "总监"},
    "contact": {
        "name": "孙二",
        "title": "部长",
        "mobile": "19900000157",
        "email": "sun@example.com",
    },
    "experience": {
        "name": f"{COMPANY}“三查”质量管理经验",
        "summary": "公司推行三查。\n效果明显。",
    },
    "years": {
        "2020": {"total_assets": 5000, "revenue": 6000.5, "profit": 100},
        "2021": {"total_assets": 5100, "revenue": 6100, "profit": 110.25},
        "2022": {"total_assets": 5200, "revenue": 6200, "profit": 120},
    },
    "evidence": [
        {"kind": kind, "title": kind, "files": ["证明/报告.pdf"]}
        for kind in ("失信被执行人查询报告", "重大税收违法查询报告", "严重违法失信查询报告")
    ],
    "narrative": {
        "abstract": "公司推行“三查”方法。",
        "overview": "公司成立于2004年。",
        "implementation": IMPLEMENTATION,
        "results": "合格率升至98.9%。",
    },
    "application_date": "2023-03-20",
}


def sound() -> dict[str, Any]:
    """Return a case that is sound for luoyang, to be spoilt."""
    return copy.deepcopy(SOUND)


def changed(path: str, value: Any) -> dict[str, Any]:
    """Return the sound case with the value at a dotted path set."""
    values = sound()
    *steps, last = path.split(".")
    inner = values
    for step in steps:
        inner = inner.setdefault(step, {})
    inner[last] = value
    return values


def without(path: str) -> dict[str, Any]:
    """Return the sound case without the value at a dotted path."""
    values = sound()
    *steps, last = path.split(".")
    inner = values
    for step in steps:
        inner = inner[step]
    del inner[last]
    return values


@cache
def png(width: int = 1200, height: int = 600) -> bytes:
    """Return a plain picture."""
    target = io.BytesIO()
    Image.new("RGB", (width, height), (30, 60, 200)).save(target, "PNG")
    return target.getvalue()


@cache
def pdf(pages: int = 1) -> bytes:
    """Return a PDF of blank pages."""
    target = io.BytesIO()
    with pikepdf.new() as file:
        for _ in range(pages):
            file.add_blank_page(page_size=(595, 842))
        file.save(target, deterministic_id=True)
    return target.getvalue()


def stored(folder: Path, values: Any, files: Mapping[str, str | bytes] | None = None) -> Path:
    """Write a case with its picture and other files into a folder; return the case file."""
    (folder / "图").mkdir(parents=True, exist_ok=True)
    (folder / "图" / "流程.png").write_bytes(png())
    (folder / "图" / "小图.png").write_bytes(png(40, 20))
    (folder / "证明").mkdir(exist_ok=True)
    (folder / "证明" / "报告.pdf").write_bytes(pdf())
    for name, content in (files or {}).items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    file = folder / "case.json"
    text = values if isinstance(values, str) else json.dumps(values, ensure_ascii=False, indent=2)
    file.write_text(text, encoding="utf-8")
    return file


def loaded(folder: Path, values: Any = None, style: str = "luoyang", **files: str) -> Case:
    """Store and load a case; the sound one if none is given."""
    return load_case(stored(folder, sound() if values is None else values, files), style)


def refusal(action: Callable[[], Any]) -> tuple[Finding, ...]:
    """Return the findings with which an action is refused."""
    with pytest.raises(DocgenError) as caught:
        action()
    assert caught.value.findings
    return caught.value.findings


def pack(folder: Path, toml: str) -> Path:
    """Write a style pack into a folder and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "style.toml").write_text(toml, encoding="utf-8")
    return folder


def template(path: Path, *paragraphs: str) -> Path:
    """Write a Word template with these paragraphs."""
    word = docx.Document()
    for text in paragraphs:
        word.add_paragraph(text)
    word.save(str(path))
    return path
