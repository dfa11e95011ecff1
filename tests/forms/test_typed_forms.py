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

#: The tables of the national form, filled in.
NATIONAL = [
    ["推荐单位", "中国机械工业联合会"],
    ["企业名称", "试作泵业有限公司（盖章）"],
    ["是否属于中央企业", "□是 ☑否", "所属央企集团全称(非央企不用填)", "/"],
    ["统一社会信用代码", "91410300MA00000157", "企业类型", "民营企业"],
    ["行业分类", "泵及真空设备制造", "组织规模", "选择一项。"],
    ["是否通过 ISO 9001 质量管理体系认证且证书在有效期内", "☑是 □否"],
    ["经验名称", "试作泵业有限公司实施全过程质量管理的经验"],
    ["是否已获地区或行业质量标杆", "□√是 □否", "经验已推广企业数量(单位:家)", "12家"],
    [
        "申报方向 (单选)",
        "□质量管理体系升级 ☑关键过程质量控制\n□产业链供应链韧性与安全 □质量管理数字化",
    ],
    ["近三年主营业务收入 (单位:万元)", "2020年 8000", "2021年 8800", "2022年 9000"],
    ["近三年利润总额 (单位:万元)", "2020 年", "500", "2021 年", "600", "2022 年", "700.50"],
    ["联系人", "李四", "部门", "质量部"],
    ["职务", "部长", "电话", "0379-64800000"],
    ["手机", "13800000001", "邮箱", "a@example.com"],
    ["通讯地址", "洛阳市涧西区1号", "邮编", "471000"],
]
_SURVEY = "调查机构名称:"
BENEFITS = [
    ["主导产品/服务", "磁力泵", "屏蔽泵", ""],
    ["市场占有率", "年度", "国内", "国际", "国内", "国际", "国内", "国际"],
    [ABOVE, "2020年", "12%", "3%", "5%", "1%", "", ""],
    [ABOVE, "2021年", "13", "3.5", "5", "1", "/", "/"],
    [ABOVE, "2022年", "14%", "4%", "6%", "2%", "", ""],
    ["顾客满意度", "2020年", "95.1", f"☑自评 □第三方调查 {_SURVEY}"],
    [ABOVE, "2021年", "95.8", f"□自评 □√第三方调查 {_SURVEY}试作咨询公司"],
    [ABOVE, "2022年", "96", "自评"],
]
ECONOMIC = [
    [
        "序号", "项 目", "单位", "2020 年", "2021 年", "2022 年",
        "2022 年行业平均水平", "2022 年行业最佳水平", "2022 年本企业名次",
    ],
    ["1", "资产总额", "万元", "10000", "11000", "12000", "—", "—", "3"],
    ["2", "用水量", "吨", "100", "90", "80", "", "", ""],
    ["", "合计", "", "", "", "", "", "", ""],
]  # fmt: skip
COMPETITORS = [
    [
        "序号",
        "产品/服务名称",
        "竞争对手/标杆名称",
        "市场份额",
        "主要优势 (含产品/服务质量水平评价)",
    ],
    ["1", "磁力泵", "甲泵业", "20%", "规模大"],
    ["2", "", "", "", ""],
    ["以下空白", "", "", "", ""],
]

ZHEJIANG = [
    ["申报单位", "杭州试作泵业有限公司", "统一社会 信用代码", "91330100MA00000157"],
    ["质量标杆名称", "杭州试作泵业有限公司全过程管理的实践经验"],
    ["联系人", "姓名", "李四", "职务/职称", "部长/高工"],
    [ABOVE, "手机", "13800000001", "电子邮箱", "a@example.com"],
    ["所属行业", "泵及真空设备制造（3441）", "所在地区", "浙江省杭州市余杭区"],
    ["企业质量管理 能力评价等级", "□ 未参评 □ 经验级 √检验级 □ 保证级 □ 预防级 □ 卓越级"],
    ["政府质量奖", "省级、市级"],
    ["亩均效益评价 等级", "A类"],
    ["专利情况", "截止到申请日，有效专利数共30个，其中发明专利5个。"],
    [
        "标准情况",
        "参与或主导国际、国家、行业、地方、团体标准制定数共 1 个。\n"
        "其中，国际 0 个，国家 1 个，行业 0 个，地方 0 个，团体 0 个。",
    ],
    [ABOVE, "标准化项目内容：\n《磁力泵》（GB/T 1234-2020，国家标准，参与）"],
    ["企业获得荣誉", "1. 小巨人企业（工信部，2022年8月1日）\n2、名牌产品（省局，2021.12.3）"],
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


def national() -> Received:
    return read(
        "national",
        "application",
        *("2023年全国质量标杆申报书", "申报单位：试作泵业有限公司", "申报日期：2023年9月1日"),
        *("全国质量标杆申报承诺书", "1. 本单位自愿申报全国质量标杆。"),
        *("企业名称：（盖章）试作泵业有限公司", "高层签字：王五", "签署日期：2023年9月1日"),
        *("全国质量标杆申报表", NATIONAL, "管理效益统计表", BENEFITS),
        *("经济效益统计表", ECONOMIC, "主要竞争对手和标杆名录", COMPETITORS),
        *("推荐单位推荐意见", [["同意推荐。\n推荐单位（公章）：\n2023年9月5日"]]),
    )


def test_the_national_form_typed_into_is_read() -> None:
    case = case_of(national().taken)
    assert case["company"] == {
        "name": "试作泵业有限公司",
        "central": False,
        "credit_code": "91410300MA00000157",
        "nature": "民营企业",
        "industry": {"name": "泵及真空设备制造"},
        "iso9001": {"in_force": True},
        "address": "洛阳市涧西区1号",
        "postcode": "471000",
    }
    assert case["experience"] == {
        "name": "试作泵业有限公司实施全过程质量管理的经验",
        "recognised": True,
        "adopters": 12,
        "direction": "关键过程质量控制",
    }
    assert [case["years"][year]["revenue"] for year in ("2020", "2021", "2022")] == [
        8000,
        8800,
        9000,
    ]
    assert case["years"]["2021"]["satisfaction"] == {
        "value": "95.8",
        "conducted": "第三方调查",
        "agency": "试作咨询公司",
    }
    assert case["years"]["2022"]["satisfaction"] == {"value": "96", "conducted": "自评"}
    assert [each["name"] for each in case["products"]] == ["磁力泵", "屏蔽泵"]
    assert case["tables"]["economic"]["add"] == [
        {"title": "用水量", "unit": "吨", "years": {"2020": "100", "2021": "90", "2022": "80"}}
    ]
    assert case["competitors"] == [
        {"product": "磁力泵", "name": "甲泵业", "share": "20%", "strengths": "规模大"}
    ]


def test_of_the_national_form_is_told_what_is_not_filled_in_and_what_the_unit_wrote() -> None:
    told = [each for each in national().findings if each.code != "form-row-missing"]
    by_code = {each.code: each for each in told}
    assert sorted(by_code) == ["field-not-filled-in", "form-opinion-unread"]
    assert len(told) == 2
    assert "选择一项" in by_code["field-not-filled-in"].message
    opinion = by_code["form-opinion-unread"]
    assert (opinion.severity, opinion.place.title) == (Severity.NOTE, "表 5 第 1 行")
    assert "同意推荐" in opinion.message


def test_the_name_beside_the_seal_of_the_national_promise_is_read() -> None:
    names = [each for each in national().taken if each.path == "company.name"]
    assert {each.value for each in names} == {"试作泵业有限公司"}
    assert any("（盖章）" in each.place.title and "段" in each.place.title for each in names)


def test_zhejiangs_own_form_typed_into_is_read() -> None:
    received = read(
        "zhejiang",
        "application",
        *("附件1", "浙江省制造业质量标杆\n申报书"),
        *("标杆名称：杭州试作泵业有限公司全过程管理的实践经验", "申报领域：质量管理"),
        *("申报单位：杭州试作泵业有限公司（盖章）", "填报日期：2024年11月1日"),
        *("一、浙江省制造业质量标杆申报表", ZHEJIANG, "二、“质量标杆”典型经验"),
    )
    case = case_of(received.taken)
    assert {each.value for each in received.taken if each.path == "company.name"} == {
        "杭州试作泵业有限公司"
    }
    assert case["company"]["industry"] == {"name": "泵及真空设备制造", "code": "3441"}
    assert case["company"]["district"] == "余杭区"
    assert case["company"]["quality_grade"] == "检验级"
    assert case["company"]["land_grade"] == "A类"
    assert case["awards"]["quality"] == ["省级", "市级"]
    assert case["standards"] == [
        {"title": "磁力泵", "number": "GB/T 1234-2020", "level": "国家", "role": "参与"}
    ]
    assert case["honours"] == [
        {"title": "小巨人企业", "issuer": "工信部", "date": "2022-08-01"},
        {"title": "名牌产品", "issuer": "省局", "date": "2021-12-03"},
    ]
    told = {each.code for each in received.findings if each.code != "form-row-missing"}
    assert told == {"count-without-list"}
