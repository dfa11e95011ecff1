"""The form says what the issuer's form says (附件2), word for word, and in its order."""

from __future__ import annotations

import re

from tests.acceptance.documents import COMPANY, FORM
from tests.conftest import Rendered

LABELS = (
    "附件2：", "洛阳市质量标杆申报表", "企业名称", "单位地址", "企业性质",
    "中央企业□", "地方国企□", "民营☑", "三资□",
    "企业类型*", "大型企业☑", "中型企业□", "小型企业□", "微型企业□", "所属行业类别*",
    "质量管理机构负责人", "姓名", "职务", "联系人", "姓名", "职务", "联系电话", "邮箱",
    "近三年发展情况", "2020年", "2021年", "2022年",
    "资产总额（万元）", "主营业务收入（万元）", "利润总额（万元）",
    "申请和授权专利情况*", "申请数（件）", "主导、参与标准制修订情况*", "国际标准（项）",
    "授权数（件）", "国家标准（项）", "软件著作权登记（件）*", "行业标准（项）", "地方标准（项）",
    "近五年获省市级以上主要荣誉数（项）*", "团体标准（项）", "企业标准（项）", "质量标杆简介",
)  # fmt: skip

PROMISE = (
    f"{COMPANY}在质量、诚信、安全、环保等方面无违法行为和不良记录，对2023年质量标杆活动所提交的材料的"
    "真实性负责。愿意进一步总结提炼实践经验，积极参与质量标杆学习实践交流活动，并为与其他企业分享创造"
    "条件，为提升我市质量管理水平做出贡献。"
)

SIGNATURES = (
    "企业名称（公章）：", "法人代表签字：", "年月日",
    "县区工业和信息化主管部门推荐意见：", "推荐单位公章", "年月日",
)  # fmt: skip

NOTES = (
    "*说明：1.根据《统计上大中小微型企业划分办法（2017）》《关于印发中小企业划型标准规定的通知》规定，"
    "工业企业大、中、小、微企业划分标准如下：从业人员1000人及以上，且营业收入40000万元及以上的为大型"
    "企业；从业人员300人及以上1000人以下，且营业收入2000万元及以上40000万元以下的为中型企业；从业人员"
    "20人及以上300人以下，且营业收入300万元及以上2000万元以下的为小型企业；从业人员20人以下或营业收入"
    "300万元以下的为微型企业。",
    "2.所属行业请根据《国民经济行业分类与代码（GB/T4754-2017）》进行选填。",
    "3.申请和授权专利情况、软件著作权登记、主导参与标准制修订及近五年获省市级以上主要荣誉详细情况及印证"
    "材料请另附表。",
    "4.近三年发展情况相关数据以公司年度审计报告相关数据为准。",
)


def test_the_form_keeps_every_word_of_the_issuers(dossier: Rendered) -> None:
    text = dossier.word(FORM).text.characters
    position = 0
    for words in (*LABELS, PROMISE, *SIGNATURES, *NOTES):
        found = text.find(words, position)
        assert found >= 0, f"{words} is missing, or out of order"
        position = found + len(words)


def test_between_the_promise_and_the_notes_nothing_else_is_printed(dossier: Rendered) -> None:
    text = dossier.word(FORM).text.characters
    assert PROMISE + "".join(SIGNATURES) + "".join(NOTES) in text


def test_no_blank_of_the_form_is_left_open(dossier: Rendered) -> None:
    word = dossier.word(FORM)
    between = re.findall(r"（请填写至小类）|手工填写", word.text.characters)
    assert between == []


def test_the_annexes_list_all_that_the_form_counts(dossier: Rendered) -> None:
    from tests.acceptance.documents import case

    facts, text = case(), dossier.word(FORM).text.characters
    annexes = text[text.index("附表1") :]
    for kind in ("patents", "software_copyrights", "standards"):
        for each in facts[kind]:
            for field in ("title", "number"):
                assert re.sub(r"\s", "", each[field]) in annexes
    listed = [each["title"] in annexes for each in facts["honours"]]
    # 近五年, 省市级以上: the two of 2015 and 2016 are too old.
    assert listed == [True] * 8 + [False] * 2
