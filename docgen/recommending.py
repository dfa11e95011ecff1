"""The recommending unit's two commands: its tables, and its letter with the opinions."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from rich.console import Console

from docgen.dossier.folder import DossierFile, add_files
from docgen.filenames import safe_name
from docgen.findings import DocgenError, Finding, counted, has_errors
from docgen.report import print_findings
from docgen.style.bureau import OPINIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from pathlib import Path

    from docgen.bureau.recommendation import Recommendation
    from docgen.document import Document, Sheet

    Progress = Callable[[str], None]


class _Made(NamedTuple):
    """What a command has made.

    Attributes:
        summary: What it was made of, in a few Chinese words.
        printables: Name in the folder, without an ending → what is printed there.
        findings: What was found on the way.
    """

    summary: str
    printables: dict[str, Document | Sheet]
    findings: Sequence[Finding]


def summarise_files(
    paths: Sequence[Path],
    style_name: str,
    opinions: Path | None,
    output: Path,
    formats: Collection[str],
    *,
    quiet: bool,
) -> int:
    """Write the unit's tables and print what was found; return 1 if there is an error, else 0.

    What is wrong with single applications keeps no table from being made.

    Args:
        paths: Cases, Word files and folders of them.
        style_name: The style.
        opinions: What the unit itself knows, or None.
        output: The folder that the tables are put into.
        formats: ``docx``, ``pdf``, ``xlsx``.
        quiet: No progress and no last line.
    """

    def make(progress: Progress) -> _Made:
        from docgen.bureau.summary import summarise
        from docgen.style.load import load_style

        made = summarise(paths, load_style(style_name), opinions, progress)
        tables = {safe_name(sheet.name): sheet for sheet in made.sheets.values()}
        return _Made(f"汇总 {len(made.applicants)} 家企业", {**tables}, made.findings)

    return _deliver(make, output, formats, quiet=quiet)


def recommend_files(
    paths: Sequence[Path],
    style_name: str,
    opinions: Path | None,
    output: Path,
    formats: Collection[str],
    *,
    quiet: bool,
) -> int:
    """Write the letter and the opinions, print what was found; return 1 for an error, else 0.

    What is wrong with single applications keeps nothing else from being made.

    Args:
        paths: Cases, Word files and folders of them.
        style_name: The style.
        opinions: What the unit itself knows, or None.
        output: The folder that the files are put into.
        formats: ``docx``, ``pdf``.
        quiet: No progress and no last line.
    """

    def make(progress: Progress) -> _Made:
        from docgen.bureau.recommendation import recommend
        from docgen.style.load import load_style

        made = recommend(paths, load_style(style_name), opinions, progress)
        return _Made(f"推荐 {len(made.opinions)} 家企业", dict(_named(made)), made.findings)

    return _deliver(make, output, formats, quiet=quiet)


def _deliver(
    make: Callable[[Progress], _Made], output: Path, formats: Collection[str], *, quiet: bool
) -> int:
    out = Console(highlight=False, soft_wrap=True, markup=False)
    err = Console(stderr=True, highlight=False, soft_wrap=True, markup=False, quiet=quiet)
    started = time.monotonic()
    with err.status("读取……") as status:
        try:
            made = make(lambda name: status.update(f"读取 {name}"))
            findings = list(made.findings)
            files: list[DossierFile] = []
            for name, printable in made.printables.items():
                status.update(f"生成{name}")
                files += _files(name, printable, formats, findings)
            if files:
                findings += add_files(output, files)
        except DocgenError as error:
            print_findings(error.findings)
            return 1
    print_findings(findings)
    for file in files:
        out.print(str(output / file.name))
    seconds = time.monotonic() - started
    err.print(
        f"{made.summary}，{counted(findings) or '没有问题'}；"
        f"共 {len(files)} 个文件，用时 {seconds:.1f} 秒。"
    )
    return int(has_errors(findings))


def _named(made: Recommendation) -> Iterator[tuple[str, Document]]:
    """Yield every document with its name in the folder, without an ending."""
    yield made.letter.name, made.letter
    width = max(2, len(str(len(made.opinions))))
    for each in made.opinions:
        name = safe_name(f"{each.number:0{width}}-{each.company}-{each.document.name}")
        yield f"{OPINIONS}/{name}", each.document


def _files(
    name: str, printable: Document | Sheet, formats: Collection[str], findings: list[Finding]
) -> Iterator[DossierFile]:
    """Yield the files of a printable; a format that cannot be made keeps no other from being."""
    from docgen.compose.roster import compose_roster
    from docgen.document import Sheet
    from docgen.write import WORKBOOK, files_of, workbook_of

    document = compose_roster(printable, name) if isinstance(printable, Sheet) else printable
    for suffix in formats:
        try:
            if suffix == WORKBOOK and isinstance(printable, Sheet):
                printed, noticed = [workbook_of(printable)], list[Finding]()
            else:
                printed, noticed = files_of(document, (suffix,))
        except DocgenError as error:
            findings += error.findings
            continue
        findings += noticed
        for file in printed:
            yield DossierFile(f"{name}{file.suffix}", file, document.key)
