"""What is done to a finished PDF: an electronic seal on it (电子签章), a lock against changes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, String

from samples.papers.press import printed, saved

_PRINTED = 4  # the annotation's flag that has it printed, ISO 32000-1 table 165


def sealed(data: bytes, beside: str) -> bytes:
    """Return the PDF with a seal beside a text of its last page.

    The seal is a stamp annotation with an appearance of its own, as the programs for electronic
    seals set it: it is no part of the page, and is lost where annotations are dropped.
    """
    with pypdfium2.PdfDocument(data) as document:
        text = document[len(document) - 1].get_textpage()
        first, count = text.search(beside).get_next()
        _, bottom, right, _ = text.get_charbox(first + count - 1)
    with pikepdf.open(BytesIO(data)) as pdf, pikepdf.open(BytesIO(printed("seal.html"))) as seal:
        form = pdf.copy_foreign(seal.pages[0].as_form_xobject())
        _, _, width, height = map(float, form.BBox)
        left, low = right - width / 8, bottom - height * 5 / 8
        stamp = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Stamp,
            Rect=Array([left, low, left + width, low + height]),
            AP=Dictionary(N=form),
            F=_PRINTED,
            T=String("电子签章（示例）"),
            Contents=String("示例章"),
        )
        pdf.pages[-1].Annots = Array([pdf.make_indirect(stamp)])
        return saved(pdf)


def locked(data: bytes) -> bytes:
    """Return the PDF encrypted (AES-128): it opens without a password, changing it needs one.

    The initialisation vectors are fixed, for the same bytes each time: this hides nothing.
    """
    with TemporaryDirectory() as folder:
        source, target = Path(folder, "open.pdf"), Path(folder, "locked.pdf")
        source.write_bytes(data)
        rights = {"useAes": "y", "modify": "none", "extract": "n"}
        passwords = {"userPassword": "", "ownerPassword": "example"}
        pikepdf.Job(
            {
                "inputFile": str(source),
                "outputFile": str(target),
                "staticId": "",
                "staticAesIv": "",
                "objectStreams": "generate",
                "encrypt": passwords | {"128bit": rights},
            }
        ).run()
        return target.read_bytes()
