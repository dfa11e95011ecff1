"""Which company speaks as the applicant in a text, and which is only spoken of."""

from __future__ import annotations

import pytest

from docgen.check.companies import speaking


@pytest.mark.parametrize(
    "text",
    [
        "台州海川机械有限公司成立于2003年。",
        "台州海川机械有限公司（以下简称公司）2003年5月成立。",
        "台州海川机械有限公司于2003年创立",
        "台州海川机械有限公司是国家高新技术企业，公司现有员工300人。",
        "台州海川机械有限公司主要从事化工泵的制造",
        "以上属实。台州海川机械有限公司郑重承诺",
    ],
)
def test_who_says_when_it_was_founded_what_it_is_or_promises_speaks(text: str) -> None:
    assert list(speaking(text)) == ["台州海川机械有限公司"]


@pytest.mark.parametrize(
    "text",
    [
        "供方东海铸造有限公司成立于2003年。",
        "公司的竞争对手东海铸造有限公司成立于1938年",
        "公司全资子公司东海铸造有限公司成立于2015年",
        "本公司前身东海铸造有限公司成立于1998年",
        "2018年，公司与东海铸造有限公司成立联合实验室",
        "2015年，东海铸造有限公司成立，专供叶轮",
        "东海铸造有限公司是公司的长期客户，2022年采购3000套",
        "东海铸造有限公司是全球最大的用户之一",
        "东海铸造有限公司主要采购化工泵",
        "东海铸造有限公司始终给予好评",
    ],
)
def test_partners_are_only_spoken_of(text: str) -> None:
    assert list(speaking(text)) == []
