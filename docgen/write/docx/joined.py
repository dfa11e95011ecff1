"""Write composed pages behind a filled form's own, in one Word file.

The form stays as it is; the composed part brings its styles and its numbering along. Its base
role becomes a style of its own, for the form's default style is another.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from docgen.findings import DocgenError, Finding, Place
from docgen.write.docx.body import tiny_paragraph
from docgen.write.docx.hints import hint_runs
from docgen.write.docx.numbering import stamp_numbering
from docgen.write.docx.styles import role_styles
from docgen.write.docx.xml import Element, qname, w

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument

    from docgen.document import Document

_SECTION_END = f"{qname('pPr')}/{qname('sectPr')}"
_PART_NAME = "/word/numbering.xml"
_REFERENCES = tuple(
    qname(each) for each in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")
)
#: Bookmarks of the composed part are numbered from 1; the form's make room.
_FIRST_BOOKMARK = 100_000


def open_form(form: bytes, part: Document) -> WordDocument:
    """Return a filled form that is ready to take a composed part behind its last page.

    Args:
        form: The filled form, a Word file.
        part: What is to follow.

    Raises:
        DocgenError: If the form numbers its paragraphs by itself: two numberings do not mix.
    """
    word = docx.Document(io.BytesIO(form))
    body, styles = word.element.body, word.styles.element
    if _numbers_itself(body, styles):
        message = "表单里有自动编号，总结材料无法接在后面。"
        cure = "请在模板中把自动编号改成打出来的序号。"
        raise DocgenError([Finding("form-numbered", message, cure, Place(title=part.name))])
    for number in list(styles.iter(qname("numPr"))):
        # Of styles that the form does not use: their numbers are not those of the part.
        number.getparent().remove(number)
    hint_runs(body)
    _close_last_section(body)
    for mark in body.iter(qname("bookmarkStart"), qname("bookmarkEnd")):
        mark.set(qname("id"), str(_FIRST_BOOKMARK + int(mark.get(qname("id")) or 0)))
    own = role_styles(part)
    renamed = dict(_make_room(styles, own))
    for root in (body, styles, *_headers_and_footers(word)):
        for reference in root.iter(*_REFERENCES):
            identity = str(reference.get(qname("val")))
            reference.set(qname("val"), renamed.get(identity, identity))
    styles.extend(own)
    _add_numbering(word, part)
    return word


def _headers_and_footers(word: WordDocument) -> list[Element]:
    kinds = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
    related = (each for each in word.part.rels.values() if each.reltype in kinds)
    return [each.target_part.element for each in related]


def _numbers_itself(body: Element, styles: Element) -> bool:
    """Say whether a paragraph of the form has an automatic number, directly or by its style."""
    by_id = {style.get(qname("styleId")): style for style in styles.iter(qname("style"))}
    used = {reference.get(qname("val")) for reference in body.iter(qname("pStyle"))}
    waiting = list(used)
    while waiting:
        style = by_id.get(waiting.pop())
        base = None if style is None else style.find(qname("basedOn"))
        if base is not None and (parent := base.get(qname("val"))) not in used:
            used.add(parent)
            waiting.append(parent)
    roots = [body, *(by_id[identity] for identity in used if identity in by_id)]
    return any(next(root.iter(qname("numPr")), None) is not None for root in roots)


def _make_room(styles: Element, own: list[Element]) -> Iterator[tuple[str, str]]:
    """Rename the form's styles that are called as the part's; yield their old and new ids."""
    identities = {style.get(qname("styleId")) for style in own}
    names = {_name(style) for style in own}
    for style in styles.iter(qname("style")):
        identity, name = str(style.get(qname("styleId"))), _name(style)
        if identity in identities or name in names:
            style.set(qname("styleId"), f"Form{identity}")
            style.set(qname("customStyle"), "1")
            style[0].set(qname("val"), f"表单：{name}")
            yield identity, f"Form{identity}"


def _close_last_section(body: Element) -> None:
    """Put the properties of the form's last section where the ones of earlier sections stand."""
    properties = body[-1] if len(body) and body[-1].tag == qname("sectPr") else w("sectPr")
    if properties.getparent() is not None:
        body.remove(properties)
    last = body[-1] if len(body) else None
    if last is None or last.tag != qname("p") or last.find(_SECTION_END) is not None:
        last = tiny_paragraph()
        body.append(last)
    holder = last.find(qname("pPr"))
    if holder is None:
        holder = w("pPr")
        last.insert(0, holder)
    holder.append(properties)


def _add_numbering(word: WordDocument, part: Document) -> None:
    if any(each.reltype == RELATIONSHIP_TYPE.NUMBERING for each in word.part.rels.values()):
        stamp_numbering(word.part.numbering_part.element, part)
        return
    root = w("numbering")
    stamp_numbering(root, part)
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    numbering = Part(PackURI(_PART_NAME), CONTENT_TYPE.WML_NUMBERING, data, word.part.package)
    word.part.relate_to(numbering, RELATIONSHIP_TYPE.NUMBERING)


def _name(style: Element) -> str | None:
    name = style.find(qname("name"))
    return None if name is None else name.get(qname("val"))
