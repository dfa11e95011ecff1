"""Mechanical cures: what a style states is set where a file has it otherwise, and nothing else."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from docgen.check.word.opening import opened
from docgen.check.word.places import Places
from docgen.document import Alignment
from docgen.zipping import package_parts, zipped

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from docgen.check.word.check import FileFinding
    from docgen.findings import Finding

_ALIGNMENTS = {
    Alignment.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Alignment.CENTER: WD_ALIGN_PARAGRAPH.CENTER,
    Alignment.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
    Alignment.JUSTIFY: WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_PICTURES = (qn("w:drawing"), qn("w:pict"))


def mended(data: bytes, found: Sequence[FileFinding]) -> tuple[bytes, list[Finding]]:
    """Return a copy of a Word file with its mechanical slips mended, and what was mended.

    The text stays as it is, to the character; a caption may change its place, a number its value.
    """
    word = opened(data)
    places = Places(word.element.body)
    done = []
    for finding, slip in found:
        element = places.paragraph(slip)
        if slip.fix is None or element is None:
            continue
        runs: list[Any] = [Run(each, word.element.body) for each in places.runs(slip)]  # type: ignore[arg-type]
        paragraph = Paragraph(element, word.element.body)  # type: ignore[arg-type]
        if _CURES[slip.fix.property](paragraph, runs, slip.fix.value) is not False:
            done.append(finding)
    stream = io.BytesIO()
    word.save(stream)
    return zipped(package_parts(stream.getvalue())), done


def _font(_: Paragraph, runs: list[Run], font: str) -> None:
    for run in runs:
        fonts: Any = run._r.get_or_add_rPr().get_or_add_rFonts()
        fonts.set(qn("w:eastAsia"), font)
        # A theme font would win over the named one.
        fonts.attrib.pop(qn("w:eastAsiaTheme"), None)


def _size(_: Paragraph, runs: list[Run], size: float) -> None:
    for run in runs:
        run.font.size = Pt(size)


def _bold(_: Paragraph, runs: list[Run], bold: bool) -> None:
    for run in runs:
        run.font.bold = bold


def _spacing(_: Paragraph, runs: list[Run], spacing: float) -> None:
    for run in runs:
        properties: Any = run._r.get_or_add_rPr()
        found = properties.find(qn("w:spacing"))
        if found is None:
            found = properties.makeelement(qn("w:spacing"))
            properties.insert_element_before(
                found, "w:w", "w:kern", "w:position", "w:sz", "w:szCs", "w:highlight", "w:u",
                "w:effect", "w:bdr", "w:shd", "w:fitText", "w:vertAlign", "w:rtl", "w:cs", "w:em",
                "w:lang", "w:eastAsianLayout", "w:specVanish", "w:oMath",
            )  # fmt: skip
        found.set(qn("w:val"), str(round(spacing * 20)))


def _align(paragraph: Paragraph, _: list[Run], alignment: Alignment) -> None:
    paragraph.alignment = _ALIGNMENTS[alignment]


def _line(paragraph: Paragraph, _: list[Run], spacing: Any) -> None:
    form = paragraph.paragraph_format
    if spacing.rule == "multiple":
        form.line_spacing = spacing.value
    else:
        form.line_spacing = Pt(spacing.value)
        exactly = spacing.rule == "exactly"
        form.line_spacing_rule = WD_LINE_SPACING.EXACTLY if exactly else WD_LINE_SPACING.AT_LEAST


def _indent(paragraph: Paragraph, runs: list[Run], characters: float) -> None:
    size = next((run.font.size.pt for run in runs if run.font.size), 12.0)
    paragraph.paragraph_format.first_line_indent = Pt(characters * size)
    properties: Any = paragraph._p.get_or_add_pPr()
    # Word reads the characters, other programs the measure.
    properties.ind.set(qn("w:firstLineChars"), str(round(characters * 100)))


def _place(paragraph: Paragraph, _: list[Run], side: str) -> bool:
    """Move a caption to the other side of its table or picture, empty paragraphs passed over.

    One that ends a section stays: the section's end would move with it; so does the last of a cell,
    which must not end in a table.
    """
    element: Any = paragraph._p
    ends_section = element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None
    if ends_section or (element.getparent().tag == qn("w:tc") and element.getnext() is None):
        return False
    step = "getprevious" if side == "before" else "getnext"
    other = getattr(element, step)()
    while other is not None and not _is_target(other):
        other = getattr(other, step)()
    if other is not None:
        (other.addprevious if side == "before" else other.addnext)(element)
    return other is not None


def _number(paragraph: Paragraph, _: list[Run], numbers: tuple[str, str]) -> bool:
    """Put the number that a heading or caption begins with right; say whether it was found."""
    wrong, right = numbers
    element: Any = paragraph._p
    texts = [
        each for each in element.iter(qn("w:t"))
        if next(each.iterancestors(qn("w:p"))) is element
    ]  # fmt: skip
    printed = "".join(each.text or "" for each in texts)
    found = re.match(rf"\s*(?:[图表]\s*|[（(])?({re.escape(wrong)})(?!\d)", printed)
    if found is None:
        return False
    start, end, position = found.start(1), found.end(1), 0
    for each in texts:
        text = each.text or ""
        first, last = max(start - position, 0), min(end - position, len(text))
        position += len(text)
        if first < last:
            # The whole number goes where it begins; what spans further texts is taken out there.
            each.text = text[:first] + right + text[last:]
            right = ""
    return True


def _is_target(element: Any) -> bool:
    return element.tag == qn("w:tbl") or next(element.iter(*_PICTURES), None) is not None


_CURES: dict[str, Callable[[Paragraph, list[Run], Any], bool | None]] = {
    "font": _font,
    "size": _size,
    "size_at_least": _size,
    "bold": _bold,
    "spacing": _spacing,
    "align": _align,
    "line": _line,
    "indent": _indent,
    "place": _place,
    "number": _number,
}
