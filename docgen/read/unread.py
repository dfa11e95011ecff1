"""What a Word file prints that the reader passes over: said, so that nothing is lost in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.findings import Finding, Place, Severity
from docgen.read.ooxml import MC, child, is_on, w

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element as Element

    from docgen.read.package import Package

_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_IMAGE_DATA = "{urn:schemas-microsoft-com:vml}imagedata"
#: What a drawing says that it is: a chart (图表) or SmartArt.
_GRAPHIC = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
_CHARTS = ("/chart", "/chartex", "/diagram")
_SHOWN = 20


def unread_content(package: Package) -> tuple[Finding, ...]:
    """Return a warning for each kind of content that `read_word` passes over.

    Text boxes, pictures and notes in the body, and text in headers. What Word stores twice, for
    itself and for older programs, is counted once.
    """
    body = package.document
    found = {
        "文本框": _count(body, _has_text, w("txbxContent")),
        "图片": _count(body, _is_there, _BLIP, _IMAGE_DATA),
        "脚注或尾注": _count(body, _is_there, w("footnoteReference"), w("endnoteReference")),
        "页眉文字": sum(map(_has_text, _parts(package, "header"))),
    }
    return tuple(
        Finding(
            "word-unread-content",
            f"《{package.name}》有 {count} 处{kind}，读取时略过。",
            "把其中的内容改放到正文的段落或表格里。",
            Place(file=package.name),
            Severity.WARNING,
        )
        for kind, count in found.items()
        if count
    )


def passed_over(element: Element) -> list[str]:
    """Return what of a row or a paragraph no reader takes for its text, texts quoted."""
    kinds: tuple[tuple[str, Callable[[Element], bool], tuple[str, ...]], ...] = (
        ("图片", _is_picture, (_BLIP, _IMAGE_DATA)),
        ("嵌入的对象", _is_there, (w("object"),)),
        ("图表", _is_chart, (_GRAPHIC,)),
        ("文本框", _has_text, (w("txbxContent"),)),
        ("脚注或尾注", _is_there, (w("footnoteReference"), w("endnoteReference"))),
        ("批注", _is_there, (w("commentReference"),)),
        ("隐藏的文字", _is_hidden, (w("r"),)),
        ("修订中删去的文字", _has_text, (w("del"), w("moveFrom"))),
    )
    return [each for kind in kinds for each in _named(element, *kind)]


def read_as_text(element: Element) -> list[str]:
    """Return what of a row or a paragraph is read, and may not be meant to stay, quoted."""
    rows = list(_named(element, "修订中加入的一行", _is_inserted, (w("tr"),)))
    return [
        *(rows or _named(element, "修订中加入的文字", _has_text, (w("ins"), w("moveTo")))),
        *_named(element, "划了删除线的文字", _is_struck, (w("r"),)),
    ]


def deleted_rows(table: Element) -> list[str]:
    """Return what the rows of a table say that are deleted in tracked changes (修订)."""
    rows = (row for row in table.iter(w("tr")) if child(row, "trPr", "del") is not None)
    texts = ("  ".join(map(_text, row.iter(w("tc")))).strip() for row in rows)
    return [text for text in texts if text]


def text_in_margins(package: Package) -> list[str]:
    """Return what headers and footers say, each text once."""
    parts = _parts(package, "header", "footer")
    said = (_text(each).strip() for part in parts for each in part.iter(w("p")))
    return list(dict.fromkeys(filter(None, said)))


def _parts(package: Package, *kinds: str) -> Iterator[Element]:
    """Yield the parts of these kinds, a part once for each relationship that leads to it."""
    for each in package.relationships():
        part = package.related(each.id) if each.kind in kinds else None
        if part is not None:
            yield part


def _named(
    root: Element, kind: str, wanted: Callable[[Element], bool], tags: tuple[str, ...]
) -> Iterator[str]:
    found = [each for each in _own(root, *tags) if wanted(each)]
    if found:
        said = "".join(map(_text, found)).strip()
        yield f"{kind}“{said[:_SHOWN]}{'…' * (len(said) > _SHOWN)}”" if said else kind


def _own(root: Element, *tags: str) -> Iterator[Element]:
    """Yield elements, but for what Word stores a second time for older programs."""
    for element in root.iter(*tags):
        if next(element.iterancestors(f"{{{MC}}}Fallback"), None) is None:
            yield element


def _count(root: Element, wanted: Callable[[Element], bool], *tags: str) -> int:
    return sum(map(wanted, _own(root, *tags)))


def _text(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(w("t"), w("delText")))


def _has_text(element: Element) -> bool:
    return bool(_text(element).strip())


def _is_hidden(run: Element) -> bool:
    return is_on(child(run, "rPr", "vanish")) and _has_text(run)


def _is_struck(run: Element) -> bool:
    lines = (child(run, "rPr", name) for name in ("strike", "dstrike"))
    return any(map(is_on, lines)) and _has_text(run)


def _is_there(_: Element) -> bool:
    return True


def _is_picture(image: Element) -> bool:
    return next(image.iterancestors(w("object")), None) is None


def _is_chart(graphic: Element) -> bool:
    return (graphic.get("uri") or "").endswith(_CHARTS)


def _is_inserted(row: Element) -> bool:
    return child(row, "trPr", "ins") is not None and _has_text(row)
