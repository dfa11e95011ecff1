"""Sections: page set-up and the page numbers of their footers (17.6, 17.10)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docgen.document import PageNumbers, PageSetup
from docgen.read.ooxml import R, attribute, child, content, integer, is_on, local, points, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from docgen.read.formatting import Formatting
    from docgen.read.package import Package

_R_ID = f"{{{R}}}id"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_CENTER_TAB, _RIGHT_TAB = 1, 2


@dataclass(frozen=True, slots=True)
class Footer:
    """A footer that prints the page number: the paragraph and the run that print it."""

    numbers: PageNumbers
    paragraph: Element
    run: Element


def page_setup(section: Element | None, settings: Element | None) -> PageSetup:
    """Return the page set-up of a ``w:sectPr``; what it does not state is the model's default.

    Args:
        section: The ``w:sectPr``, or None where the body ends without one.
        settings: The settings part: mirrored pages and a gutter at the top are said there.
    """
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    default = PageSetup()

    def margin(side: str, otherwise: float) -> float:
        stated = points(attribute(margins, side))
        return otherwise if stated is None else abs(stated)  # negative: not pushed by the header

    gutter = margin("gutter", 0.0)
    gutter_at_top = is_on(child(settings, "gutterAtTop"))
    return PageSetup(
        width=points(attribute(size, "w")) or default.width,
        height=points(attribute(size, "h")) or default.height,
        top=margin("top", default.top) + (gutter if gutter_at_top else 0.0),
        bottom=margin("bottom", default.bottom),
        inside=margin("left", default.inside),
        outside=margin("right", default.outside),
        gutter=0.0 if gutter_at_top else gutter,
        mirrored=is_on(child(settings, "mirrorMargins")),
        header=margin("header", default.header),
        footer=margin("footer", default.footer),
    )


class Footers:
    """The footers of a file, each section taking the last one stated."""

    def __init__(self, package: Package, settings: Element | None, formatting: Formatting) -> None:
        """Begin before the first section."""
        self._package = package
        self._formatting = formatting
        self._two_sided = is_on(child(settings, "evenAndOddHeaders"))
        self._current: Element | None = None

    def next(self, section: Element | None) -> Footer | None:
        """Return the page numbers of the next section's default footer, or None for none."""
        for reference in () if section is None else section.findall(w("footerReference")):
            if attribute(reference, "type") in {None, "default"}:
                self._current = self._package.related(reference.get(_R_ID))
        for paragraph in () if self._current is None else self._current.iter(w("p")):
            pattern, run = _page_pattern(paragraph)
            if run is not None:
                numbering = child(section, "pgNumType")
                start = attribute(numbering, "start")
                style = attribute(numbering, "fmt")
                in_dashes = style == "numberInDash" and pattern == "{}"
                return Footer(
                    PageNumbers(
                        style="upper-roman" if style == "upperRoman" else "decimal",
                        pattern="- {} -" if in_dashes else pattern,
                        position=self._position(paragraph),
                        start=None if start is None else integer(start),
                    ),
                    paragraph,
                    run,
                )
        return None

    def _position(self, paragraph: Element) -> str:
        """Return where the number stands: by its frame or text box, tabs, or alignment."""
        properties = child(paragraph, "pPr")
        anchor = next(paragraph.iterancestors(f"{_WP}anchor"), None)
        drawn = None if anchor is None else anchor.findtext(f"{_WP}positionH/{_WP}align")
        tabs = _tabs_before_number(paragraph)
        where = (
            attribute(child(properties, "framePr"), "xAlign")
            or drawn
            or {_CENTER_TAB: "center", _RIGHT_TAB: "right"}.get(tabs)
            or self._formatting.paragraph(paragraph).get("jc")
        )
        if where == "center":
            return "center"
        if where in {"right", "end"} and not self._two_sided:
            return "right"
        return "outside"


def _page_pattern(paragraph: Element) -> tuple[str, Element | None]:
    """Return a paragraph's text with {} for its PAGE field, and the run that prints the number."""
    pattern = ""
    number: Element | None = None
    codes: list[str | None] = []  # one per open field: its code, None once its result has begun
    pages: list[bool] = []
    for run in _runs(paragraph):
        for element in content(run):
            match local(element), attribute(element, "fldCharType"):
                case "fldChar", "begin":
                    codes.append("")
                    pages.append(False)
                case "fldChar", "separate" | "end" as turn if codes:
                    if _is_page(codes[-1]):
                        pattern, number, pages[-1] = pattern + "{}", run, True
                    codes[-1] = None
                    if turn == "end":
                        codes.pop()
                        pages.pop()
                case "instrText", _ if codes and codes[-1] is not None:
                    codes[-1] += element.text or ""
                case "t", _ if not any(pages) and all(code is None for code in codes):
                    simple = _simple_code(run)
                    if not _is_page(simple):
                        pattern += (element.text or "").replace("{", "{{").replace("}", "}}")
                    elif number is None:
                        pattern, number = pattern + "{}", run
                case _:
                    pass
    return pattern.strip(), number


def _runs(paragraph: Element) -> list[Element]:
    return [run for run in content(paragraph) if local(run) == "r"]


def _simple_code(run: Element) -> str | None:
    """Return the code of the simple field that a run stands in, or None."""
    return attribute(next(run.iterancestors(w("fldSimple")), None), "instr")


def _is_page(code: str | None) -> bool:
    return (code or "").split()[:1] in (["PAGE"], ["page"], ["Page"])


def _tabs_before_number(paragraph: Element) -> int:
    tabs = 0
    for run in _runs(paragraph):
        for element in content(run):
            if local(element) in {"instrText", "fldChar"} or _is_page(_simple_code(run)):
                return tabs
            tabs += local(element) in {"tab", "ptab"}
    return tabs
