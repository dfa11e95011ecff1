"""Figures of the company that a text states: what is read, and what is passed over."""

from __future__ import annotations

from decimal import Decimal

import pytest

from docgen.case.statements import statements_in, statements_in_table

REVENUE = "years.2022.revenue"


@pytest.mark.parametrize(
    ("text", "path", "value"),
    [
        ("2022年主营业务收入89,437.52万元。", REVENUE, "89437.52"),
        ("公司2022年实现主营业务收入89437.52万元", REVENUE, "89437.52"),
        ("2022年，公司主营业务收入达到8.94亿元", REVENUE, "89400"),
        ("2022年主营业务收入为894375200元", REVENUE, "89437.52"),
        ("2022年比2021年好，利润总额7244万元", "years.2022.profit", "7244"),
        ("2021年平稳；2022年纳税总额3，867.29万元", "years.2022.tax", "3867.29"),
        ("2022年度主营业务收入89437.52万元", REVENUE, "89437.52"),
        ("2022 年公司实现主营业务收入 8.94 亿元，2021 年不到 8 亿元", REVENUE, "89400"),
        ("截至2022年12月31日，资产总额9.64亿元", "years.2022.total_assets", "96400"),
        ("2022年产量比上年增长一成，主营业务收入8.94亿元", REVENUE, "89400"),
        ("2022年主营业务收入8.94亿元，上年主营业务收入7.61亿元", REVENUE, "89400"),
        ("设五个车间，员工1,186人", "company.employees", "1186"),
        ("现有员工1,186人，其中工程技术人员203名", "company.employees", "1186"),
    ],
)
def test_a_figure_behind_its_name_and_year_is_read(text: str, path: str, value: str) -> None:
    first = next(statements_in(text))
    assert (first.path, first.value) == (path, Decimal(value))


@pytest.mark.parametrize(
    "text",
    [
        "主营业务收入89,437.52万元",  # of which year?
        "2022年人均主营业务收入75.41万元",
        "2022年主营业务收入增长33.8%",
        "2020年至2022年，主营业务收入23.5亿元",
        "2020—2022年累计主营业务收入23.5亿元",
        "2022年起，近三年利润总额17,498万元",
        "与2021年相比，利润总额7,244.44万元",
        "安置残疾职工19人",
        "2020年员工1,108人",  # as many as there were then
        "员工1,100余人",
        "2022年研发投入占4.80%",
        # bounds, rates and rows of figures
        "2022年主营业务收入8亿元以上",
        "2022年主营业务收入8亿元左右",
        "2022年主营业务收入75.41万元/人",
        "2020年、2021年、2022年主营业务收入6.7亿元、7.6亿元、8.9亿元",
        "2020、2021、2022年，主营业务收入6.7亿元，7.6亿元，8.9亿元",
        "2022年利润总额、纳税总额共计1.1亿元",
        # plans
        "2022年计划实现主营业务收入10亿元",
        "公司目标：2022年主营业务收入10亿元",
        # parts of a year, and other years
        "2022年上半年，主营业务收入4.3亿元",
        "2022年1—6月，主营业务收入4.3亿元",
        "2022年一季度实现主营业务收入2.1亿元",
        "2022年任务重，上年主营业务收入7.6亿元",
        "2022年任务重，比2021年主营业务收入7.6亿元",
        # somebody else's, a part's, a project's
        "2022年，子公司主营业务收入1.2亿元",
        "子公司发展较快，2022年主营业务收入1.2亿元",
        "客户某某重工有限公司2022年主营业务收入120亿元",
        "2022年，龙头企业主营业务收入300亿元",
        "2022年，轴承行业完成营业收入2,500亿元，利润总额133亿元",
        "2022年，风电板块实现主营业务收入3.2亿元，利润总额500万元",
        "2022年新增产值1.2亿元，利润总额1,500万元",
        # people of a group, or of an occasion
        "全年培训12场，员工3,200人",
        "受训员工3,200人次，员工3,200人次",
        "选派骨干参加竞赛，其中员工38人",
        "质检车间现有员工86人，其中工程技术人员12人",
        "研发中心现有工程技术人员120人",
    ],
)
def test_what_may_be_another_figure_is_passed_over(text: str) -> None:
    assert list(statements_in(text)) == []


def test_a_compared_year_takes_nothing_from_the_year_before_it() -> None:
    text = "2022年主营业务收入8.9亿元，比2021年主营业务收入7.6亿元增长17%，利润总额7,244万元"
    found = [(each.path, each.value) for each in statements_in(text)]
    assert found == [(REVENUE, Decimal(89000)), ("years.2022.profit", Decimal(7244))]


def test_years_for_columns_and_names_with_units_for_rows_are_read() -> None:
    rows = [
        ["指标", "2020年", "2022", "增幅"],
        ["资产总额（万元）", "78,215.64", "96,352.41", "+23.2%"],
        ["人均收入（万元）", "60.33", "75.41", "+25.0%"],
        ["利润总额", "4,412.60", "7,244.44", ""],
        ["主营业务收入(亿元)", "—", "8.94", ""],
    ]
    assert [(each.path, each.value) for each in statements_in_table(rows)] == [
        ("years.2020.total_assets", Decimal("78215.64")),
        ("years.2022.total_assets", Decimal("96352.41")),
        (REVENUE, Decimal(89400)),
    ]


@pytest.mark.parametrize(
    ("text", "value", "agrees"),
    [
        ("2022年主营业务收入89,437.52万元", "89437.52", True),
        ("2022年主营业务收入89,437.5万元", "89437.52", True),
        ("2022年主营业务收入8.94亿元", "89437.52", True),
        ("2022年主营业务收入8.95亿元", "89457.52", True),  # rounded up
        ("2022年主营业务收入89,473.52万元", "89437.52", False),
        ("2022年主营业务收入9.84亿元", "89437.52", False),
    ],
)
def test_a_text_may_round(text: str, value: str, agrees: bool) -> None:
    (statement,) = statements_in(text)
    assert statement.agrees(Decimal(value)) is agrees
