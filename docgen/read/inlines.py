"""The text of a paragraph: runs, breaks, tabs, symbols and the results of fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.document import Inline, LineBreak, PageBreak, Tab, Text
from docgen.read.formats import latin_slot
from docgen.read.formatting import NO_TABLE, Formatting, TableLayers
from docgen.read.ooxml import XML_SPACE, attribute, child, content, integer, is_on, local, w
from docgen.read.symbols import symbol_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_SPACES = " \t\r\n"
_PLAIN: dict[str, str | Inline] = {
    "tab": Tab(),
    "ptab": Tab(),
    "cr": LineBreak(),
    "noBreakHyphen": "-",
}
_BREAKS_AND_TABS = re.compile(r"[\t\r\n]")


class InlineReader:
    """Reads paragraphs in the order of the document; a field may run from one to another."""

    def __init__(self, formatting: Formatting) -> None:
        """Begin outside any field."""
        self._formatting = formatting
        self._fields: list[bool] = []  # one per open field: its result has begun

    def read(self, paragraph: Element, table: TableLayers = NO_TABLE) -> list[Inline | PageBreak]:
        """Return what a ``w:p`` prints; neighbouring text of one format is one Text.

        Hidden and deleted text, field codes, drawings and notes are left out.
        """
        inlines: list[Inline | PageBreak] = []
        for run in content(paragraph):
            if local(run) == "r":
                for inline in self._run(run, paragraph, table):
                    _append(inlines, inline)
        return inlines

    def read_run(
        self, run: Element, paragraph: Element, table: TableLayers = NO_TABLE
    ) -> list[Inline | PageBreak]:
        """Return what one ``w:r`` of a paragraph prints; runs are read in their order."""
        return list(self._run(run, paragraph, table))

    def _run(
        self, run: Element, paragraph: Element, table: TableLayers
    ) -> Iterator[Inline | PageBreak]:
        layer = self._formatting.run(run, paragraph, table)
        run_format = self._formatting.run_format(layer)
        hidden = layer.get("vanish") == "1"
        for element in content(run):
            if local(element) == "fldChar":
                printed: str | Inline | PageBreak | None = self._field(element)
            elif local(element) == "ruby":
                base = child(element, "rubyBase")
                for inner in () if base is None else content(base):
                    yield from self._run(inner, paragraph, table)
                continue
            else:
                printed = _printed(element)
                if isinstance(printed, str):
                    printed = symbol_text(printed, latin_slot(layer))
            if printed is not None and not hidden and all(self._fields):
                yield Text(printed, run_format) if isinstance(printed, str) else printed

    def _field(self, element: Element) -> str | None:
        """Open, turn or close a field; return what a form field prints by itself."""
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            printed = _form_field(element) if all(self._fields) else None
            self._fields.append(printed is not None)
            return printed
        if self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()
        return None


def _append(inlines: list[Inline | PageBreak], inline: Inline | PageBreak) -> None:
    last = inlines[-1] if inlines else None
    if isinstance(inline, Text) and isinstance(last, Text) and last.format == inline.format:
        inlines[-1] = Text(last.text + inline.text, last.format)
    elif not isinstance(inline, Text) or inline.text:
        inlines.append(inline)


def _printed(element: Element) -> str | Inline | PageBreak | None:
    """Return what one child of a run prints, or None for nothing."""
    match local(element):
        case "t":
            text = element.text or ""
            if element.get(XML_SPACE) != "preserve":
                text = text.strip(_SPACES)
            return _BREAKS_AND_TABS.sub(" ", text)
        case "br":
            kind = attribute(element, "type")
            return PageBreak() if kind == "page" else None if kind == "column" else LineBreak()
        case "sym":
            return _symbol(element)
        case name:
            return _PLAIN.get(name)


def _symbol(element: Element) -> str:
    code = attribute(element, "char") or ""
    glyph = chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{2,4}", code) else ""
    if not glyph.isprintable() and not "\ue000" <= glyph <= "\uf8ff":
        return ""  # a control character or half a surrogate pair
    return symbol_text(glyph, attribute(element, "font") or "")


def _form_field(begin: Element) -> str | None:
    """Return what an old form field prints: a box to tick, or the entry chosen."""
    box = child(begin, "ffData", "checkBox")
    if box is not None:
        state = child(box, "checked")
        return "☑" if is_on(child(box, "default") if state is None else state) else "□"
    choices = child(begin, "ffData", "ddList")
    if choices is None:
        return None
    entries = [attribute(entry) or "" for entry in choices.findall(w("listEntry"))]
    index = integer(attribute(child(choices, "result")))
    return entries[index] if 0 <= index < len(entries) else ""
