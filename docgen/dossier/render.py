"""Render a case: the whole of docgen in one screen.

`render_case` names every step and does none of them. Nothing is written before everything is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from docgen.case.load import load_case
from docgen.check import check_case
from docgen.compose import compose, compose_about_book
from docgen.dossier.archive import archive_of
from docgen.dossier.bookbinding import bind
from docgen.dossier.folder import folder_of, numbered_files, place_files, refuse_taken
from docgen.dossier.gathering import gathered
from docgen.dossier.manifest import manifest_of
from docgen.dossier.printed import check_printed
from docgen.findings import Finding, has_errors, stop_on_errors
from docgen.style.load import load_style
from docgen.write import FORMATS, PrintedFile, files_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection


@dataclass(frozen=True, slots=True)
class Dossier:
    """A rendered case.

    Attributes:
        folder: Where its files are.
        files: Names of the files, in reading order, the manifest last.
        findings: Warnings and notes, and errors that kept single files from being made.
    """

    folder: Path
    files: tuple[str, ...]
    findings: tuple[Finding, ...]


def render_case(
    case_file: Path,
    style_name: str,
    output: Path,
    formats: Collection[str] = FORMATS,
    progress: Callable[[str], None] = lambda step: None,
    taken: Collection[Path] = (),
    *,
    force: bool = False,
) -> Dossier:
    """Render a case for a style into ``<output>/<company's full name>/``.

    Args:
        case_file: The case, or the folder that holds it.
        style_name: A style's name, or the path of a pack.
        output: The folder below which the company's folder is made.
        formats: Which of `FORMATS` to deliver.
        progress: Told of each step in a few Chinese words.
        taken: Folders that other cases of the same run have filled.
        force: Print what the check calls wrong all the same; the manifest says so.

    Raises:
        DocgenError: With every finding that stops the work; files made earlier stay as they were.
    """
    progress("读取规范和案例")
    style = load_style(style_name)
    case = load_case(case_file, style.name)
    progress("检查案例")
    findings = [*case.findings, *check_case(case, style)]
    forced = force and has_errors(findings)
    if not force:
        stop_on_errors(findings)
    with TemporaryDirectory(prefix="docgen-") as workshop:
        sheets = gathered(case, style, Path(workshop), progress)
        progress("编排文书")
        printed: dict[str, list[PrintedFile]] = {}
        for document in compose(case, style):
            progress(f"生成{document.name}")
            own = sheets if document.inserts else None
            printed[document.key], noticed = files_of(document, formats, own)
            findings += noticed
        progress("装订")
        book, bound = bind(case, style, printed, Path(workshop))
        printed |= bound
        for document in compose_about_book(case, style, book):
            progress(f"生成{document.name}")
            printed[document.key], noticed = files_of(document, formats)
            findings += noticed
        files = numbered_files(style, printed)
        progress("检查文书")
        findings += check_printed(files, style)
        findings = list(dict.fromkeys(findings))
        names = {"company": case.facts.company.name, "edition": style.edition}
        if style.packing.archive and "docx" in formats:
            archive, noticed = archive_of(style.packing.archive.format(**names), style, files)
            files.append(archive)
            findings += noticed
        files.append(manifest_of(style, files, findings, forced=forced))
        progress("写入文件")
        folder = folder_of(output, style.packing.folder.format(**names))
        refuse_taken(folder, taken)
        kept = place_files(folder, files)
    return Dossier(folder, tuple(file.name for file in files), (*findings, *kept))
