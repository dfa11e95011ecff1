"""The East Asian hint in forms: runs filled into a template, split like the narrative's."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from docgen.document.scripts import script_runs
from docgen.write.docx.xml import Element, qname, w

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def hint_runs(body: Element) -> None:
    """Split the runs under an element where ambiguous characters change font, and say which."""
    for paragraph in body.iter(qname("p")):
        plain = list(_plain_runs(paragraph))
        texts = [text.text or "" for _, text in plain]
        for index, (run, text) in enumerate(plain):
            before, after = "".join(texts[:index]), "".join(texts[index + 1 :])
            _split(run, script_runs(text.text or "", before=before, after=after))


def _plain_runs(paragraph: Element) -> Iterator[tuple[Element, Element]]:
    """Yield the paragraph's runs that hold one text and nothing else, with the text."""
    for run in paragraph.iter(qname("r")):
        content = [child for child in run if child.tag != qname("rPr")]
        nested = next(run.iterancestors(qname("p"))) is not paragraph
        if len(content) == 1 and content[0].tag == qname("t") and not nested:
            yield run, content[0]


def _split(run: Element, pieces: Sequence[tuple[str, bool]]) -> None:
    for text, east_asian in pieces:
        piece = copy.deepcopy(run)
        piece[-1:] = [w("t", text=text)]
        _hint(piece, east_asian)
        run.addprevious(piece)
    if pieces:
        parent = run.getparent()
        assert parent is not None
        parent.remove(run)


def _hint(run: Element, east_asian: bool) -> None:
    fonts = run.find(f"{qname('rPr')}/{qname('rFonts')}")
    if fonts is not None and qname("hint") in fonts.attrib:
        del fonts.attrib[qname("hint")]
    if not east_asian:
        return
    if fonts is None:
        properties = run.find(qname("rPr"))
        if properties is None:
            properties = w("rPr")
            run.insert(0, properties)
        fonts = w("rFonts")
        # w:rFonts stands right behind w:rStyle.
        properties.insert(1 if properties.find(qname("rStyle")) is not None else 0, fonts)
    fonts.set(qname("hint"), "eastAsia")
