"""The styles at hand, listed, and one of them told value by value."""

from __future__ import annotations

from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text

from docgen.check.case import code_of
from docgen.check.rules import RULES
from docgen.findings import DocgenError
from docgen.report import print_findings
from docgen.style.lint import needless
from docgen.style.load import load_style, style_layers, style_names
from docgen.style.show import stated_values

_HOUSE = "惯例"


def print_styles() -> None:
    """Print the styles that come with docgen: name, title, edition, deadline."""
    table = Table(box=None, pad_edge=False)
    for heading in ("规范", "名称", "年度", "截止日期", "发文机关"):
        table.add_column(heading)
    for name in style_names():
        style = load_style(name)
        deadline = str(style.dates.deadline or "")
        table.add_row(name, style.title, str(style.edition), deadline, style.issuer)
    Console().print(table)


def print_style(name: str) -> None:
    """Print every value of a style with its clause; a house default is named as one."""
    console = Console(highlight=False, markup=False, soft_wrap=True)
    values = stated_values(style_layers(name))
    for group, members in groupby(values, key=lambda value: value.path.rpartition(".")[0]):
        console.print(Text(group or "（总则）", "bold"))
        for value in members:
            source = value.source
            origin = (
                f"{_HOUSE}：{source.clause.removeprefix(f'{_HOUSE}：')}" if source.house else ""
            )
            line = Text(f"  {value.path.rpartition('.')[2]} = {value.text}  ")
            console.print(line.append(f"〔{origin or source.clause}〕", "dim"))


def check_pack(name: str) -> int:
    """Print what is wrong or needless in a pack; return how many findings there are."""
    try:
        style = load_style(name)
        layers = style_layers(name)
        findings = list(needless(style, layers, {code_of(rule) for rule in RULES}))
    except DocgenError as error:
        findings = list(error.findings)
    print_findings(findings)
    Console(highlight=False).print(
        f"规范“{name}”有 {len(findings)} 处问题。" if findings else f"规范“{name}”没有问题。",
        markup=False,
    )
    return len(findings)
