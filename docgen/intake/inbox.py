"""The files of an inbox (来件): what is read of what the user named, and what is passed over."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.case.load import CASE_FILE
from docgen.disk import reason
from docgen.filenames import EDITED, MANIFEST
from docgen.findings import Finding, Place, Severity
from docgen.style.bureau import LETTER, OPINIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from docgen.style.model import Style

CASE, WORD = ".json", ".docx"
#: Ends of the names of copies that a check writes beside a file: with comments, and corrected.
COPIES = ANNOTATED, MENDED = ("批注", "改正")
#: What Word, WPS and LibreOffice leave beside a file that is open, and what systems hide.
_HIDDEN = ("~$", ".", "__MACOSX", "Thumbs.db", "desktop.ini")
_EDITED = re.compile(rf"(.+)-{EDITED}\d*")
#: How the folder of a company is often called.
_COMPANY = re.compile("公司|集团|厂")
#: Files that may be applications, in kinds that are not read.
_OTHER_KINDS = (
    ".doc", ".docm", ".dot", ".dotx", ".wps", ".wpt", ".rtf", ".odt", ".pages",
    ".zip", ".rar", ".7z", ".tar", ".gz",
)  # fmt: skip
_SHOWN = 5


@dataclass(slots=True)
class Inbox:
    """What was found.

    Attributes:
        files: The case files and Word files, each once, in their order.
        findings: What is not there, cannot be opened, or was passed over.
    """

    files: list[Path] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def open_inbox(paths: Iterable[Path], style: Style, *, cases: bool = True) -> Inbox:
    """Return the applications among files and folders.

    A file that is named is read whatever it is called. Below a folder with a ``case.json`` only
    other cases are read; below any other, cases and Word files are. Copies that a check wrote
    beside a file, edited files beside new ones, and the unit's own papers are no applications.

    Args:
        paths: Files and folders, as the user named them.
        style: The style, which says what the unit's own tables are called.
        cases: Read cases; without them, a folder with a ``case.json`` is like any other.
    """
    walk = _Walk(_own_names(style), cases)
    for path in paths:
        walk.enter(path)
    # Named twice or in two ways, a file is read once, where it is first named.
    files = {file.resolve(): file for file in reversed(walk.inbox.files)}
    walk.inbox.files = list(files.values())[::-1]
    return walk.inbox


def _own_names(style: Style) -> frozenset[str]:
    rosters = (style.bureau.summary, style.bureau.contacts)
    return frozenset((LETTER, OPINIONS, *(each.name for each in rosters if each is not None)))


class _Walk:
    """Walks through folders."""

    def __init__(self, own: frozenset[str], cases: bool) -> None:
        self.inbox = Inbox()
        self._own, self._cases = own, cases
        #: The folder that the user named has a case itself.
        self._named_case = False
        self._kinds = (CASE, WORD) if cases else (WORD,)

    def enter(self, path: Path) -> None:
        """Take a file or a folder that the user named."""
        try:
            self._enter(path)
        except OSError as error:  # what stands above it is closed to us
            self._tell_closed(path, error)

    def _enter(self, path: Path) -> None:
        if path.is_dir():
            read = len(self.inbox.files)
            self._below(path, named=True)
            if len(self.inbox.files) == read:
                wanted = f" {CASE_FILE} 或 {WORD} 文件" if self._cases else f" Word 文件（{WORD}）"
                cure = "请核对文件夹；旧版 .doc、WPS 文件请先另存为 .docx。"
                self._tell("no-application", f"文件夹里没有{wanted}。", cure, path)
        elif not path.exists():
            self._tell("file-missing", "没有这个文件或文件夹。", "请核对路径。", path)
        elif path.suffix.lower() in self._kinds:
            self.inbox.files.append(path)
        else:
            case = f"既不是案例（{CASE}），也不是" if self._cases else "不是"
            cure = "请提供企业填好的 Word 文件；旧版 .doc、WPS 文件请先另存为 .docx。"
            self._tell("no-application", f"{case} Word 文件（{WORD}）。", cure, path)

    def _below(self, folder: Path, *, named: bool = False, in_case: bool = False) -> bool:
        """Walk through a folder; return whether anything in it was read or told of.

        Args:
            folder: The folder.
            named: The user named it.
            in_case: It stands below a case.
        """
        done = self._done()
        try:
            entries = sorted(each for each in folder.iterdir() if not _is_hidden(each))
            case = next((each for each in entries if _is_case(each)), None) if self._cases else None
            forms = list(self._forms(entries))
            # A linked folder may lead back to where it stands.
            folders = [each for each in entries if _is_folder(each) and not each.is_symlink()]
        except OSError as error:
            self._tell_closed(folder, error)
            return True
        if named:
            self._named_case = case is not None
        in_case = in_case or case is not None
        if case is not None:
            self.inbox.files.append(case)
        elif in_case:
            self._tell_not_read(folder, forms)
        else:
            self.inbox.files += forms
            self._tell_old(folder, entries)
            self._tell_passed_over(folder, entries)
        within = [each for each in folders if each.name not in self._own]
        silent = [each for each in within if not self._below(each, in_case=in_case)]
        # Where several folders hold applications, each is a company's.
        if not in_case:
            are_companies = len(within) - len(silent) > 1 or (named and not forms)
            for each in silent:
                if are_companies or (_COMPANY.search(each.name) and len(silent) < len(within)):
                    self._tell_silent(each)
        return self._done() > done

    def _done(self) -> int:
        return len(self.inbox.files) + len(self.inbox.findings)

    def _forms(self, entries: Sequence[Path]) -> Iterator[Path]:
        words = _words(entries)
        stems = {each.stem for each in words}
        for each in words:
            original, _, end = each.stem.rpartition("-")
            is_copy = end in COPIES and original in stems
            is_old = _edited(each) in stems
            if each.is_file() and not (is_copy or is_old or self._is_own(each)):
                yield each

    def _is_own(self, file: Path) -> bool:
        """Say whether a file is the unit's own, or what it was before it was made anew."""
        return bool({file.stem, _edited(file)} & self._own)

    def _tell_old(self, folder: Path, entries: Sequence[Path]) -> None:
        """Tell of edited files that made room for new ones."""
        words = _words(entries)
        stems = {each.stem for each in words}
        old = [each for each in words if _edited(each) in stems and not self._is_own(each)]
        if old:
            message = f"没有读改过的旧稿：{_listed(old)}；读了同名的新文件。"
            cure = "要用旧稿的，请用它替换新文件。"
            self._tell("file-passed-over", message, cure, folder, Severity.NOTE)

    def _tell_passed_over(self, folder: Path, entries: Sequence[Path]) -> None:
        links = [each for each in entries if each.is_symlink() and not each.is_file()]
        others = [each for each in entries if each.suffix.lower() in _OTHER_KINDS] + links
        # An archive that docgen made of a dossier holds nothing that is not beside it.
        if others and not any(each.name == MANIFEST for each in entries):
            message = f"没有读：{_listed(others)}。"
            cure = "是申报材料的，旧版 Word、WPS 文件请另存为 .docx，压缩包请解开，链接请换成文件。"
            self._tell("file-passed-over", message, cure, folder, Severity.WARNING)

    def _tell_not_read(self, folder: Path, forms: Sequence[Path]) -> None:
        """Tell of Word files below an inbox's own case, unless docgen made them."""
        is_ours = any((each / MANIFEST).exists() for each in (folder, folder.parent))
        if self._named_case and forms and not is_ours:
            message = f"上面的文件夹里有案例，这里的 Word 文件没有读：{_listed(forms)}。"
            cure = f"是别家的申报材料的，请移出有 {CASE_FILE} 的文件夹，或单独写明这个文件夹。"
            self._tell("file-passed-over", message, cure, folder, Severity.NOTE)

    def _tell_silent(self, folder: Path) -> None:
        """Tell of a company's folder without anything to be read; the unit's own is not told."""
        files = sorted(
            each for each in folder.rglob("*") if each.is_file() and not _is_hidden(each)
        )
        only = [each for each in files if not self._is_own(each)]
        if only:
            message = f"没有 Word 文件，也没有案例，只有：{_listed(only)}。"
            cure = "请让企业交 Word 格式的申报表；扫描件读不了。"
            self._tell("folder-empty", message, cure, folder, Severity.WARNING)
        elif not files:
            cure = "请核对材料是否收齐。"
            self._tell("folder-empty", "文件夹是空的。", cure, folder, Severity.WARNING)

    def _tell_closed(self, folder: Path, error: OSError) -> None:
        message, cure = f"打不开文件夹：{reason(error)}。", "请检查文件夹的权限。"
        self._tell("file-unreadable", message, cure, folder)

    def _tell(
        self, code: str, message: str, cure: str, path: Path, severity: Severity = Severity.ERROR
    ) -> None:
        self.inbox.findings.append(Finding(code, message, cure, Place(str(path)), severity))


def _listed(files: Sequence[Path]) -> str:
    more = f"等 {len(files)} 个" if len(files) > _SHOWN else ""
    return "、".join(each.name for each in files[:_SHOWN]) + more


def _words(entries: Sequence[Path]) -> list[Path]:
    return [each for each in entries if each.suffix.lower() == WORD]


def _edited(file: Path) -> str:
    """Return the stem of the file in whose place an edited one stood, or ""."""
    match = _EDITED.fullmatch(file.stem)
    return match[1] if match else ""


def _is_hidden(path: Path) -> bool:
    return path.name.startswith(_HIDDEN)


def _is_case(path: Path) -> bool:
    return path.name.lower() == CASE_FILE and path.is_file()


def _is_folder(path: Path) -> bool:
    """Say whether a path may be a folder: one that nobody may look at is found to be closed."""
    try:
        return path.is_dir()
    except OSError:
        return True
