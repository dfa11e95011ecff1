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

from tests.independent.formatting import Formats, Look, Shape
from tests.independent.numbering import Counters, Numbering
from tests.independent.ooxml import (
    Element,
    R,
    find,
    find_all,
    parsed,
    printed_child,
    run_text,
    tag,
    value,
)
from tests.independent.styles import Styles


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
        self.document = parsed(self.parts["word/document.xml"])
        self.body = find(self.document, "w:body")
        self.settings = parsed(self.parts["word/settings.xml"])
        self.styles = Styles(parsed(self.parts["word/styles.xml"]))
        numbering = self.parts.get("word/numbering.xml")
        self.numbering = Numbering(None if numbering is None else parsed(numbering), self.styles)
        self.formats = Formats(self.styles, self.numbering)

    def xml_parts(self) -> dict[str, Element]:
        """Every XML part by name."""
        return {
            name: parsed(data)
            for name, data in self.parts.items()
            if name.endswith((".xml", ".rels"))
        }

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """The body's paragraphs in reading order, those in tables and controls included."""
        counters = Counters(self.numbering.root)
        found = []
        for element in self.body.iter(tag("p")):
            table = next(element.iterancestors(tag("tbl")), None)
            number = self.numbering.number(element, counters)
            runs = [
                Run(each, run_text(each), self.formats.look(each, element, table))
                for each in element.iter(tag("r"))
                if run_text(each)
            ]
            found.append(
                Paragraph(element, number, self.formats.shape(element, table), runs, table)
            )
        return found

    def footers(self, section: int) -> dict[str, Element]:
        """A section's own footers by type."""
        links = parsed(self.parts["word/_rels/document.xml.rels"])
        targets = {link.get("Id"): link.get("Target") for link in links}
        properties = self.sections[section]
        return {
            reference.get(tag("type")): parsed(
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
                            each.result += printed_child(child)
        for each in found:
            each.instruction = each.instruction.strip()
        return found
