"""Recommend applications for the unit: its letter and its opinions, and what was found."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from rich.console import Console

from docgen.dossier.folder import DossierFile, add_files
from docgen.filenames import safe_name
from docgen.findings import DocgenError, Finding, counted, has_errors
from docgen.report import print_findings

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path

    from docgen.bureau.recommendation import Recommendation
    from docgen.document import Document

#: The folder of the opinions.
_OPINIONS = "推荐意见"


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
    from docgen.bureau.recommendation import recommend
    from docgen.style.load import load_style

    out = Console(highlight=False, soft_wrap=True, markup=False)
    err = Console(stderr=True, highlight=False, soft_wrap=True, markup=False, quiet=quiet)
    started = time.monotonic()
    with err.status("读取……") as status:
        try:
            made = recommend(
                paths, load_style(style_name), opinions, lambda name: status.update(f"读取 {name}")
            )
            findings = list(made.findings)
            files: list[DossierFile] = []
            for name, document in _named(made):
                status.update(f"生成{name}")
                files += _files(name, document, formats, findings)
            if files:
                add_files(output, files)
        except DocgenError as error:
            print_findings(error.findings)
            return 1
    print_findings(findings)
    for file in files:
        out.print(str(output / file.name))
    seconds = time.monotonic() - started
    err.print(
        f"推荐 {len(made.opinions)} 家企业，{counted(findings) or '没有问题'}；"
        f"共 {len(files)} 个文件，用时 {seconds:.1f} 秒。"
    )
    return int(has_errors(findings))


def _named(made: Recommendation) -> Iterator[tuple[str, Document]]:
    """Yield every document with its name in the folder, without an ending."""
    yield made.letter.name, made.letter
    width = max(2, len(str(len(made.opinions))))
    for each in made.opinions:
        name = safe_name(f"{each.number:0{width}}-{each.company}-{each.document.name}")
        yield f"{_OPINIONS}/{name}", each.document


def _files(
    name: str, document: Document, formats: Collection[str], findings: list[Finding]
) -> Iterator[DossierFile]:
    """Yield a document's files; one that cannot be made keeps no other from being made."""
    from docgen.write import files_of

    try:
        printed, noticed = files_of(document, tuple(formats))
    except DocgenError as error:
        findings += error.findings
        return
    findings += noticed
    for file in printed:
        yield DossierFile(f"{name}{file.suffix}", file, document.key)
