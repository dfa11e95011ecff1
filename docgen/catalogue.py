"""The styles at hand, listed, and one of them told value by value."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from docgen.check.registry import RULES
from docgen.compose.inspection import template_findings
from docgen.findings import DocgenError
from docgen.report import print_findings
from docgen.style.lint import needless
from docgen.style.load import load_style, style_layers, style_names
from docgen.style.show import stated_values
from docgen.style.starting import start_pack

if TYPE_CHECKING:
    from pathlib import Path

    from docgen.style.model import Source

_HOUSE, _INFERRED = "惯例", "推定"


def print_styles() -> None:
    """Print the styles that come with docgen: name, title, edition, deadline."""
    table = Table(box=None, pad_edge=False)
    for heading in ("规范", "名称", "年度", "截止日期"):
        table.add_column(heading, no_wrap=True)
    for name in style_names():
        style = load_style(name)
        deadline = str(style.dates.deadline or "")
        table.add_row(name, style.title, str(style.edition), deadline)
    Console().print(table)


def print_style(name: str) -> None:
    """Print every value of a style with its clause; a house default is named as one."""
    console = Console(highlight=False, markup=False, soft_wrap=True)
    values = sorted(stated_values(style_layers(name)), key=lambda value: "." in value.path)
    for group, members in groupby(values, key=lambda value: value.path.rpartition(".")[0]):
        console.print(Text(group or "（总则）", "bold"))
        for value in members:
            key = value.path.rpartition(".")[2]
            line = Text(f"  {key} = {value.text}")
            console.print(line.append(f"  〔{_origin(value.source)}〕", "dim"))


def _origin(source: Source) -> str:
    """Return the clause behind a value; the house for its defaults, else at least the pack."""
    clause = source.clause or source.pack
    if source.inferred:
        return f"{_INFERRED}：{clause}"
    return clause if clause.startswith(_HOUSE) or not source.house else f"{_HOUSE}：{clause}"


def new_pack(folder: Path, extends: str | None) -> int:
    """Start a pack of the user's own and say where it is; return the exit status."""
    try:
        file = start_pack(folder, extends)
    except DocgenError as error:
        print_findings(error.findings)
        return 1
    Console(highlight=False).print(f"已建立 {file}，请对照通知修改。", markup=False, soft_wrap=True)
    return 0


def check_pack(name: str) -> int:
    """Print what is wrong or needless in a pack; return the exit status, 2 if there is none."""
    try:
        style = load_style(name)
        layers = style_layers(name)
        findings = [*needless(style, layers, RULES.keys()), *template_findings(style)]
    except DocgenError as error:
        findings = list(error.findings)
    print_findings(findings)
    if any(finding.code == "unknown-style" for finding in findings):
        return 2
    result = f"有 {len(findings)} 处问题" if findings else "没有问题"
    Console(highlight=False).print(f"规范“{name}”{result}。", markup=False)
    return 1 if findings else 0
