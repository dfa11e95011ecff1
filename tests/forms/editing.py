"""What people and their editors do to a form: controls flattened, runs split, ticks typed."""

from __future__ import annotations

import copy
import io
from collections.abc import Callable
from typing import Any

import docx
from docx.oxml.ns import qn


def edited(data: bytes, *edits: Callable[[Any], None]) -> bytes:
    """Return a Word file with its body edited."""
    word = docx.Document(io.BytesIO(data))
    for edit in edits:
        edit(word.element.body)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def without_controls(body: Any) -> None:
    """Unwrap every content control, as LibreOffice and old WPS do."""
    while (control := next(body.iter(qn("w:sdt")), None)) is not None:
        for element in list(control.find(qn("w:sdtContent"))):
            control.addprevious(element)
        control.getparent().remove(control)


def with_split_runs(body: Any) -> None:
    """Split every run of text into single characters, as spelling and editing marks do."""
    for run in list(body.iter(qn("w:r"))):
        texts = run.findall(qn("w:t"))
        if len(texts) != 1 or len(texts[0].text or "") < 2:
            continue
        for character in texts[0].text:
            piece = copy.deepcopy(run)
            text = piece.find(qn("w:t"))
            text.text = character
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.addprevious(piece)
        run.getparent().remove(run)


def with_typed_ticks(body: Any) -> None:
    """Type √ where a box is ticked, as people do who overwrite it."""
    for text in body.iter(qn("w:t")):
        text.text = (text.text or "").replace("☑", "√")


def with_spaced_labels(body: Any) -> None:
    """Spread labels of three and four characters with spaces."""
    for text in body.iter(qn("w:t")):
        if text.text in ("联系人", "联系电话", "邮箱", "姓名", "职务", "手机"):
            text.text = "\u3000".join(text.text)
