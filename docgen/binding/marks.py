"""Seals (电子签章), stamps, comments and filled fields become part of the page they stand on.

What is drawn is each one's own appearance, if it is meant to be printed. Where there is none,
readers make one up; here that is done only for a line of plain ASCII text in a form field.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pikepdf import Annotation, AnnotationFlag, Dictionary, FormFieldFlag, Name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import AcroFormField, Page, Pdf

#: Annotations that readers draw nothing of, or nothing that belongs into print.
_UNSEEN = {Name.Link, Name.Popup, Name.Text, Name.FileAttachment, Name.Screen, Name.Sound}
_IN_LINES_OR_CELLS = FormFieldFlag.tx_multiline | FormFieldFlag.tx_comb


def flatten_marks(pdf: Pdf) -> list[int]:
    """Draw the annotations and fields of a PDF into its pages, in memory.

    Returns:
        The numbers of the pages, from 1, where something that a reader shows could not be drawn
        surely, or is not meant to be printed.
    """
    outdated = pdf.acroform.needs_appearances
    doubtful = []
    for number, page in enumerate(pdf.pages, start=1):
        sure = [_is_drawn(pdf, mark, outdated=outdated) for mark in _marks(page)]
        if not all(sure):
            doubtful.append(number)
    pdf.acroform.needs_appearances = False  # or no field at all would be drawn
    pdf.flatten_annotations("print")
    return doubtful


def _marks(page: Page) -> Iterator[Annotation]:
    """Yield the annotations of a page that a reader shows."""
    for annotation in page.obj.get_list(Name.Annots, ()):
        if isinstance(annotation, Dictionary) and annotation.get(Name.Subtype) not in _UNSEEN:
            mark = Annotation(annotation)
            box = mark.rect
            hidden = mark.flags & (AnnotationFlag.hidden | AnnotationFlag.no_view)
            if not hidden and box.width and box.height:
                yield mark


def _is_drawn(pdf: Pdf, mark: Annotation, *, outdated: bool) -> bool:
    """See to a mark's appearance, and say whether it will surely be in print.

    Args:
        pdf: The PDF.
        mark: A mark that readers show.
        outdated: The fields of this PDF may look otherwise than their appearances.
    """
    if mark.subtype == Name.Widget:
        field = pdf.acroform.get_field_for_annotation(mark)
        if not _is_filled(field):
            return True
        if field.is_text and (outdated or not _has_appearance(mark)):
            if not _is_plain(field):
                return False
            field.generate_appearance(mark)
    return _has_appearance(mark) and bool(mark.flags & AnnotationFlag.print)


def _is_filled(field: AcroFormField) -> bool:
    """Say whether there is something to see: text, a choice, a signature; boxes show themselves."""
    if field.is_text or field.is_choice:
        return bool(field.value_as_string.strip())
    return field.field_type == "/Sig" and isinstance(field.value, Dictionary)


def _is_plain(field: AcroFormField) -> bool:
    """Say whether the field can be drawn here: qpdf prints Chinese characters as question marks."""
    text = field.value_as_string
    return text.isascii() and text.isprintable() and not field.flags & _IN_LINES_OR_CELLS


def _has_appearance(mark: Annotation) -> bool:
    return mark.get_appearance_stream(Name.N) is not None
