"""Pages: CSS for the page set-up of sections, and the numbers printed on pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from docgen.document import Document, PageNumbers, PageSetup, Section
from docgen.document.numerals import numeral
from docgen.linepitch import line_height
from docgen.write.pdf.css import (
    Sheet,
    block_declarations,
    points,
    text_of,
)

#: What is said of breaking paragraphs and means nothing in a margin box.
_BREAKS = ("break-before", "break-after", "break-inside", "orphans", "widows")


def section_anchor(index: int) -> str:
    """Return the anchor that marks where a section begins."""
    return f"docgen-section-{index}"


def page_css(document: Document, sheet: Sheet) -> str:
    """Return the ``@page`` rules of all sections; section *i* prints on pages named ``s<i>``."""
    first = document.sections[0].page
    # A blank page before an odd one belongs to no section: it has only a size.
    blank = f"@page{{size:{points(first.width)} {points(first.height)}}}\n"
    return blank + "".join(
        _section_css(f"s{index}", section, sheet) for index, section in enumerate(document.sections)
    )


class PageLabel(NamedTuple):
    """What a page is called: its number in its section's style, and whether it prints it."""

    label: str
    is_printed: bool


def page_labels(document: Document, pages: Sequence[Mapping[str, object]]) -> list[PageLabel]:
    """Return what each page is called, without the pattern.

    Args:
        document: The document.
        pages: The anchors that stand on each page.
    """
    labels: list[PageLabel] = []
    current, value = -1, 0
    for anchors in pages:
        value += 1
        # A page that begins a section may begin several, if all but the last print nothing.
        while section_anchor(current + 1) in anchors:
            current += 1
            numbers = document.sections[current].page_numbers
            if numbers and numbers.start is not None:
                value = numbers.start
        numbers = document.sections[max(current, 0)].page_numbers
        label = _styled(value, numbers.style if numbers else "decimal")
        labels.append(PageLabel(label, numbers is not None))
    return labels


def _section_css(name: str, section: Section, sheet: Sheet) -> str:
    page = section.page
    left, right = page.inside + page.gutter, page.outside
    bottom = page.bottom
    rules = []
    numbers = section.page_numbers
    if numbers:
        footer = sheet.format_of("footer")
        pitch = line_height(footer.paragraph, footer.run)
        # Word makes room for a footer that is higher than the bottom margin.
        bottom = max(bottom, page.footer + pitch)
        rules += _footer_css(name, numbers, page, sheet)
    declarations = {
        "size": f"{points(page.width)} {points(page.height)}",
        "margin": f"{points(page.top)} {points(right)} {points(bottom)} {points(left)}",
    }
    rules.insert(0, f"@page {name}{{{text_of(declarations)}}}\n")
    if page.mirrored:
        sides = {"left": (right, left), "right": (left, right)}
        rules += [
            f"@page {name}:{side}{{margin-left:{points(a)};margin-right:{points(b)}}}\n"
            for side, (a, b) in sides.items()
        ]
    return "".join(rules)


def _footer_css(name: str, numbers: PageNumbers, page: PageSetup, sheet: Sheet) -> list[str]:
    footer = sheet.format_of("footer")
    before, after = (_string(part) for part in numbers.pattern.split("{}", 1))
    look = block_declarations(footer.paragraph, footer.run)
    for unused in ("text-align", *_BREAKS):
        del look[unused]
    look |= {
        "content": f"{before} counter(page,{numbers.style}) {after}",
        "vertical-align": "bottom",
        "padding-bottom": points(page.footer),
        "white-space": "pre",
    }
    boxes = {
        "outside": {":left": "left", ":right": "right"} if page.mirrored else {"": "right"},
        "center": {"": "center"},
        "right": {"": "right"},
    }[numbers.position]
    rules = []
    for side, box in boxes.items():
        edge = {} if box == "center" else {f"padding-{box}": points(numbers.indent)}
        rules.append(f"@page {name}{side}{{@bottom-{box}{{{text_of(look | edge)}}}}}\n")
    if numbers.start is not None:
        rules.append(f"@page :nth(1 of {name}){{counter-reset:page {numbers.start}}}\n")
    return rules


def _string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'


def _styled(value: int, style: str) -> str:
    return numeral(value, "upperRoman" if style == "upper-roman" else "decimal")
