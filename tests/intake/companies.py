"""Documents for Luoyang as a company types them: its form, its cover, its narrative."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.forms.typing_in import ABOVE, typed_form

_FIGURES = [["资产总额（万元）", "1", "2", "3"], ["主营业务收入（万元）", "4", "5", "6"]]


def _counts(applied: str, granted: str, national: str, honours: str) -> list[list[str]]:
    """The rows that ask how many items the lists on the annexes have."""
    patents, standards = "申请和授权专利情况*", "主导、参与标准制修订情况*"
    return [
        [patents, "申请数（件）", applied, standards, "国际标准（项）", "0"],
        [ABOVE, "授权数（件）", granted, ABOVE, "国家标准（项）", national],
        ["软件著作权登记（件）*", "0", ABOVE, "行业标准（项）", "0"],
        [ABOVE, ABOVE, ABOVE, "地方标准（项）", "0"],
        ["近五年获省市级以上主要荣誉数（项）*", honours, ABOVE, "团体标准（项）", "0"],
        [ABOVE, ABOVE, ABOVE, "企业标准（项）", "0"],
    ]


_SIGNED = "企业名称（公章）：\n法人代表签字：\n年   月   日"
_PROMISE = (
    "在质量、诚信、安全、环保等方面无违法行为和不良记录，对2023年质量标杆活动所提交的材料的真实性负责。"
    "愿意进一步总结提炼实践经验，积极参与质量标杆学习实践交流活动，并为与其他企业分享创造条件，"
    f"为提升我市质量管理水平做出贡献。\n{_SIGNED}"
)


@cache
def form(
    company: str, contact: str = "钱多", counts: tuple[str, str, str, str] = ("0", "0", "0", "0")
) -> bytes:
    """附件2 of the Luoyang notice, filled in.

    The counts are of patents applied for and granted, national standards and honours.
    """
    rows = [
        ["企业名称", company],
        ["单位地址", "洛阳市涧西区试作路1号"],
        ["企业性质", "中央企业□ 地方国企□ 民营√ 三资□"],
        ["企业类型*", "大型企业□ 中型企业■ 小型企业□ 微型企业□"],
        ["所属行业类别*", "金属切削机床制造（3421）"],
        ["质量管理机构负责人", "姓名", "赵明", "职务", "总质量师"],
        ["联系人", "姓名", contact, "职务", "主任"],
        [ABOVE, "联系电话", "19900000011", "邮箱", "qian@example.com"],
        ["近三年发展情况", "2020年", "2021年", "2022年"],
        *_FIGURES,
        ["利润总额（万元）", "7", "8", "9"],
        *_counts(*counts),
        ["质量标杆\n简介", "第一段说做法。\n第二段说成效。"],
        [f"{company}{_PROMISE}"],
        ["县区工业和信息化主管部门推荐意见：\n推荐单位公章\n年   月   日"],
    ]
    note = "2.所属行业请根据《国民经济行业分类与代码（GB/T 4754-2017）》进行选填。"
    return typed_form("附件2：", "洛阳市质量标杆申报表", rows, note)


@cache
def cover(company: str, contact: str = "钱多") -> bytes:
    """A cover typed line by line."""
    return typed_form(
        "2023年洛阳市质量标杆",
        "申 报 材 料",
        "标杆名称：精益质量管理经验",
        f"申报单位：{company}",
        f"联系人：{contact}",
        "联系方式：19900000011",
        "申报日期：2023年3月20日",
    )


@cache
def narrative(name: str = "精益质量管理经验", more: str = "公司成立于2004年。") -> bytes:
    """A narrative; it says no company's name but in that of its experience."""
    return typed_form(
        name,
        *("摘要", "公司推行精益。"),
        *("一、企业概况", more),
        *("二、管理方法（技术）的推进实施与运行", "分三步推进。"),
        *("三、管理方法（技术）的实施效果", "效果明显。"),
    )


def stored(folder: Path, **files: bytes) -> Path:
    """Write Word files into a folder, ``/`` in their names for folders below; return the folder."""
    for name, data in files.items():
        path = folder / f"{name}.docx"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
