"""The command line. Errors become text here, and only here."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    help="把一份案例（case.json）变成某个发文机关要求的整套申报材料：Word 和 PDF。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def main() -> None:
    """Keep the commands below their names even while there is only one."""


@app.command()
def render(
    cases: Annotated[
        list[Path], typer.Argument(metavar="CASE…", help="案例文件，或案例所在的文件夹。")
    ],
    style: Annotated[str, typer.Option(help="申报规范的名称，或自备规范的文件夹。")],
    output: Annotated[Path, typer.Option("--output", "-o", help="输出到哪个文件夹。")] = Path(
        "output"
    ),
    formats: Annotated[str, typer.Option(help="要哪些格式，用逗号隔开。")] = "docx,pdf",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="不显示进度。")] = False,
) -> None:
    """生成整套申报材料。"""
    from docgen.batch import render_cases

    wanted = _formats(formats)
    failed = render_cases(cases, style, output, wanted, quiet=quiet)
    if failed:
        raise typer.Exit(1)


@app.command()
def check(
    cases: Annotated[
        list[Path], typer.Argument(metavar="CASE…", help="案例文件，或案例所在的文件夹。")
    ],
    style: Annotated[str, typer.Option(help="申报规范的名称，或自备规范的文件夹。")],
) -> None:
    """检查案例是否符合规范，不生成文件。"""
    from docgen.batch import check_cases

    if check_cases(cases, style):
        raise typer.Exit(1)


@app.command()
def schema() -> None:
    """打印案例文件的 JSON Schema。"""
    from docgen.case.schema import case_schema

    typer.echo(case_schema())


@app.command()
def doctor() -> None:
    """检查本机：字体是否完好，PDF 所需的系统库是否齐全。"""
    from docgen.report import print_findings
    from docgen.system import system_findings

    findings = system_findings()
    print_findings(findings)
    if findings:
        raise typer.Exit(1)
    typer.echo("一切就绪。")


def _formats(text: str) -> tuple[str, ...]:
    from docgen.dossier import FORMATS

    wanted = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",")))
    unknown = [part for part in wanted if part not in FORMATS]
    if unknown:
        raise typer.BadParameter(f"没有“{unknown[0]}”格式；可选：{'、'.join(FORMATS)}。")
    return wanted
