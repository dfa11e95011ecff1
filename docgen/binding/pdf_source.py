"""An untrusted PDF becomes pages that only draw: opened, mended, its marks drawn into the pages."""

from __future__ import annotations

import mmap
import re
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Name, NamePath, ObjectSet, PasswordError, PdfError, Stream

from docgen.binding.actions import has_actions
from docgen.binding.content import bounded_decoding, decoded
from docgen.binding.layers import remove_hidden_layers
from docgen.binding.marks import flatten_marks
from docgen.binding.remarks import BadSheet, Remark
from docgen.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pikepdf import ContentScopeKind, Pdf

#: So many page numbers are told.
_TOLD = 5
_AGAIN = "重新下载、扫描或导出这份文件。"
#: Content streams besides the page's own.
_INNER: tuple[ContentScopeKind, ...] = ("form", "appearance", "pattern", "glyph", "softmask")
#: The data of streams; what remains of a file are its objects as they are written down.
_DATA = re.compile(rb"\bstream\r?\n.*?(?:endstream|\Z)", re.DOTALL)

_PROTECTED = Remark(
    "sheet-protected",
    "限制编辑或打印，但无需口令即可打开，已照常收入",
    "请确认贵单位有权打印这份文件。",
)
_REPAIRED = Remark(
    "sheet-repaired",
    "文件结构已损坏，修复后收入，页数未少",
    "请核对成品中这份材料的每一页；最好重新下载或导出。",
    Severity.WARNING,
)
_ACTIONS = Remark(
    "sheet-actions-removed",
    "带有脚本、自动动作或附件，已去除，只收页面",
    "附件若也是材料，请另存出来，写进案例。",
)


@contextmanager
def drawing_pages(path: Path, password: str) -> Iterator[tuple[Pdf, list[Remark]]]:
    """Open a PDF and have its pages draw all there is to see, in memory; the file stays as it is.

    Yields:
        The PDF, which has one page at least, and what there is to know about it.

    Raises:
        BadSheet: ``sheet-password``, ``sheet-damaged``, ``sheet-no-pages``,
            ``sheet-dynamic-form``, ``sheet-too-large``.
    """
    with bounded_decoding(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pikepdf's, on passwords that are not needed
        pdf, password = _opened(path, password)
        with pdf:
            remarks = _remarks(path, password, pdf)
            remove_hidden_layers(pdf)
            if doubtful := flatten_marks(pdf):
                remarks.append(_marks_lost(doubtful))
            _require_bounded(pdf)
            yield pdf, remarks


def _opened(path: Path, password: str) -> tuple[Pdf, str]:
    """Open a PDF with the password, or with none if none is needed; return that, too.

    Raises:
        BadSheet: As `drawing_pages`.
    """
    try:
        pdf, password = _unlocked(path, password)
    except PdfError as error:
        if "encrypt" in str(error):
            raise BadSheet(
                "sheet-password",
                "用证书或专用软件加了密",
                "用原来的软件打开，去掉加密，另存为普通 PDF。",
            ) from error
        raise BadSheet("sheet-damaged", "已损坏，读不出来", _AGAIN) from error
    if not pdf.pages:
        raise BadSheet("sheet-no-pages", "没有页面", _AGAIN)
    if _is_dynamic_form(pdf):
        raise BadSheet(
            "sheet-dynamic-form",
            "是动态表单（XFA），页面要由 Adobe Reader 临时生成",
            "用 Adobe Reader 打开，打印为 PDF 后再用。",
        )
    return pdf, password


def _unlocked(path: Path, password: str) -> tuple[Pdf, str]:
    for attempt in dict.fromkeys((password, "")):
        try:
            return pikepdf.open(path, password=attempt), attempt
        except PasswordError:
            continue
    raise BadSheet(
        "sheet-password",
        "的打开口令不对" if password else "有打开口令",
        "在案例中这份材料的 password 写明口令，或者去掉口令另存一份。",
    )


def _is_dynamic_form(pdf: Pdf) -> bool:
    """Say whether the only page is a stand-in (“Please wait…”) for those that XFA would make."""
    if pdf.Root.get(NamePath.AcroForm.XFA) is None:
        return False
    fields = pdf.Root.get_list(NamePath.AcroForm.Fields, ())
    return pdf.Root.get_bool(Name.NeedsRendering, False) or (len(pdf.pages) == 1 and not fields)


def _remarks(path: Path, password: str, pdf: Pdf) -> list[Remark]:
    """Return what there is to know about a PDF that could be opened.

    Raises:
        BadSheet: ``sheet-damaged``, if pages or other parts are lost.
    """
    remarks = []
    declared = _declared_pages(path, password)
    if declared is None:
        if _is_cut(path, pdf):
            raise BadSheet("sheet-damaged", "不完整，缺了一部分内容", _AGAIN)
        remarks.append(_REPAIRED)
    elif declared > len(pdf.pages):
        message = f"已损坏：应有 {declared} 页，只读出 {len(pdf.pages)} 页"
        raise BadSheet("sheet-damaged", message, _AGAIN)
    if pdf.is_encrypted and not password and not pdf.owner_password_matched:
        remarks.append(_PROTECTED)
    if has_actions(pdf):
        remarks.append(_ACTIONS)
    return remarks


def _declared_pages(path: Path, password: str) -> int | None:
    """Return how many pages the file itself says it has, or None if its structure is damaged."""
    try:
        with pikepdf.open(
            path, password=password, attempt_recovery=False, inherit_page_attributes=False
        ) as pdf:
            return pdf.Root.get_int(NamePath.Pages.Count, 0)
    except PdfError:
        return None


def _is_cut(path: Path, pdf: Pdf) -> bool:
    """Say whether a file that had to be repaired names objects that it lacks, or ends in one."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        written = _DATA.sub(b" endstream", data)
    ends = [match.group() for match in re.finditer(rb"\d\s+obj\b|\bendobj\b", written)]
    if ends and ends[-1] != b"endobj":
        return True
    named = set(re.findall(rb"(\d{1,9})\s+(\d{1,5})\s+R\b", written))
    return any(pdf.get_object(int(number), int(edition)) is None for number, edition in named)


def _marks_lost(pages: Sequence[int]) -> Remark:
    told = "、".join(map(str, pages[:_TOLD]))
    if len(pages) > _TOLD:
        told += f" 等 {len(pages)}"
    return Remark(
        "sheet-marks-lost",
        f"第 {told} 页有批注、印章或表单文字可能印不出来",
        "请核对成品；若有缺，用 PDF 阅读器打开，打印为 PDF 后再用。",
        Severity.WARNING,
    )


def _require_bounded(pdf: Pdf) -> None:
    """Pass if no stream of drawing instructions within the pages blows up.

    Raises:
        BadSheet: ``sheet-too-large``; ``sheet-damaged`` for one that cannot be read.
    """
    seen = ObjectSet()
    for number, page in enumerate(pdf.pages, start=1):
        for scope in page.content_scopes(kinds=_INNER):
            if isinstance(scope.content, Stream) and seen.add(scope.content):
                decoded(scope.content, number)
