"""Tables of figures print the issuer's rows, but what the case leaves out and adds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docgen.compose.figures import products, table_rows
from docgen.style.documents import FiguresRow, FiguresTable, Form
from docgen.style.load import load_style
from tests.cases.unit.making import changed, loaded

FORM = Form(
    kind="form",
    name="表",
    template="表.docx",
    tables={
        "economic": FiguresTable(
            title="经济表",
            rows=(
                FiguresRow(title="主营业务收入", unit="万元", field="revenue"),
                FiguresRow(title="设备综合效率", unit="%", field="equipment_effectiveness"),
            ),
        )
    },
)
BENCHMARK = {"average": "4100", "best": "98000", "rank": "7"}


def rows(folder: Path, values: dict[str, Any]) -> list[dict[str, Any]]:
    return table_rows(loaded(folder, values), load_style("luoyang"), FORM, "economic")


def texts(row: dict[str, Any]) -> list[str]:
    cells = [*row["values"], row["average"], row["best"], row["rank"]]
    return [row["number"], row["title"], row["unit"], *(cell["text"] for cell in cells)]


def test_rows_print_the_years_oldest_first_then_the_industry(tmp_path: Path) -> None:
    values = changed("benchmarks", {"2022": {"revenue": BENCHMARK}})
    revenue, equipment = rows(tmp_path, values)
    assert texts(revenue) == [
        "1", "主营业务收入", "万元", "6000.5", "6100", "6200", "4100", "98000", "7",
    ]  # fmt: skip
    assert texts(equipment)[3:] == ["/"] * 6


def test_a_cell_is_tagged_with_its_field(tmp_path: Path) -> None:
    revenue, _ = rows(tmp_path, changed("benchmarks", {"2022": {"revenue": BENCHMARK}}))
    assert [cell["tag"] for cell in revenue["values"]] == [
        "years.2020.revenue", "years.2021.revenue", "years.2022.revenue",
    ]  # fmt: skip
    assert revenue["best"]["tag"] == "benchmarks.2022.revenue.best"


def test_a_row_left_out_is_gone_and_one_added_is_last_and_numbered(tmp_path: Path) -> None:
    added = {
        "title": "万米巷道工时",
        "unit": "工日",
        "years": {"2021": "410", "2022": "388"},
        "benchmarks": {"2022": {"rank": "2"}},
    }
    values = changed("tables.economic", {"omit": ["设备综合效率"], "add": [added]})
    revenue, own = rows(tmp_path, values)
    assert revenue["title"] == "主营业务收入"
    assert texts(own) == ["2", "万米巷道工时", "工日", "/", "410", "388", "/", "/", "2"]
    assert own["values"][1]["tag"] == "tables.economic.add.0.years.2021"
    assert own["rank"]["tag"] == "tables.economic.add.0.benchmarks.2022.rank"


def test_products_fill_the_columns_of_the_form(tmp_path: Path) -> None:
    pump = {"name": "屏蔽泵", "shares": {"2022": {"domestic": 10.6}}}
    facts = loaded(tmp_path, changed("products", [pump])).facts
    first, second = products(facts, (2021, 2022), 2)
    assert first == {
        "name": "屏蔽泵",
        "shares": [
            {"domestic": "/", "international": "/"},
            {"domestic": "10.6%", "international": "/"},
        ],
    }
    assert second["name"] == "/"
    assert products(facts, (2021, 2022), 0) == []


def test_a_figure_that_follows_from_others_is_worked_out(tmp_path: Path) -> None:
    row = FiguresRow(title="增长率", unit="%", field="growth")
    form = FORM.model_copy(update={"tables": {"economic": FiguresTable(title="表", rows=(row,))}})
    (growth,) = table_rows(loaded(tmp_path), load_style("luoyang"), form, "economic")
    assert [cell["text"] for cell in growth["values"]] == ["/", "1.66", "1.64"]
