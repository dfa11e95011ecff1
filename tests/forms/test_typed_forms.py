"""The issuers' own forms, typed into by companies: read by their labels alone."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.findings import DocgenError, Severity
from docgen.intake.documents import Received, receive
from docgen.intake.values import case_of
from docgen.style.load import load_style
from tests.forms.typing_in import ABOVE, typed_form

#: 附件2 of the Luoyang notice, as a company fills it in.
LUOYANG = [
    ["企业名称 ", "洛阳试作机床有限公司"],
    ["单位地址", "洛阳市涧西区试作路1号"],
    ["企业性质", "中央企业□     地方国企□     民营√     三资□"],
    ["企业类型*", "大型企业□   中型企业■   小型企业□   微型企业□"],
    ["所属行业类别*", "金属切削机床制造（3421）"],
    ["质量管理机构负责人", "姓名", "赵　明", "职务", "总质量师"],
    ["联系人", "姓 名", "钱多", "职 务", "主任"],
    [ABOVE, "联系电话", "19900000011", "邮箱", "qian@example.com"],
    ["近三年发展情况", "2020年", "2021年", "2022年"],
    ["资产总额（万元）", "10,234.5", "11200", "12300.00"],
    ["主营业务收入（万元）", "8000", "8800", "约9千万"],
    ["利润总额（万元）", "500", "610.25", "702"],
    [
        "申请和授权专利情况*",
        "申请数（件）",
        "3",
        "主导、参与标准制修订情况*",
        "国际标准（项）",
        "0",
    ],
    [ABOVE, "授权数（件）", "2", ABOVE, "国家标准（项）", "1"],
    ["质量标杆\n简介", "第一段说做法。\n第二段说成效。"],
    [
        "洛阳试作机床有限公司在质量、诚信、安全、环保等方面无违法行为和不良记录，对2023年质量标杆活动"
        "所提交的材料的真实性负责。愿意进一步总结提炼实践经验，积极参与质量标杆学习实践交流活动，并为与"
        "其他企业分享创造条件，为提升我市质量管理水平做出贡献。\n企业名称（公章）：\n法人代表签字：\n"
        "2023年3月20日"
    ],
    ["县区工业和信息化主管部门推荐意见：\n推荐单位公章\n年   月   日"],
]

CHANGZHOU = [
    ["企业名称（公章）", "常州试作电机有限公司"],
    ["所属行业", "电机制造"],
    ["通讯地址", "常州市新北区试作路2号", "邮编", "213000"],
    ["法人代表", "孙一", "联系电话", "0519-80000001"],
    ["联系人", "李二", "联系电话", "19900000022"],
    ["企业人数", "  560  人", "工程技术人数", "85人"],
    ["质量奖励", "质量奖", "国家级（）省级（√）市级（ ）"],
    [ABOVE, "先进奖", "国家级（ ）省级（  ）市级（√）"],
    ["创新荣誉", "创新型企业（）高新技术企业（√）"],
    ["上年度经济效益", "资产总额", "20000", "负债总额", "9000"],
    [ABOVE, "销售收入", "18000", "增长率", "12.5%"],
    [ABOVE, "研发投入", "900", "投入强度", "5%"],
    ["推荐单位意见", "推荐单位公章\n年   月   日"],
]


def read(style: str, key: str, *blocks: Any) -> Received:
    return receive(typed_form(*blocks), "申报表.docx", load_style(style), key)


def test_luoyangs_own_form_typed_into_is_read() -> None:
    received = read("luoyang", "form", "附件2：", "洛阳市质量标杆申报表", LUOYANG)
    assert case_of(received.taken) == {
        "company": {
            "name": "洛阳试作机床有限公司",
            "address": "洛阳市涧西区试作路1号",
            "nature": "民营",
            "size": "中型企业",
            "industry": {"name": "金属切削机床制造", "code": "3421"},
        },
        "quality_head": {"name": "赵　明", "title": "总质量师"},
        "contact": {
            "name": "钱多",
            "title": "主任",
            "mobile": "19900000011",
            "email": "qian@example.com",
        },
        "experience": {"summary": "第一段说做法。\n第二段说成效。"},
        "years": {
            "2020": {"total_assets": 10234.5, "revenue": 8000, "profit": 500},
            "2021": {"total_assets": 11200, "revenue": 8800, "profit": 610.25},
            "2022": {"total_assets": "12300.00", "profit": 702},
        },
    }


def test_what_is_no_number_is_listed_with_its_row_and_not_taken() -> None:
    received = read("luoyang", "form", "洛阳市质量标杆申报表", LUOYANG)
    [finding] = [each for each in received.findings if each.code == "field-unread"]
    assert "约9千万" in finding.message
    assert "主营业务收入" in finding.message
    assert "主营业务收入" in finding.place.title
    assert finding.severity is Severity.WARNING


def test_rows_that_a_company_deleted_are_listed_by_their_labels() -> None:
    received = read("luoyang", "form", "洛阳市质量标杆申报表", LUOYANG)
    assert not [each for each in received.findings if each.code == "form-row-extra"]
    shorter = [row for row in LUOYANG if row[0] != "单位地址"]
    received = read("luoyang", "form", "洛阳市质量标杆申报表", shorter)
    missing = [each.message for each in received.findings if each.code == "form-row-missing"]
    assert any("单位地址" in message for message in missing)


def test_rows_that_a_company_added_are_listed_and_nothing_else_moves() -> None:
    longer = [*LUOYANG[:2], ["公司网址", "www.example.com"], *LUOYANG[2:]]
    received = read("luoyang", "form", "洛阳市质量标杆申报表", longer)
    [extra] = [each for each in received.findings if each.code == "form-row-extra"]
    assert "www.example.com" in extra.message
    usual = read("luoyang", "form", "洛阳市质量标杆申报表", LUOYANG)
    assert case_of(received.taken) == case_of(usual.taken)


def test_a_form_without_its_notes_and_annexes_is_known_by_its_name() -> None:
    file = typed_form("附件2：", "洛阳市质量标杆申报表", LUOYANG)
    assert receive(file, "来件.docx", load_style("luoyang")).document == "form"


def test_a_table_of_ones_own_of_the_same_name_is_no_form() -> None:
    file = typed_form("洛阳市质量标杆申报表", [["企业名称", "进度"], ["甲公司", "已交"]])
    with pytest.raises(DocgenError) as refused:
        receive(file, "进度.docx", load_style("luoyang"))
    (finding,) = refused.value.findings
    assert finding.code == "document-unknown"
    assert "洛阳市质量标杆申报表" in finding.cure
    assert "装订稿" not in finding.cure  # it is no Word file


def test_changzhous_own_form_typed_into_is_read() -> None:
    received = read("changzhou", "form", "附件2", "“质量标杆”申报表", "单位：万元", CHANGZHOU)
    case = case_of(received.taken)
    assert case["company"] == {
        "name": "常州试作电机有限公司",
        "legal_representative": "孙一",
        "representative_phone": "0519-80000001",
        "address": "常州市新北区试作路2号",
        "postcode": "213000",
        "industry": {"name": "电机制造"},
        "employees": 560,
        "engineers": 85,
        "high_tech": True,
        "innovative": False,
    }
    assert case["contact"] == {"name": "李二", "mobile": "19900000022"}
    assert case["awards"] == {"quality": ["省级"], "advanced": ["市级"]}
    assert case["years"]["2022"] == {
        "total_assets": 20000,
        "liabilities": 9000,
        "revenue": 18000,
        "growth": 12.5,
        "rd_spending": 900,
        "rd_intensity": 5,
    }


def test_a_cover_typed_in_lines_is_read() -> None:
    received = read(
        "national",
        "application",
        "2023年全国质量标杆申报书",
        "申报单位：___试作阀门有限公司___",
        "推荐单位：中国机械工业联合会",
        "申报日期：2023年9月1日",
    )
    case = case_of(received.taken)
    assert case["company"]["name"] == "试作阀门有限公司"
    assert case["recommender"] == "中国机械工业联合会"
    assert case["application_date"] == "2023-09-01"


def test_a_name_said_in_two_ways_is_told_with_both_places() -> None:
    from docgen.intake.values import differing

    other = [row if row[0] != "企业名称 " else ["企业名称", "洛阳试作机床厂"] for row in LUOYANG]
    received = read("luoyang", "form", "洛阳市质量标杆申报表", other)
    [finding] = differing(received.taken)
    assert "洛阳试作机床有限公司" in finding.message
    assert "洛阳试作机床厂" in finding.message
    assert finding.code == "values-differ"
