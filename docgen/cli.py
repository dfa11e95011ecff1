"""The command line. Errors become text here, and only here."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from docgen.usage import ChineseGroup

app = typer.Typer(
    cls=ChineseGroup,
    help="把一份案例（case.json）变成某个发文机关要求的整套申报材料：Word 和 PDF。",
    invoke_without_command=True,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Style = Annotated[str, typer.Option(help="申报规范的名称，或自备规范的文件夹。")]
Output = Annotated[Path, typer.Option("--output", "-o", help="输出到哪个文件夹。")]
Formats = Annotated[str, typer.Option(help="要哪些格式，用逗号隔开。")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="不显示进度。")]
Applications = Annotated[
    list[Path],
    typer.Argument(metavar="PATH…", help="案例、填好的申报表，或放着它们的文件夹。"),
]
Opinions = Annotated[
    Path | None,
    typer.Option(help="单位、排序、意见，JSON 或 Excel 文件。"),
]

#: How `check` tells what it found.
_REPORTS = ("text", "json")

styles = typer.Typer(
    cls=ChineseGroup,
    help="列出申报规范，逐项显示或检查一种规范。",
    invoke_without_command=True,
)
app.add_typer(styles, name="styles")


@app.callback()
def main(
    version: Annotated[bool, typer.Option("--version", help="显示版本。", is_eager=True)] = False,
) -> None:
    """Answer what is asked before any command."""
    if version:
        from docgen import __version__

        typer.echo(__version__)
        raise typer.Exit


@app.command()
def render(
    cases: Annotated[
        list[Path], typer.Argument(metavar="CASE…", help="案例文件，或案例所在的文件夹。")
    ],
    style: Style,
    output: Output = Path("output"),
    formats: Formats = "docx,pdf",
    force: Annotated[
        bool, typer.Option("--force", help="案例有错误也照样生成，在 manifest.json 里注明。")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """生成整套申报材料。"""
    from docgen.batch import render_cases

    wanted = _formats(formats)
    _require_style(style)
    if render_cases(cases, style, output, wanted, quiet=quiet, force=force):
        raise typer.Exit(1)


@app.command()
def check(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE…", help="案例、Word 文件（.docx），或整套材料的文件夹，可以混写。"
        ),
    ],
    style: Style,
    output_format: Annotated[
        str, typer.Option("--format", help="结果的格式：text 或 json。")
    ] = "text",
    annotate: Annotated[
        bool, typer.Option("--annotate", help="另存一份带批注的 Word 副本，原文件不动。")
    ] = False,
    fix: Annotated[
        bool, typer.Option("--fix", help="另存一份改正了格式的 Word 副本，列出改了什么。")
    ] = False,
) -> None:
    """检查案例或 Word 文件是否符合规范；整套材料还核对各份文件前后是否一致。"""
    from docgen.checking import check_files

    if output_format not in _REPORTS:
        raise typer.BadParameter(f"没有“{output_format}”格式；可选：{'、'.join(_REPORTS)}。")
    _require_style(style)
    as_json = output_format == "json"
    if check_files(files, style, as_json=as_json, annotate=annotate, fix=fix):
        raise typer.Exit(1)


@app.command()
def read(
    forms: Annotated[
        list[Path], typer.Argument(metavar="FORM…", help="填好的 Word 文件，或放着它们的文件夹。")
    ],
    style: Style,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="案例写到哪个文件；多家企业时写到哪个文件夹。"),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """把填好的申报表读回案例（case.json），读不出的逐项列出。"""
    from docgen.receiving import read_forms

    _require_style(style)
    raise typer.Exit(read_forms(forms, style, output, quiet=quiet))


@app.command()
def summary(
    paths: Applications,
    style: Style,
    opinions: Opinions = None,
    output: Output = Path("output"),
    formats: Formats = "docx,pdf,xlsx",
    quiet: Quiet = False,
) -> None:
    """推荐单位用：把各企业的材料汇总成汇总表，查重复、缺项和名额。"""
    from docgen.recommending import summarise_files
    from docgen.write import WORKBOOK

    wanted = _formats(formats, WORKBOOK)
    _require_style(style)
    raise typer.Exit(summarise_files(paths, style, opinions, output, wanted, quiet=quiet))


@app.command()
def recommend(
    paths: Applications,
    style: Style,
    opinions: Opinions = None,
    output: Output = Path("output"),
    formats: Formats = "docx,pdf",
    quiet: Quiet = False,
) -> None:
    """推荐单位用：生成推荐文件和每家企业的推荐意见，按排序，查名额。"""
    from docgen.recommending import recommend_files

    wanted = _formats(formats)
    _require_style(style)
    raise typer.Exit(recommend_files(paths, style, opinions, output, wanted, quiet=quiet))


@app.command()
def explain(
    code: Annotated[str, typer.Argument(help="提示末尾的代号，如 section-too-long。")],
) -> None:
    """解释一种提示：查什么、为什么、举例、怎样改。"""
    from docgen.checking import print_explanation

    if not print_explanation(code):
        raise typer.Exit(2)


@app.command()
def plan(
    case: Annotated[Path, typer.Argument(help="案例文件，或案例所在的文件夹。")],
    style: Annotated[list[str], typer.Option(help="申报规范；可写多次，一种一列。")],
) -> None:
    """一张表看清：同一案例按各家的规范还缺什么、超什么、是否符合条件、是否过期。"""
    from docgen.findings import DocgenError
    from docgen.plan import print_plan
    from docgen.report import print_findings

    for name in style:
        _require_style(name)
    try:
        wanting = print_plan(case, list(dict.fromkeys(style)))
    except DocgenError as error:
        print_findings(error.findings, str(case))
        raise typer.Exit(1) from error
    if wanting:
        raise typer.Exit(1)


@styles.callback()
def list_styles(context: typer.Context) -> None:
    """列出自带的申报规范。"""
    if context.invoked_subcommand is None:
        from docgen.catalogue import print_styles

        print_styles()


@styles.command("show")
def show_style(
    name: Annotated[str, typer.Argument(help="申报规范的名称，或自备规范的文件夹。")],
) -> None:
    """逐项显示一种规范：每个值、出自通知的哪一条，或是惯例。"""
    from docgen.catalogue import print_style

    _require_style(name)
    print_style(name)


@styles.command("new")
def new_style(
    folder: Annotated[Path, typer.Argument(help="新规范的文件夹，名称即规范名。")],
    extends: Annotated[
        str | None, typer.Option(help="以哪种规范为底，只写不同之处；不写则从头开始。")
    ] = None,
) -> None:
    """新建一种规范：写好一个可以直接修改的文件。"""
    from docgen.catalogue import new_pack

    if extends is not None:
        _require_style(extends)
    raise typer.Exit(new_pack(folder, extends))


@styles.command("check")
def check_style(
    name: Annotated[str, typer.Argument(help="自备规范的文件夹，或自带规范的名称。")],
) -> None:
    """检查一种规范：值是否合法、有没有多余的、逐条对照是否属实。"""
    from docgen.catalogue import check_pack

    raise typer.Exit(check_pack(name))


@app.command()
def schema() -> None:
    """打印案例文件的 JSON Schema。"""
    from docgen.case.schema import case_schema

    typer.echo(case_schema())


@app.command()
def doctor() -> None:
    """检查本机：字体是否完好，PDF 所需的系统库是否齐全。"""
    from docgen.findings import has_errors
    from docgen.report import print_findings
    from docgen.system import system_findings

    findings = system_findings()
    print_findings(findings)
    if has_errors(findings):
        raise typer.Exit(1)
    typer.echo("可以使用。" if findings else "一切就绪。")


def _require_style(name: str) -> None:
    """End with the status of wrong use where the style itself cannot be loaded."""
    from docgen.findings import DocgenError
    from docgen.report import print_findings
    from docgen.style.load import load_style

    try:
        load_style(name)
    except DocgenError as error:
        print_findings(error.findings)
        raise typer.Exit(2) from error


def _formats(text: str, *besides: str) -> tuple[str, ...]:
    from docgen.write import FORMATS

    known = (*FORMATS, *besides)
    wanted = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",")))
    unknown = [part for part in wanted if part not in known]
    if unknown:
        raise typer.BadParameter(f"没有“{unknown[0]}”格式；可选：{'、'.join(known)}。")
    return wanted
