"""Findings written back: a copy of the Word file with a comment (批注) on each."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn
from docx.text.run import Run

from docgen.check.word.opening import opened
from docgen.check.word.places import Places
from docgen.zipping import package_parts, zipped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document as WordDocument

    from docgen.check.word.check import FileFinding

_AUTHOR, _INITIALS = "docgen", "dg"
_DATE = qn("w:date")
_COMMENT_STYLES = "Comment"


def annotated(data: bytes, found: Sequence[FileFinding]) -> bytes:
    """Return a copy of a Word file with a comment on each finding's characters or paragraph.

    What is about the file as a whole, or stands outside its body, is told at its first words.
    Comments carry no date, so that the same findings give the same bytes.
    """
    word = opened(data)
    places = Places(word.element.body)
    for finding, slip in found:
        runs = places.runs(slip)
        if not runs:
            continue
        text = f"{finding.message}{finding.cure}" + (
            f"〔{finding.clause}〕" if finding.clause else ""
        )
        marked = [Run(run, word.element.body) for run in (runs[0], runs[-1])]  # type: ignore[arg-type]
        comment: Any = word.add_comment(marked, text, author=_AUTHOR, initials=_INITIALS)
        comment._comment_elm.attrib.pop(_DATE, None)
        _drop_unknown_styles(comment._comment_elm, word)
    _drop_unknown_styles(word.element.body, word)
    stream = io.BytesIO()
    word.save(stream)
    return zipped(package_parts(stream.getvalue()))


def _drop_unknown_styles(root: Any, word: WordDocument) -> None:
    """Take the styles of comments off where the file does not have them."""
    known = {style.style_id for style in word.styles}
    for kind in ("w:rStyle", "w:pStyle"):
        for reference in list(root.iter(qn(kind))):
            name = reference.get(qn("w:val")) or ""
            if name.startswith(_COMMENT_STYLES) and name not in known:
                reference.getparent().remove(reference)
