"""Set a paper: a template of ``html/`` and the facts of a case become a PDF, or page pictures."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from docgen.fonts import uncovered, use_only_vendored_faces
from docgen.write.pdf.justify import enable_east_asian_justification
from samples.papers.compact import cut_fonts

if TYPE_CHECKING:
    from PIL import Image

SAMPLES = Path(__file__).resolve().parents[1]


def read_case(folder: str) -> dict[str, Any]:
    """Return what a sample's case.json says; amounts are decimals, so that sums are exact."""
    text = (SAMPLES / folder / "case.json").read_text(encoding="utf-8")
    case: dict[str, Any] = json.loads(text, parse_float=Decimal)
    return case


def printed(template: str, **values: object) -> bytes:
    """Return a template, filled in, as a PDF that is the same each time.

    Raises:
        ValueError: If it holds characters that no face has.
    """
    use_only_vendored_faces()  # before WeasyPrint is imported, which reads the faces once
    from weasyprint import HTML

    enable_east_asian_justification()
    html = _environment().get_template(template).render(**values)
    if missing := uncovered(html):
        raise ValueError(f"{template}: no face has {missing}")
    with pikepdf.open(BytesIO(HTML(string=html).write_pdf())) as pdf:
        cut_fonts(pdf)
        if "/Producer" in pdf.docinfo:  # it would tie the bytes to the version of WeasyPrint
            del pdf.docinfo["/Producer"]
        return saved(pdf)


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Return the bytes of a PDF, as small as they get."""
    target = BytesIO()
    pikepdf.settings.set_flate_compression_level(9)
    pdf.save(
        target,
        deterministic_id=True,
        recompress_flate=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return target.getvalue()


def pictured(data: bytes, dpi: int) -> list[Image.Image]:
    """Return the pages of a PDF as pictures in true colour."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in pdf]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "html"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"amount": amount, "day": day, "month": month, "dotted": dotted}
    return environment


def amount(value: Decimal | int | None) -> str:
    """Return an amount of 万元 as the statements print it: ``71,246.27``; nothing as ``—``."""
    return "—" if value is None else f"{value:,.2f}".replace("-", "−")


def day(date: str) -> str:
    """Return an ISO date as ``2023年3月20日``."""
    year, month_, day_ = date.split("-")
    return f"{year}年{int(month_)}月{int(day_)}日"


def month(date: str) -> str:
    """Return the month of an ISO date in Chinese numerals: ``二〇二〇年九月``."""
    year, month_, *_ = date.split("-")
    digits = "〇一二三四五六七八九"
    number = int(month_)
    written = ("十" if number >= 10 else "") + (digits[number % 10] if number != 10 else "")
    return "".join(digits[int(digit)] for digit in year) + f"年{written}月"


def dotted(date: str) -> str:
    """Return an ISO date as ``2023.03.20``."""
    return date.replace("-", ".")
