"""Sections: page set-up and footers with page numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.write.docx.inlines import field, run
from docgen.write.docx.styles import style_id
from docgen.write.docx.xml import Element, twips, w

if TYPE_CHECKING:
    from docgen.document import PageNumbers, PageSetup, Section

_STARTS = {"next": "nextPage", "odd": "oddPage"}
_NUMBER_FORMATS = {"decimal": "decimal", "upper-roman": "upperRoman"}
_FIRST_PAGE = {"decimal": "1", "upper-roman": "I"}


def section_properties(section: Section, footers: list[Element]) -> Element:
    """Return a ``w:sectPr``.

    Args:
        section: The section.
        footers: Its ``w:footerReference`` elements.
    """
    page, numbers = section.page, section.page_numbers
    size = {"w": twips(page.width), "h": twips(page.height)}
    if page.width > page.height:
        size["orient"] = "landscape"
    number_type = None
    if numbers is not None:
        attributes = {"fmt": _NUMBER_FORMATS[numbers.style]}
        if numbers.start is not None:
            attributes["start"] = str(numbers.start)
        number_type = w("pgNumType", **attributes)
    return w(
        "sectPr",
        *footers,
        w("type", val=_STARTS[section.start]),
        w("pgSz", **size),
        _margins(page),
        number_type,
        w("vAlign", val=section.valign) if section.valign != "top" else None,
    )


def footer_paragraph(numbers: PageNumbers | None, alignment: str) -> Element:
    """Return a footer's paragraph: the page number in its pattern, or nothing."""
    indent = None
    if numbers is not None and numbers.indent and alignment != "center":
        indent = w("ind", **{alignment: twips(numbers.indent)})
    properties = w("pPr", w("pStyle", val=style_id("footer")), indent, w("jc", val=alignment))
    if numbers is None:
        return w("p", properties)
    before, _, after = numbers.pattern.partition("{}")
    return w(
        "p",
        properties,
        run(before) if before else None,
        *field("PAGE", [run(_FIRST_PAGE[numbers.style])]),
        run(after) if after else None,
    )


def footer_alignments(numbers: PageNumbers | None, mirrored: bool) -> dict[str, str]:
    """Return footer type → alignment: facing pages have a footer each, mirrored."""
    if numbers is None or numbers.position == "center":
        odd = even = "center"
    else:
        odd, even = "right", "left" if numbers.position == "outside" else "right"
    return {"default": odd, "even": even} if mirrored else {"default": odd}


def _margins(page: PageSetup) -> Element:
    return w(
        "pgMar",
        top=twips(page.top),
        right=twips(page.outside),
        bottom=twips(page.bottom),
        left=twips(page.inside),
        header=twips(page.header),
        footer=twips(page.footer),
        gutter=twips(page.gutter),
    )
