"""A second reader of Word files: the standard's own rules, nothing of docgen.

It resolves what Word would show: docDefaults → table style → paragraph style chain → numbering
level → character style → direct formatting; automatic numbers; cached field results.
Lengths are twips, sizes points.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from lxml import etree

from tests.independent.numerals import numeral

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS = {
    "w": W,
    "w14": W14,
    "r": R,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}
Element = Any
_OFF = ("0", "false", "off")


def tag(name: str) -> str:
    """``w:p`` as lxml spells it."""
    return f"{{{W}}}{name}"


def find(element: Element, path: str) -> Element:
    """The first element on a path, or None."""
    return None if element is None else element.find(path, NS)


def find_all(element: Element, path: str) -> list[Element]:
    """All elements on an XPath."""
    return list(element.xpath(path, namespaces=NS))


def value(element: Element, name: str = "val") -> str | None:
    """A ``w:`` attribute of an element that may be missing."""
    return None if element is None else element.get(tag(name))


def is_on(element: Element) -> bool | None:
    """A toggle: None where it is not there."""
    return None if element is None else value(element) not in _OFF


@dataclass(frozen=True)
class Look:
    """How one run prints."""

    east_asian: str
    latin: str
    size: float
    bold: bool
    italic: bool
    spacing: int
    scale: int
    hint: bool


@dataclass(frozen=True)
class Shape:
    """How one paragraph is set. `line` is in twips, or 240ths of a line where the rule is auto."""

    alignment: str
    line_rule: str
    line: int
    before: int
    after: int
    left: int
    first_line: int
    first_line_chars: int
    keep_next: bool
    keep_lines: bool
    widow_control: bool
    snap_to_grid: bool
    outline_level: int | None


@dataclass
class Run:
    """A run that prints text."""

    element: Element
    text: str
    look: Look


@dataclass
class Paragraph:
    """A paragraph of the body, in reading order."""

    element: Element
    number: str
    shape: Shape
    runs: list[Run]
    table: Element | None

    @property
    def text(self) -> str:
        """What it prints without its automatic number."""
        return "".join(run.text for run in self.runs)

    @property
    def printed(self) -> str:
        """What it prints."""
        return self.number + self.text

    @property
    def has_picture(self) -> bool:
        """Whether a picture stands in it."""
        return self.element.find(f".//{tag('drawing')}") is not None

    def looks(self) -> set[Look]:
        """The looks of its text."""
        return {run.look for run in self.runs if run.text.strip()}


@dataclass
class Field:
    """A field: its instruction, its cached result, the paragraph it begins in."""

    instruction: str
    result: str
    paragraph: Element


@dataclass
class TableSpan:
    """Where a table stands in the compact text: its start, the end of its head, its end."""

    start: int
    head_end: int
    end: int


@dataclass
class Text:
    """All that is printed, white space removed, and where the tables stand in it."""

    characters: str
    tables: list[TableSpan] = field(default_factory=list)


class Word:
    """A Word file."""

    def __init__(self, path: Path) -> None:
        """Read the package."""
        self.path = path
        with zipfile.ZipFile(path) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.document = _parsed(self.parts["word/document.xml"])
        self.body = find(self.document, "w:body")
        self.styles = _parsed(self.parts["word/styles.xml"])
        self.settings = _parsed(self.parts["word/settings.xml"])
        numbering = self.parts.get("word/numbering.xml")
        self.numbering = None if numbering is None else _parsed(numbering)
        self.styles_by_id: dict[str, Element] = {
            each.get(tag("styleId")): each for each in find_all(self.styles, "w:style")
        }
        self.default_style: str = next(
            each.get(tag("styleId"))
            for each in find_all(self.styles, "w:style[@w:type='paragraph']")
            if each.get(tag("default")) == "1"
        )

    def xml_parts(self) -> dict[str, Element]:
        """Every XML part by name."""
        return {
            name: _parsed(data)
            for name, data in self.parts.items()
            if name.endswith((".xml", ".rels"))
        }

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """The body's paragraphs in reading order, those in tables and controls included."""
        counters = _Counters(self.numbering)
        found = []
        for element in self.body.iter(tag("p")):
            table = next(element.iterancestors(tag("tbl")), None)
            number = self._number(element, counters)
            runs = [
                Run(each, run_text(each), self._look(each, element, table))
                for each in element.iter(tag("r"))
                if run_text(each)
            ]
            found.append(Paragraph(element, number, self._shape(element, table), runs, table))
        return found

    def footers(self, section: int) -> dict[str, Element]:
        """A section's own footers by type."""
        links = _parsed(self.parts["word/_rels/document.xml.rels"])
        targets = {link.get("Id"): link.get("Target") for link in links}
        properties = self.sections[section]
        return {
            reference.get(tag("type")): _parsed(
                self.parts[str(PurePosixPath("word") / targets[reference.get(f"{{{R}}}id")])]
            )
            for reference in find_all(properties, "w:footerReference")
        }

    @property
    def sections(self) -> list[Element]:
        """The section properties in order."""
        return list(self.body.iter(tag("sectPr")))

    @cached_property
    def text(self) -> Text:
        """All that is printed, in reading order, without white space."""
        text = Text("")
        spans: dict[Element, TableSpan] = {}
        for paragraph in self.paragraphs:
            start = len(text.characters)
            text.characters += re.sub(r"\s", "", paragraph.printed)
            for table in paragraph.element.iterancestors(tag("tbl")):
                span = spans.setdefault(table, TableSpan(start, start, start))
                span.end = len(text.characters)
                row = next(r for r in paragraph.element.iterancestors(tag("tr")))
                if row.getparent() is table and find(row, "w:trPr/w:tblHeader") is not None:
                    span.head_end = span.end
        text.tables = list(spans.values())
        return text

    def fields(self, root: Element | None = None) -> list[Field]:
        """The complex fields in order of their beginnings."""
        found: list[Field] = []
        open_fields: list[tuple[Field, list[str]]] = []
        for run in (self.body if root is None else root).iter(tag("r")):
            for child in run:
                kind = value(child, "fldCharType") if child.tag == tag("fldChar") else None
                if kind == "begin":
                    paragraph = next(run.iterancestors(tag("p")))
                    open_fields.append((Field("", "", paragraph), ["instruction"]))
                    found.append(open_fields[-1][0])
                elif kind == "separate":
                    open_fields[-1][1][0] = "result"
                elif kind == "end":
                    open_fields.pop()
                elif open_fields and child.tag == tag("instrText"):
                    open_fields[-1][0].instruction += child.text or ""
                elif child.tag in (tag("t"), tag("tab"), tag("br")):
                    for each, state in open_fields:
                        if state[0] == "result":
                            each.result += _printed_child(child)
        for each in found:
            each.instruction = each.instruction.strip()
        return found

    # ── formatting ────────────────────────────────────

    def style_chain(self, style: str | None) -> list[Element]:
        """A style and those it is based on, the root first."""
        chain: list[Element] = []
        while style is not None and style in self.styles_by_id:
            element = self.styles_by_id[style]
            assert element not in chain, f"style {style} is based on itself"
            chain.insert(0, element)
            style = value(find(element, "w:basedOn"))
        return chain

    def paragraph_style(self, paragraph: Element) -> str:
        """A paragraph's style id; an unknown one falls to the default."""
        style = value(find(paragraph, "w:pPr/w:pStyle"))
        return self.default_style if style not in self.styles_by_id else str(style)

    def style_name(self, paragraph: Element) -> str:
        """A paragraph's style as Word names it."""
        return value(find(self.styles_by_id[self.paragraph_style(paragraph)], "w:name")) or ""

    def _table_layers(self, table: Element | None, kind: str) -> list[Element]:
        style = value(find(table, "w:tblPr/w:tblStyle"))
        return _present(find(each, f"w:{kind}") for each in self.style_chain(style))

    def _look(self, run: Element, paragraph: Element, table: Element | None) -> Look:
        style_runs = [
            find(each, "w:rPr") for each in self.style_chain(self.paragraph_style(paragraph))
        ]
        direct = find(run, "w:rPr")
        character = value(find(direct, "w:rStyle"))
        chains = [
            self._table_layers(table, "rPr"),
            _present(style_runs),
            _present(find(each, "w:rPr") for each in self.style_chain(character)),
        ]
        defaults = _present([find(self.styles, "w:docDefaults/w:rPrDefault/w:rPr")])
        layers = [*defaults, *(layer for chain in chains for layer in chain), *_present([direct])]
        return Look(
            east_asian=_last(layers, "w:rFonts", "eastAsia") or "",
            latin=_last(layers, "w:rFonts", "ascii") or "",
            size=int(_last(layers, "w:sz", "val") or 20) / 2,
            bold=_toggle(chains, direct, "w:b"),
            italic=_toggle(chains, direct, "w:i"),
            spacing=int(_last(layers, "w:spacing", "val") or 0),
            scale=int(_last(layers, "w:w", "val") or 100),
            hint=_last(layers, "w:rFonts", "hint") == "eastAsia",
        )

    def _shape(self, paragraph: Element, table: Element | None) -> Shape:
        style = self.paragraph_style(paragraph)
        direct = find(paragraph, "w:pPr")
        level = self._level(paragraph)
        direct_number = find(direct, "w:numPr") is not None
        layers = _present(
            [
                find(self.styles, "w:docDefaults/w:pPrDefault/w:pPr"),
                *self._table_layers(table, "pPr"),
                *([] if direct_number else [find(level, "w:pPr")]),
                *(find(each, "w:pPr") for each in self.style_chain(style)),
                *([find(level, "w:pPr")] if direct_number else []),
                direct,
            ]
        )
        outline = _last(layers, "w:outlineLvl", "val")
        hanging, first = _last(layers, "w:ind", "hanging"), _last(layers, "w:ind", "firstLine")
        hanging_chars = _last(layers, "w:ind", "hangingChars")
        first_chars = _last(layers, "w:ind", "firstLineChars")
        return Shape(
            alignment=_last(layers, "w:jc", "val") or "both",
            line_rule=_last(layers, "w:spacing", "lineRule") or "auto",
            line=int(_last(layers, "w:spacing", "line") or 240),
            before=int(_last(layers, "w:spacing", "before") or 0),
            after=int(_last(layers, "w:spacing", "after") or 0),
            left=int(_last(layers, "w:ind", "left") or 0),
            first_line=int(first or 0) if hanging is None else -int(hanging),
            first_line_chars=int(first_chars or 0)
            if hanging_chars is None
            else -int(hanging_chars),
            keep_next=bool(_flag(layers, "w:keepNext")),
            keep_lines=bool(_flag(layers, "w:keepLines")),
            widow_control=_flag(layers, "w:widowControl") is not False,
            snap_to_grid=_flag(layers, "w:snapToGrid") is not False,
            outline_level=None if outline is None else int(outline),
        )

    # ── numbering ─────────────────────────────────────

    def _numbered(self, paragraph: Element) -> tuple[str, int] | None:
        """The paragraph's number id and level."""
        direct = find(paragraph, "w:pPr/w:numPr")
        if direct is not None:
            number = value(find(direct, "w:numId")) or "0"
            level = int(value(find(direct, "w:ilvl")) or 0)
            return None if number == "0" else (number, level)
        for style in reversed(self.style_chain(self.paragraph_style(paragraph))):
            own = value(find(style, "w:pPr/w:numPr/w:numId"))
            if own == "0":
                return None
            if own is not None:
                # Inside a style Word takes the level that names the style.
                levels = find_all(self._abstract(own), "w:lvl")
                names = [value(find(level, "w:pStyle")) for level in levels]
                return own, names.index(style.get(tag("styleId")))
        return None

    def _abstract(self, number: str) -> Element:
        (num,) = find_all(self.numbering, f"w:num[@w:numId='{number}']")
        abstract = value(find(num, "w:abstractNumId"))
        (element,) = find_all(self.numbering, f"w:abstractNum[@w:abstractNumId='{abstract}']")
        return element

    def _level(self, paragraph: Element) -> Element:
        numbered = self._numbered(paragraph)
        if numbered is None:
            return None
        number, level = numbered
        return find_all(self._abstract(number), f"w:lvl[@w:ilvl='{level}']")[0]

    def _number(self, paragraph: Element, counters: _Counters) -> str:
        numbered = self._numbered(paragraph)
        if numbered is None:
            return ""
        return counters.next(*numbered, self._abstract(numbered[0]))


class _Counters:
    """Counts numbered paragraphs as Word does.

    An abstract numbering has one count per level, which all its numbers share; a paragraph sets
    the deeper levels back. A number's start override holds from its first paragraph of that level.
    """

    def __init__(self, numbering: Element) -> None:
        self._numbering = numbering
        self._counts: dict[str, list[int | None]] = {}
        self._seen: set[tuple[str, int]] = set()

    def next(self, number: str, level: int, abstract: Element) -> str:
        counts = self._counts.setdefault(abstract.get(tag("abstractNumId")), [None] * 9)
        if (number, level) not in self._seen:
            self._seen.add((number, level))
            override = find(
                self._numbering,
                f"w:num[@w:numId='{number}']/w:lvlOverride[@w:ilvl='{level}']/w:startOverride",
            )
            if override is not None:
                counts[level] = int(value(override) or 1) - 1
        levels = {int(each.get(tag("ilvl"))): each for each in find_all(abstract, "w:lvl")}
        starts = [int(value(find(levels.get(i), "w:start")) or 0) for i in range(9)]
        counted = counts[level]
        counts[level] = starts[level] if counted is None else counted + 1
        counts[level + 1 :] = [None] * (8 - level)
        text = value(find(levels[level], "w:lvlText")) or ""
        formats = [value(find(levels.get(i), "w:numFmt")) or "decimal" for i in range(9)]
        if formats[level] == "bullet":
            return text

        def figure(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            own = counts[index]
            return numeral(formats[index], starts[index] if own is None else own)

        return re.sub(r"%([1-9])", figure, text)


def _parsed(data: bytes) -> Element:
    return etree.fromstring(data)


def run_text(run: Element) -> str:
    """What a run prints; field instructions print nothing."""
    return "".join(_printed_child(child) for child in run)


def _printed_child(child: Element) -> str:
    if child.tag == tag("t"):
        return child.text or ""
    if child.tag == tag("sym"):
        return chr(int(child.get(tag("char")), 16))
    printed = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
    return next((text for name, text in printed.items() if child.tag == tag(name)), "")


def _present(elements: Any) -> list[Element]:
    return [element for element in elements if element is not None]


def _last(layers: list[Element], path: str, attribute: str) -> str | None:
    found: str | None = None
    for layer in layers:
        own = value(find(layer, path), attribute)
        found = own if own is not None else found
    return found


def _flag(layers: list[Element], path: str) -> bool | None:
    found: bool | None = None
    for layer in layers:
        own = is_on(find(layer, path))
        found = own if own is not None else found
    return found


def _toggle(chains: list[list[Element]], direct: Element, path: str) -> bool:
    """Toggles: the leaf wins within a chain, chains are combined by XOR, direct overrides."""
    own = is_on(find(direct, path))
    if own is not None:
        return own
    return sum(bool(_flag(chain, path)) for chain in chains) % 2 == 1
