"""A row of a table of figures is known by its title, whatever its number."""

from __future__ import annotations

from docgen.forms import FieldReading
from docgen.intake.tables import with_figures
from docgen.read.rows import FormRow
from docgen.style.documents import Form
from docgen.style.load import load_style

#: The titles that the form prints (附件1 表2、表3).
ECONOMIC = [
    "资产总额", "营业收入", "利润总额", "新产品销售收入", "研发投入", "流动资产周转率",
    "全员劳动生产率", "设备综合效率", "质量损失率", "产品合格率", "产品返修率",
    "万元总产值综合能耗",
]  # fmt: skip
SOCIAL = [
    "对产业链与供应链发展的贡献情况", "降低环境污染方面的情况", "有效利用资源方面的情况",
]  # fmt: skip


def row(table: str, place: int, title: str | None, **cells: str) -> list[FieldReading]:
    """A row's cells as the form's pattern names them: y0 and y1 for the years, unit, average …"""
    names = {"y0": "values.0.text", "y1": "values.1.text", "unit": "unit", "number": "number"}
    said = ({} if title is None else {"title": title}) | {
        names.get(key, f"{key}.text"): text for key, text in cells.items()
    }
    return [
        FieldReading(f"tables.{table}.{place}.{name}", text, row=FormRow(place, 4, (text,)))
        for name, text in said.items()
    ]


def figures(
    readings: list[FieldReading],
) -> tuple[list[FieldReading], dict[str, list[str]]]:
    style = load_style("zhejiang")
    form = style.documents["application"]
    assert isinstance(form, Form)
    return with_figures(readings, style, form)


def read(*rows: list[FieldReading]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Path → the words read there, and what rows are left out."""
    readings, omitted = figures([each for cells in rows for each in cells])
    found: dict[str, list[str]] = {}
    for each in readings:
        found.setdefault(each.path, []).append(each.text)
    return found, omitted


def economic(*titles: str) -> list[list[FieldReading]]:
    return [row("economic", place, title, y0="1") for place, title in enumerate(titles)]


def test_a_printed_row_is_a_figure_of_each_year() -> None:
    found, _ = read(
        row("economic", 0, "资产总额", number="1", unit="万元", y0="9,000", y1="9500"),
        row("economic", 1, "产品合格率", y0="98.1", y1="98.6"),
    )
    assert found == {
        "years.2022.total_assets": ["9,000"],
        "years.2023.total_assets": ["9500"],
        "years.2022.pass_rate": ["98.1"],
        "years.2023.pass_rate": ["98.6"],
    }


def test_the_industrys_figures_are_those_of_the_last_year() -> None:
    found, _ = read(row("economic", 0, "利润总额", y0="1", average="5", best="9", rank="第2名"))
    assert found == {
        "years.2022.profit": ["1"],
        "benchmarks.2023.profit.average": ["5"],
        "benchmarks.2023.profit.best": ["9"],
        "benchmarks.2023.profit.rank": ["第2名"],
    }


def test_a_row_is_known_by_its_title_wherever_it_stands() -> None:
    found, _ = read(
        row("economic", 7, "营 业\n收 入", y0="1"), row("economic", 0, "利润总额", y0="2")
    )
    assert found == {"years.2022.operating_revenue": ["1"], "years.2022.profit": ["2"]}


def test_a_table_of_texts_is_read_alike() -> None:
    found, omitted = read(*[row("social", i, title, y0="说明") for i, title in enumerate(SOCIAL)])
    assert found == {
        "years.2022.supply_chain": ["说明"],
        "years.2022.pollution": ["说明"],
        "years.2022.resources": ["说明"],
    }
    assert omitted == {}


def test_rows_that_the_form_does_not_have_are_left_out() -> None:
    _, omitted = read(*economic(*ECONOMIC[:-2]))
    assert omitted == {"economic": ["产品返修率", "万元总产值综合能耗"]}
    assert read(*economic(*ECONOMIC))[1] == {}


def test_of_a_table_that_no_case_changes_nothing_is_left_out() -> None:
    found, omitted = read(
        row(
            "brand",
            0,
            "属于国内首创、国内先进、国内领先、国际先进或国际领先等科技成果情况",
            y0="甲",
        )
    )
    assert (found, omitted) == ({"years.2022.science": ["甲"]}, {})


def test_rows_of_other_titles_are_added_with_unit_and_years() -> None:
    found, _ = read(
        *economic(*ECONOMIC),
        row("economic", 12, "用电量", unit="万度", y0="30", y1="31", average="40", rank="1"),
        row("economic", 13, "人均产值", unit="万元", y1="88"),
    )
    added = {path: texts for path, texts in found.items() if path.startswith("tables.")}
    assert added == {
        "tables.economic.add.0.title": ["用电量"],
        "tables.economic.add.0.unit": ["万度"],
        "tables.economic.add.0.years.2022": ["30"],
        "tables.economic.add.0.years.2023": ["31"],
        "tables.economic.add.0.benchmarks.2023.average": ["40"],
        "tables.economic.add.0.benchmarks.2023.rank": ["1"],
        "tables.economic.add.1.title": ["人均产值"],
        "tables.economic.add.1.unit": ["万元"],
        "tables.economic.add.1.years.2023": ["88"],
    }


def test_a_row_said_twice_is_kept_twice_to_be_compared() -> None:
    found, _ = read(row("economic", 0, "利润总额", y0="1"), row("economic", 1, "利润总额", y0="2"))
    assert found == {"years.2022.profit": ["1", "2"]}


def test_an_empty_row_adds_none() -> None:
    found, _ = read(row("economic", 0, "", y0="", y1=""), row("economic", 1, None, y0=""))
    assert found == {}


def test_what_belongs_to_no_table_passes_as_it_is() -> None:
    name = FieldReading("company.name", "甲公司", row=FormRow(3, 2, ("甲公司",)))
    assert figures([name]) == ([name], {})


def test_every_figure_keeps_the_row_it_stands_in() -> None:
    (reading,), _ = figures(row("economic", 5, "利润总额", y0="1"))
    assert reading.row == FormRow(5, 4, ("1",))
