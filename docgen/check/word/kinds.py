"""Which document of a style a Word file is: told by what it says, for people rename files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docgen.check.word.marks import numbered
from docgen.check.word.sections import plain
from docgen.findings import DocgenError, Finding, Place
from docgen.forms import template_of
from docgen.read import open_package
from docgen.read.manuscript import Manuscript
from docgen.style.documents import Book, Cover, EvidenceSpec, Form, NarrativeSpec, Spine

if TYPE_CHECKING:
    from docgen.style.documents import DocumentSpec
    from docgen.style.model import Style

#: Of what a document always says, a file must say so much to be taken for it.
_ENOUGH = 0.5
#: Of a form that bears its name, so much.
_SOME = 0.25
_SPINE_LINES = 2
#: So many characters make a label that other lines do not begin with by chance.
_LONG = 6
_MARK = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


def document_of(manuscript: Manuscript, style: Style, name: str) -> str:
    """Return the key of the document that a file is.

    Args:
        manuscript: The file.
        style: The style.
        name: The file's name for messages.

    Raises:
        DocgenError: If it is none of the style's documents.
    """
    said = {plain(_bare(line.text)) for line in manuscript.lines}
    whole = "".join(plain(line.text) for line in manuscript.lines)
    scores = {
        key: _score(style, spec, said, whole, len(manuscript.lines))
        for key, spec in style.documents.items()
        if not isinstance(spec, Book) and not (isinstance(spec, NarrativeSpec) and spec.part_of)
    }
    best = max(scores, key=lambda key: scores[key])
    if scores[best] < _ENOUGH:
        names = "、".join(style.documents[key].name for key in scores)
        message = f"认不出《{name}》是“{style.title}”的哪一份文书。"
        raise DocgenError(
            [Finding("document-unknown", message, f"能检查的：{names}。", Place(file=name))]
        )
    return best


def _score(style: Style, spec: DocumentSpec, said: set[str], whole: str, lines: int) -> float:
    """Return which share of what a document always says a file says."""
    if isinstance(spec, NarrativeSpec):
        wanted = [plain(style.sections[name].title) for name in spec.sections]
        return sum(each in said for each in wanted) / len(wanted)
    if isinstance(spec, Cover):
        title = _title(style, spec)
        wanted = [plain(field.label) for field in spec.fields]
        found = sum(each in whole for each in wanted) / len(wanted)
        # A form may hold the same labels, and much else.
        return (found + (title in whole)) / 2 if lines <= 4 * len(wanted) else 0.0
    if isinstance(spec, Spine):
        return 0.6 if 0 < lines <= _SPINE_LINES else 0.0
    if isinstance(spec, EvidenceSpec):
        return float(_title(style, spec) in whole)
    if isinstance(spec, Form):
        return _form_score(style, spec, said)
    return float(plain(spec.name) in said)


def _title(style: Style, spec: Cover | EvidenceSpec) -> str:
    lines = (style.filled(line) for line in spec.title)
    return plain("".join(lines))


def _form_score(style: Style, form: Form, said: set[str]) -> float:
    labels = _labels(style, form)
    score = sum(_is_said(label, said) for label in labels) / len(labels) if labels else 0.0
    # Companies leave out annexes and notes; the form is still called by its name.
    return max(score, _ENOUGH) if plain(form.name) in said and score >= _SOME else score


def _is_said(label: str, said: set[str]) -> bool:
    """Say whether a line is a label, or a longer one with what was typed behind it."""
    typed_in = len(label) >= _LONG and any(line.startswith(label) for line in said)
    return label in said or typed_in


def _labels(style: Style, form: Form) -> set[str]:
    """Return what a form's template prints whatever the case says."""
    template = Manuscript(open_package(template_of(style, form).read_bytes(), form.template))
    texts = (line.text for line in template.lines if not _MARK.search(line.text))
    return {label for text in texts if (label := plain(text))}


def _bare(text: str) -> str:
    found = numbered(text)
    return found.text if found else text
