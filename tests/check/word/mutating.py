"""Word files with one slip each: parts edited as XML, and what is to be found of the slip.

Nothing here reads or writes through docgen: a file is a zip of XML parts.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree

from docgen.findings import Finding
from tests.independent.ooxml import NS, tag

#: lxml's elements have no public type.
Element = Any

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
#: Enough of a paragraph to know it by.
_KNOWN_BY = 10
#: A finding's place: the paragraph's first words, behind the sign of a list item; outside the body
#: behind the part of the file.
_PLACE = re.compile(r"(?:第 \d+ 段|(\w+))“[●①-⑳]?(.*)”", re.DOTALL)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
#: Order in which the properties that are set here must stand (CT_RPr, CT_PPr).
_ORDER = (
    "pStyle", "rStyle", "numPr", "rFonts", "b", "bCs", "snapToGrid", "spacing", "ind", "jc",
    "outlineLvl", "sz", "szCs", "rPr", "sectPr", "rPrChange", "pPrChange",
)  # fmt: skip

#: Code of a finding, and the first words of its paragraph, behind 页眉 and the like where it is
#: outside the body; "" for the whole file.
Found = tuple[str, str]


class Copy:
    """A copy of a Word file, whose parts can be edited.

    Attributes:
        parts: Name → bytes of the parts that were not opened.
    """

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self._trees: dict[str, Element] = {}

    def part(self, name: str) -> Element:
        """The root of a part under ``word/``, to be edited in place."""
        path = f"word/{name}.xml"
        if path not in self._trees:
            self._trees[path] = etree.fromstring(self.parts[path])
        return self._trees[path]

    @property
    def body(self) -> Element:
        return self.part("document").find(tag("body"))

    @property
    def paragraphs(self) -> list[Element]:
        """Every paragraph with words, those of the table of contents left out."""
        return [
            each
            for each in self.body.iter(tag("p"))
            if text(each) and next(each.iterancestors(tag("sdt")), None) is None
        ]

    def paragraph(self, words: str) -> Element:
        """The one paragraph that begins so."""
        (found,) = [each for each in self.paragraphs if text(each).startswith(words)]
        return found

    def styled(self, *styles: str) -> list[Element]:
        """The paragraphs that name one of these styles."""
        return [each for each in self.paragraphs if _style_of(each) in styles]

    def style(self, identifier: str) -> Element:
        """A style's definition."""
        (found,) = self.part("styles").xpath(
            "w:style[@w:styleId=$id]", id=identifier, namespaces=NS
        )
        return found

    def add_style(self, kind: str, identifier: str, **properties: dict[str, str]) -> Element:
        """A style of one's own, with run properties."""
        style = etree.SubElement(self.part("styles"), tag("style"))
        style.set(tag("type"), kind)
        style.set(tag("styleId"), identifier)
        etree.SubElement(style, tag("name")).set(tag("val"), identifier)
        for name, values in properties.items():
            put(style, "rPr", name, **values)
        return style

    def add_part(self, kind: str, name: str, root: Element) -> str:
        """A part of a kind (header, footnotes …) that the main one relates to; return the id."""
        self.parts[f"word/{name}.xml"] = etree.tostring(root)
        identifier = f"rId-{name}"
        relation = f'<Relationship Id="{identifier}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>'
        self._append("word/_rels/document.xml.rels", relation)
        override = f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{kind}+xml"/>'
        self._append("[Content_Types].xml", override)
        return identifier

    def _append(self, part: str, element: str) -> None:
        head, closing, rest = self.parts[part].rpartition(b"</")
        self.parts[part] = head + element.encode() + closing + rest

    def save(self, path: Path) -> None:
        for name, root in self._trees.items():
            self.parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
        with zipfile.ZipFile(path, "w") as package:
            for name, data in self.parts.items():
                package.writestr(name, data)


@dataclass(frozen=True)
class Mutation:
    """A document and what was done to it.

    Attributes:
        style: Whose document it is.
        document: Its name.
        edit: Edits the copy and returns what is to be found.
    """

    style: str
    document: str
    edit: Callable[[Copy], list[Found]]

    @property
    def name(self) -> str:
        return f"{self.style}-{self.edit.__name__}"


MUTATIONS: list[Mutation] = []
Edit = Callable[[Copy], list[Found]]


def mutation(style: str, document: str) -> Callable[[Edit], Edit]:
    """Enter an edit of one of a style's documents among the mutations."""

    def enter(edit: Edit) -> Edit:
        MUTATIONS.append(Mutation(style, document, edit))
        return edit

    return enter


@cache
def clean(path: Path) -> bytes:
    """The bytes of a clean file."""
    return path.read_bytes()


# ── what is to be found ──────────────────────────────────────────────


def found(code: str, *paragraphs: Element | str) -> list[Found]:
    """A finding for each paragraph, given as such or by its first printed words."""
    return [
        (code, (each if isinstance(each, str) else text(each).strip())[:_KNOWN_BY])
        for each in paragraphs
    ]


def found_in(part: str, code: str, words: str) -> list[Found]:
    """A finding outside the body: in 页眉, 页脚, 文本框, 脚注 or 尾注."""
    return [(code, part + words[:_KNOWN_BY])]


def in_file(code: str, times: int = 1) -> list[Found]:
    """Findings for the whole file."""
    return [(code, "")] * times


def said(finding: Finding) -> Found:
    """A finding as `found` and `in_file` write it."""
    title = finding.place.title if finding.place else ""
    match = _PLACE.fullmatch(title or "")
    if match is None:
        return finding.code, ""
    return finding.code, (match[1] or "") + match[2].removesuffix("…")[:_KNOWN_BY]


@dataclass(frozen=True)
class Outcome:
    """What a mutation's check came to.

    Attributes:
        missed: What should have been found and was not.
        false: What was found and should not have been.
    """

    missed: Counter[Found]
    false: Counter[Found]


def compare(expected: list[Found], findings: list[Found]) -> Outcome:
    return Outcome(Counter(expected) - Counter(findings), Counter(findings) - Counter(expected))


# ── editing ──────────────────────────────────────────────────────────


def text(paragraph: Element) -> str:
    """The words of a paragraph, without an automatic number."""
    return "".join(each.text or "" for each in paragraph.iter(tag("t")))


def runs(paragraph: Element) -> list[Element]:
    """The runs of a paragraph that hold words."""
    return [run for run in paragraph.iter(tag("r")) if run.find(tag("t")) is not None]


def put(parent: Element, group: str, name: str, **values: str) -> None:
    """State a property in ``rPr`` or ``pPr`` of a run, paragraph or style; others stay.

    ``put(run, "rPr", "sz", val="21")``. Attributes of a property that is there are kept.
    """
    properties = parent.find(tag(group))
    if properties is None:
        properties = etree.Element(tag(group))
        in_style = parent.tag == tag("style")
        parent.insert(len(parent) if in_style else 0, properties)
        if in_style and group == "pPr" and parent.find(tag("rPr")) is not None:
            parent.append(parent.find(tag("rPr")))
    element = properties.find(tag(name))
    if element is None:
        element = etree.SubElement(properties, tag(name))
    for key, value in values.items():
        element.set(tag(key), value)
    if all(_local(each) in _ORDER for each in properties):
        properties[:] = sorted(properties, key=lambda each: _ORDER.index(_local(each)))


def put_in_runs(paragraph: Element, name: str, **values: str) -> None:
    """State a run property in every run of a paragraph."""
    for run in runs(paragraph):
        put(run, "rPr", name, **values)


def drop(parent: Element, group: str, name: str) -> None:
    """Take a property out of ``rPr`` or ``pPr`` where it is stated."""
    for element in parent.findall(f"{tag(group)}/{tag(name)}"):
        element.getparent().remove(element)


def remove(element: Element) -> None:
    element.getparent().remove(element)


def restyle(paragraph: Element, style: str) -> None:
    """Give a paragraph another style."""
    put(paragraph, "pPr", "pStyle", val=style)


def run_of(words: str) -> Element:
    """A new run."""
    run = etree.Element(tag("r"))
    inner = etree.SubElement(run, tag("t"))
    inner.text = words
    inner.set(XML_SPACE, "preserve")
    return run


def say_more(paragraph: Element, words: str) -> Element:
    """Add a run at a paragraph's end."""
    run = run_of(words)
    paragraph.append(run)
    return run


def rewrite(paragraph: Element, words: str) -> None:
    """Put other words in a paragraph, in the look of its first run."""
    first, *others = runs(paragraph)
    for run in others:
        remove(run)
    first.find(tag("t")).text = words


def replace(paragraph: Element, old: str, new: str) -> None:
    """Put other words for some that stand in one run."""
    inner = next(each for each in paragraph.iter(tag("t")) if old in (each.text or ""))
    inner.text = inner.text.replace(old, new, 1)


def no_style_states(copy: Copy, group: str, name: str, *styles: str) -> None:
    """Let what lies beneath some styles state a property."""
    for style in styles:
        drop(copy.style(style), group, name)


def defaults(copy: Copy, group: str) -> Element:
    """The element that holds ``rPr`` or ``pPr`` of the document defaults."""
    return copy.part("styles").find(f"{tag('docDefaults')}/{tag(group + 'Default')}")


def split_run(run: Element) -> Element:
    """Cut a run in two halves of one look, and return the second."""
    inner = run.find(tag("t"))
    middle = len(inner.text) // 2
    second = run_of(inner.text[middle:])
    if run.find(tag("rPr")) is not None:
        second.insert(0, etree.fromstring(etree.tostring(run.find(tag("rPr")))))
    inner.text = inner.text[:middle]
    run.addnext(second)
    return second


def block_from(copy: Copy, first: str, end: str | None = None) -> list[Element]:
    """The body's elements from the paragraph that begins so up to another, or to the end."""
    elements = [each for each in copy.body if each.tag != tag("sectPr")]
    start = elements.index(copy.paragraph(first))
    stop = elements.index(copy.paragraph(end)) if end else len(elements)
    return elements[start:stop]


def type_number(paragraph: Element, number: str) -> None:
    """Type a heading's number instead of the automatic one."""
    put(paragraph, "pPr", "numPr")
    numbers = paragraph.find(f"{tag('pPr')}/{tag('numPr')}")
    etree.SubElement(numbers, tag("numId")).set(tag("val"), "0")
    runs(paragraph)[0].addprevious(run_of(number))


def _style_of(paragraph: Element) -> str:
    style = paragraph.find(f"{tag('pPr')}/{tag('pStyle')}")
    return "" if style is None else str(style.get(tag("val")))


def _local(element: Element) -> str:
    return str(etree.QName(element).localname)
