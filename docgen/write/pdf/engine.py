"""The engine: WeasyPrint, with the vendored faces only, nothing fetched, nothing overlooked.

WeasyPrint is imported on first use: it is slow to import, and needs libraries of the system that
may be missing.
"""

from __future__ import annotations

import gc
import hashlib
import html as html_text
import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any, cast

from docgen.document import Document, Picture
from docgen.findings import DocgenError, Finding, Place
from docgen.resources import templates_dir
from docgen.write.pdf.html import Html

if TYPE_CHECKING:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

#: How the names of the vendored faces begin, as Pango writes them into a PDF.
_OWN_FONTS = "Docgen-"
_MISSING_GLYPH = re.compile(r"\(U\+([0-9A-F]{4,6})\)$")


class EngineMissing(DocgenError):  # noqa: N818 - named for what is the case
    """This machine lacks the libraries that lay out PDFs; all else works without them."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """Laid-out pages: the PDF, and the anchors that stand on each page."""

    data: bytes
    anchors: Sequence[Mapping[str, object]]


def render(document: Document, html: Html) -> Rendered:
    """Lay out and print a document.

    Raises:
        EngineMissing: ``pdf-engine-missing``.
        DocgenError: ``missing-glyph`` for characters that no face has, ``pdf-engine`` for
            anything else that the engine complains of.
    """
    require_engine()
    engine = _engine()
    from weasyprint import HTML

    fetch = engine.fetcher(html.pictures)
    with _listening() as complaints, _without_collector():
        pages = HTML(string=html.text, url_fetcher=fetch).render(
            font_config=engine.fonts,
            counter_style=engine.counters,
            stylesheets=[_base_css(), _css(html.css)],
        )
        digest = hashlib.sha256(f"{html.text}\0{html.css}".encode())
        data = pages.write_pdf(pdf_identifier=digest.hexdigest()[:32].encode())
    if complaints:
        raise DocgenError(_findings(document, html, complaints))
    if foreign := _foreign_fonts(data):
        raise DocgenError([_foreign_finding(document, foreign)])
    return Rendered(data, [page.anchors for page in pages.pages])


def require_engine() -> None:
    """Return if PDFs can be laid out here.

    Raises:
        EngineMissing: ``pdf-engine-missing``, with how to install what is missing.
    """
    try:
        _engine()
    except (ImportError, OSError) as error:
        raise EngineMissing(
            [
                Finding(
                    code="pdf-engine-missing",
                    message="本机缺少排版 PDF 所需的 Pango 库。",
                    cure="Debian、Ubuntu：sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
                    "libharfbuzz-subset0；macOS：brew install pango；"
                    "Windows：在 MSYS2 中 pacman -S mingw-w64-ucrt-x86_64-pango。",
                )
            ]
        ) from error


def _foreign_fonts(data: bytes) -> list[str]:
    """Return the names of fonts in the PDF that are not ours: one must never slip in unseen."""
    from pypdf import PdfReader

    names = {
        str(font.get_object().get("/BaseFont", "Type3")).rpartition("+")[2]
        for page in PdfReader(BytesIO(data)).pages
        for font in cast("dict[str, Any]", page["/Resources"]).get("/Font", {}).values()
    }
    return sorted(name for name in names if not name.startswith(_OWN_FONTS))


def _foreign_finding(document: Document, names: Sequence[str]) -> Finding:
    return Finding(
        code="foreign-font",
        message=f"PDF 里混入了别的字体：{'、'.join(names)}。",
        cure="请运行 docgen doctor 检查字体。",
        place=Place(title=document.name),
    )


@dataclass(frozen=True, slots=True)
class _Engine:
    """What all renders of a process share; custom counters and faces need the same objects."""

    fonts: FontConfiguration
    counters: Any
    fetcher: Any


@lru_cache(maxsize=1)
def _engine() -> _Engine:
    from docgen.fonts import use_only_vendored_faces

    use_only_vendored_faces()  # before WeasyPrint is imported, which reads the faces once
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        # Without its libraries WeasyPrint prints advice of its own; the finding has better.
        import weasyprint  # noqa: F401
    from weasyprint.css.counters import CounterStyle
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    from docgen.write.pdf.justify import enable_east_asian_justification

    if not enable_east_asian_justification():
        finding = Finding(
            "pdf-engine-unknown",
            "装的 WeasyPrint 版本与 docgen 不合，中文两端对齐不可用。",
            "请按 requirements.lock 重新安装。",
        )
        raise EngineMissing([finding])

    class PictureFetcher(URLFetcher):  # type: ignore[misc]
        """Hands out the document's pictures and refuses everything else."""

        def __init__(self, pictures: Mapping[str, Picture]) -> None:
            super().__init__(allowed_protocols=("docgen",))
            self._pictures = pictures

        def fetch(self, url: str, headers: object = None) -> Any:
            if url not in self._pictures:
                raise ValueError(f"refused to fetch {url}")
            picture = self._pictures[url]
            return URLFetcherResponse(url, picture.data, {"Content-Type": picture.media_type})

    return _Engine(FontConfiguration(), CounterStyle(), PictureFetcher)


@lru_cache(maxsize=1)
def _base_css() -> CSS:
    return _css((templates_dir() / "html" / "base.css").read_text(encoding="utf-8"))


@lru_cache(maxsize=16)
def _css(text: str) -> CSS:
    engine = _engine()
    from weasyprint import CSS

    return CSS(
        string=text,
        url_fetcher=engine.fetcher({}),
        font_config=engine.fonts,
        counter_style=engine.counters,
    )


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Collect what WeasyPrint would log as warnings or errors."""
    complaints: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            complaints.append(record.getMessage())

    logger = logging.getLogger("weasyprint")
    listener = Listener(logging.WARNING)
    propagated, logger.propagate = logger.propagate, False
    logger.addHandler(listener)
    try:
        yield complaints
    finally:
        logger.removeHandler(listener)
        logger.propagate = propagated


@contextmanager
def _without_collector() -> Iterator[None]:
    """Switch the garbage collector off: a render makes many long-lived boxes, no garbage."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _findings(document: Document, html: Html, complaints: Sequence[str]) -> Iterator[Finding]:
    place = Place(title=document.name)
    for complaint in dict.fromkeys(complaints):
        missing = _MISSING_GLYPH.search(complaint)
        if missing:
            character = chr(int(missing[1], 16))
            yield Finding(
                code="missing-glyph",
                message=f"字体中没有“{character}”（U+{missing[1]}），"
                f"它出现在“{_excerpt(html.text, character)}”。",
                cure="请改用通行的字，或为这个字补充字体。",
                place=place,
            )
        else:
            yield Finding(
                code="pdf-engine",
                message=f"排版引擎报告：{complaint}",
                cure="请检查该文书的图片和版式；若均无误，请报告此问题。",
                place=place,
            )


def _excerpt(html: str, character: str) -> str:
    """Return the text around a character, without line ends."""
    body = html[max(html.find("<body>"), 0) :]
    text = html_text.unescape(re.sub(r"<[^>]*>", "", body))
    position = text.find(character)
    around = text[max(position - 10, 0) : position + 10]
    return " ".join(around.split())
